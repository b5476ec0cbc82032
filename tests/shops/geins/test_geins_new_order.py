"""A new order in a Geins shop: the whole documented model goes out, exactly and once."""

from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.address import Address
from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    InputError,
    NotSignedIn,
    PostroomError,
    Refused,
    ServiceBroken,
)
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shop import NewShopOrder
from desktop_app.shops.geins.client import GeinsShop
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.shops.geins.samples import DOCUMENTED

MAKE = "POST /API/Order"
MADE = said({"Resource": 1234, "Message": "Success.", "Details": []})
DRAFT = Shipment(
    reference="PHONE-1",
    recipient=Address(
        name="Ann Mary Field", organisation="Field Ltd", email="ann@example.com",
        phone="07700900456", property="11", street="Saville Street", locality="Norton",
        town="Malton", county="North Yorkshire", postcode="YO17 7LL", country="GBR",
        special_instructions="Ring twice",
    ),
    parcels=(
        Parcel(
            contents=(
                ContentsLine(
                    description="Wool socks", quantity=2, unit_value=Decimal("9.95"), sku="WS-40",
                    unit_weight_kg=Decimal("0.12"),
                ),
            )
        ),
    ),
)  # fmt: skip


def made(server: ScriptedServer, shop: GeinsShop, wanted: NewShopOrder) -> Any:  # noqa: ANN401
    server.on(MAKE, MADE)
    assert shop.create_order(wanted).numbers == ("1234",)
    (asked,) = server.requests
    assert asked.headers["Content-Type"] == "application/json"
    return asked.json


def test_a_draft_is_an_order(server: ScriptedServer, shop: GeinsShop) -> None:
    address = {
        "Company": "Field Ltd", "State": "North Yorkshire", "Country": "GB",
        "FirstName": "Ann Mary", "LastName": "Field", "Email": "ann@example.com",
        "AddressLine1": "11 Saville Street", "AddressLine2": "Norton", "Zip": "YO17 7LL",
        "City": "Malton", "Phone": "07700900456",
    }  # fmt: skip
    assert made(server, shop, NewShopOrder(draft=DRAFT)) == {
        "ExternalId": "PHONE-1",
        "Currency": "GBP",
        "ShippingAddress": address,
        "BillingAddress": address,
        "Message": "Ring twice",
        "Rows": [
            {
                "Quantity": 2,
                "Name": "Wool socks",
                "ArticleNumber": "WS-40",
                "UnitPrice": 9.95,
                "Total": 19.9,
                "Weight": 120,
            }
        ],
    }


def test_every_documented_field_can_be_sent(server: ScriptedServer, shop: GeinsShop) -> None:
    def known(value: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(value, dict):
            return {key: known(one) for key, one in value.items() if one is not None}
        return [known(one) for one in value] if isinstance(value, list) else value

    wanted = known(DOCUMENTED)
    body = made(server, shop, NewShopOrder(details=wanted))
    assert set(body) == set(wanted)
    assert body["Rows"] == wanted["Rows"]
    assert body["CreatedAt"] == "2026-10-01T08:15:00Z"
    del wanted["CreatedAt"], body["CreatedAt"]
    assert body["PaymentDetails"][0].pop("ReservationDate") == "2026-10-01T09:00:00Z"
    del wanted["PaymentDetails"][0]["ReservationDate"]
    assert body == wanted


def test_details_win_over_the_draft_and_add_to_its_rows(
    server: ScriptedServer, shop: GeinsShop
) -> None:
    details = {
        "marketid": 3,
        "Currency": "SEK",
        "ShippingAddress": {"EntryCode": "12"},
        "Rows": [{"ItemId": 71, "VATRate": "0.25"}, {"ItemId": 72, "Quantity": 1}],
    }
    body = made(server, shop, NewShopOrder(draft=DRAFT, details=details))
    assert (body["MarketId"], body["Currency"]) == (3, "SEK")
    assert body["ShippingAddress"]["EntryCode"] == "12"
    assert body["ShippingAddress"]["City"] == "Malton"
    assert body["Rows"][0]["ArticleNumber"] == "WS-40"
    assert (body["Rows"][0]["ItemId"], body["Rows"][0]["VATRate"]) == (71, 0.25)
    assert body["Rows"][1] == {"ItemId": 72, "Quantity": 1}


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"Colour": 1}, "details"),
        ({"Rows": [{"Wight": 5}]}, "details.Rows[0]"),
        ({"MarketId": "three"}, "details.MarketId"),
        ({"Rows": "socks"}, "details.Rows"),
        ({"Rows": [{"Quantity": 1.5}]}, "details.Rows[0].Quantity"),
        ({"DesiredDeliveryDate": "soon"}, "details.DesiredDeliveryDate"),
        ({"Rows": [{"ArticleNumber": ""}]}, "details.Rows[0].ArticleNumber"),
        ({"Rows": [{"Quantity": 0}]}, "details.Rows[0].Quantity"),
        ({"Currency": ""}, "details.Currency"),
    ],
)
def test_what_cannot_be_sent_is_named_and_nothing_is_sent(
    server: ScriptedServer, shop: GeinsShop, details: dict[str, Any], field: str
) -> None:
    with pytest.raises(InputError) as wrong:
        shop.create_order(NewShopOrder(draft=DRAFT, details=details))
    assert [problem.field for problem in wrong.value.problems] == [field]
    assert server.requests == []


def test_an_empty_draft_is_asked_for_everything(shop: GeinsShop) -> None:
    with pytest.raises(InputError) as wrong:
        shop.create_order(NewShopOrder())
    fields = [problem.field for problem in wrong.value.problems]
    assert fields == ["details.Rows", "details.ShippingAddress.Country", "details.Currency"]


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (said({"Message": "Invalid", "Details": ["MarketId is missing"]}, 400), Refused),
        (said({"Message": "Unauthorized"}, 401), NotSignedIn),
        (said({"Message": "down"}, 500), ServiceBroken),
        (said({"Message": "Success."}), AnswerNotUnderstood),
        (said({"Resource": 0}), AnswerNotUnderstood),
        (Reply(200, b"<html>"), AnswerNotUnderstood),
        (Reply(200, b"{}", cut_at=10), ConnectionCut),
    ],
)
def test_an_order_is_entered_once_whatever_comes_back(
    server: ScriptedServer, shop: GeinsShop, reply: Reply, kind: type[PostroomError]
) -> None:
    server.on(MAKE, reply)
    with pytest.raises(kind) as failure:
        shop.create_order(NewShopOrder(draft=DRAFT))
    assert len(server.requests) == 1
    if kind in (AnswerNotUnderstood, ConnectionCut, ServiceBroken):
        assert "before you enter it again" in failure.value.advice


@pytest.mark.parametrize("answer", [{"resource": "77"}, 77, "77"])
def test_the_number_is_read_in_every_form(
    server: ScriptedServer, shop: GeinsShop, answer: object
) -> None:
    server.on(MAKE, said(answer))
    assert shop.create_order(NewShopOrder(draft=DRAFT)).numbers == ("77",)


def test_validation_messages_are_handed_on(server: ScriptedServer, shop: GeinsShop) -> None:
    server.on(MAKE, said({"Resource": 5, "Message": "", "Details": ["Rounded by 0.01", 3]}))
    assert shop.create_order(NewShopOrder(draft=DRAFT)).notes == ("Rounded by 0.01",)
