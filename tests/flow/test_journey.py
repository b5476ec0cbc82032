"""The wizard's graph, walked without a window."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.country import CountryBook
from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.money import Price
from desktop_app.domain.order import Order, Payment, PaymentMethod, PaymentState
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.quote import Choice
from desktop_app.domain.record import ShipmentRecord, with_draft
from desktop_app.domain.shipment import Shipment, quote_key
from desktop_app.flow.journey import Journey
from desktop_app.flow.steps import Step, step_of
from tests.fakes.fake_broker import BOOK, QUOTES
from tests.fakes.office import NOW, PARCEL, RECIPIENT, WHOLE

TODAY = date(2026, 11, 23)
AMERICAN = RECIPIENT.model_copy(update={"country": "USA", "postcode": "90210", "county": "CA"})
ABROAD = WHOLE.model_copy(update={"recipient": AMERICAN})
ORDER = Order(
    order_id="1",
    hash="h",
    price=Price(net=Decimal(1), vat=Decimal(0), total=Decimal(1)),
)


def record(shipment: Shipment = WHOLE, **update: object) -> ShipmentRecord:
    made = ShipmentRecord(
        id="s1", account_id="practice", created_at=NOW, updated_at=NOW, shipment=shipment
    )
    return made.model_copy(update=update)


def chosen(shipment: Shipment = WHOLE, **update: object) -> ShipmentRecord:
    quote = QUOTES[0].model_copy(update=update)
    return record(shipment, choice=Choice(quote=quote, quoted_at=NOW, key=quote_key(shipment)))


def journey(made: ShipmentRecord, book: CountryBook = BOOK) -> Journey:
    return Journey(made, book, TODAY)


def paid(state: PaymentState = PaymentState.PAID) -> Payment:
    return Payment(method=PaymentMethod.PREPAY, state=state, amount=Decimal(1), since=NOW)


def test_customs_is_a_step_only_where_the_countries_say_so() -> None:
    assert Step.CUSTOMS not in journey(record()).path
    assert Step.CUSTOMS in journey(record(ABROAD)).path
    assert Step.CUSTOMS not in journey(record(ABROAD), CountryBook()).path
    assert Step.CUSTOMS in journey(chosen(ABROAD, requires_customs=True), CountryBook()).path


@pytest.mark.parametrize(
    ("made", "step"),
    [
        (record(Shipment()), Step.ADDRESSES),
        (record(WHOLE.model_copy(update={"parcels": ()})), Step.PARCELS),
        (record(), Step.QUOTES),
        (chosen(WHOLE.model_copy(update={"extras": ("DeliveryGuarantee",)})), Step.EXTRAS),
        (chosen(ABROAD), Step.CUSTOMS),
        (chosen(), Step.REVIEW),
        (chosen().model_copy(update={"order": ORDER}), Step.PAY),
        (chosen().model_copy(update={"order": ORDER, "payment": paid()}), Step.LABELS),
        (
            chosen().model_copy(update={"order": ORDER, "payment": paid(PaymentState.UNCERTAIN)}),
            Step.PAY,
        ),
    ],
)
def test_a_half_done_draft_opens_at_the_first_thing_missing(
    made: ShipmentRecord, step: Step
) -> None:
    assert journey(made).first_open() is step
    assert journey(made).can_enter(step)


def test_steps_ahead_of_a_gap_cannot_be_entered() -> None:
    way = journey(record())
    assert [step for step in Step if way.can_enter(step)] == [
        Step.ADDRESSES,
        Step.PARCELS,
        Step.QUOTES,
    ]


def test_forward_and_back_leave_customs_out_at_home() -> None:
    home, away = journey(chosen()), journey(chosen(ABROAD))
    assert home.after(Step.EXTRAS) is Step.REVIEW
    assert home.before(Step.REVIEW) is Step.EXTRAS
    assert away.after(Step.EXTRAS) is Step.CUSTOMS
    assert away.before(Step.REVIEW) is Step.CUSTOMS
    assert home.before(Step.ADDRESSES) is Step.ADDRESSES
    assert home.after(Step.LABELS) is Step.LABELS


@pytest.mark.parametrize(
    "change",
    [
        {"recipient": RECIPIENT.model_copy(update={"postcode": "YO17 7LM"})},
        {"recipient": RECIPIENT.model_copy(update={"subdivision": "NIR"})},
        {"parcels": (PARCEL.model_copy(update={"weight_kg": Decimal(2)}),)},
        {"parcels": (PARCEL.model_copy(update={"height_cm": Decimal(11)}),)},
        {"parcels": (PARCEL, PARCEL)},
        {"value_gbp": Decimal(46)},
        {"customs": CustomsDeclaration(vat_status=VatStatus.REGISTERED)},
    ],
)
def test_whatever_alters_the_price_voids_the_quote(change: dict[str, Any]) -> None:
    made = with_draft(chosen(), WHOLE.model_copy(update=change), NOW)
    assert made.choice is None
    assert journey(made).first_open() in {Step.QUOTES, Step.ADDRESSES}


@pytest.mark.parametrize(
    "change",
    [
        {"reference": "other"},
        {"notes": "n"},
        {"recipient": RECIPIENT.model_copy(update={"name": "Anna Field"})},
        {"parcels": (PARCEL.model_copy(update={"contents_summary": "Shoes"}),)},
        {"parcels": (PARCEL.model_copy(update={"weight_kg": Decimal("1.50")}),)},
        {"customs": CustomsDeclaration(export_reason=ExportReason.GIFT)},
        {"customs": CustomsDeclaration(vat_status=VatStatus.INDIVIDUAL)},
    ],
)
def test_what_cannot_alter_the_price_keeps_the_quote(change: dict[str, Any]) -> None:
    assert with_draft(chosen(), WHOLE.model_copy(update=change), NOW).live_choice


def test_a_payment_in_hand_locks_the_draft() -> None:
    locked = chosen().model_copy(update={"order": ORDER, "payment": paid(PaymentState.WAITING)})
    later = datetime(2027, 1, 1, tzinfo=UTC)
    assert with_draft(locked, Shipment(), later) == locked


@pytest.mark.parametrize(
    ("field", "step"),
    [
        ("sender.phone", Step.ADDRESSES),
        ("recipient.postcode", Step.ADDRESSES),
        ("parcels[0].weight_kg", Step.PARCELS),
        ("parcels[1].contents[0].description", Step.PARCELS),
        ("parcels[1].contents[0].commodity_code", Step.CUSTOMS),
        ("customs.vat_number", Step.CUSTOMS),
        ("value_gbp", Step.PARCELS),
        ("quote", Step.QUOTES),
        ("", Step.REVIEW),
        ("something.new", Step.REVIEW),
    ],
)
def test_every_field_has_a_page(field: str, step: Step) -> None:
    assert step_of(field) is step


def test_a_customs_field_at_home_is_shown_with_the_parcels() -> None:
    line = ContentsLine(description="Slippers", unit_value=Decimal(45))
    home = journey(
        record(
            WHOLE.model_copy(update={"parcels": (PARCEL.model_copy(update={"contents": (line,)}),)})
        )
    )
    assert home.step_for("parcels[0].contents[0].unit_value") is Step.PARCELS
