"""From a draft to an order, without a window."""

from decimal import Decimal

import pytest

from desktop_app.domain.errors import InputError, NameNotFound, Refused, TimedOut
from desktop_app.domain.journal import AttemptState
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.services.booking import pick
from tests.fakes.fake_broker import QUOTES, price
from tests.fakes.office import WHOLE, FakeOffice
from tests.services.conftest import NoWaiting


def test_books_the_cheapest_that_suits(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    assert ordered.order
    assert ordered.order.service == "evri-drop-off"
    assert ordered.order.price.total == Decimal("3.11")
    assert ordered.verification
    assert ordered.verification.cost == Decimal("3.11")
    assert [one.state for one in fake.journal.attempts.values()] == [AttemptState.DONE]


@pytest.mark.parametrize(
    ("service", "extras", "slug"),
    [
        ("cheapest", (), "evri-drop-off"),
        ("fastest", (), "dpd-next-day"),
        ("cheapest", ("DeliveryGuarantee",), "dpd-next-day"),
        ("fastest", ("Signature",), "evri-drop-off"),
        ("dpd-next-day", (), "dpd-next-day"),
    ],
)
def test_picks_what_suits(service: str, extras: tuple[str, ...], slug: str) -> None:
    shipment = WHOLE.model_copy(update={"extras": extras})
    assert pick(QUOTES, service, shipment).service.slug == slug


@pytest.mark.parametrize(
    ("service", "extras", "why"),
    [
        ("ups-tiny", (), "heavier than 0.5 kg"),
        ("no-such", (), "not offered"),
        ("dpd-next-day", ("Signature",), "Does not offer Signature"),
        ("cheapest", ("Signature", "DeliveryGuarantee"), "No service takes"),
    ],
)
def test_says_why_nothing_suits(service: str, extras: tuple[str, ...], why: str) -> None:
    shipment = WHOLE.model_copy(update={"extras": extras})
    with pytest.raises(Refused, match=why):
        pick(QUOTES, service, shipment)


def test_the_cheapest_goes_to_the_door() -> None:
    locker = QUOTES[2].model_copy(
        update={"service": QUOTES[0].service.model_copy(update={"slug": "l", "delivery": "Locker"})}
    )
    assert pick((locker, *QUOTES), "cheapest", WHOLE).service.slug == "evri-drop-off"
    with pytest.raises(Refused, match="not to the recipient's door"):
        pick((locker,), "l", WHOLE)


def test_the_cheapest_is_so_with_the_extras_that_are_wanted() -> None:
    dear = QUOTES[0].extras[0].model_copy(update={"price": price("9.00")})
    first = QUOTES[0].model_copy(update={"extras": (dear,)})
    shipment = WHOLE.model_copy(update={"extras": ("Sms",)})
    assert pick((first, QUOTES[1]), "cheapest", shipment).service.slug == "dpd-next-day"
    assert pick((first, QUOTES[1]), "cheapest", WHOLE).service.slug == "evri-drop-off"


def test_a_draft_with_gaps_is_not_quoted(fake: FakeOffice, progress: NoWaiting) -> None:
    record = fake.office.drafts.new(Shipment())
    with pytest.raises(InputError) as caught:
        fake.office.booking.order(record, "cheapest", progress)
    fields = {problem.field for problem in caught.value.problems}
    assert {"recipient.name", "parcels[0].weight_kg", "value_gbp"} <= fields
    assert "quotes" not in fake.broker.calls


def test_no_service_at_all_is_said(fake: FakeOffice, progress: NoWaiting) -> None:
    fake.broker.offered = ()
    with pytest.raises(Refused, match="No courier"):
        fake.office.booking.order(fake.office.drafts.new(WHOLE), "cheapest", progress)


def test_a_changed_draft_needs_a_new_quote(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    heavier = WHOLE.parcels[0].model_copy(update={"weight_kg": Decimal(3)})
    record = fake.office.drafts.save(ordered.id, WHOLE.model_copy(update={"parcels": (heavier,)}))
    assert record.choice is None
    assert record.order is None
    with pytest.raises(InputError, match="draft has changed"):
        fake.office.ordering.order(ordered.id, progress)


def test_a_changed_reference_keeps_the_quote_and_drops_the_order(
    fake: FakeOffice, ordered: ShipmentRecord
) -> None:
    record = fake.office.drafts.save(ordered.id, WHOLE.model_copy(update={"reference": "ORD-1002"}))
    assert record.live_choice
    assert record.live_verification is None
    assert record.order is None


def test_the_same_order_is_not_made_twice(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    again = fake.office.ordering.order(ordered.id, progress)
    assert again.order == ordered.order
    assert fake.broker.calls.count("create_order") == 1


def test_a_lost_order_is_noted_and_a_new_one_may_be_made(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    def lose() -> None:
        raise TimedOut("late")

    fake.broker.after["create_order"] = lose
    record = fake.office.drafts.new(WHOLE)
    with pytest.raises(TimedOut):
        fake.office.booking.order(record, "cheapest", progress)
    del fake.broker.after["create_order"]

    assert fake.office.booking.order(fake.office.drafts.get(record.id), "cheapest", progress).order
    states = [one.state for one in fake.journal.attempts.values()]
    assert states == [AttemptState.UNCERTAIN, AttemptState.DONE]


def test_the_recipient_is_remembered(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    assert [one.address for one in fake.office.memory.recipients()] == [WHOLE.recipient]


def test_offline_says_so_and_keeps_the_draft(fake: FakeOffice, progress: NoWaiting) -> None:
    def fail() -> None:
        raise NameNotFound("No address is known for parcel2go.com.", may_have_arrived=False)

    fake.broker.before["quotes"] = fail
    record = fake.office.drafts.new(WHOLE)
    with pytest.raises(NameNotFound):
        fake.office.booking.quote(record, progress)
    assert fake.office.drafts.get(record.id).shipment == WHOLE
