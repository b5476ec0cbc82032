"""Paying at the practice service: PrePay, its page for cards, and top-ups."""

from decimal import Decimal

import httpx
import pytest

from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings
from tests.practice.caller import Caller
from tests.practice.orders_sent import item, order

CARD = {"card": "4242 4242 4242 4242"}


def test_prepay_starts_with_a_hundred_pounds_as_a_bare_number(caller: Caller) -> None:
    assert caller.get("/api/prepay").text == "100.0"


def test_paying_takes_the_money_and_answers_an_array_of_links(caller: Caller) -> None:
    made = caller.order()
    answer = caller.post(made["Links"]["PayWithPrePay"])
    assert answer.status_code == 200
    links = answer.json()["Links"]
    assert [set(link) for link in links] == [{"Name", "Link"}] * len(links)
    assert "/api/labels/" in links[0]["Link"]
    assert links[2]["Name"] == "labels-4x6"
    assert caller.get("/api/prepay").json() == 92.62


def test_a_paid_order_paid_again_is_charged_again(caller: Caller) -> None:
    made = caller.paid_order()
    first = caller.get("/api/orders", params={"orderId": made["OrderId"]}).json()["PaidDate"]
    assert caller.post(made["Links"]["PayWithPrePay"]).status_code == 200
    again = caller.get("/api/orders", params={"orderId": made["OrderId"]}).json()["PaidDate"]
    books = caller.books()
    assert books["balance"] == 85.24
    assert [one["amount"] for one in books["payments"]] == [7.38, 7.38]
    assert again == first


def test_the_hash_may_be_left_out_but_not_wrong(caller: Caller) -> None:
    path = f"/api/orders/{caller.order()['OrderId']}/paywithprepay"
    assert caller.post(path, params={"hash": "wrong"}).status_code == 404
    assert caller.post(path).status_code == 200


def test_too_little_money_is_a_bare_500_and_takes_nothing(caller: Caller) -> None:
    assert caller.post("/practice/balance", json={"balance": 7.37}).status_code == 200
    answer = caller.post(caller.order()["Links"]["PayWithPrePay"])
    assert (answer.status_code, answer.json()) == (500, {"Message": "An error has occurred."})
    assert caller.get("/api/prepay").json() == 7.37
    assert caller.books()["payments"] == []


def test_the_last_penny_can_be_spent(caller: Caller) -> None:
    caller.post("/practice/balance", json={"balance": 7.38})
    caller.paid_order()
    assert caller.get("/api/prepay").json() == 0


def test_links_come_only_with_the_labels() -> None:
    now = [1_000_000.0]
    settings = Settings(labels_delay=30, clock=lambda: now[0])
    with PracticeServer(settings=settings) as server, Caller(server) as caller:
        made = caller.order()
        assert caller.post(made["Links"]["PayWithPrePay"]).json() == {"Links": []}
        params = {"orderId": made["OrderId"]}
        read = caller.get("/api/orders", params=params).json()
        assert read["PaidDate"]
        assert read["Links"] == {}
        now[0] += 30
        assert caller.get("/api/orders", params=params).json()["Links"]


def test_an_unknown_order_cannot_be_paid(caller: Caller) -> None:
    assert caller.post("/api/orders/1/paywithprepay").status_code == 404


def test_the_stored_card_pays_an_order_once(caller: Caller) -> None:
    [card] = caller.get("/api/storedcards").json()
    path = f"/api/orders/{caller.order()['OrderId']}/paywithstoredcard"
    assert caller.post(path, params={"storedCardId": "1"}).status_code == 400
    for status in (200, 400):
        assert caller.post(path, params={"storedCardId": card["Id"]}).status_code == status
    assert [one["method"] for one in caller.books()["payments"]] == ["card"]


def test_the_page_shows_the_order_and_pays_it_once(caller: Caller) -> None:
    made = caller.order()
    link = made["Links"]["payment"]
    with httpx.Client(follow_redirects=True) as browser:
        shown = browser.get(link)
        assert shown.headers["content-type"].startswith("text/html")
        for words in ("PRACTICE", made["OrderId"], "£7.38", "4242 4242 4242 4242"):
            assert words in shown.text
        thanks = browser.post(link, data=CARD)
        assert thanks.status_code == 200
        assert "is paid" in thanks.text
        again = browser.post(link, data=CARD)
        assert again.status_code == 409
        assert "already" in again.text
        assert browser.get(link).status_code == 409
    assert [one["method"] for one in caller.books()["payments"]] == ["card"]
    assert caller.get("/api/prepay").json() == 100
    assert caller.get("/api/orders", params={"orderId": made["OrderId"]}).json()["PaidDate"]


def test_a_declined_card_pays_nothing(caller: Caller) -> None:
    link = caller.order()["Links"]["payment"]
    answer = httpx.post(link, data={"card": "4000 0000 0000 0002"})
    assert answer.status_code == 402
    assert "declined" in answer.text
    assert httpx.post(link).status_code == 402
    assert caller.books()["payments"] == []


def test_an_incomplete_link_shows_nothing(caller: Caller) -> None:
    link = caller.order()["Links"]["payment"]
    assert httpx.get(link[:-1]).status_code == 404
    assert httpx.post(link[:-1], data=CARD).status_code == 404
    complete = link.replace("/order/payment", "/order/complete")
    assert httpx.get(complete).status_code == 404


@pytest.mark.parametrize("name", ["barclaycard", "paypal"])
def test_the_other_ways_lead_to_the_page(caller: Caller, name: str) -> None:
    links = caller.order()["Links"]
    assert httpx.get(links[name]).headers["location"] == links["payment"]


def test_the_page_may_load_nothing_from_elsewhere(caller: Caller) -> None:
    shown = httpx.get(caller.order()["Links"]["payment"])
    assert "default-src 'none'" in shown.headers["content-security-policy"]


def test_a_top_up_link_really_adds_the_money_once(caller: Caller) -> None:
    wish = {"Amount": 25.5, "CurrencyCode": "GBP"}
    answer = caller.post("/api/prepay/create-topup-links", json=wish).json()
    [link] = [one["Link"] for one in answer["Links"]]
    assert "£25.50" in httpx.get(link).text
    assert httpx.post(link, data={"card": "0002"}).status_code == 402
    assert caller.get("/api/prepay").json() == 100
    assert "£125.50" in httpx.post(link, data=CARD).text
    assert httpx.post(link, data=CARD).status_code == 409
    assert caller.get("/api/prepay").json() == 125.5
    assert "£125.50" in httpx.get(link).text


def test_a_top_up_is_refused_without_a_sum(caller: Caller) -> None:
    for wish in ({}, {"Amount": 0}, {"Amount": -5}, {"Amount": 5, "CurrencyCode": "EUR"}):
        assert caller.post("/api/prepay/create-topup-links", json=wish).status_code == 400
    unknown = f"{caller.server.base_url}/prepay/topup?hash=no"
    assert httpx.get(unknown).status_code == 404
    assert httpx.post(unknown).status_code == 404


def test_the_books_tell_what_was_bought(caller: Caller) -> None:
    made = caller.paid_order(order(item(Reference="ORD-7")))
    [bought] = caller.books()["orders"]
    assert bought["order_id"] == int(made["OrderId"])
    assert (bought["paid"], bought["references"]) == (True, ["ORD-7"])
    assert {"method": "POST", "path": "/api/orders", "status": 200} in caller.books()["requests"]


def test_the_state_can_be_asked_directly(practice: PracticeServer) -> None:
    assert practice.state.till.balance == Decimal("100.00")
    practice.state.till.set_balance(Decimal("0.05"))
    assert practice.state.till.balance == Decimal("0.05")
