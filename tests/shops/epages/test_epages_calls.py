"""What is sent to ePages, exactly, and what becomes of each documented answer and error."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    Cancelled,
    ConnectionCut,
    InputError,
    NotFound,
    NotSignedIn,
    PostroomError,
    Refused,
    ScopeMissing,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.domain.shop import LeftOutReason, NewShopOrder
from desktop_app.domain.shop_despatch import DespatchNews
from desktop_app.shops.epages.client import EpagesShop
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.shops.epages.samples import (
    DOCUMENTED,
    ORDER_ID,
    line,
    listed,
    order,
    with_lines,
)
from tests.shops.listening import Listening

BASE = "/rs/shops/DemoShop"
LIST = f"GET {BASE}/orders"
ONE = f"GET {BASE}/orders/{ORDER_ID}"
CHANGE = f"PATCH {BASE}/orders/{ORDER_ID}"
MAKE = f"POST {BASE}/carts/C-1/order"
SENT = "2026-03-02T10:15:00.000Z"
NEWS = DespatchNews(
    source_id=ORDER_ID,
    numbers=("PA123GB",),
    tracking_url="https://track.example/PA123GB",
    carrier="Evri",
    sent_at=datetime(2026, 3, 2, 10, 15, tzinfo=UTC),
)
CART = NewShopOrder(details={"cartId": "C-1", "cartToken": "c4rt"})
WEB_PAGE = b"<html><body><h1>Error 500</h1><p>Powered by Jetty</p></body></html>"


def page_of(message: bytes, status: int) -> Reply:
    return Reply(status, message, {"Content-Type": "text/html"})


def test_a_check_reads_one_order_with_the_token(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(LIST, said(listed()))
    shop.check()
    (asked,) = server.requests
    assert asked.target == f"{BASE}/orders?page=1&resultsPerPage=1"
    assert asked.headers["Authorization"] == "Bearer t0k3n"
    assert asked.headers["Accept"] == "application/vnd.epages.v1+json"
    assert asked.body == b""


def test_orders_are_read_page_by_page_and_one_by_one(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    first = [order(orderId=f"A{n}", orderNumber=f"N{n}") for n in range(100)]
    second = [order(orderId="A99", orderNumber="N99"), order(orderId="B", orderNumber="N100")]
    server.on(LIST, said(listed(*first)), said(listed(*second)))
    for one in [*first, *second]:
        server.on(f"GET {BASE}/orders/{one['orderId']}", said(one))
    found = shop.orders_to_send(None, progress)
    assert [one.order_number for one in found.orders] == [f"N{n}" for n in range(101)]
    targets = [one.target for one in server.requests]
    assert targets[:3] == [
        f"{BASE}/orders?page=1&resultsPerPage=100&dispatchedOn=false",
        f"{BASE}/orders?page=2&resultsPerPage=100&dispatchedOn=false",
        f"{BASE}/orders/A0",
    ]
    assert len(targets) == 2 + 101
    assert progress.told[-1] == "Reading the shop's orders 101/101"


def test_only_what_changed_is_asked_for(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    server.on(LIST, said(listed()))
    shop.orders_to_send(datetime.now(UTC) - timedelta(days=2), progress)
    assert "&updatedFrom=2" in server.requests[0].target
    assert server.requests[0].target.endswith(".000Z")
    shop.orders_to_send(datetime.now(UTC) - timedelta(days=400), progress)
    assert "updatedFrom" not in server.requests[1].target


def test_what_is_not_due_is_sorted_out_whatever_the_shop_filters(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    gone = order(orderId="X", orderNumber="N-1", dispatchedOn=SENT)
    meanwhile = order(orderId="Y", orderNumber="N-2")
    server.on(LIST, said(listed(gone, meanwhile)))
    server.on(f"GET {BASE}/orders/Y", said({**meanwhile, "rejectedOn": SENT}))
    found = shop.orders_to_send(None, progress)
    assert [(one.order_number, one.reason) for one in found.left_out] == [
        ("N-1", LeftOutReason.DISPATCHED),
        ("N-2", LeftOutReason.CANCELLED),
    ]
    assert found.orders == ()
    assert len(server.requests) == 2


def test_an_order_that_is_gone_or_garbled_costs_only_itself(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    bad = [order(orderId=name, orderNumber=name) for name in ("gone", "page", "good")]
    server.on(LIST, said(listed(*bad)))
    server.on(f"GET {BASE}/orders/page", page_of(WEB_PAGE, 200))
    server.on(f"GET {BASE}/orders/good", said(bad[2]))
    found = shop.orders_to_send(None, progress)
    assert [one.source_id for one in found.orders] == ["good"]
    assert {one.order_number: one.reason for one in found.left_out} == {
        "gone": LeftOutReason.MALFORMED,
        "page": LeftOutReason.MALFORMED,
    }


def test_an_order_without_address_or_lines_is_left_out(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    nowhere = order(billingAddress=None)
    server.on(LIST, said(listed(nowhere)))
    server.on(ONE, said(nowhere), said(with_lines()))
    found = shop.orders_to_send(None, progress)
    assert [one.reason for one in found.left_out] == [LeftOutReason.NO_ADDRESS]
    found = shop.orders_to_send(None, progress)
    assert [one.reason for one in found.left_out] == [LeftOutReason.NOTHING_TO_SEND]


def test_the_size_of_one_piece_comes_from_its_product(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    one = with_lines(line(quantity={"amount": 1, "unit": "piece(s)"}, productId="P/1"))
    server.on(ONE, said(one))
    size = {"productLength": 300, "productWidth": 205, "productHeight": "100"}
    server.on(f"GET {BASE}/products/P%2F1", said(size), said({**size, "productWidth": None}))
    (found,) = shop.order(ORDER_ID, progress).orders
    assert found.size_cm == (Decimal(30), Decimal("20.5"), Decimal(10))
    (found,) = shop.order(ORDER_ID, progress).orders
    assert found.size_cm is None


def test_a_token_for_orders_alone_is_enough(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    server.on(ONE, said(with_lines(line(quantity={"amount": 1, "unit": ""}, productId="P"))))
    server.on(f"GET {BASE}/products/P", said({"message": "no"}, 403))
    (found,) = shop.order(ORDER_ID, progress).orders
    assert found.size_cm is None


def test_reading_stops_when_the_user_says_so(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(LIST, said(listed(order())))
    with pytest.raises(Cancelled):
        shop.orders_to_send(None, Listening(stop_at=2))


def test_a_cart_becomes_an_order_by_an_empty_call(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(MAKE, said(DOCUMENTED, 201))
    made = shop.create_order(CART)
    (asked,) = server.requests
    assert (asked.method, asked.target, asked.body) == ("POST", f"{BASE}/carts/C-1/order", b"")
    assert asked.headers["X-epages-Cart-Token"] == "c4rt"
    assert "Content-Type" not in asked.headers
    assert made.numbers == ("ORD161220/1039",)
    assert made.order
    assert made.order.source_id == ORDER_ID


@pytest.mark.parametrize(
    ("details", "fields"),
    [
        ({}, ["details.cartId", "details.cartToken"]),
        ({"cartId": "C", "cartToken": " "}, ["details.cartToken"]),
        ({"cartId": "C", "cartToken": "Ω"}, ["details.cartToken"]),
        ({"cartId": "C", "cartToken": "T", "colour": 1}, ["details.colour"]),
    ],
)
def test_what_is_missing_of_a_cart_is_asked_for(
    server: ScriptedServer, details: dict[str, Any], fields: list[str], shop: EpagesShop
) -> None:
    with pytest.raises(InputError) as wrong:
        shop.create_order(NewShopOrder(details=details))
    assert [problem.field for problem in wrong.value.problems] == fields
    assert server.requests == []


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (said({"message": "no billing address"}, 400), Refused),
        (said({"message": "token"}, 403), ScopeMissing),
        (said({}, 404), NotFound),
        (said({}, 410), Refused),
        (page_of(WEB_PAGE, 500), ServiceBroken),
        (page_of(WEB_PAGE, 201), AnswerNotUnderstood),
        (Reply(201), AnswerNotUnderstood),
        (Reply(201, b"{", cut_at=30), ConnectionCut),
    ],
)
def test_an_order_is_entered_once_whatever_comes_back(
    server: ScriptedServer, reply: Reply, kind: type[PostroomError], shop: EpagesShop
) -> None:
    server.on(MAKE, reply)
    with pytest.raises(kind) as failure:
        shop.create_order(CART)
    assert len(server.requests) == 1
    if kind in (ConnectionCut, ServiceBroken, AnswerNotUnderstood):
        assert "Look in the shop's orders" in failure.value.advice


def test_a_refusal_has_the_shops_own_words(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(MAKE, said({"message": "A <b>billing</b> address is needed", "status": "400"}, 400))
    with pytest.raises(Refused, match="A billing address is needed"):
        shop.create_order(CART)


def patched(**changes: object) -> Reply:
    return said(order(dispatchedOn=SENT, **changes))


def test_it_is_read_and_then_marked_with_its_number(
    server: ScriptedServer, shop: EpagesShop
) -> None:
    told = "Fragile\nTracking code:PA123GB https://track.example/PA123GB"
    server.on(ONE, said(order(internalNote="Fragile")))
    server.on(CHANGE, patched(internalNote=told))
    result = shop.despatch(NEWS)
    assert not result.was_known
    asked = server.requests[1]
    assert asked.headers["Content-Type"] == "application/json-patch+json"
    assert asked.headers["Accept"] == "application/vnd.epages.v1+json"
    assert asked.json == [
        {"op": "add", "path": "/dispatchedOn", "value": SENT},
        {"op": "add", "path": "/internalNote", "value": told},
    ]


def test_an_empty_note_begins_with_the_number(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(ONE, said(order()))
    server.on(CHANGE, patched(internalNote="Tracking code:PA123GB"))
    shop.despatch(NEWS.model_copy(update={"tracking_url": ""}))
    assert server.requests[1].json[1]["value"] == "Tracking code:PA123GB"


def test_several_parcels_are_all_in_the_note(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(ONE, said(order()))
    server.on(CHANGE, patched(internalNote="Tracking code:A\nTracking code:B"))
    shop.despatch(NEWS.model_copy(update={"numbers": ("A", "B"), "tracking_url": ""}))
    assert server.requests[1].json[1]["value"] == "Tracking code:A\nTracking code:B"


def test_what_the_shop_knows_is_not_told_again(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(ONE, said(order(dispatchedOn=SENT, internalNote="tracking code:pa123gb")))
    assert shop.despatch(NEWS).was_known
    assert [one.method for one in server.requests] == ["GET"]


def test_a_second_parcel_only_adds_to_the_note(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(ONE, said(order(dispatchedOn=SENT, internalNote="Tracking code:FIRST")))
    server.on(CHANGE, patched(internalNote="Tracking code:FIRST\nTracking code:PA123GB"))
    shop.despatch(NEWS)
    assert [one["path"] for one in server.requests[1].json] == ["/internalNote"]
    assert server.requests[1].json[0]["value"].startswith("Tracking code:FIRST\n")


def test_without_a_number_it_is_only_marked(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(ONE, said(order()))
    server.on(CHANGE, patched())
    shop.despatch(NEWS.model_copy(update={"numbers": ()}))
    assert [one["path"] for one in server.requests[1].json] == ["/dispatchedOn"]


def test_a_cancelled_order_is_not_marked(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(ONE, said(order(rejectedOn=SENT)))
    with pytest.raises(Refused, match="cancelled"):
        shop.despatch(NEWS)
    assert len(server.requests) == 1


def test_a_change_that_was_not_kept_is_told(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(ONE, said(order()))
    server.on(CHANGE, patched(internalNote=None))
    with pytest.raises(AnswerNotUnderstood, match="does not show"):
        shop.despatch(NEWS)


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (said({"message": "edit"}, 409), Refused, "open for editing"),
        (page_of(WEB_PAGE, 409), Refused, "open for editing"),
        (said({"message": "bad path"}, 400), Refused, "bad path"),
        (said({}, 403), ScopeMissing, "not change them"),
        (page_of(WEB_PAGE, 500), ServiceBroken, "500"),
        (page_of(WEB_PAGE, 200), AnswerNotUnderstood, "web page"),
        (said({}, 429, Retry_After="7"), TooManyRequests, "pause"),
    ],
)
def test_each_refused_change_says_why(
    server: ScriptedServer, reply: Reply, kind: type[PostroomError], words: str, shop: EpagesShop
) -> None:
    server.on(ONE, said(order()))
    server.on(CHANGE, reply)
    with pytest.raises(kind, match=words) as failure:
        shop.despatch(NEWS)
    assert "Jetty" not in failure.value.message
    assert [one.method for one in server.requests] == ["GET", "PATCH"]


READS: dict[str, Callable[[EpagesShop, Listening], object]] = {
    "check": lambda shop, _progress: shop.check(),
    "orders": lambda shop, progress: shop.orders_to_send(None, progress),
}


@pytest.mark.parametrize("call", READS.values(), ids=READS)
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (said({"message": "no"}, 400), Refused),
        (said({}, 401), NotSignedIn),
        (said({"error": "insufficient_scope"}, 403), NotSignedIn),
        (said({}, 404), NotFound),
        (page_of(WEB_PAGE, 405), Refused),
        (said({}, 406), AnswerNotUnderstood),
        (page_of(WEB_PAGE, 500), ServiceBroken),
        (said({"message": "down", "status": "502"}, 502), ServiceBroken),
        (said({}, 503), ServiceBroken),
        (said({}, 302, Location="https://elsewhere.example"), AnswerNotUnderstood),
        (page_of(WEB_PAGE, 200), AnswerNotUnderstood),
        (said({"results": 0}), AnswerNotUnderstood),
        (Reply(200, b"{}", cut_at=20), ConnectionCut),
    ],
)
def test_each_documented_error_is_one_of_ours(
    server: ScriptedServer,
    progress: Listening,
    call: Callable[[EpagesShop, Listening], object],
    reply: Reply,
    kind: type[PostroomError],
    shop: EpagesShop,
) -> None:
    server.on(LIST, reply)
    with pytest.raises(kind) as failure:
        call(shop, progress)
    assert "Jetty" not in failure.value.message


def test_an_order_without_an_id_is_named(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    server.on(LIST, said({"items": [{"orderNumber": "1"}]}))
    with pytest.raises(AnswerNotUnderstood, match="lacks orderId"):
        shop.orders_to_send(None, progress)


def test_one_entry_without_an_id_costs_only_itself(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    page = listed(order())
    server.on(LIST, said({**page, "items": [{"orderNumber": "1"}, *page["items"]]}))
    server.on(ONE, said(order()))
    found = shop.orders_to_send(None, progress)
    assert [one.source_id for one in found.orders] == [ORDER_ID]
    assert any("One entry" in note.message for note in found.notes)


def test_a_fault_that_passes_is_sat_out(
    server: ScriptedServer, progress: Listening, shop: EpagesShop
) -> None:
    server.on(LIST, said({}, 503), said({}, 429, Retry_After="9"), said(listed()))
    assert shop.orders_to_send(None, progress).orders == ()
    assert len(server.requests) == 3
    assert progress.waited[0] < 2
    assert progress.waited[1] == 9


def test_a_lasting_fault_ends_after_four_tries(
    server: ScriptedServer, shop: EpagesShop, pauses: list[float]
) -> None:
    server.on(LIST, said({}, 500))
    with pytest.raises(ServiceBroken):
        shop.check()
    assert len(server.requests) == 4
    assert pauses == sorted(pauses)


def test_a_long_pause_is_the_users_to_wait(server: ScriptedServer, shop: EpagesShop) -> None:
    server.on(LIST, said({}, 429, Retry_After="1800"))
    with pytest.raises(TooManyRequests) as failure:
        shop.check()
    assert failure.value.retry_after == 1800
    assert len(server.requests) == 1


def test_nothing_that_a_person_wrote_is_logged(
    server: ScriptedServer, progress: Listening, caplog: pytest.LogCaptureFixture, shop: EpagesShop
) -> None:
    server.on(ONE, said(order(creationDate="Daisy")))
    with caplog.at_level("DEBUG", logger="desktop_app"):
        shop.order(ORDER_ID, progress)
    assert "creationDate" in caplog.text
    assert "Daisy" not in caplog.text
    assert "t0k3n" not in caplog.text
