"""Reads orders of a Geins shop: by a query in pages, with the ways round what it does not take."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound
from desktop_app.domain.shop import ShopOrders
from desktop_app.services.ports import Progress
from desktop_app.shops.geins.answers import QueryNotTaken
from desktop_app.shops.geins.products import Products
from desktop_app.shops.geins.reading import left_out, notes_on, shop_order
from desktop_app.shops.geins.wire import Order, OrderPage, PageResult
from desktop_app.shops.web.call import LIST_SECONDS, Answer, Call, get, segment
from desktop_app.shops.web.mapping import Found
from desktop_app.shops.web.transport import Transport, Wait
from desktop_app.shops.web.wire import json_of, list_in, read_part, unwrapped

INCLUDE = "rows,paymentdetails,shippingdetails"
_LIST = "the orders to send"
# Some accounts answer a query for `pending` with a database error: then without it.
_STATUSES = ("pending,partial,backorder,on-hold", "partial,backorder,on-hold")
_WITHOUT_PENDING = (
    "Geins does not list this account's pending orders, so that they are missing here. Bring one"
    " in by its order number."
)
_MOST_PAGES = 1000
Body = dict[str, Any]


def orders_to_send(to: Transport, since: datetime | None, progress: Progress) -> ShopOrders:
    """Pending, partial, back-ordered and held orders; with `since`, changed from then on."""
    found, products = Found(), Products(to, progress.wait)
    progress.report("Reading the shop's orders")
    orders = _listed(to, since, found, progress)
    for number, listed in enumerate(orders, 1):
        progress.report("Reading the shop's orders", number, len(orders))
        progress.check()
        _take(_with_rows(to, listed, progress.wait), to, found, products)
    return found.all()


def one_order(to: Transport, number: str, progress: Progress) -> ShopOrders:
    """One order by its number, whatever has become of it; raises NotFound."""
    found, products = Found(), Products(to, progress.wait)
    order = read_order(to, number, progress.wait)
    found.take(shop_order(order, to.account.id, products), notes_on(order, products))
    return found.all()


def read_order(to: Transport, number: str, wait: Wait | None = None) -> Order:
    """One order with its rows; raises NotFound, also for what can be no number."""
    if not (number.isascii() and number.isdigit()):
        raise NotFound(f"Geins has no order “{number}”: its orders are numbered.")
    call = get(f"/Order/{segment(number)}/{segment(INCLUDE, ',')}", f"order {number}")
    answer = to.answer(call, wait)
    order = read_part(Order, unwrapped(json_of(answer, to.shop)), answer, to.shop)
    if order.id is None:
        raise AnswerNotUnderstood(f"Geins' answer about order {number} lacks Id.")
    return order


def check_key(to: Transport) -> None:
    """Reads the list of statuses."""
    what = "the list of order statuses"
    answer = to.answer(get("/Order/Statuses", what))
    if list_in(unwrapped(json_of(answer, to.shop))) is None:
        raise AnswerNotUnderstood(f"Geins' answer about {what} is no list.", status=answer.status)


def _listed(to: Transport, since: datetime | None, found: Found, progress: Progress) -> list[Order]:
    """Every order once, with as many statuses as the account takes."""
    for statuses in _STATUSES:
        wanted = _filter(statuses, since)
        try:
            orders = list(_queried(to, wanted, progress))
        except QueryNotTaken:
            if statuses == _STATUSES[-1]:
                raise
            found.note(_WITHOUT_PENDING)
        else:
            return orders
    return []


def _filter(statuses: str, since: datetime | None) -> Body:
    wanted: Body = {"StatusList": statuses, "Include": INCLUDE}
    if since is not None:
        wanted["UpdatedAfter"] = since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return wanted


def _queried(to: Transport, wanted: Body, progress: Progress) -> Iterator[Order]:
    """Each order of all pages once: orders can repeat or move between pages."""
    seen: set[int] = set()
    batch = ""
    for page in range(1, _MOST_PAGES):
        progress.check()
        orders, result = _page(to, page, wanted, batch, progress.wait)
        fresh = [order for order in orders if order.id is not None and order.id not in seen]
        seen.update(order.id for order in fresh if order.id is not None)
        yield from fresh
        batch = result.batch_id or batch
        if not fresh or not batch or not _has_more(result, page):
            return


def _has_more(result: PageResult, page: int) -> bool:
    return result.has_more_rows or (result.page_count or 0) > page


def _page(
    to: Transport, page: int, wanted: Body, batch: str, wait: Wait
) -> tuple[list[Order], PageResult]:
    """One page; from the second on the batch stands for the filter, which would begin anew."""
    body = {"BatchId": batch} if page > 1 else wanted
    try:
        answer = _asked(to, f"/Order/Query/{page}", body, wait)
    except QueryNotTaken:
        if page == 1:
            raise
        answer = _asked(to, f"/Order/Query/{page}", {**wanted, "BatchId": batch}, wait)
    except NotFound:  # an API older than paging
        if page > 1:
            raise
        answer = _asked(to, "/Order/Query", wanted, wait)
    return _orders(to, answer)


def _asked(to: Transport, path: str, body: Body, wait: Wait) -> Answer:
    """A query changes nothing, although it is posted."""
    call = Call("POST", path, _LIST, body=body, seconds=LIST_SECONDS, repeatable=True)
    return to.answer(call, wait)


def _orders(to: Transport, answer: Answer) -> tuple[list[Order], PageResult]:
    sent = json_of(answer, to.shop)
    items = list_in(sent, "Resource")
    if items is None:
        raise AnswerNotUnderstood("Geins' list of orders lacks Resource.", status=answer.status)
    told = read_part(OrderPage, sent, answer, to.shop) if isinstance(sent, dict) else OrderPage()
    orders = [read_part(Order, item, answer, to.shop) for item in items if isinstance(item, dict)]
    return orders, told.page_result or PageResult()


def _with_rows(to: Transport, order: Order, wait: Wait) -> Order:
    """Some versions list orders without their rows; one that is gone by now stays as it was."""
    if order.rows or left_out(order):
        return order
    try:
        return read_order(to, order.shown_number, wait)
    except (NotFound, AnswerNotUnderstood):
        return order


def _take(order: Order, to: Transport, found: Found, products: Products) -> None:
    if reason := left_out(order):
        found.leave(order.shown_number, reason)
    else:
        found.take(shop_order(order, to.account.id, products), notes_on(order, products))
