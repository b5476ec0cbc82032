"""What is remembered from one shipment to the next."""

from decimal import Decimal

import pytest

from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.record import ShipmentRecord
from tests.fakes.office import PARCEL, RECIPIENT, WHOLE, FakeOffice
from tests.services.conftest import NoWaiting

SLIPPERS = ContentsLine(
    description="Wool slippers", unit_value=Decimal(45), commodity_code="6404199000", sku="SL-1"
)
MUG = ContentsLine(description="Mug", unit_value=Decimal(9))
SENT = WHOLE.model_copy(
    update={"parcels": (PARCEL.model_copy(update={"contents": (SLIPPERS, MUG)}),)}
)


def test_an_order_is_learnt_from_a_draft_is_not(fake: FakeOffice, progress: NoWaiting) -> None:
    record = fake.office.drafts.new(SENT.model_copy(update={"value_gbp": Decimal(54)}))
    assert fake.office.memory.recipients() == ()
    fake.office.booking.order(record, "cheapest", progress)
    assert [one.address for one in fake.office.memory.recipients()] == [RECIPIENT]
    assert fake.office.memory.products() == (SLIPPERS, MUG)


def test_the_same_recipient_stands_there_once_and_first(fake: FakeOffice) -> None:
    other = WHOLE.model_copy(update={"recipient": RECIPIENT.model_copy(update={"name": "Bo"})})
    for shipment in (WHOLE, other, WHOLE):
        fake.office.memory.remember(shipment)
    assert [one.address.name for one in fake.office.memory.recipients()] == ["Ann Field", "Bo"]


def test_a_recipient_can_be_forgotten(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    (entry,) = fake.office.memory.recipients()
    fake.office.memory.forget_recipient(entry.id)
    assert fake.office.memory.recipients() == ()


@pytest.mark.parametrize(
    ("sku", "description", "found"),
    [
        ("SL-1", "", SLIPPERS),
        ("", "wool SLIPPERS", SLIPPERS),
        ("", "Mug", MUG),
        ("SL-2", "Socks", None),
        ("", "", None),
    ],
)
def test_a_product_is_known_by_its_number_or_its_name(
    fake: FakeOffice, sku: str, description: str, found: ContentsLine | None
) -> None:
    fake.office.memory.remember(SENT)
    assert fake.office.memory.product(sku, description) == found
