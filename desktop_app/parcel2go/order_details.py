"""Orders in full: `/api/orderdetails/{orderLineId}` and `/api/me/orders/detail` (forms ours).

That an order's own page may say less than is looked for stops nothing: what is not there stays
empty, and the answer is kept in plain words.
"""

from desktop_app.domain.address import Address
from desktop_app.domain.order_details import OrderDetails
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.as_told import as_told, told_lines
from desktop_app.parcel2go.call import get, segment
from desktop_app.parcel2go.me import PROFILE_SCOPE, address_of
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.uk_time import uk_moment
from desktop_app.parcel2go.wire.base import amount_or_none
from desktop_app.parcel2go.wire.order_details import WireDetailParcel, WireDetails
from desktop_app.parcel2go.wire.reading import json_of, list_in, read_good, read_part


def order_details(transport: Transport, order_line_id: str, line_hash: str = "") -> OrderDetails:
    """One order line in full; raises NotFound for a number that is not this account's."""
    path = f"/api/orderdetails/{segment(order_line_id)}"
    answer = transport.answer(get(path, "the order's details", {"hash": line_hash}))
    details = _details(read_part(WireDetails, json_of(answer), answer), answer)
    return details.model_copy(update={"as_told": as_told(answer)})


def bring_in(transport: Transport, order_id: str, order_hash: str) -> OrderDetails:
    """An order that was made elsewhere, by its id and hash; raises NotFound when they do not fit.

    The same `GET /api/orders` as a read-back (facts, Orders), but read for all that it tells.
    """
    query = {"orderId": order_id, "hash": order_hash}
    answer = transport.answer(get("/api/orders", "the order", query))
    details = _details(read_part(WireDetails, json_of(answer), answer), answer)
    return details.model_copy(update={"order_id": order_id, "as_told": as_told(answer)})


def order_history(transport: Transport) -> tuple[OrderDetails, ...]:
    """The account's orders, as the service lists them; raises ScopeMissing without `my-profile`."""
    transport.require_scope(PROFILE_SCOPE)
    answer = transport.answer(get("/api/me/orders/detail", "your orders"))
    rows = list_in(json_of(answer), "Results", "Orders")
    return tuple(
        _details(row, answer).model_copy(update={"as_told": told_lines(sent)})
        for sent in rows
        for row in read_good(WireDetails, (sent,), answer)
    )


def _details(wire: WireDetails, answer: Answer) -> OrderDetails:
    items = read_good(WireDetails, (one for one in wire.items if isinstance(one, dict)), answer)
    lines = tuple(item.order_line_id or item.id for item in items)
    first = items[0] if items else wire
    return OrderDetails(
        order_id=wire.order_id or ("" if wire.order_line_id else wire.id),
        order_line_ids=tuple(filter(None, lines or (wire.order_line_id,))),
        reference=first.reference or first.customer_reference or wire.reference,
        service=_name(first.service),
        status=wire.status,
        created_at=uk_moment(wire.created),
        paid_at=uk_moment(wire.paid_date),
        total=amount_or_none(wire.total_price),
        recipient=_recipient(first, answer),
    )


def _name(service: object) -> str:
    """A service is a slug here and an object there."""
    if isinstance(service, dict):
        service = next((one for one in service.values() if isinstance(one, str)), "")
    return service if isinstance(service, str) else ""


def _recipient(wire: WireDetails, answer: Answer) -> Address | None:
    parcels = read_good(WireDetailParcel, wire.parcels, answer)
    told = next((one.delivery_address for one in parcels if one.delivery_address), None)
    sent = told or wire.delivery_address
    return address_of(sent) if sent else None
