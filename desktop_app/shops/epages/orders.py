"""Reads orders of an ePages shop: page by page, then each one for its lines."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound, Refused
from desktop_app.domain.shop import LeftOutReason, ShopOrders
from desktop_app.services.ports import Progress
from desktop_app.shops.epages.products import Sizes
from desktop_app.shops.epages.reading import left_out, notes_on, only_product, shop_order
from desktop_app.shops.epages.wire import Order, OrderPage
from desktop_app.shops.web.call import get, segment
from desktop_app.shops.web.mapping import Found
from desktop_app.shops.web.transport import Transport, Wait
from desktop_app.shops.web.wire import json_of, list_in, read, read_each, read_part

PAGE = 100  # the most that is allowed
# A filter by time reaches back one year at most; beyond that everything is read.
_LONGEST = timedelta(days=364)
_LIST = "the list of orders"


def orders_to_send(
    to: Transport, since: datetime | None, now: datetime, progress: Progress
) -> ShopOrders:
    """All that were not rejected, closed, returned or sent; with `since`, changed from then on."""
    found = Found()
    progress.report("Reading the shop's orders")
    listed = _listed(to, _filter(since, now), found, progress)
    due = [order for order in listed if _is_due(order, found)]
    sizes = Sizes(to, progress.wait)
    for number, order in enumerate(due, 1):
        progress.report("Reading the shop's orders", number, len(due))
        progress.check()
        _take(to, order, found, sizes, progress.wait)
    return found.all()


def one_order(to: Transport, order_id: str, progress: Progress) -> ShopOrders:
    """One order by its id, whatever has become of it; raises NotFound."""
    found = Found()
    order = read_order(to, order_id, progress.wait)
    _keep(to, order, found, Sizes(to, progress.wait))
    return found.all()


def read_order(to: Transport, order_id: str, wait: Wait | None = None) -> Order:
    """One order with its lines."""
    what = f"order {order_id}"
    return read(Order, to.answer(get(f"/orders/{segment(order_id)}", what), wait), to.shop)


def check_orders(to: Transport) -> None:
    """Reads one order of the list."""
    answer = to.answer(get("/orders", _LIST, {"page": "1", "resultsPerPage": "1"}))
    if list_in(json_of(answer, to.shop), "items") is None:
        raise AnswerNotUnderstood("ePages' list of orders lacks items.", status=answer.status)


def _listed(
    to: Transport, wanted: dict[str, str], found: Found, progress: Progress
) -> Iterator[Order]:
    """Each order of the list once, newest first; the pages move while orders come in."""
    seen: set[str] = set()
    page = 1
    while True:
        progress.check()
        orders, lost, is_last = _page(to, page, wanted, progress.wait)
        found.lost(lost)
        fresh = [order for order in orders if order.order_id not in seen]
        seen.update(order.order_id for order in fresh)
        yield from fresh
        if is_last or not fresh:
            return
        page += 1


def _page(
    to: Transport, page: int, wanted: dict[str, str], wait: Wait
) -> tuple[list[Order], int, bool]:
    """One page, how many of it cannot be read, and whether it is the last: it is not full."""
    query = {"page": str(page), "resultsPerPage": str(PAGE), **wanted}
    answer = to.answer(get("/orders", _LIST, query), wait)
    sent = json_of(answer, to.shop)
    items = list_in(sent, "items")
    if items is None:
        raise AnswerNotUnderstood("ePages' list of orders lacks items.", status=answer.status)
    told = read_part(OrderPage, sent, answer, to.shop) if isinstance(sent, dict) else OrderPage()
    size = told.results_per_page or PAGE
    orders, lost = read_each(Order, items, answer, to.shop)
    return orders, lost, len(items) < size


def _filter(since: datetime | None, now: datetime) -> dict[str, str]:
    """What was sent is sorted out by the shop where it can, and again here."""
    wanted = {"dispatchedOn": "false"}
    if since is not None and now - since < _LONGEST:
        moment = since.astimezone(UTC)
        wanted["updatedFrom"] = moment.strftime("%Y-%m-%dT%H:%M:%S.") + "000Z"
    return wanted


def _is_due(order: Order, found: Found) -> bool:
    reason = left_out(order)
    if reason:
        found.leave(order.shown_number, reason)
    return reason is None


def _take(to: Transport, listed: Order, found: Found, sizes: Sizes, wait: Wait) -> None:
    """Reads one for its lines; one that cannot be read costs only itself."""
    try:
        order = read_order(to, listed.order_id, wait)
    except (NotFound, AnswerNotUnderstood) as failure:
        found.leave(listed.shown_number, LeftOutReason.MALFORMED)
        found.note(failure.message, listed.shown_number)
        return
    except Refused as failure:
        failure.advice = failure.advice or f"It is about order {listed.shown_number}."
        raise
    if _is_due(order, found):
        _keep(to, order, found, sizes)


def _keep(to: Transport, order: Order, found: Found, sizes: Sizes) -> None:
    known = shop_order(order, to.account.id)
    if product := only_product(order):
        known = known.model_copy(update={"size_cm": sizes.of(product)})
    found.take(known, notes_on(order))
