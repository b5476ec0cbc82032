"""Address rules, prohibited items, questions, Me, details, invoices and logos of practice."""

import base64

import httpx
import pytest

from desktop_app.practice.server import PracticeServer
from tests.practice.caller import Caller


def fields(caller: Caller, country: str) -> set[str]:
    """The fields that a country has rules for."""
    answer = caller.get("/api/addressrules", params={"iso3CountryCode": country})
    return {rule["Field"] for rule in answer.json()["Results"]}


def test_a_country_with_states_wants_a_county(caller: Caller) -> None:
    assert fields(caller, "USA") - fields(caller, "GBR") == {"County"}


@pytest.mark.parametrize(
    "query", [{}, {"iso3CountryCode": "IMN"}, {"iso3CountryCode": "GBR", "serviceSlug": "none"}]
)
def test_rules_need_a_known_country_and_service(caller: Caller, query: dict[str, str]) -> None:
    assert caller.get("/api/addressrules", params=query).status_code == 400


@pytest.mark.parametrize(
    ("words", "names"),
    [("a glass bowl", ["Glass"]), ("battery batteries", ["Batteries"]), ("slippers", [])],
)
def test_prohibited_items_are_searched_by_words(
    caller: Caller, words: str, names: list[str]
) -> None:
    answer = caller.get("/api/prohibiteditems", params={"searchTerm": words}).json()
    assert [one["Name"] for one in answer["Results"]] == names


def test_some_things_are_prohibited_in_one_country_only(caller: Caller) -> None:
    seeds = [
        caller.get(
            "/api/prohibiteditems", params={"searchTerm": "seeds", "iso3CountryCode": country}
        ).json()["Results"]
        for country in ("USA", "GBR")
    ]
    assert [len(found) for found in seeds] == [1, 0]


def test_questions_have_answers(caller: Caller) -> None:
    assert all(
        one["Question"] and one["Answer"] for one in caller.get("/api/faqs").json()["Results"]
    )


def test_me_needs_its_scope(practice: PracticeServer, caller: Caller) -> None:
    paths = ("detail", "collectionAddresses", "deliveryAddresses")
    assert [caller.post(f"/api/me/{path}", json={}).status_code for path in paths] == [403] * 3
    with Caller(practice, "public-api my-profile") as mine:
        answers = [mine.post(f"/api/me/{path}", json={}).json() for path in paths]
    assert answers[0]["Forename"] == "Pat"
    assert [one[0]["Postcode"] for one in answers[1:]] == ["YO12 7JZ", "YO17 7LL"]


def test_an_order_line_is_told_in_full(caller: Caller) -> None:
    made = caller.paid_order()
    line = made["OrderlineIdMap"][0]["OrderLineId"]
    told = caller.get(f"/api/orderdetails/{line}").json()
    assert (str(told["OrderId"]), told["Status"]) == (made["OrderId"], "Paid")
    assert caller.get("/api/orderdetails/1").status_code == 404


def test_the_history_has_the_newest_order_first(practice: PracticeServer, caller: Caller) -> None:
    made = [caller.order()["OrderId"] for _ in range(2)]
    with Caller(practice, "public-api my-profile") as mine:
        told = mine.get("/api/me/orders/detail").json()["Results"]
    assert [str(one["OrderId"]) for one in told] == made[::-1]


def test_an_invoice_comes_after_the_payment(caller: Caller) -> None:
    made = caller.order()
    path = f"/api/invoices/{made['OrderId']}"
    assert caller.get(path).status_code == 404
    caller.post(made["Links"]["PayWithPrePay"])
    pdf = base64.b64decode(caller.get(path).json()["Base64EncodedInvoice"])
    assert pdf.startswith(b"%PDF")


def test_logos_are_where_services_say(caller: Caller) -> None:
    links = caller.get("/api/services").json()["Results"][0]["Links"]
    assert httpx.get(links["ImageSmall"]).content.startswith(b"\x89PNG")
    assert httpx.get(links["Imagelarge"]).content.startswith(b"\x89PNG")
    assert httpx.get(links["ImageSvg"]).headers["content-type"].startswith("image/svg+xml")
    assert httpx.get(links["ImageSvg"].replace(".svg", "x.svg")).status_code == 404
