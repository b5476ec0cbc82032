"""Reads the shipments of a Centra shop: what is good to go, and single ones in any state."""

from collections.abc import Iterator

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound
from desktop_app.domain.shop import ShopOrders
from desktop_app.services.ports import Progress
from desktop_app.shops.centra.reading import left_out, notes_on, shop_order
from desktop_app.shops.centra.wire import Shipment
from desktop_app.shops.web.call import get
from desktop_app.shops.web.mapping import Found
from desktop_app.shops.web.transport import Transport, Wait
from desktop_app.shops.web.wire import json_of, list_in, read_each

PAGE = 100
GOOD_TO_GO, IN_PROGRESS, COMPLETED = "goodtogo", "inprogress", "completed"
_LIST = "the shipments"


def shipments_to_send(to: Transport, progress: Progress) -> ShopOrders:
    """All that are good to go, oldest first.

    This is no queue: the shop lists the same ones until they are completed.
    """
    found = Found()
    for shipment in _listed(to, found, progress):
        if reason := left_out(shipment):
            found.leave(shipment.shown_number, reason)
        else:
            found.take(shop_order(shipment, to.account.id), notes_on(shipment))
    return found.all()


def one_order(to: Transport, number: str, progress: Progress) -> ShopOrders:
    """A shipment by its id (83651-1), or all of an order (83651); raises NotFound."""
    found = Found()
    for shipment in _of_order(to, order_of(number), progress.wait):
        if number in (shipment.shipment_id, shipment.shown_number):
            found.take(shop_order(shipment, to.account.id), notes_on(shipment))
    orders = found.all()
    if not orders.orders and not orders.left_out:
        raise NotFound(f"Centra has no shipment of {number}.")
    return orders


def find(to: Transport, number: str, status: str) -> Shipment | None:
    """One shipment by its id, or the only one of an order, if it is in this state."""
    query = {"order": order_of(number), "status": status, "limit": str(PAGE)}
    listed, _lost = _page(to, query, None)
    exact = next((one for one in listed if one.shipment_id == number), None)
    of_order = [one for one in listed if one.shown_number == number]
    return exact or (of_order[0] if len(of_order) == 1 else None)


def order_of(number: str) -> str:
    """The order's number in a shipment's id; raises NotFound for what can be neither."""
    order = number.strip().partition("-")[0]
    if not (order.isascii() and order.isdigit()):
        raise NotFound(f"Centra has no order “{number}”: its orders are numbered.")
    return order


def check_key(to: Transport) -> None:
    """Reads one shipment of the list."""
    _page(to, {"limit": "1", "offset": "0"}, None)


def _listed(to: Transport, found: Found, progress: Progress) -> Iterator[Shipment]:
    """Each shipment once; the last page is the one that is not full."""
    seen: set[str] = set()
    offset = 0
    while True:
        progress.check()
        progress.report("Reading the shop's shipments", len(seen))
        page, lost = _page(to, {"limit": str(PAGE), "offset": str(offset)}, progress.wait)
        found.lost(lost)
        fresh = [one for one in page if one.shipment_id not in seen]
        seen.update(one.shipment_id for one in fresh)
        yield from fresh
        if len(page) + lost < PAGE or not fresh:
            return
        offset += len(page) + lost


def _of_order(to: Transport, order: str, wait: Wait) -> Iterator[Shipment]:
    for status in (GOOD_TO_GO, IN_PROGRESS, COMPLETED):
        query = {"order": order, "status": status, "limit": str(PAGE)}
        yield from _page(to, query, wait)[0]


def _page(to: Transport, query: dict[str, str], wait: Wait | None) -> tuple[list[Shipment], int]:
    """One page, and how many of it cannot be read."""
    answer = to.answer(get("/shipments", _LIST, query), wait)
    items = list_in(json_of(answer, to.shop), "shipments", "orders")
    if items is None:
        raise AnswerNotUnderstood("Centra's list lacks shipments.", status=answer.status)
    return read_each(Shipment, items, answer, to.shop)
