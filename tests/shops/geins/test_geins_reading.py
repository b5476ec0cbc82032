"""A Geins order as an order to send, field by field."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.shop import LeftOutReason
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.shops.geins.products import CustomsFacts, Products
from desktop_app.shops.geins.reading import left_out, notes_on, shop_order
from desktop_app.shops.geins.wire import Order
from tests.shops.geins.samples import ADDRESS, DOCUMENTED, SHIPPING, order, parsed, row


class Shelf(Products):
    """Products that a test knows."""

    def __init__(self, **facts: CustomsFacts) -> None:
        self._facts = facts

    def of(self, product_id: int | None) -> CustomsFacts:
        return self._facts.get(f"p{product_id}", CustomsFacts())


SOCKS = Shelf(p7=CustomsFacts("61159500", "PRT", "PT"))


def read(sent: dict[str, Any], products: Products = SOCKS) -> ShopOrder:
    return shop_order(parsed(sent), "shop", products)


def notes(sent: dict[str, Any], products: Products = SOCKS) -> list[str]:
    return list(notes_on(parsed(sent), products))


def test_the_documented_order_is_read_field_by_field() -> None:
    assert read(DOCUMENTED) == ShopOrder(
        platform="geins",
        order_number="1001",
        recipient=ShopRecipient(
            name="Karin Lund",
            organisation="Lund AB",
            address_lines=("Storgatan 1", "c/o Eva", "Lgh 3"),
            town="Stockholm",
            postcode="111 22",
            country="SWE",
            email="karin@example.com",
            phone="070-123",
        ),
        lines=(
            ShopLine(
                sku="WS-40",
                description="Wool socks, Black 40",
                quantity=2,
                unit_value=Decimal("199.0"),
                currency="SEK",
                hs_code="61159500",
                origin="PRT",
                unit_weight_kg=Decimal("0.120"),
            ),
        ),
        ordered_on=date(2026, 10, 1),
        service="PostNord MyPack",
        note="Leave at the door\nEntry code: 4711\nPick-up point: ICA Kvantum",
        weight_kg=Decimal("0.24"),
        shop_id="shop",
        source_id="1001",
        goods_value=Decimal("398.0"),
    )
    assert notes(DOCUMENTED) == []


def test_every_documented_field_has_its_place() -> None:
    assert set(DOCUMENTED) <= {field.alias for field in Order.model_fields.values()}
    whole = parsed(DOCUMENTED)
    assert whole.model_fields_set >= {
        name for name, field in Order.model_fields.items() if DOCUMENTED.get(str(field.alias))
    }
    assert whole.rows[0].vat_rate == Decimal("0.25")
    assert whole.refunds[0].reason == "Late"
    assert whole.payment_details[0].payed is False
    assert whole.meta_data == {"shippingToken": "x"}


def test_only_rows_that_are_due_are_in_it() -> None:
    rows = [
        row(Id=1, Status="ready"),
        row(Id=2, Status="shipped"),
        row(Id=3, Status="cancelled"),
        row(Id=4, Status="returned"),
        row(Id=5, ParcelGroupId=9),
        row(Id=6, Status="backorder", ArticleNumber="LATE"),
        row(Id=7, ParcelGroupId=0, ArticleNumber="ZERO"),
    ]
    found = read(order(Rows=rows))
    assert [line.sku for line in found.lines] == ["WS-40", "LATE", "ZERO"]
    assert found.weight_kg == Decimal("0.72")
    assert any("back order" in note for note in notes(order(Rows=rows)))


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("pending", None),
        ("partial", None),
        ("backorder", None),
        ("on-hold", None),
        ("cancelled", LeftOutReason.CANCELLED),
        ("inactive", LeftOutReason.CANCELLED),
        ("refunded", LeftOutReason.RETURNED),
        ("completed", LeftOutReason.DISPATCHED),
        ("pending-payment", LeftOutReason.UNPAID),
    ],
)
def test_each_status_says_whether_it_is_due(status: str, reason: LeftOutReason | None) -> None:
    assert left_out(parsed(order(Status=status))) is reason


def test_an_order_whose_rows_all_left_is_sent() -> None:
    assert left_out(parsed(order(Rows=[row(ParcelGroupId=3)]))) is LeftOutReason.DISPATCHED


def test_what_is_on_hold_is_shown_and_says_so() -> None:
    held = order(Status="on-hold")
    assert read(held).is_on_hold
    assert any("on hold" in note for note in notes(held))
    assert not read(DOCUMENTED).is_on_hold


def test_zero_means_that_nobody_knows() -> None:
    rows = [row(Weight=0), row(Id=2, Quantity=1)]
    found = read(order(Rows=rows))
    assert (found.weight_kg, found.is_weight_partial) == (Decimal("0.12"), True)
    assert found.lines[0].unit_weight_kg is None
    assert read(order(Rows=[row(Weight=None)])).weight_kg is None


def test_one_piece_has_its_size_in_centimetres() -> None:
    assert read(order(Rows=[row(Quantity=1)])).size_cm == (Decimal(25), Decimal(10), Decimal(4))
    assert read(order(Rows=[row(Quantity=1, Height=0)])).size_cm is None
    assert read(order(Rows=[row(Quantity=2)])).size_cm is None


def test_the_bill_is_where_it_goes_without_an_address_of_its_own() -> None:
    found = read(order(ShippingAddress=None, BillingAddress={**ADDRESS, "Country": "gbr"}))
    assert (found.recipient.town, found.recipient.country) == ("Stockholm", "GBR")


def test_a_country_or_origin_that_nobody_knows_is_asked_for() -> None:
    odd = order(ShippingAddress={**ADDRESS, "Country": "XQ"})
    assert read(odd).recipient.country == ""
    assert "The shop names no country that is known." in notes(odd)
    shelf = Shelf(p7=CustomsFacts("", "", "Far away"))
    assert any("“Far away”" in note for note in notes(DOCUMENTED, shelf))


def test_a_variant_is_named_once() -> None:
    assert read(order(Rows=[row(Variant="wool socks")])).lines[0].description == "Wool socks"
    assert read(order(Rows=[row(ProductName="", Variant="")])).lines[0].description == (
        "Wool socks - Black 40"
    )


def test_the_same_pick_up_point_is_told_once() -> None:
    found = read(order(ShippingDetails=[SHIPPING, SHIPPING], Message=""))
    assert found.note.count("ICA Kvantum") == 1


def test_dates_may_carry_a_zone_or_none() -> None:
    for text in ("2026-10-01T08:15:00", "2026-10-01T08:15:00Z", "2026-10-01T08:15:00.123+02:00"):
        assert read(order(CreatedAt=text)).ordered_on == date(2026, 10, 1)
    assert read(order(CreatedAt="0001-01-01T00:00:00")).ordered_on is None
