"""Tells a Geins shop that an order is on its way: its parcel number, then a parcel group."""

from desktop_app.domain.errors import AnswerNotUnderstood, Refused
from desktop_app.domain.shop_despatch import DespatchNews, DespatchResult
from desktop_app.shops.geins.orders import read_order
from desktop_app.shops.geins.parcel_groups import group, is_grouped
from desktop_app.shops.geins.wire import Order
from desktop_app.shops.web.call import Call
from desktop_app.shops.web.transport import Transport

DONE = 40
_ENDED = {"cancelled", "inactive", "refunded"}


def despatch(to: Transport, news: DespatchNews) -> DespatchResult:
    """Writes the number, groups the rows that are due as delivered, and reads it back.

    An order has one number field: several numbers share it. The tracking address goes into a
    comment, since it cannot be written. The parcel group can take the customer's payment
    (accounts capture on fulfilment), so it is made once: what is in a group needs none.
    """
    before = read_order(to, news.source_id)
    if before.status.casefold() in _ENDED:
        raise Refused(f"Order {before.shown_number} is {before.status} in the shop.")
    notes: list[str] = []
    has_number, was_grouped = _has_numbers(before, news), is_grouped(to, before)
    if not has_number:
        _change(to, before, {"ParcelNumber": _all_numbers(before, news)})
        notes += _comment(to, before, news)
    if not was_grouped:
        group(to, before, send_email=bool(news.send_email))
    notes += _mark_done(to, before)
    if not has_number:
        _check(read_order(to, news.source_id), news)
    return DespatchResult(was_known=has_number and was_grouped, notes=tuple(notes))


def _told(order: Order) -> str:
    numbers = (detail.parcel_number for detail in order.shipping_details)
    return ", ".join(dict.fromkeys(number for number in numbers if number))


def _has_numbers(order: Order, news: DespatchNews) -> bool:
    told = _told(order).casefold()
    return all(number.casefold() in told for number in news.numbers)


def _all_numbers(order: Order, news: DespatchNews) -> str:
    """What stands there and what is new: a second parcel does not wipe the first one's number."""
    told = _told(order)
    fresh = [number for number in news.numbers if number.casefold() not in told.casefold()]
    return ", ".join([*([told] if told else []), *fresh])


def _change(to: Transport, order: Order, body: dict[str, object]) -> None:
    what = f"the change of order {order.shown_number}"
    to.answer(Call("PATCH", f"/Order/{order.id}", what, body=body))


def _comment(to: Transport, order: Order, news: DespatchNews) -> list[str]:
    """The tracking address as a comment; one that is refused is told and stops nothing."""
    if not news.tracking_url:
        return []
    text = f"Tracking {news.number}: {news.tracking_url}"
    body = {"OrderId": order.id, "Comment": text, "System": False}
    what = f"the comment on order {order.shown_number}"
    try:
        to.answer(Call("POST", f"/Order/{order.id}/Comment", what, body=body))
    except Refused as failure:
        return [failure.message]
    return []


def _mark_done(to: Transport, order: Order) -> list[str]:
    """Sets the external status, where the shop uses it; the parcel is told of without it too."""
    if order.external_order_status in (None, 0, DONE):
        return []
    try:
        _change(to, order, {"ExternalOrderStatus": DONE})
    except Refused as failure:
        return [failure.message]
    return []


def _check(after: Order, news: DespatchNews) -> None:
    """“Success.” is no proof of a write: where the order shows numbers, ours is among them."""
    if after.shipping_details and not _has_numbers(after, news):
        message = f"Geins answered, but order {after.shown_number} does not show the number."
        raise AnswerNotUnderstood(message)
