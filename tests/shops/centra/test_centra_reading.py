"""A Centra shipment as an order to send, field by field."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.shop import LeftOutReason
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.shops.centra.reading import left_out, notes_on, shop_order
from tests.shops.centra.samples import DOCUMENTED, ITEM, item, parsed, shipment

BUNDLE = {"name": "Set", "isBundle": True, "weight": 0, "qty": 1, "price": 0, "originalPrice": 150}
PART = {"isPartOfBundle": "13", "qty": 1}


def read(sent: dict[str, Any]) -> ShopOrder:
    return shop_order(parsed(sent), "shop")


def notes(sent: dict[str, Any]) -> list[str]:
    return list(notes_on(parsed(sent)))


def test_the_documented_shipment_is_read_field_by_field() -> None:
    assert read(DOCUMENTED) == ShopOrder(
        platform="centra",
        order_number="83651",
        recipient=ShopRecipient(
            name="Someones Name",
            address_lines=("Examplestreet 1",),
            town="Somecity",
            postcode="12345",
            country="DEU",
            email="d@example.com",
            phone="+4912345678",
        ),
        lines=(
            ShopLine(
                sku="S123K345U1",
                description="Product #1, White, XS",
                quantity=2,
                unit_value=Decimal("450.5"),
                currency="EUR",
                hs_code="611595",
                origin="DEU",
                unit_weight_kg=Decimal("2.000"),
            ),
        ),
        ordered_on=date(2012, 2, 4),
        service="standard",
        weight_kg=Decimal("4.000"),
        shop_id="shop",
        source_id="83651-1",
        goods_value=Decimal("901.0"),
    )
    assert notes(DOCUMENTED) == []


def test_two_shipments_of_an_order_are_two() -> None:
    assert read(shipment(1)).key != read(shipment(2)).key


def test_numbers_may_be_text_and_unset_ones_are_unknown() -> None:
    odd = item(qty="3", price="329.00", weight=0, harmCode="", countryOfOrigin="")
    found = read(shipment(products=[odd]))
    (line,) = found.lines
    assert (line.quantity, line.unit_value) == (3, Decimal("329.00"))
    assert (line.unit_weight_kg, line.hs_code, line.origin) == (None, "", "")
    assert found.weight_kg is None
    unset = shipment(orderDate="0000-00-00 00:00:00", products=[item(harmCode="0")])
    assert (read(unset).ordered_on, read(unset).lines[0].hs_code) == (None, "")


def test_pounds_become_kilograms() -> None:
    found = read(shipment(products=[item(weight=1, weightUnit="lb", qty=2)]))
    assert found.weight_kg == Decimal("0.908")


def test_an_unknown_weight_makes_the_sum_the_least() -> None:
    sent = shipment(products=[item(), item(weight=0, name="Bow")])
    assert (read(sent).weight_kg, read(sent).is_weight_partial) == (Decimal(4), True)
    assert notes(sent) == ["“Bow, White, XS” has no weight in the shop."]


def test_the_bill_is_where_it_goes_only_without_another_address() -> None:
    nowhere = dict.fromkeys(("deliveryAddress", "deliveryZipcode", "deliveryCity"), "")
    found = read(shipment(**nowhere)).recipient
    assert (found.name, found.organisation, found.town) == ("Other Name", "Bill Ltd", "Billtown")
    assert (found.country, found.postcode) == ("AUT", "54321")


def test_a_door_has_a_code_and_a_courier_is_told() -> None:
    told = {"shipwallet_doorcode": "12", "shipwallet_courier_instructions": "Ring"}
    found = read(shipment(**told, otherComment="Gift"))
    assert found.note == "Gift\nDoor code: 12\nRing"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"hold": 1}, LeftOutReason.ON_HOLD),
        ({"suspect": "1"}, LeftOutReason.ON_HOLD),
        ({"waitingForPayment": True}, LeftOutReason.UNPAID),
        ({"hold": "0", "suspect": False, "waitingForPayment": ""}, None),
    ],
)
def test_what_centra_holds_back_is_left_out(
    changes: dict[str, object], reason: LeftOutReason | None
) -> None:
    assert left_out(parsed(shipment(**changes))) is reason


def test_a_payment_that_is_open_is_told() -> None:
    assert any("not paid yet" in note for note in notes(shipment(paid=0)))
    assert any("captured" in note for note in notes(shipment(shouldCapture=True)))


def test_only_contents_of_a_bundle_are_all_counted() -> None:
    sent = shipment(products=[item(**PART, price=100), item(**PART, price=50)])
    assert [line.unit_value for line in read(sent).lines] == [100, 50]
    assert read(sent).weight_kg == 4


def test_contents_inside_a_bundle_lend_it_their_weight_and_are_not_counted() -> None:
    inside = [{**ITEM, **PART, "price": 100}, {**ITEM, **PART, "price": 50, "weight": 1}]
    sent = shipment(products=[item(**{**BUNDLE, "price": 150, "qty": 2}, bundle=inside)])
    (line,) = read(sent).lines
    assert (line.description, line.unit_value, line.quantity) == ("Set, White, XS", Decimal(150), 2)
    assert read(sent).weight_kg == 6
    assert read(sent).goods_value == 300


def test_a_bundle_alone_has_the_price_it_had_before() -> None:
    sent = shipment(products=[item(**BUNDLE)])
    assert read(sent).lines[0].unit_value == 150
    assert any("is a bundle" in note for note in notes(sent))


def test_a_bundle_beside_its_contents_gives_way_to_them() -> None:
    parts = [item(**PART, price=100), item(**PART, price=50)]
    sent = shipment(products=[item(**BUNDLE), *parts])
    assert [line.unit_value for line in read(sent).lines] == [100, 50]
    assert read(sent).goods_value == 150


def test_a_gift_is_worth_nothing() -> None:
    assert read(shipment(products=[item(price=0)])).lines[0].unit_value == 0


def test_what_is_missing_is_asked_for() -> None:
    sent = shipment(orderCurrency="", deliveryCountry="", products=[item(qty=0)])
    assert notes(sent) == [
        "The shop names no currency.",
        "“Product #1, White, XS” has no quantity: it counts as one.",
        "The shop names no country that is known.",
    ]
