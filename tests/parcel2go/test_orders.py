"""Verifying, creating and reading back an order."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    Refused,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.parcel2go.samples import ABROAD, CREATED, HASH, HOME, ITEM_ID, QUOTE, TO_USA

VERIFY, CREATE, READ = "POST /api/orders/verify", "POST /api/orders", "GET /api/orders"
UNPAID: dict[str, Any] = {
    "PaidDate": None,
    "TotalPrice": 7.38,
    "Items": [{"Id": 115030194}],
    "Links": {},
}


def test_verifying_gives_the_exact_price(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(VERIFY, said({"Errors": [], "Cost": 10.69}))
    assert broker.verify(HOME, QUOTE) == Decimal("10.69")
    assert server.calls()[0].json["Items"][0]["Service"] == "24h-example"


@pytest.mark.parametrize("status", [200, 400])
def test_refusals_stand_at_their_fields(
    server: ScriptedServer, broker: Parcel2GoBroker, status: int
) -> None:
    texts = (
        "Please supply the reason for exporting your parcel.",
        "Collection Address: Please enter the email address",
        "The moon is in the wrong quarter",
    )
    errors = [{"Type": "Customs", "Error": text, "ItemId": ITEM_ID} for text in texts]
    server.on(VERIFY, said({"Errors": errors, "Cost": 0}, status))
    with pytest.raises(Refused) as refusal:
        broker.verify(TO_USA, ABROAD)
    assert [problem.field for problem in refusal.value.problems] == [
        "customs.export_reason", "sender.email", "",
    ]  # fmt: skip
    assert refusal.value.problems[2].message == texts[2]
    assert refusal.value.message.endswith("There are 2 more to mend.")


def test_verifying_without_a_price_is_not_understood(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(VERIFY, said({"Errors": []}))
    with pytest.raises(AnswerNotUnderstood, match="lacks Cost"):
        broker.verify(HOME, QUOTE)


def test_the_documented_answer_is_an_order(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CREATE, said(CREATED))
    order = broker.create_order(HOME, QUOTE, ITEM_ID)
    assert (order.order_id, order.hash, order.price.total) == ("76423942", HASH, Decimal("7.38"))
    assert order.lines[0].order_line_id == "115030194"
    assert order.link("PAYMENT") == CREATED["Links"]["payment"]


def test_the_answer_of_2017_is_an_order(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    line = {"OrderLineIdHmac": "40069998|iFtr1p3=", "OrderLineId": "40069998", "ItemId": "x"}
    older = {**CREATED, "OrderlineIdMap": [line]}
    del older["Hash"]
    server.on(CREATE, said(older))
    order = broker.create_order(HOME, QUOTE, ITEM_ID)
    assert (order.hash, order.lines[0].hash) == ("iFtr1p3=", "iFtr1p3=")


def test_numbers_for_ids_and_any_case_are_taken(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    line = {"orderlineid": 115030194, "hash": "h", "itemid": ITEM_ID}
    server.on(CREATE, said({**CREATED, "OrderId": 76423942, "OrderlineIdMap": [line]}))
    order = broker.create_order(HOME, QUOTE, ITEM_ID)
    assert (order.order_id, order.lines[0].order_line_id) == ("76423942", "115030194")


@pytest.mark.parametrize("field", ["OrderId", "TotalPrice", "TotalVat", "TotalPriceExVat"])
def test_a_missing_field_is_named(
    server: ScriptedServer, broker: Parcel2GoBroker, field: str
) -> None:
    server.on(CREATE, said({key: value for key, value in CREATED.items() if key != field}))
    with pytest.raises(AnswerNotUnderstood, match=f"lacks {field}"):
        broker.create_order(HOME, QUOTE, ITEM_ID)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (said({}, 429, Retry_After="0"), TooManyRequests),
        (said({}, 503), ServiceBroken),
        (Reply(cut_at=0), ConnectionCut),
        (Reply(body=b"<html>"), AnswerNotUnderstood),
    ],
)
def test_an_order_is_sent_once(
    server: ScriptedServer, broker: Parcel2GoBroker, reply: Reply, kind: type[Exception]
) -> None:
    server.on(CREATE, reply)
    with pytest.raises(kind):
        broker.create_order(HOME, QUOTE, ITEM_ID)
    assert len(server.calls()) == 1


def test_an_order_is_sent_again_after_a_401_which_did_nothing(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(CREATE, Reply(401), said(CREATED))
    assert broker.create_order(HOME, QUOTE, ITEM_ID).order_id == "76423942"
    first, second = server.calls()
    assert first.body == second.body


def test_errors_beside_a_200_are_a_refusal(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(CREATE, said({"Errors": [{"Name": "X", "Description": "No."}]}))
    with pytest.raises(Refused, match="No"):
        broker.create_order(HOME, QUOTE, ITEM_ID)


def read(server: ScriptedServer, broker: Parcel2GoBroker, **changes: Any) -> Any:  # noqa: ANN401
    """The status of an order that is answered like this."""
    server.on(READ, said({**UNPAID, **changes}))
    return broker.read_order("76423942", HASH)


def test_the_hash_is_percent_encoded(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    assert read(server, broker).paid_at is None
    assert server.calls()[0].target == (
        "/api/orders?orderId=76423942&hash=hXJHm9%2FgsMM8QkLhu7z%2FQbRc%2BIdhzpLXx86f1te9p0o%3D"
    )


def test_a_paid_order_says_when_in_british_time(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    paid = read(server, broker, PaidDate="2026-10-05T10:00:00", Links={"Invoice": "https://x/1"})
    assert paid.paid_at == datetime(2026, 10, 5, 9, tzinfo=UTC)
    assert paid.order_line_ids == ("115030194",)
    assert [link.name for link in paid.links] == ["Invoice"]


def test_dotnets_word_for_no_date_is_unpaid(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    assert read(server, broker, PaidDate="0001-01-01T00:00:00").paid_at is None


def test_bad_lines_do_not_hide_that_it_is_paid(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    status = read(server, broker, PaidDate="2026-11-24T10:00:00", Items=[7, {"Id": 8}], Links=3)
    assert status.paid_at
    assert status.order_line_ids == ("8",)


@pytest.mark.parametrize("odd", ["yesterday", 7, True])
def test_a_paid_date_that_is_none_is_never_taken_for_unpaid(
    server: ScriptedServer, broker: Parcel2GoBroker, odd: object
) -> None:
    with pytest.raises(AnswerNotUnderstood, match="PaidDate"):
        read(server, broker, PaidDate=odd)


def test_a_missing_paid_date_is_never_taken_for_unpaid(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(READ, said({"TotalPrice": 7.38}))
    with pytest.raises(AnswerNotUnderstood, match="lacks PaidDate"):
        broker.read_order("76423942", HASH)


def test_another_order_is_not_taken_for_this_one(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    with pytest.raises(AnswerNotUnderstood, match="another order"):
        read(server, broker, OrderId=1)
