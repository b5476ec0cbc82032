"""Shipments that were probably entered twice are found, among a day's and among the last days'."""

from desktop_app.domain.likeness import Likeness
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.duplicates import Duplicates, Twin
from tests.fakes.office import WHOLE, FakeOffice

DAYS = 7


def twins(fake: FakeOffice, *records: ShipmentRecord) -> dict[str, tuple[Twin, ...]]:
    return Duplicates(fake.shipments, fake.clock).of(records, DAYS)


def kept(fake: FakeOffice, **changes: object) -> ShipmentRecord:
    return fake.office.drafts.new(WHOLE.model_copy(update=changes))


def test_two_of_one_order_are_each_others_twin(fake: FakeOffice) -> None:
    one, other = kept(fake, reference="ORD-1"), kept(fake, reference="ord 1", value_gbp=None)
    found = twins(fake, one, other)
    assert found[one.id] == (Twin(other.id, Likeness.ORDER, Stage.DRAFT, "ord 1"),)
    assert [twin.shipment_id for twin in found[other.id]] == [one.id]


def test_what_was_paid_before_is_found_too(fake: FakeOffice, paid: ShipmentRecord) -> None:
    again = kept(fake, reference="")
    (twin,) = twins(fake, again)[again.id]
    assert (twin.shipment_id, twin.why) == (paid.id, Likeness.GOODS)
    assert twin.stage is Stage.PAID


def test_the_same_goods_long_ago_are_no_twin_and_the_same_order_is(fake: FakeOffice) -> None:
    kept(fake, reference="ORD-1")
    fake.clock.move(days=DAYS, minutes=1)
    goods, order = kept(fake, reference=""), kept(fake, reference="ORD-1")
    found = twins(fake, goods, order)
    assert {twin.why for twin in found[order.id]} == {Likeness.ORDER, Likeness.GOODS}
    assert [twin.shipment_id for twin in found[goods.id]] == [order.id]


def test_others_are_left_alone(fake: FakeOffice) -> None:
    elsewhere = WHOLE.recipient.model_copy(update={"street": "Another Road", "postcode": "M1 1AA"})
    one, other = kept(fake, reference=""), kept(fake, reference="", recipient=elsewhere)
    assert twins(fake, one, other) == {}
