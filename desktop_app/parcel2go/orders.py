"""Verifying, creating and reading back orders."""

from datetime import date
from decimal import Decimal

from desktop_app.domain.errors import AnswerNotUnderstood, Refused
from desktop_app.domain.money import Price
from desktop_app.domain.order import Order, OrderLine, OrderStatus
from desktop_app.domain.quote import Quote
from desktop_app.domain.shipment import Shipment
from desktop_app.parcel2go.field_map import problems_in
from desktop_app.parcel2go.moments import read_moment
from desktop_app.parcel2go.order_request import order_request
from desktop_app.parcel2go.session import Session
from desktop_app.parcel2go.transport import Call
from desktop_app.parcel2go.wire.links import read_links
from desktop_app.parcel2go.wire.orders import ReadOrder, Verified, WireOrder, WireOrderLine

_NO_ITEM = "00000000-0000-0000-0000-000000000001"


def verify(session: Session, shipment: Shipment, quote: Quote, today: date) -> Decimal:
    """The exact price; `Errors` come with 200 too, and are raised as Refused."""
    body = order_request(shipment, quote, _NO_ITEM, today)
    said = session.json(Call("POST", "/api/orders/verify", body=body, again=True))
    found = Verified.read(said)
    if found.errors:
        problems = problems_in({"Errors": found.errors})
        raise Refused(problems[0].message if problems else "Parcel2Go refused it.", problems)
    if found.cost is None:
        raise AnswerNotUnderstood("Parcel2Go's answer lacks “Cost”.")
    return found.cost


def create(session: Session, shipment: Shipment, quote: Quote, item_id: str, today: date) -> Order:
    """An unpaid order. Sent once: a lost answer is the caller's to note."""
    body = order_request(shipment, quote, item_id, today)
    wire = WireOrder.read(session.json(Call("POST", "/api/orders", body=body)))
    lines = tuple(_line(line) for line in wire.orderline_id_map)
    net = wire.total_price_ex_vat
    vat = wire.total_vat
    if net is None:
        net = wire.total_price - (vat or Decimal(0))
    return Order(
        order_id=wire.order_id,
        hash=wire.hash or next((line.hash for line in lines if line.hash), ""),
        price=Price(
            net=net, vat=wire.total_price - net if vat is None else vat, total=wire.total_price
        ),
        discount=wire.total_discount,
        lines=lines,
        links=read_links(wire.links),
    )


def _line(wire: WireOrderLine) -> OrderLine:
    old = wire.order_line_id_hmac.partition("|")[2]
    return OrderLine(order_line_id=wire.order_line_id, item_id=wire.item_id, hash=wire.hash or old)


def read_back(session: Session, order_id: str, order_hash: str) -> OrderStatus:
    """The order as the service knows it now."""
    query = {"orderId": order_id, "hash": order_hash}
    wire = ReadOrder.read(session.json(Call("GET", "/api/orders", query=query, again=True)))
    paid_at = read_moment(wire.paid_date)
    if wire.paid_date and paid_at is None:
        raise AnswerNotUnderstood("Parcel2Go's answer has an unexpected value in “PaidDate”.")
    return OrderStatus(
        order_id=order_id,
        paid_at=paid_at,
        total=wire.total_price,
        links=read_links(wire.links),
        order_line_ids=tuple(item.id for item in wire.items),
    )
