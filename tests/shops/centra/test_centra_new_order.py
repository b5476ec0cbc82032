"""A new order in a Centra shop: the whole documented request goes out, exactly and once."""

from typing import Any

import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    InputError,
    NotSignedIn,
    PostroomError,
    Refused,
    ScopeMissing,
    ServiceBroken,
)
from desktop_app.domain.shop import NewShopOrder
from desktop_app.shops.centra.client import CentraShop
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.shops.geins.test_geins_new_order import DRAFT

MAKE = "POST /api/order-api/order"
STEP = {
    "status": 1, "response": "[PSP response]", "transaction": "[transaction]", "method": "cc",
    "amount": 100.0, "external_url": "https://pay.example/1",
}  # fmt: skip
B2C: dict[str, Any] = {
    "invoiceAddress": {
        "country": "SE", "firstName": "John", "lastName": "Smith", "address": "12 Alto Road",
        "coaddress": "c/o Peter", "zipcode": "90212", "city": "San Francisco",
        "email": "x@example.com", "tele": "1", "cell": "2",
    },
    "deliveryAddress": {
        "country": "US", "firstName": "John", "lastName": "Smith",
        "address": "1500 California St", "coaddress": "c/o Peter", "zipcode": "90210",
        "city": "San Francisco", "state": "CA",
    },
    "products": [
        {
            "qty": 2, "ean": "ABCDEFGHIJKL", "unitPrice": 14.11, "originalPrice": 100.11,
            "comment": "blue", "itemText": {
                "sku": "SPECIAL", "brand": "B", "product": "A special product", "variant": "",
                "size": "M",
            },
        },
        {"qty": 1, "sku": "SKUASKUBSKUC", "unitPrice": 12.11, "originalPrice": 50.22},
        {"qty": 1, "id": 5}, {"qty": 1, "item": "7-9"},
    ],
    "payment": {"id": 49, "auth": STEP, "capture": STEP},
    "pricelistId": 3, "pricelist": "EUR", "marketId": 4, "market": "Europe",
    "customerRegister": True, "customerId": 12, "customerSetNewPassword": False,
    "createdFromOrigin": {"type": "return", "id": 123}, "shippingValue": 12.43,
    "voucherValue": 5, "orderNumber": 777, "sendEmail": False, "applyVouchers": True,
    "adjustStock": True, "forceCreate": False, "comment": "c", "internalComment": "i",
    "orderDate": "2026-11-24 15:30:00", "deliveryDate": "2026-11-25", "cancelDate": "2026-12-24",
    "warehouseGroup": "EU", "createOnly": False, "internalOrder": False,
}  # fmt: skip
B2B: dict[str, Any] = {
    "accountId": 5, "buyerId": 6, "buyerName": "Bo", "deliveryWindow": "AW26", "poNumber": "PO-1",
    "address": {"attn": "Goods in", "email": "b@example.com", "country": "SE"},
    "products": [{"qty": 10, "sku": "A"}],
}  # fmt: skip


def made(server: ScriptedServer, shop: CentraShop, wanted: NewShopOrder) -> Any:  # noqa: ANN401
    server.on(MAKE, said({"status": "ok", "orders": [1234]}))
    assert shop.create_order(wanted).numbers == ("1234",)
    (asked,) = server.requests
    assert asked.headers["Content-Type"] == "application/json"
    return asked.json


@pytest.mark.parametrize("wanted", [B2C, B2B], ids=["b2c", "b2b"])
def test_every_documented_field_is_sent_as_it_is_documented(
    server: ScriptedServer, shop: CentraShop, wanted: dict[str, Any]
) -> None:
    assert made(server, shop, NewShopOrder(details=wanted)) == wanted


def test_a_draft_is_an_order(server: ScriptedServer, shop: CentraShop) -> None:
    assert made(server, shop, NewShopOrder(draft=DRAFT)) == {
        "address": {
            "email": "ann@example.com", "firstName": "Ann Mary", "lastName": "Field",
            "cell": "07700900456", "address": "11 Saville Street",
            "coaddress": "Field Ltd, Norton", "city": "Malton", "zipcode": "YO17 7LL",
            "state": "North Yorkshire", "country": "GB",
        },
        "products": [{"qty": 2, "sku": "WS-40", "unitPrice": 9.95}],
        "comment": "Ring twice",
    }  # fmt: skip


def test_another_payer_leaves_the_draft_where_it_goes(
    server: ScriptedServer, shop: CentraShop
) -> None:
    details = {"invoiceAddress": {"city": "York"}, "marketId": "2"}
    body = made(server, shop, NewShopOrder(draft=DRAFT, details=details))
    assert (body["invoiceAddress"]["city"], body["deliveryAddress"]["city"]) == ("York", "Malton")
    assert body["marketId"] == 2
    assert "address" not in body


def test_prices_of_a_draft_are_pounds_and_say_so(server: ScriptedServer, shop: CentraShop) -> None:
    server.on(MAKE, said({"status": "ok", "orders": [1]}))
    assert "in pounds" in shop.create_order(NewShopOrder(draft=DRAFT)).notes[0]
    assert shop.create_order(NewShopOrder(details=B2B)).notes == ()


def test_an_account_needs_no_address(server: ScriptedServer, shop: CentraShop) -> None:
    wanted = {"accountId": 5, "products": [{"qty": 1, "id": 3}]}
    assert made(server, shop, NewShopOrder(details=wanted)) == wanted


def test_split_and_prepared_orders_are_read(server: ScriptedServer, shop: CentraShop) -> None:
    server.on(MAKE, said({"status": "ok", "orders": [1234, "1235"]}))
    assert shop.create_order(NewShopOrder(draft=DRAFT)).numbers == ("1234", "1235")
    server.on(MAKE, said({"status": "ok", "order": 1236}))
    prepared = shop.create_order(NewShopOrder(draft=DRAFT, details={"createOnly": True}))
    assert prepared.numbers == ("1236",)
    assert "to be completed" in prepared.notes[0]


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"colour": 1}, "details"),
        ({"products": [{"price": 5}]}, "details.products[0]"),
        ({"shippingValue": 1.234}, "details.shippingValue"),
        ({"voucherValue": -1}, "details.voucherValue"),
        ({"orderDate": "24/11/2026"}, "details.orderDate"),
        ({"createdFromOrigin": {"type": "shop", "id": 1}}, "details.createdFromOrigin.type"),
        ({"payment": {"auth": {"status": 3, "amount": 1}}}, "details.payment.auth.status"),
        ({"products": [{"sku": ""}]}, "details.products[0].sku"),
        ({"products": [{"qty": 0}]}, "details.products[0].qty"),
        ({"address": {"country": "GBR"}}, "details.address.country"),
        ({"address": {"email": ""}}, "details.address.email"),
    ],
)
def test_what_cannot_be_sent_is_named_and_nothing_is_sent(
    server: ScriptedServer, shop: CentraShop, details: dict[str, Any], field: str
) -> None:
    with pytest.raises(InputError) as wrong:
        shop.create_order(NewShopOrder(draft=DRAFT, details=details))
    assert [problem.field for problem in wrong.value.problems] == [field]
    assert server.requests == []


def test_an_empty_draft_is_asked_for_everything(shop: CentraShop) -> None:
    with pytest.raises(InputError) as wrong:
        shop.create_order(NewShopOrder())
    fields = [problem.field for problem in wrong.value.problems]
    assert fields == ["details.products", "details.address"]


@pytest.mark.parametrize(
    ("code", "field"),
    [(-1, "details.products"), (-2, "details.products"), (-3, "details.products"),
     (-4, "details"), (-5, "details.orderNumber"), (-6, "details.customerRegister"), (-7, "")],
)  # fmt: skip
def test_each_documented_code_stands_at_its_field(
    server: ScriptedServer, shop: CentraShop, code: int, field: str
) -> None:
    server.on(MAKE, said({"status": "no", "msg": "Because.", "code": code}))
    with pytest.raises(Refused, match=r"Because\.") as failure:
        shop.create_order(NewShopOrder(draft=DRAFT))
    assert {problem.field for problem in failure.value.problems} == {field}


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (said({"status": "no", "msg": "Message about why"}), Refused),
        (said({"status": "Not Allowed"}, 403), ScopeMissing),
        (said({"status": "no"}, 401), NotSignedIn),
        (said({}, 500), ServiceBroken),
        (said({"status": "ok"}), AnswerNotUnderstood),
        (Reply(200, b"<html>"), AnswerNotUnderstood),
        (Reply(200, b"{}", cut_at=10), ConnectionCut),
    ],
)
def test_an_order_is_entered_once_whatever_comes_back(
    server: ScriptedServer, shop: CentraShop, reply: Reply, kind: type[PostroomError]
) -> None:
    server.on(MAKE, reply)
    with pytest.raises(kind):
        shop.create_order(NewShopOrder(draft=DRAFT))
    assert len(server.requests) == 1
