"""A Geins shop is told of a parcel: the number, then the group, each once."""

from datetime import UTC, datetime

import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    NotSignedIn,
    PostroomError,
    Refused,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.domain.shop_despatch import DespatchNews
from desktop_app.shops.geins.client import GeinsShop
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.shops.geins.samples import DOCUMENTED, SHIPPING, order, row

ONE = "GET /API/Order/1001/rows,paymentdetails,shippingdetails"
CHANGE = "PATCH /API/Order/1001"
COMMENT = "POST /API/Order/1001/Comment"
GROUP = "POST /API/Shipping/ParcelGroup"
GROUPS = "POST /API/Shipping/ParcelGroup/Query"
NEWS = DespatchNews(
    source_id="1001",
    numbers=("PA123GB",),
    tracking_url="https://track.example/PA123GB",
    sent_at=datetime(2026, 10, 3, tzinfo=UTC),
)
TOLD = order(ShippingDetails=[{**SHIPPING, "ParcelNumber": "PA123GB"}], Rows=[row(ParcelGroupId=5)])


@pytest.fixture(autouse=True)
def open_order(server: ScriptedServer) -> None:
    """An order that is told of nothing yet, and a shop that takes everything."""
    server.on(ONE, said(DOCUMENTED), said(TOLD))
    server.on(CHANGE, said(DOCUMENTED))
    server.on(COMMENT, said({"Message": "Success.", "Details": []}))
    server.on(GROUPS, said({"Resource": [], "Message": "", "Details": []}))
    server.on(GROUP, said({"Resource": 5, "Message": "Success.", "Details": []}))


def sent(server: ScriptedServer) -> list[tuple[str, object]]:
    """What was changed, in its order."""
    reading = (GROUPS.partition(" ")[2],)
    return [
        (f"{one.method} {one.target}", one.json)
        for one in server.requests
        if one.method != "GET" and one.target not in reading
    ]


def test_the_number_comes_first_then_the_group(server: ScriptedServer, shop: GeinsShop) -> None:
    result = shop.despatch(NEWS)
    assert not result.was_known
    assert result.notes == ()
    comment = "Tracking PA123GB: https://track.example/PA123GB"
    assert sent(server) == [
        (CHANGE, {"ParcelNumber": "PA123GB"}),
        (COMMENT, {"OrderId": 1001, "Comment": comment, "System": False}),
        (GROUP, {"OrderIds": [1001], "MarkAsDelivered": True, "SendDeliveryEmail": False}),
    ]
    assert server.calls("/API/Shipping/ParcelGroup/Query")[0].json == {"OrderIds": [1001]}


def test_a_mail_is_sent_only_if_it_is_asked_for(server: ScriptedServer, shop: GeinsShop) -> None:
    shop.despatch(NEWS.model_copy(update={"send_email": True, "tracking_url": ""}))
    assert sent(server)[-1] == (
        GROUP,
        {"OrderIds": [1001], "MarkAsDelivered": True, "SendDeliveryEmail": True},
    )
    assert len(sent(server)) == 2


def test_several_numbers_share_the_one_field(server: ScriptedServer, shop: GeinsShop) -> None:
    both = order(ShippingDetails=[{**SHIPPING, "ParcelNumber": "A1, B2"}])
    server.on(ONE, said(DOCUMENTED), said(both))
    shop.despatch(NEWS.model_copy(update={"numbers": ("A1", "B2")}))
    assert sent(server)[0] == (CHANGE, {"ParcelNumber": "A1, B2"})


def test_a_second_parcel_does_not_wipe_the_first_ones_number(
    server: ScriptedServer, shop: GeinsShop
) -> None:
    first = order(ShippingDetails=[{**SHIPPING, "ParcelNumber": "FIRST"}])
    both = order(ShippingDetails=[{**SHIPPING, "ParcelNumber": "FIRST, PA123GB"}])
    server.on(ONE, said(first), said(both))
    shop.despatch(NEWS)
    assert sent(server)[0] == (CHANGE, {"ParcelNumber": "FIRST, PA123GB"})


def test_what_the_shop_knows_is_not_told_again(server: ScriptedServer, shop: GeinsShop) -> None:
    server.on(ONE, said(TOLD))
    assert shop.despatch(NEWS).was_known
    assert sent(server) == []


def test_a_group_that_is_there_is_not_made_again(server: ScriptedServer, shop: GeinsShop) -> None:
    parcel = {"ParcelGroupId": 5, "ParcelId": 1, "OrderId": 1001, "OrderRowIds": [11]}
    server.on(GROUPS, said({"Resource": [{"ParcelGroupId": 5, "Parcels": [parcel]}]}))
    shop.despatch(NEWS)
    assert [call for call, _body in sent(server)] == [CHANGE, COMMENT]


def test_a_group_of_another_order_does_not_count(server: ScriptedServer, shop: GeinsShop) -> None:
    parcel = {"ParcelGroupId": 5, "ParcelId": 1, "OrderId": 9, "OrderRowIds": [11]}
    server.on(GROUPS, said({"Resource": [{"ParcelGroupId": 5, "Parcels": [parcel]}]}))
    shop.despatch(NEWS)
    assert sent(server)[-1][0] == GROUP


def test_an_account_that_may_not_ask_for_groups_goes_by_the_rows(
    server: ScriptedServer, shop: GeinsShop
) -> None:
    server.on(GROUPS, said({"Message": "no"}, 404))
    shop.despatch(NEWS)
    assert sent(server)[-1][0] == GROUP


def test_a_shop_that_wants_a_pause_gets_no_second_group(
    server: ScriptedServer, shop: GeinsShop
) -> None:
    server.on(GROUPS, said({}, 429, Retry_After="900"))
    with pytest.raises(TooManyRequests):
        shop.despatch(NEWS)
    assert sent(server) == []


def test_only_the_rows_that_are_due_go_into_the_group(
    server: ScriptedServer, shop: GeinsShop
) -> None:
    rows = [row(Id=1, ParcelGroupId=4), row(Id=2, IdList="2,3"), row(Id=5, Status="cancelled")]
    server.on(ONE, said(order(Rows=rows, Status="partial")), said(TOLD))
    shop.despatch(NEWS)
    body = sent(server)[-1][1]
    assert isinstance(body, dict)
    assert body["OrderRowIds"] == [2, 3]


def test_a_group_refused_as_the_second_one_counts_as_made(
    server: ScriptedServer, shop: GeinsShop
) -> None:
    server.on(GROUP, said({"Message": "Rows are shipped", "Details": []}, 400))
    assert shop.despatch(NEWS).notes == ()


def test_a_group_that_is_refused_says_why(server: ScriptedServer, shop: GeinsShop) -> None:
    server.on(ONE, said(DOCUMENTED))
    server.on(GROUP, said({"Message": "Order is locked", "Details": []}, 400))
    with pytest.raises(Refused, match="Order is locked"):
        shop.despatch(NEWS)


def test_the_external_status_is_set_where_the_shop_uses_it(
    server: ScriptedServer, shop: GeinsShop
) -> None:
    server.on(ONE, said(order(ExternalOrderStatus=20)), said(TOLD))
    shop.despatch(NEWS)
    assert sent(server)[-1] == (CHANGE, {"ExternalOrderStatus": 40})


def test_a_refused_comment_or_status_is_told_and_stops_nothing(
    server: ScriptedServer, shop: GeinsShop
) -> None:
    server.on(ONE, said(order(ExternalOrderStatus=10)), said(TOLD))
    server.on(CHANGE, said(DOCUMENTED), said({"Message": "not yours"}, 409))
    server.on(COMMENT, said({"Message": "no comments"}, 404))
    notes = shop.despatch(NEWS).notes
    assert len(notes) == 2
    assert "not yours" in notes[1]


@pytest.mark.parametrize("status", ["cancelled", "inactive", "refunded"])
def test_what_has_ended_is_not_told_of(
    server: ScriptedServer, shop: GeinsShop, status: str
) -> None:
    server.on(ONE, said(order(Status=status)))
    with pytest.raises(Refused, match=status):
        shop.despatch(NEWS)
    assert sent(server) == []


def test_success_is_no_proof(server: ScriptedServer, shop: GeinsShop) -> None:
    server.on(ONE, said(DOCUMENTED))
    with pytest.raises(AnswerNotUnderstood, match="does not show the number"):
        shop.despatch(NEWS)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (said({"Message": "bad"}, 400), Refused),
        (said({"Message": "Unauthorized"}, 401), NotSignedIn),
        (said({"Message": "ExternalId is on another order"}, 409), Refused),
        (said({}, 429, Retry_After="3"), TooManyRequests),
        (Reply(500, b"<html>"), ServiceBroken),
    ],
)
def test_a_refused_number_says_why_and_no_group_is_made(
    server: ScriptedServer, shop: GeinsShop, reply: Reply, kind: type[PostroomError]
) -> None:
    server.on(CHANGE, reply)
    with pytest.raises(kind):
        shop.despatch(NEWS)
    assert [call for call, _body in sent(server)] == [CHANGE]
