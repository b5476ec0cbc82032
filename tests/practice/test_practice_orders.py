"""Orders of the practice service: made, verified, refused and read back."""

import re
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.practice.caller import Caller
from tests.practice.orders_sent import (
    AT_HOME,
    CUSTOMS,
    IN_USA,
    ITEM_ID,
    SENDER,
    Body,
    abroad,
    item,
    order,
    parcel,
)

CUSTOMS_TEXTS = [
    "Please supply the reason for exporting your parcel.",
    "Please supply your VAT status.",
    "Please supply details of your parcel's country of manufacture.",
    "Please supply details of your international parcel's contents.",
]


def refusals(caller: Caller, body: Body) -> list[Any]:
    """Return the errors of an order, which `verify` must tell alike."""
    answer = caller.post("/api/orders", json=body)
    verified = caller.post("/api/orders/verify", json=body)
    assert answer.status_code == 400, answer.text
    assert verified.status_code == 200
    assert verified.json() == {"Errors": answer.json()["Errors"], "Cost": 0}
    return list(answer.json()["Errors"])


def sentences(caller: Caller, body: Body) -> list[str]:
    """Return only what the errors say."""
    return [error["Error"] for error in refusals(caller, body)]


def test_an_order_answers_as_documented(caller: Caller) -> None:
    made = caller.order()
    assert re.fullmatch(r"[0-9]{8}", made["OrderId"])
    assert (made["TotalPrice"], made["TotalPriceExVat"], made["TotalVat"]) == (7.38, 6.15, 1.23)
    assert made["TotalDiscount"] == 0
    [line] = made["OrderlineIdMap"]
    assert set(line) == {"Hash", "OrderLineId", "ItemId"}
    assert isinstance(line["OrderLineId"], str)
    assert line["ItemId"] == ITEM_ID


def test_the_prepay_link_holds_the_hash_as_it_is(caller: Caller) -> None:
    made = caller.order()
    assert len(made["Hash"]) == 44
    assert made["Links"]["PayWithPrePay"].endswith(f"paywithprepay?hash={made['Hash']}")
    assert "+" in made["Hash"]
    assert "%2B" in made["Links"]["paypal"]
    [word] = parse_qs(urlsplit(made["Links"]["payment"]).query)["hash"]
    assert re.fullmatch(r"[0-9A-F]{64}[0-9]{10}", word)


def test_an_extra_adds_its_price(caller: Caller) -> None:
    with_object = caller.order(order(item(Upsells=[{"Type": "Sms"}])))
    with_word = caller.order(order(item(upsells=["sms"])))
    assert with_object["TotalPriceExVat"] == with_word["TotalPriceExVat"] == 6.45


def test_each_item_is_a_line_with_its_own_vat(caller: Caller) -> None:
    small = item("myhermes-parcelshop-postable", Parcels=[parcel(Height=2)])
    made = caller.order(order(*[small] * 32))
    assert (made["TotalPriceExVat"], made["TotalVat"], made["TotalPrice"]) == (70.08, 14.08, 84.16)
    assert len(made["OrderlineIdMap"]) == 32


def test_verify_tells_the_price_and_makes_nothing(caller: Caller) -> None:
    assert caller.post("/api/orders/verify", json=order()).json() == {"Errors": [], "Cost": 7.38}
    assert caller.books()["orders"] == []


def test_a_saturday_costs_more_only_for_a_collection(caller: Caller) -> None:
    saturday = "2026-11-28"
    assert caller.order(order(item(CollectionDate=saturday)))["TotalPriceExVat"] == 10.65
    dropped = caller.order(order(item("dpd-drop-off", CollectionDate=saturday)))
    assert dropped["TotalPriceExVat"] == 4.99


@pytest.mark.parametrize(
    "day",
    [
        "2021-12-13T14:22:14.2108186+00:00",
        "2026-10-06T09:00:00+00:00",
        "2026-10-06T09:00:00.123Z",
        "2019-11-12",
        None,
    ],
)
def test_days_are_taken_in_every_form_that_was_seen(caller: Caller, day: str | None) -> None:
    assert caller.order(order(item(CollectionDate=day)))["OrderId"]


def test_plain_numbers_come_back_as_padded_ids(caller: Caller) -> None:
    [line] = caller.order(order(item(Id=2280000001)))["OrderlineIdMap"]
    assert line["ItemId"] == "00000000-0000-0000-0000-002280000001"


def test_the_documented_customs_refusals_come_in_their_order(caller: Caller) -> None:
    bare = item("24h-example", Parcels=[parcel(IN_USA)])
    errors = refusals(caller, order(bare))
    assert [error["Error"] for error in errors] == [
        *CUSTOMS_TEXTS,
        "A price could not be found for these specifications.",
    ]
    assert [error["Type"] for error in errors] == ["Customs"] * 4 + ["Service"]
    assert {error["ItemId"] for error in errors} == {ITEM_ID}


def test_the_documented_customs_order_is_taken(caller: Caller) -> None:
    assert caller.order(order(abroad()))["TotalPrice"] > 0


def test_customs_words_are_read_in_any_casing(caller: Caller) -> None:
    assert caller.order(order(abroad(ExportReason="temporaryexport", VatStatus="NOTREGISTERED")))


def test_at_home_customs_are_not_asked_for(caller: Caller) -> None:
    assert caller.order(order(item(ExportReason=None, VatStatus=None)))


def test_a_registered_sender_gives_the_vat_number(caller: Caller) -> None:
    assert sentences(caller, order(abroad(VatStatus="Registered"))) == [
        "Please supply your VAT number."
    ]
    assert caller.order(order(abroad(VatStatus="Registered", VatNumber="GB123456789")))


def test_the_canaries_want_the_receivers_number(caller: Caller) -> None:
    tenerife = {**AT_HOME, "CountryIsoCode": "ESP", "Subdivision": "ES-TEN", "Postcode": "38001"}
    contents = [{"Description": "Slippers", "Quantity": 1, "EstimatedValue": 10}]
    body = item("dpd-classic", Parcels=[parcel(tenerife, Contents=contents)], **CUSTOMS)
    assert sentences(caller, order(body)) == ["Receivers (DNI) Number is required"]
    assert caller.order(order({**body, "NifNumber": "12345678Z"}))


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("Email", "Collection Address: Please enter the email address"),
        ("Phone", "Collection Address: Please enter the phone number"),
        ("Street", "Collection Address: Please enter the street name"),
        ("ContactName", "Collection Address: Please enter the contact name"),
        ("Postcode", "Collection Address: Please enter the postcode"),
    ],
)
def test_the_sender_is_told_what_is_missing(caller: Caller, field: str, sentence: str) -> None:
    body = item(CollectionAddress={**SENDER, field: ""})
    assert sentences(caller, order(body)) == [sentence]


def test_the_delivery_address_is_told_what_is_missing(caller: Caller) -> None:
    body = item(Parcels=[parcel({**AT_HOME, "Street": "", "Postcode": "84095"})])
    assert sentences(caller, order(body)) == [
        "Please enter the street name",
        "Please enter a valid postcode",
    ]


def test_the_usa_want_a_county(caller: Caller) -> None:
    body = abroad()
    body["Parcels"][0]["DeliveryAddress"] = {**IN_USA, "County": ""}
    assert sentences(caller, order(body)) == ["Please enter the county"]


def test_a_parcel_has_a_value(caller: Caller) -> None:
    body = item(Parcels=[parcel(EstimatedValue=0)])
    assert sentences(caller, order(body)) == ["Please enter a value for your parcel"]


def test_the_isle_of_man_is_a_region_of_gbr(caller: Caller) -> None:
    isle = {**AT_HOME, "Postcode": "IM1 1AA"}
    refused = order(item(Parcels=[parcel({**isle, "CountryIsoCode": "IMN"})]))
    assert "Invalid delivery country" in sentences(caller, refused)
    assert caller.order(order(item(Parcels=[parcel({**isle, "Subdivision": "IOM"})])))


def test_an_extra_the_service_has_not_is_refused(caller: Caller) -> None:
    body = order(item(Upsells=[{"Type": "PrintInStore"}]))
    assert sentences(caller, body) == ["PrintInStore is not available for this service"]


def test_the_same_place_twice_is_refused(caller: Caller) -> None:
    [error] = refusals(caller, order(item(Parcels=[parcel(SENDER)])))
    assert "postcodes" in error["Error"]


def test_the_whole_service_object_is_badly_formatted(caller: Caller) -> None:
    answer = caller.post("/api/orders", json=order(item(Service={"Slug": "dpd"})))
    assert answer.status_code == 400
    [error] = answer.json()["Errors"]
    assert error["Error"] == "Badly formatted json"
    assert error["ItemId"] == "00000000-0000-0000-0000-000000000000"


def test_form_fields_make_an_order_as_well(caller: Caller) -> None:
    answer = caller.post("/api/orders", data=dict(_form("", order())))
    assert answer.json()["TotalPrice"] == 7.38


def _form(name: str, value: Any) -> list[tuple[str, str]]:  # noqa: ANN401 — any JSON
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = dict(enumerate(value)).items()
    else:
        return [(name, str(value))]
    return [
        pair for key, part in steps for pair in _form(f"{name}[{key}]" if name else str(key), part)
    ]


def test_an_unpaid_order_reads_back_without_links(caller: Caller) -> None:
    made = caller.order(order(item(Reference="ORD-1001")))
    answer = caller.get("/api/orders", params={"orderId": made["OrderId"], "hash": made["Hash"]})
    read = answer.json()
    assert read["OrderId"] == int(made["OrderId"])
    assert read["PaidDate"] is None
    assert read["Links"] == {}
    [line] = read["Items"]
    assert line["Id"] == int(made["OrderlineIdMap"][0]["OrderLineId"])
    assert line["Reference"] == "ORD-1001"
    assert line["Parcels"][0]["PrintInStoreBarcodeFormat"] == "QRCode"


def test_a_paid_order_reads_back_its_day_and_its_links(caller: Caller) -> None:
    made = caller.paid_order()
    read = caller.get("/api/orders", params={"ORDERID": made["OrderId"]}).json()
    assert re.fullmatch(r"[0-9-]{10}T[0-9:]{8}", read["PaidDate"])
    assert {"labels-a4", "labels-4x6", "labels-a4-4x6", "tracking-page", "invoice"} <= set(
        read["Links"]
    )


@pytest.mark.parametrize("form", ["raw", "encoded", "space"])
def test_a_hash_is_taken_as_clients_send_it(caller: Caller, form: str) -> None:
    made = caller.order()
    known = made["Hash"]
    sent = {"raw": known, "encoded": quote(known, safe=""), "space": known.replace("+", "%20")}
    url = f"{caller.server.base_url}/api/orders?orderId={made['OrderId']}&hash={sent[form]}"
    assert caller.get(url).status_code == 200


def test_a_wrong_hash_or_number_finds_nothing(caller: Caller) -> None:
    made = caller.order()
    for params in (
        {"orderId": made["OrderId"], "hash": "wrong"},
        {"orderId": "1"},
        {"orderId": "no number"},
        {},
    ):
        assert caller.get("/api/orders", params=params).status_code == 404
