"""What is sent to Geins, exactly, and what becomes of each documented answer and error."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    NotFound,
    NotSignedIn,
    PostroomError,
    Refused,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.domain.shop import LeftOutReason, Platform, ShopSecret, shop_account
from desktop_app.shops.geins.client import GeinsShop
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.shops.geins.samples import DOCUMENTED, order, page, row
from tests.shops.listening import Listening

FIRST, SECOND = "POST /API/Order/Query/1", "POST /API/Order/Query/2"
ONE = "GET /API/Order/1001/rows,paymentdetails,shippingdetails"
PRODUCT = "GET /API/Product/7"
DATABASE = said({"Message": "A database error occured.", "Details": []}, 500)
INCLUDE = "rows,paymentdetails,shippingdetails"
SINCE = datetime(2026, 10, 1, 12, tzinfo=UTC)


def test_both_credentials_go_with_every_call(server: ScriptedServer, shop: GeinsShop) -> None:
    server.on("GET /API/Order/Statuses", said([{"Name": "pending", "DisplayName": "Pending"}]))
    shop.check()
    (asked,) = server.requests
    assert asked.target == "/API/Order/Statuses"
    assert asked.headers["X-ApiKey"] == "k3y"
    assert asked.headers["Authorization"] == (
        "Basic " + base64.b64encode("ann:pä55".encode()).decode()
    )


def test_a_key_that_is_missing_is_named_before_anything_is_sent() -> None:
    account = shop_account(Platform.GEINS, "", user="ann")
    assert account.base_url == "https://mgmtapi.geins.io/API"
    with pytest.raises(NotSignedIn, match="API key"):
        GeinsShop(account, ShopSecret(secret="p"))


def test_orders_are_queried_in_pages_of_one_batch(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, said(page(order(Id=1), order(Id=2), more=True, batch="b-9")))
    server.on(SECOND, said(page(order(Id=2), order(Id=3), batch="b-9")))
    server.on(PRODUCT, said({"Resource": {"IntrastatCode": "6115 95 00", "CountryOfOrigin": "PT"}}))
    found = shop.orders_to_send(SINCE, progress)
    assert [one.order_number for one in found.orders] == ["1", "2", "3"]
    assert found.orders[0].lines[0].hs_code == "61159500"
    assert found.orders[0].lines[0].origin == "PRT"
    first, second, product = server.requests
    assert first.json == {
        "StatusList": "pending,partial,backorder,on-hold",
        "Include": INCLUDE,
        "UpdatedAfter": "2026-10-01T12:00:00Z",
    }
    assert first.headers["Content-Type"] == "application/json"
    assert second.json == {"BatchId": "b-9"}
    assert product.target == "/API/Product/7"


def test_a_shop_that_rereads_its_first_page_is_left(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, said(page(order(Id=1), more=True)))
    server.on(SECOND, said(page(order(Id=1), more=True)))
    assert len(shop.orders_to_send(None, progress).orders) == 1
    assert len(server.calls("/API/Order")) == 2


def test_the_number_of_pages_says_that_there_are_more(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    first = page(order(Id=1))
    del first["PageResult"]["HasMoreRows"]
    first["PageResult"]["PageCount"] = 2
    server.on(FIRST, said(first))
    server.on(SECOND, said(page(order(Id=2))))
    assert len(shop.orders_to_send(None, progress).orders) == 2


def test_without_a_time_everything_open_is_asked_for(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, said(page()))
    assert shop.orders_to_send(None, progress).orders == ()
    assert set(server.requests[0].json) == {"StatusList", "Include"}


def test_pending_is_left_out_where_geins_cannot_take_it(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, DATABASE, said(page(order(Id=4, Status="partial"))))
    found = shop.orders_to_send(None, progress)
    assert [one.json["StatusList"] for one in server.calls("/API/Order")] == [
        "pending,partial,backorder,on-hold",
        "partial,backorder,on-hold",
    ]
    assert [one.order_number for one in found.orders] == ["4"]
    assert any("by its order number" in note.message for note in found.notes)
    assert progress.waited == []


def test_a_query_that_is_never_taken_says_so(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, DATABASE)
    with pytest.raises(ServiceBroken, match="database error"):
        shop.orders_to_send(None, progress)
    assert len(server.requests) >= 2


def test_a_second_page_may_want_the_filter_too(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, said(page(order(Id=1), more=True)))
    server.on(SECOND, DATABASE, said(page(order(Id=2))))
    found = shop.orders_to_send(None, progress)
    assert [one.order_number for one in found.orders] == ["1", "2"]
    assert server.calls("/API/Order/Query/2")[1].json == {
        "StatusList": "pending,partial,backorder,on-hold",
        "Include": INCLUDE,
        "BatchId": "b-1",
    }


def test_an_api_without_pages_is_asked_for_a_bare_list(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on("POST /API/Order/Query", said([DOCUMENTED]))
    found = shop.orders_to_send(None, progress)
    assert [one.order_number for one in found.orders] == ["1001"]


def test_rows_that_the_list_leaves_out_are_read(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, said(page(order(Rows=[]), order(Id=1002, Rows=None))))
    server.on(ONE, said(DOCUMENTED))
    found = shop.orders_to_send(None, progress)
    assert [one.order_number for one in found.orders] == ["1001"]
    assert server.calls("/API/Order/1")[0].target == ONE.partition(" ")[2]
    assert [(one.order_number, one.reason) for one in found.left_out] == [
        ("1002", LeftOutReason.NOTHING_TO_SEND)
    ]


def test_an_order_comes_by_its_number(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(ONE, said({"Resource": DOCUMENTED, "Message": "", "Details": []}))
    (found,) = shop.order("1001", progress).orders
    assert found.source_id == "1001"
    with pytest.raises(NotFound, match="numbered"):
        shop.order("../1", progress)


def test_a_product_is_asked_for_once_and_never_a_reason_to_stop(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    rows = [row(), row(Id=12), row(Id=13, ProductId=8)]
    server.on(FIRST, said(page(order(Rows=rows))))
    server.on(PRODUCT, said({"Message": "no right"}, 403))
    (found,) = shop.orders_to_send(None, progress).orders
    assert {line.hs_code for line in found.lines} == {""}
    assert [one.target for one in server.calls("/API/Product")] == ["/API/Product/7"]


@pytest.mark.parametrize(
    ("said_code", "code"),
    [("61159500", "61159500"), ("6115.95", "611595"), ("n/a", ""), (None, "")],
)
def test_a_code_is_digits_or_none(
    server: ScriptedServer,
    progress: Listening,
    shop: GeinsShop,
    said_code: str | None,
    code: str,
) -> None:
    server.on(ONE, said(DOCUMENTED))
    server.on(PRODUCT, said({"IntrastatCode": said_code, "CountryOfOrigin": None}))
    (found,) = shop.order("1001", progress).orders
    assert (found.lines[0].hs_code, found.lines[0].origin) == (code, "")


READS: dict[str, Callable[[GeinsShop, Listening], object]] = {
    "check": lambda shop, _progress: shop.check(),
    "orders": lambda shop, progress: shop.orders_to_send(None, progress),
    "order": lambda shop, progress: shop.order("1001", progress),
}


@pytest.mark.parametrize("call", READS.values(), ids=READS)
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (said({"Message": "Bad filter", "Details": ["Email: not valid"]}, 400), Refused),
        (said({"Message": "Unauthorized"}, 401), NotSignedIn),
        (said({"Message": "Forbidden"}, 403), NotSignedIn),
        (said({"Message": "Not found"}, 404), NotFound),
        (said({"Message": "down"}, 500), ServiceBroken),
        (Reply(502, b"<html>Bad gateway</html>"), ServiceBroken),
        (said({}, 429, Retry_After="900"), TooManyRequests),
        (Reply(200, b"<html></html>"), AnswerNotUnderstood),
        (Reply(200), AnswerNotUnderstood),
        (said({"Message": "Success."}), AnswerNotUnderstood),
        (Reply(200, b"[{}]", cut_at=20), ConnectionCut),
    ],
)
def test_each_documented_error_is_one_of_ours(
    server: ScriptedServer,
    progress: Listening,
    shop: GeinsShop,
    call: Callable[[GeinsShop, Listening], object],
    reply: Reply,
    kind: type[PostroomError],
) -> None:
    for path in ("GET /API/Order/Statuses", FIRST, "POST /API/Order/Query", ONE):
        server.on(path, reply)
    with pytest.raises(kind):
        call(shop, progress)


def test_a_refusal_names_every_detail(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, said({"Message": "Invalid", "Details": ["A is wrong", "B is wrong"]}, 400))
    with pytest.raises(Refused, match="Invalid") as failure:
        shop.orders_to_send(None, progress)
    assert [one.message for one in failure.value.problems] == [
        "Invalid",
        "A is wrong",
        "B is wrong",
    ]


def test_a_query_is_asked_again_after_the_pause_it_wants(
    server: ScriptedServer, progress: Listening, shop: GeinsShop
) -> None:
    server.on(FIRST, said({}, 429, Retry_After="4"), said({}, 503), said(page()))
    shop.orders_to_send(None, progress)
    assert progress.waited[0] == 4
    assert len(progress.waited) == 2
