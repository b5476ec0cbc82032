"""`/api/orders`: verifying, creating and reading back an order."""

import uuid
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.errors import AnswerNotUnderstood
from desktop_app.domain.money import Price
from desktop_app.domain.order import Order, OrderLine, OrderStatus
from desktop_app.domain.quote import Quote
from desktop_app.domain.shipment import Shipment
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.call import Call, get
from desktop_app.parcel2go.order_request import order_request
from desktop_app.parcel2go.refusals import refused, stated_problems
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.uk_time import NO_DATE, uk_moment
from desktop_app.parcel2go.wire.links import links_in
from desktop_app.parcel2go.wire.orders import (
    CreatedOrder,
    ReadItem,
    ReadOrder,
    StatedErrors,
    VerifiedOrder,
    WireOrderLine,
)
from desktop_app.parcel2go.wire.reading import json_of, read, read_good

# Verifying creates nothing, so that its item needs no identity.
_NO_ITEM = str(uuid.UUID(int=0))


def verify(transport: Transport, shipment: Shipment, quote: Quote) -> Decimal:
    """The exact price in pounds with VAT; raises Refused with the fields."""
    call = Call(
        "POST", "/api/orders/verify", "the exact price",
        body=order_request(shipment, quote, _NO_ITEM), repeatable=True, draft=shipment,
    )  # fmt: skip
    answer = transport.answer(call)
    _raise_stated(answer, shipment)
    return read(VerifiedOrder, answer).cost


def create(transport: Transport, shipment: Shipment, quote: Quote, item_id: str) -> Order:
    """A new, unpaid order; the request is sent once."""
    call = Call(
        "POST", "/api/orders", "the order",
        body=order_request(shipment, quote, item_id), draft=shipment,
    )  # fmt: skip
    answer = transport.answer(call)
    _raise_stated(answer, shipment)
    created = read(CreatedOrder, answer)
    lines = _lines(created, answer)
    return Order(
        order_id=created.order_id,
        hash=created.hash or next((line.hash for line in lines if line.hash), ""),
        price=Price(
            net=created.total_price_ex_vat, vat=created.total_vat, total=created.total_price
        ),
        discount=created.total_discount,
        lines=lines,
        links=links_in(created.links),
    )


def read_back(transport: Transport, order_id: str, order_hash: str) -> OrderStatus:
    """The order as it is now; `PaidDate` decides whether it is paid.

    Raises AnswerNotUnderstood when the answer does not say so beyond doubt.
    """
    query = {"orderId": order_id, "hash": order_hash}
    answer = transport.answer(get("/api/orders", "the order", query))
    told = read(ReadOrder, answer)
    if told.order_id and told.order_id != order_id:
        message = "Parcel2Go answered with another order."
        raise AnswerNotUnderstood(message, status=answer.status)
    items = read_good(ReadItem, told.items, answer)
    return OrderStatus(
        order_id=order_id,
        paid_at=_paid_at(told, answer),
        total=told.total_price,
        links=links_in(told.links),
        order_line_ids=tuple(item.id for item in items if item.id),
    )


def _paid_at(told: ReadOrder, answer: Answer) -> datetime | None:
    """When it was paid; a date that cannot be read is not taken for "not paid"."""
    if not told.paid_date or told.paid_date.startswith(NO_DATE):
        return None
    moment = uk_moment(told.paid_date)
    if moment is None:
        message = "Parcel2Go's answer about the order has something unexpected in PaidDate."
        raise AnswerNotUnderstood(message, status=answer.status)
    return moment


def _lines(created: CreatedOrder, answer: Answer) -> tuple[OrderLine, ...]:
    return tuple(
        OrderLine(order_line_id=line.number, item_id=line.item_id, hash=line.own_hash)
        for line in read_good(WireOrderLine, created.orderline_id_map, answer)
    )


def _raise_stated(answer: Answer, shipment: Shipment) -> None:
    """A 200 may carry errors as well (facts, Verify)."""
    sent = json_of(answer)
    errors = StatedErrors.read(sent).errors if isinstance(sent, dict) else ()
    if problems := stated_problems(errors, shipment):
        raise refused(problems)
