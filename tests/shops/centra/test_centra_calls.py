"""What is sent to Centra, exactly, and what becomes of each documented answer and error."""

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
    ScopeMissing,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.domain.shop import LeftOutReason
from desktop_app.domain.shop_despatch import DespatchNews
from desktop_app.shops.centra.client import CentraShop
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.shops.centra.samples import listed, shipment
from tests.shops.listening import Listening

LIST = "GET /api/order-api/shipments"
PUT = "PUT /api/order-api/shipment"
NEWS = DespatchNews(
    source_id="83651-1",
    order_number="83651",
    numbers=("PA123GB",),
    carrier="Evri",
    service="Next day",
    sent_at=datetime(2026, 10, 3, tzinfo=UTC),
)
DONE = listed(shipment(trackingNumber="PA123GB"))
OK = said({"status": "ok", "order": 83651, "shipment": "83651-1"})


def test_a_check_reads_one_shipment_with_the_secret(
    server: ScriptedServer, shop: CentraShop
) -> None:
    server.on(LIST, said(listed()))
    shop.check()
    (asked,) = server.requests
    assert asked.target == "/api/order-api/shipments?limit=1&offset=0"
    assert asked.headers["API-Authorization"] == "s3cret"


def test_shipments_are_read_until_a_page_is_not_full(
    server: ScriptedServer, progress: Listening, shop: CentraShop
) -> None:
    first = [shipment(n) for n in range(100)]
    server.on(LIST, said(listed(*first)), said(listed(shipment(99), shipment(100, hold=1))))
    found = shop.orders_to_send(None, progress)
    assert [one.target.partition("?")[2] for one in server.requests] == [
        "limit=100&offset=0",
        "limit=100&offset=100",
    ]
    assert len(found.orders) == 100
    assert [(one.order_number, one.reason) for one in found.left_out] == [
        ("83651", LeftOutReason.ON_HOLD)
    ]


def test_json_as_the_documents_print_it_is_read(
    server: ScriptedServer, progress: Listening, shop: CentraShop
) -> None:
    text = b"""{"status": "ok", "shipments": [{"shipmentId": "16-1", "deliveryCity": "A,]",
        "products": [{"sku": "x", "qty": 1,},],},]}"""
    server.on(LIST, Reply(200, text))
    (found,) = shop.orders_to_send(None, progress).orders
    assert (found.source_id, found.recipient.town) == ("16-1", "A,]")


def test_one_shipment_without_an_id_costs_only_itself(
    server: ScriptedServer, progress: Listening, shop: CentraShop
) -> None:
    server.on(LIST, said(listed({"deliveryCity": "A"}, shipment(), {"deliveryCity": "B"})))
    found = shop.orders_to_send(None, progress)
    assert len(found.orders) == 1
    assert any("2 entries" in note.message for note in found.notes)


def test_two_shipments_of_an_order_are_both_left_out_for_their_reasons(
    server: ScriptedServer, progress: Listening, shop: CentraShop
) -> None:
    held, unpaid = shipment(1, hold=1), shipment(2, waitingForPayment=1)
    server.on(LIST, said(listed(held, unpaid)))
    reasons = [one.reason for one in shop.orders_to_send(None, progress).left_out]
    assert reasons == [LeftOutReason.ON_HOLD, LeftOutReason.UNPAID]


def test_one_shipment_comes_by_its_id_and_all_by_the_order(
    server: ScriptedServer, progress: Listening, shop: CentraShop
) -> None:
    server.on(LIST, said(listed(shipment(1), shipment(2))), said(listed()))
    assert [one.source_id for one in shop.order("83651-2", progress).orders] == ["83651-2"]
    assert [one.target.partition("?")[2] for one in server.requests] == [
        "order=83651&status=goodtogo&limit=100",
        "order=83651&status=inprogress&limit=100",
        "order=83651&status=completed&limit=100",
    ]
    server.on(LIST, said(listed(shipment(1), shipment(2))), said(listed()))
    assert len(shop.order("83651", progress).orders) == 2
    for wrong in ("83651-9", "abc"):
        with pytest.raises(NotFound):
            shop.order(wrong, progress)


def completing(server: ScriptedServer, reply: Reply = OK, **changes: object) -> None:
    """A shipment that is good to go, and completed once it was told of."""
    server.on(LIST, said(listed(shipment(**changes))), said(DONE))
    server.on(PUT, reply)


def test_a_shipment_is_completed_with_the_payment_left_alone(
    server: ScriptedServer, shop: CentraShop
) -> None:
    completing(server)
    result = shop.despatch(NEWS)
    assert (result.was_known, result.notes) == (False, ())
    (asked,) = [one for one in server.requests if one.method == "PUT"]
    assert asked.target == "/api/order-api/shipment"
    assert asked.headers["Content-Type"] == "application/json"
    assert asked.json == {
        "order": 83651,
        "shipment": "83651-1",
        "gtg": True,
        "shipped": True,
        "carrier": "Evri",
        "service": "Next day",
        "packages": 1,
        "tracking": "PA123GB",
        "capture": False,
    }


def test_the_payment_the_mail_and_the_address_are_told_if_asked_for(
    server: ScriptedServer, shop: CentraShop
) -> None:
    completing(server)
    more = {
        "capture": True,
        "send_email": False,
        "tracking_url": "https://t.example/1",
        "numbers": ("PA123GB", "PA124GB"),
    }
    after = shipment(trackingNumber="PA123GB, PA124GB")
    server.on(LIST, said(listed(shipment())), said(listed(after)))
    shop.despatch(NEWS.model_copy(update=more))
    body = next(one.json for one in server.requests if one.method == "PUT")
    assert (body["capture"], body["sendEmail"], body["packages"]) == (True, False, 2)
    assert body["tracking"] == "PA123GB, PA124GB"
    assert body["internalComment"] == "Tracking: https://t.example/1"


def test_an_orders_number_stands_for_its_only_shipment(
    server: ScriptedServer, shop: CentraShop
) -> None:
    completing(server)
    shop.despatch(NEWS.model_copy(update={"source_id": "83651"}))
    body = next(one.json for one in server.requests if one.method == "PUT")
    assert (body["order"], body["shipment"]) == (83651, "83651-1")
    server.on(LIST, said(listed(shipment(1), shipment(2))), said(listed()))
    with pytest.raises(NotFound):
        shop.despatch(NEWS.model_copy(update={"source_id": "83651"}))


def test_what_was_completed_with_our_number_is_not_told_again(
    server: ScriptedServer, shop: CentraShop
) -> None:
    server.on(LIST, said(listed()), said(DONE))
    assert shop.despatch(NEWS).was_known
    assert {one.method for one in server.requests} == {"GET"}


def test_what_somebody_completed_is_not_changed(server: ScriptedServer, shop: CentraShop) -> None:
    server.on(LIST, said(listed()), said(listed(shipment(trackingNumber="OTHER"))))
    with pytest.raises(Refused, match="completed before; its tracking number is OTHER"):
        shop.despatch(NEWS)


def test_a_shipment_in_progress_is_completed_too(server: ScriptedServer, shop: CentraShop) -> None:
    server.on(LIST, said(listed()), said(listed()), said(listed(shipment())), said(DONE))
    server.on(PUT, OK)
    shop.despatch(NEWS)
    states = [one.target.partition("status=")[2].partition("&")[0] for one in server.requests]
    assert states == ["goodtogo", "completed", "inprogress", "", "completed"]


def test_a_shipment_that_is_nowhere_is_named(server: ScriptedServer, shop: CentraShop) -> None:
    server.on(LIST, said(listed()))
    with pytest.raises(NotFound, match="83651-1"):
        shop.despatch(NEWS)


def test_what_does_not_show_afterwards_is_told(server: ScriptedServer, shop: CentraShop) -> None:
    completing(server)
    server.on(LIST, said(listed(shipment())), said(listed()))
    assert "is it paid?" in shop.despatch(NEWS).notes[0]
    server.on(LIST, said(listed(shipment())), said(listed(shipment(trackingNumber=""))))
    assert "does not show" in shop.despatch(NEWS).notes[0]


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (said({"status": "no", "msg": "capture failed", "order": 1}), Refused, "capture failed"),
        (said({"status": "no"}), Refused, "did not say why"),
        (said({"status": "Not Allowed"}, 403), ScopeMissing, "does not allow"),
        (said({"status": "no", "msg": "key"}, 403), NotSignedIn, "secret"),
        (said({}, 500), ServiceBroken, "500"),
        (Reply(200, b"<html>"), AnswerNotUnderstood, "web page"),
        (said({}, 429, Retry_After="5"), TooManyRequests, "pause"),
    ],
)
def test_each_refused_shipment_says_why(
    server: ScriptedServer, shop: CentraShop, reply: Reply, kind: type[PostroomError], words: str
) -> None:
    completing(server, reply)
    with pytest.raises(kind, match=words):
        shop.despatch(NEWS)
    assert [one.method for one in server.requests] == ["GET", "PUT"]


def test_a_failed_capture_keeps_the_parcel_here(server: ScriptedServer, shop: CentraShop) -> None:
    completing(server, said({"status": "no", "msg": "capture failed"}))
    with pytest.raises(Refused) as failure:
        shop.despatch(NEWS.model_copy(update={"capture": True}))
    assert "Keep the parcel" in failure.value.advice


def test_an_unpaid_shipment_says_what_it_wants(server: ScriptedServer, shop: CentraShop) -> None:
    completing(server, said({"status": "no", "msg": "not paid"}), paid=0)
    with pytest.raises(Refused) as failure:
        shop.despatch(NEWS)
    assert "unpaid" in failure.value.advice


READS: dict[str, Callable[[CentraShop, Listening], object]] = {
    "check": lambda shop, _progress: shop.check(),
    "orders": lambda shop, progress: shop.orders_to_send(None, progress),
    "order": lambda shop, progress: shop.order("83651", progress),
}


@pytest.mark.parametrize("call", READS.values(), ids=READS)
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (said({"status": "no", "msg": "wrong filter"}), Refused),
        (said({"status": "no", "errorMessages": {"1": "bad line"}}), Refused),
        (said({"status": "Not Allowed"}, 403), ScopeMissing),
        (said({}, 401), NotSignedIn),
        (said({}, 400), Refused),
        (said({}, 404), NotFound),
        (Reply(502, b"<html>"), ServiceBroken),
        (Reply(200, b"<html>"), AnswerNotUnderstood),
        (said({"status": "ok"}), AnswerNotUnderstood),
        (said(listed({"deliveryCity": "A"})), AnswerNotUnderstood),
        (Reply(200, b"{}", cut_at=20), ConnectionCut),
    ],
)
def test_each_documented_error_is_one_of_ours(
    server: ScriptedServer,
    progress: Listening,
    shop: CentraShop,
    call: Callable[[CentraShop, Listening], object],
    reply: Reply,
    kind: type[PostroomError],
) -> None:
    server.on(LIST, reply)
    with pytest.raises(kind):
        call(shop, progress)


def test_a_fault_that_passes_is_sat_out(
    server: ScriptedServer, progress: Listening, shop: CentraShop
) -> None:
    server.on(LIST, said({}, 503), said(listed()))
    shop.orders_to_send(None, progress)
    assert len(progress.waited) == 1
