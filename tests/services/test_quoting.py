"""Prices hold for what they were asked for, and for the account they were asked of."""

from decimal import Decimal

import pytest

from desktop_app.domain.account import Environment
from desktop_app.domain.errors import Cancelled, InputError, Refused
from desktop_app.domain.problem import error
from desktop_app.domain.record import ShipmentRecord
from desktop_app.flow.steps import Step
from desktop_app.services.ports import Broker
from desktop_app.services.quoting import QuoteList
from tests.fakes.office import RECIPIENT, WHOLE, FakeOffice
from tests.services.conftest import NoWaiting


@pytest.fixture
def draft(fake: FakeOffice) -> ShipmentRecord:
    return fake.office.drafts.new(WHOLE)


@pytest.fixture
def listed(fake: FakeOffice, draft: ShipmentRecord, progress: NoWaiting) -> QuoteList:
    return fake.office.quoting.fetch(draft.shipment, progress)


def test_a_chosen_quote_is_kept(fake: FakeOffice, draft: ShipmentRecord, listed: QuoteList) -> None:
    record = fake.office.quoting.choose(draft.id, listed.quotes[0], listed)
    assert record.live_choice
    assert record.live_choice.quoted_at == listed.quoted_at
    assert record.price == listed.quotes[0].price


def test_a_quote_of_another_draft_does_not_hold(
    fake: FakeOffice, draft: ShipmentRecord, listed: QuoteList, progress: NoWaiting
) -> None:
    heavier = WHOLE.parcels[0].model_copy(update={"weight_kg": Decimal(9)})
    fake.office.drafts.save(draft.id, WHOLE.model_copy(update={"parcels": (heavier,)}))
    record = fake.office.quoting.choose(draft.id, listed.quotes[0], listed)
    assert record.live_choice is None
    assert record.price is None
    with pytest.raises(InputError, match="no longer holds"):
        fake.office.quoting.verify(draft.id, progress)


def test_choosing_another_service_voids_the_order_the_same_one_keeps_it(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    listed = fake.office.quoting.fetch(ordered.shipment, progress)
    same = fake.office.quoting.choose(ordered.id, listed.quotes[0], listed)
    assert same.order == ordered.order
    other = fake.office.quoting.choose(ordered.id, listed.quotes[1], listed)
    assert (other.order, other.verification) == (None, None)


def test_a_paid_shipment_keeps_its_choice(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    listed = fake.office.quoting.fetch(paid.shipment, progress)
    assert fake.office.quoting.choose(paid.id, listed.quotes[1], listed) == paid


def test_the_same_service_at_a_new_price_needs_a_new_order(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    dearer = fake.broker.offered[0].price.model_copy(update={"total": Decimal("9.99")})
    fake.broker.offered = (fake.broker.offered[0].model_copy(update={"price": dearer}),)
    listed = fake.office.quoting.fetch(ordered.shipment, progress)
    record = fake.office.quoting.choose(ordered.id, listed.quotes[0], listed)
    assert record.order is None
    assert record.live_verification is None


def test_a_verified_price_holds_until_the_draft_changes(
    fake: FakeOffice, draft: ShipmentRecord, listed: QuoteList, progress: NoWaiting
) -> None:
    fake.office.quoting.choose(draft.id, listed.quotes[0], listed)
    record = fake.office.quoting.verify(draft.id, progress)
    assert record.live_verification
    assert record.live_verification.cost == Decimal("3.11")
    changed = fake.office.drafts.save(draft.id, WHOLE.model_copy(update={"extras": ("Sms",)}))
    assert changed.live_verification is None
    assert changed.live_choice


def test_stopping_keeps_no_answer(
    fake: FakeOffice, draft: ShipmentRecord, listed: QuoteList, progress: NoWaiting
) -> None:
    fake.office.quoting.choose(draft.id, listed.quotes[0], listed)
    fake.broker.before["verify"] = progress.stop
    with pytest.raises(Cancelled):
        fake.office.quoting.verify(draft.id, progress)
    assert fake.office.drafts.get(draft.id).verification is None


def test_prices_are_asked_of_the_shipments_own_account(
    fake: FakeOffice, draft: ShipmentRecord, progress: NoWaiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.office.accounts.connect(Environment.LIVE, "key", "secret")
    asked: list[str] = []
    broker = fake.office.accounts.broker

    def noting(account_id: str = "") -> Broker:
        asked.append(account_id)
        return broker(account_id)

    monkeypatch.setattr(fake.office.accounts, "broker", noting)
    assert fake.office.accounts.current.id != draft.account_id
    ordered = fake.office.booking.order(draft, "cheapest", progress)
    assert ordered.price
    fake.office.paying.balance(draft.account_id)
    fake.office.paying.pay_with_prepay(draft.id, ordered.price.total, progress)
    assert set(asked) == {draft.account_id}


def test_customs_asked_for_by_the_service_alone_become_a_step(
    fake: FakeOffice, draft: ShipmentRecord, listed: QuoteList, progress: NoWaiting
) -> None:
    def refuse() -> None:
        raise Refused("VAT status", [error("customs.vat_status", "Choose your VAT status.")])

    fake.office.quoting.choose(draft.id, listed.quotes[0], listed)
    fake.broker.before["verify"] = refuse
    with pytest.raises(Refused):
        fake.office.quoting.verify(draft.id, progress)

    record = fake.office.drafts.get(draft.id)
    journey = fake.office.quoting.journey(record)
    assert record.quote_to_order
    assert record.quote_to_order.requires_customs
    assert Step.CUSTOMS in journey.path
    assert journey.step_for("customs.vat_status") is Step.CUSTOMS

    moved = RECIPIENT.model_copy(update={"postcode": "SW1A 1AA"})
    elsewhere = fake.office.drafts.save(draft.id, WHOLE.model_copy(update={"recipient": moved}))
    assert Step.CUSTOMS not in fake.office.quoting.journey(elsewhere).path


def test_other_refusals_ask_for_no_customs(
    fake: FakeOffice, draft: ShipmentRecord, listed: QuoteList, progress: NoWaiting
) -> None:
    def refuse() -> None:
        raise Refused("street", [error("recipient.street", "Please enter the street name.")])

    fake.office.quoting.choose(draft.id, listed.quotes[0], listed)
    fake.broker.before["verify"] = refuse
    with pytest.raises(Refused):
        fake.office.quoting.verify(draft.id, progress)
    assert Step.CUSTOMS not in fake.office.quoting.journey(fake.office.drafts.get(draft.id)).path
