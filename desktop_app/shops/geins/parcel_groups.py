"""Parcel groups of a Geins shop: which rows are in one, and making one, once."""

from desktop_app.domain.errors import Refused, TooManyRequests
from desktop_app.shops.geins.orders import read_order
from desktop_app.shops.geins.reading import due_rows
from desktop_app.shops.geins.wire import Order, OrderRow, ParcelGroup
from desktop_app.shops.web.call import Call
from desktop_app.shops.web.transport import Transport
from desktop_app.shops.web.wire import json_of, list_in, read_part, unwrapped


def is_grouped(to: Transport, order: Order) -> bool:
    """Whether everything in the order was sent before: by its rows, else by its groups."""
    due = due_rows(order)
    if order.rows and not due:
        return True
    if order.status.casefold() == "completed":
        return True
    wanted = {number for row in due for number in _ids(row)}
    return bool(wanted) and wanted <= _rows_in_groups(to, order)


def group(to: Transport, order: Order, *, send_email: bool) -> None:
    """Makes a group of the rows that are due, as delivered. That can take the payment.

    Refused although it is there (an earlier answer was lost), it counts as made.
    """
    body: dict[str, object] = {
        "OrderIds": [order.id],
        "MarkAsDelivered": True,
        "SendDeliveryEmail": send_email,
    }
    due = due_rows(order)
    if len(due) < len(order.rows):
        body["OrderRowIds"] = [number for row in due for number in _ids(row)]
    call = Call("POST", "/Shipping/ParcelGroup", f"the parcel of order {order.id}", body=body)
    try:
        to.answer(call)
    except Refused:
        after = read_order(to, order.shown_number)
        if due_rows(after) or not after.rows:
            raise


def _rows_in_groups(to: Transport, order: Order) -> set[int]:
    """The ids of the order's rows that are in some group; none where that cannot be asked."""
    call = Call(
        "POST",
        "/Shipping/ParcelGroup/Query",
        f"the parcels of order {order.id}",
        body={"OrderIds": [order.id]},
        repeatable=True,
    )
    try:
        answer = to.answer(call)
    except TooManyRequests:
        raise  # it can be asked, only later: without the answer a second group might be made
    except Refused:
        return set()
    items = list_in(unwrapped(json_of(answer, to.shop))) or []
    groups = [
        read_part(ParcelGroup, one, answer, to.shop) for one in items if isinstance(one, dict)
    ]
    parcels = (parcel for one in groups for parcel in one.parcels if parcel.order_id == order.id)
    return {number for parcel in parcels for number in parcel.order_row_ids}


def _ids(row: OrderRow) -> list[int]:
    """A row's own id, or those of all rows that were put together in it."""
    parts = row.id_list.split(",") if row.id_list else [str(row.id or "")]
    return [int(part) for part in map(str.strip, parts) if part.isascii() and part.isdigit()]
