"""Labels come out in the order that was asked for, and none is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.money import Price
from desktop_app.domain.paper import PrintOrder
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.print_order import in_print_order, reading_order
from desktop_app.domain.quote import Choice, CourierService, Quote
from desktop_app.domain.record import ShipmentRecord
from tests.fakes.office import NOW, PARCEL, WHOLE

NAMES = st.text(max_size=6) | st.sampled_from(["SL-2", "SL-10", "sl-2", "Ábel", "abel", ""])


def record(
    number: int = 0, *, courier: str = "", skus: tuple[str, ...] = (), recipient: str = ""
) -> ShipmentRecord:
    contents = tuple(ContentsLine(sku=sku) for sku in skus)
    to = WHOLE.recipient.model_copy(update={"name": recipient})
    shipment = WHOLE.model_copy(
        update={"recipient": to, "parcels": (PARCEL.model_copy(update={"contents": contents}),)}
    )
    service = CourierService(slug="a", name="A", courier=courier)
    quote = Quote(service=service, price=Price(net=0, vat=0, total=0))
    return ShipmentRecord(
        id=f"s{number:05}", account_id="practice", created_at=NOW, updated_at=NOW,
        shipment=shipment,
        choice=Choice(quote=quote, quoted_at=NOW, key=""),
    )  # fmt: skip


def ordered(records: list[ShipmentRecord], order: PrintOrder) -> list[int]:
    return [records.index(one) for one in in_print_order(records, order)]


def test_the_list_stays_as_it_is() -> None:
    records = [record(n, courier=c) for n, c in enumerate(("UPS", "DPD", "Evri"))]
    assert ordered(records, PrintOrder.LIST) == [0, 1, 2]


def test_one_courier_after_the_other_and_the_list_inside_each() -> None:
    records = [record(n, courier=c) for n, c in enumerate(("UPS", "DPD", "", "UPS", "DPD"))]
    assert ordered(records, PrintOrder.COURIER) == [1, 4, 0, 3, 2]


def test_by_the_first_shelf_that_is_gone_to() -> None:
    skus = (("SL-10",), (), ("sl-2", "X-1"), ("X-1", "SL-2", "A-9"), ("SL-2",))
    records = [record(n, skus=one) for n, one in enumerate(skus)]
    assert ordered(records, PrintOrder.SKU) == [3, 4, 2, 0, 1]


def test_by_name_whatever_its_accents() -> None:
    names = ("Zoë", "Öhm", "ann", "", "Ole")
    records = [record(n, recipient=name) for n, name in enumerate(names)]
    assert ordered(records, PrintOrder.RECIPIENT) == [2, 1, 4, 0, 3]


@pytest.mark.parametrize(
    ("before", "after"),
    [("SL-2", "SL-10"), ("SL-09", "SL-10"), ("9" * 5000, "1" + "0" * 5000), ("a", "B"), ("", "0")],
)
def test_numbers_are_read_as_numbers(before: str, after: str) -> None:
    assert reading_order(before) < reading_order(after)


@given(
    st.lists(st.builds(record, courier=NAMES, skus=st.tuples(NAMES, NAMES), recipient=NAMES)),
    st.sampled_from(PrintOrder),
)
def test_nobody_is_lost_and_equals_keep_their_places(
    found: list[ShipmentRecord], order: PrintOrder
) -> None:
    records = [one.model_copy(update={"id": f"s{n:05}"}) for n, one in enumerate(found)]
    once = in_print_order(records, order)
    assert sorted(one.id for one in once) == [one.id for one in records]
    assert in_print_order(once, order) == once
    same = [one.model_copy(update={"id": f"t{n:05}"}) for n, one in enumerate(found[:1] * 5)]
    assert in_print_order(same, order) == tuple(same)
