"""Orders in full, orders made elsewhere, the history, and invoices."""

import base64
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound, ServiceBroken
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.parcel2go.samples import HASH, HOME, ITEM_ID

PDF = b"%PDF-1.4 bill"
ESCAPED = HASH.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D")
READ = {
    "PaidDate": "2026-11-23T10:00:00", "TotalPrice": 7.38, "Status": "Paid",
    "Items": [
        {"Id": 115030194, "Service": {"Name": "DPD"}, "Reference": "A-1",
         "Parcels": [{"DeliveryAddress": {"ContactName": "Sam", "CountryIsoCode": "GBR"}}]},
        {"Id": 115030195},
    ],
}  # fmt: skip


def test_an_order_made_elsewhere_is_brought_in(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on("GET /api/orders", said(READ))
    order = broker.beside.bring_in("76423942", HASH)
    assert server.calls()[0].target == f"/api/orders?orderId=76423942&hash={ESCAPED}"
    assert order.order_line_ids == ("115030194", "115030195")
    assert (order.order_id, order.reference, order.service) == ("76423942", "A-1", "DPD")
    assert (order.total, order.paid_at) == (
        Decimal("7.38"), datetime(2026, 11, 23, 10, tzinfo=UTC)
    )  # fmt: skip
    assert order.recipient is not None
    assert (order.recipient.name, order.recipient.country) == ("Sam", "GBR")


def test_an_order_line_is_read_by_its_number(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on("GET /api/orderdetails/115030194", said({"OrderLineId": 115030194, "Mood": "good"}))
    told = broker.beside.order_details("115030194", HASH)
    assert server.calls()[0].target == f"/api/orderdetails/115030194?hash={ESCAPED}"
    assert told.order_line_ids == ("115030194",)
    assert "Mood: good" in told.as_told


def test_the_history_leaves_out_what_it_cannot_read(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on("GET /api/me/orders/detail", said({"Results": [{"Id": 1}, 5, {"OrderId": "2"}]}))
    assert [one.order_id for one in broker.beside.order_history()] == ["1", "2"]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, PDF, {"Content-Type": "application/pdf"}),
        said({"Base64EncodedInvoice": base64.b64encode(PDF).decode()}),
        said([{"Documents": [base64.b64encode(PDF).decode()]}]),
    ],
)
def test_an_invoice_is_found_wherever_it_stands(
    server: ScriptedServer, broker: Parcel2GoBroker, reply: Reply
) -> None:
    server.on("GET /api/invoices/7", reply)
    assert broker.beside.invoice("7", "a+b") == PDF
    assert server.calls()[0].target == "/api/invoices/7?hash=a%2Bb"


def test_an_invoice_without_a_pdf_is_not_understood(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on("GET /api/invoices/7", said({"Invoice": "bm90aGluZw=="}))
    with pytest.raises(AnswerNotUnderstood, match="no PDF"):
        broker.beside.invoice("7")


def test_the_sandbox_has_no_invoices(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on("GET /api/invoices/7", said({"Message": "An error has occurred."}, 500))
    with pytest.raises(ServiceBroken):
        broker.beside.invoice("7")


def test_an_unknown_order_is_not_found(broker: Parcel2GoBroker) -> None:
    with pytest.raises(NotFound):
        broker.beside.bring_in("1", "wrong")
    with pytest.raises(NotFound):
        broker.beside.order_details("1")


def test_practice_tells_of_an_order(practised: Parcel2GoBroker) -> None:
    order = practised.create_order(HOME, practised.quotes(HOME, "dpd")[0], ITEM_ID)
    practised.pay_with_prepay(order)
    brought = practised.beside.bring_in(order.order_id, order.hash)
    assert brought.order_line_ids == tuple(line.order_line_id for line in order.lines)
    assert brought.total == order.price.total
    assert practised.beside.order_details(brought.order_line_ids[0]).status == "Paid"
    assert practised.beside.order_history()[0].order_id == order.order_id
    assert practised.beside.invoice(order.order_id, order.hash).startswith(b"%PDF")
