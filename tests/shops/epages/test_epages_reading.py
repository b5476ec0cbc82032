"""An ePages order as an order to send, field by field."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.shop import LeftOutReason
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.shops.epages.reading import left_out, notes_on, only_product, shop_order
from desktop_app.shops.epages.wire import Order
from tests.shops.epages.samples import (
    ADDRESS,
    DOCUMENTED,
    LINE,
    ORDER_ID,
    line,
    order,
    parsed,
    with_lines,
)


def read(sent: dict[str, Any]) -> ShopOrder:
    return shop_order(parsed(sent), "shop")


def test_the_documented_order_is_read_field_by_field() -> None:
    assert read(DOCUMENTED) == ShopOrder(
        platform="epages",
        order_number="ORD161220/1039",
        recipient=ShopRecipient(
            name="Doris Daisy",
            address_lines=("Daisy Road 2", "1.Floor"),
            town="Daisyland",
            postcode="87956",
            country="DEU",
            email="daisy@land.com",
            phone="0012066876500",
        ),
        lines=(
            ShopLine(
                sku="Acc-001",
                description="Connector 6.3 mm (2 yd³)",
                quantity=1,
                unit_value=Decimal("25.98"),
                currency="EUR",
                unit_weight_kg=Decimal("2.835"),
            ),
        ),
        ordered_on=date(2016, 12, 20),
        service="Standardzustellung",
        weight_kg=Decimal("2.835"),
        shop_id="shop",
        source_id=ORDER_ID,
        goods_value=Decimal("24.28"),
    )


def every_leaf(sent: object, model: Any, path: str = "") -> list[str]:  # noqa: ANN401
    """The paths of the documented answer that no field of the model has."""
    if isinstance(sent, list):
        return [gap for one, held in zip(sent, model, strict=True) for gap in every_leaf(one, held)]
    if not isinstance(sent, dict):
        return []
    names = {field.alias: name for name, field in type(model).model_fields.items()}
    gaps = [f"{path}.{key}" for key in sent if key not in names]
    held = {key: getattr(model, names[key]) for key in sent if key in names}
    return gaps + [gap for key in held for gap in every_leaf(sent[key], held[key], f"{path}.{key}")]


def test_the_whole_documented_answer_has_its_field() -> None:
    assert every_leaf(DOCUMENTED, parsed(DOCUMENTED)) == []
    assert every_leaf({"orderId": "1", "new": 2}, Order(orderId="1")) == [".new"]


def test_a_weight_is_that_of_the_line_and_not_of_a_piece() -> None:
    found = read(with_lines(line(quantity={"amount": 5, "unit": "piece(s)"})))
    assert found.weight_kg == Decimal("2.835")
    assert (found.lines[0].quantity, found.lines[0].unit_weight_kg) == (5, Decimal("0.567"))
    assert found.lines[0].unit_value == Decimal("12.99")


@pytest.mark.parametrize(
    ("unit", "kilograms"),
    [
        ("g", "0.100"),
        ("kg", "100"),
        ("mg", "0.001"),
        ("oz", "2.835"),
        ("lb", "45.359"),
        ("t", "100000"),
    ],
)
def test_every_unit_of_weight_is_known(unit: str, kilograms: str) -> None:
    found = read(with_lines(line(deliveryWeight={"amount": 100, "unit": unit})))
    assert found.weight_kg == Decimal(kilograms)


def test_a_missing_weight_makes_the_sum_the_least() -> None:
    sent = with_lines(line(), line(sku="B", deliveryWeight=None))
    found = read(sent)
    assert (found.weight_kg, found.is_weight_partial) == (Decimal("2.835"), True)
    assert "“Connector 6.3 mm” has no weight in the shop." in notes_on(parsed(sent))
    without = read(with_lines(line(deliveryWeight={"amount": 0, "unit": "kg"})))
    assert (without.weight_kg, without.is_weight_partial) == (None, False)


@pytest.mark.parametrize("unit", ["piece(s)", "Stück", "st", "", "pair", "box"])
def test_pieces_are_counted(unit: str) -> None:
    found = read(with_lines(line(quantity={"amount": 3, "unit": unit})))
    assert (found.lines[0].quantity, found.lines[0].description) == (3, "Connector 6.3 mm")


@pytest.mark.parametrize(
    ("amount", "unit"), [(2, "m"), (2.5, "piece(s)"), (3, "kg"), (2, "yd³"), (1, "l"), (2, "m²")]
)
def test_what_is_measured_is_one_thing_and_asked_about(amount: float, unit: str) -> None:
    sent = with_lines(line(quantity={"amount": amount, "unit": unit}))
    found = read(sent)
    assert (found.lines[0].quantity, found.lines[0].unit_value) == (1, Decimal("25.98"))
    assert any("check how many" in note for note in notes_on(parsed(sent)))


def test_a_shipping_address_goes_before_that_of_the_bill() -> None:
    other = {
        **ADDRESS,
        "firstName": "Ann",
        "company": "Field Ltd",
        "country": "GB",
        "state": "Kent",
    }
    found = read(order(shippingAddress=other, customerComment="Ring twice"))
    assert found.recipient.name == "Ann Daisy"
    assert (found.recipient.organisation, found.recipient.country) == ("Field Ltd", "GBR")
    assert (found.recipient.county, found.note) == ("Kent", "Ring twice")


def test_a_name_may_stand_in_one_field_and_a_door_have_a_code() -> None:
    nameless = {
        **ADDRESS,
        "firstName": None,
        "lastName": None,
        "displayName": "D. D.",
        "doorCode": "12",
    }
    found = read(order(billingAddress=nameless))
    assert (found.recipient.name, found.note) == ("D. D.", "Door code: 12")


def test_a_country_that_is_missing_is_asked_for() -> None:
    sent = order(billingAddress={**ADDRESS, "country": None})
    assert read(sent).recipient.country == ""
    assert "The shop names no country that is known." in notes_on(parsed(sent))


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("rejectedOn", LeftOutReason.CANCELLED),
        ("cancelledOn", LeftOutReason.CANCELLED),
        ("returnedOn", LeftOutReason.RETURNED),
        ("dispatchedOn", LeftOutReason.DISPATCHED),
        ("shippedOn", LeftOutReason.DISPATCHED),
        ("deliveredOn", LeftOutReason.DISPATCHED),
        ("closedOn", LeftOutReason.CLOSED),
        ("archivedOn", LeftOutReason.CLOSED),
    ],
)
def test_what_was_done_with_an_order_is_read_off_its_times(
    field: str, reason: LeftOutReason
) -> None:
    sent = order(**{field: "2026-03-02T10:15:00.000Z"})
    assert left_out(parsed(sent)) is reason


def test_an_order_in_work_is_one_to_send() -> None:
    times = ("viewedOn", "inProcessOn", "pendingOn", "readyForDispatchOn", "paidOn", "invoicedOn")
    sent = order(**dict.fromkeys(times, "2026-03-02T10:15:00.000Z"))
    assert left_out(parsed(sent)) is None
    assert "The shop has not marked it as paid." not in notes_on(parsed(sent))


def test_part_that_was_sent_and_prices_without_vat_are_told() -> None:
    sent = order(partiallyDispatchedOn="2026-03-02T10:15:00.000Z", taxModel="NET")
    notes = list(notes_on(parsed(sent)))
    assert "The shop has sent part of it already." in notes
    assert "The prices are without VAT." in notes


def test_a_size_is_asked_for_only_where_one_piece_is_in_it() -> None:
    one = line(quantity={"amount": 1, "unit": "piece(s)"})
    assert only_product(parsed(with_lines(one))) == LINE["productId"]
    for lines in ([line()], [one, one], [{**one, "quantity": {"amount": 1, "unit": "m"}}]):
        assert only_product(parsed(with_lines(*lines))) == ""


def test_numbers_may_be_text_and_names_in_any_case() -> None:
    sent = {key.lower(): value for key, value in order(grandTotal=250.94).items()}
    assert read(sent).order_number == "ORD161220/1039"
    one = line(singleItemPrice={"amount": "12.99", "currency": "EUR"})
    assert read(with_lines(one)).lines[0].unit_value == Decimal("12.99")


def test_one_odd_field_costs_only_itself() -> None:
    odd = {**ADDRESS, "phoneNumber": ["?"], "mobilePhoneNumber": {"a": 1}}
    found = read(order(billingAddress=odd, creationDate="soon", shippingData="none"))
    assert (found.recipient.phone, found.ordered_on, found.service) == ("0065099906543", None, "")
    assert found.recipient.town == "Daisyland"
