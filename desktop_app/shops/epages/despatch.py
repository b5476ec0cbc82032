"""Tells an ePages shop that an order is on its way: read, then changed by one JSON Patch."""

from datetime import UTC, datetime

from desktop_app.domain.errors import AnswerNotUnderstood, NotSignedIn, Refused, ScopeMissing
from desktop_app.domain.shop_despatch import DespatchNews, DespatchResult
from desktop_app.shops.epages.orders import read_order
from desktop_app.shops.epages.wire import Order
from desktop_app.shops.web.call import Call, segment
from desktop_app.shops.web.transport import Transport
from desktop_app.shops.web.wire import read

PATCH = "application/json-patch+json"
_WRITE = "Give the shop's token the right to write orders, then send it again."


def despatch(to: Transport, news: DespatchNews) -> DespatchResult:
    """Marks the order as dispatched, and adds the tracking numbers to its internal note.

    ePages has no field for them; its own example keeps one in the note, as `Tracking code:…`.
    What stands there already stays, and what the shop knows already is not sent again.
    """
    before = read_order(to, news.source_id)
    if before.rejected_on or before.cancelled_on:
        raise Refused(f"Order {before.shown_number} is cancelled in the shop.")
    changes = _changes(before, news)
    if not changes:
        return DespatchResult(was_known=True)
    _check(_patched(to, news.source_id, changes), news)
    return DespatchResult()


def _changes(order: Order, news: DespatchNews) -> list[dict[str, str]]:
    """The operations of the patch; `add` sets a value or puts it in the old one's place."""
    changes = []
    if order.gone_on is None:
        changes.append(_added("/dispatchedOn", _moment(news.sent_at)))
    if lines := _new_lines(order, news):
        changes.append(_added("/internalNote", "\n".join([*_kept(order), *lines])))
    return changes


def _new_lines(order: Order, news: DespatchNews) -> list[str]:
    told = order.internal_note.casefold()
    fresh = [number for number in news.numbers if number.casefold() not in told]
    lines = [f"Tracking code:{number}" for number in fresh]
    if lines and news.tracking_url:
        lines[-1] += f" {news.tracking_url}"
    return lines


def _kept(order: Order) -> list[str]:
    return [order.internal_note] if order.internal_note else []


def _added(path: str, value: str) -> dict[str, str]:
    return {"op": "add", "path": path, "value": value}


def _moment(at: datetime) -> str:
    """As ePages writes it: `2026-03-02T10:15:00.000Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _patched(to: Transport, order_id: str, changes: list[dict[str, str]]) -> Order:
    """The order as it is afterwards. Sent once: the answer to a lost one is to read again."""
    call = Call(
        "PATCH",
        f"/orders/{segment(order_id)}",
        f"the change of order {order_id}",
        body=changes,
        headers={"Content-Type": PATCH},
    )
    try:
        return read(Order, to.answer(call), to.shop)
    except ScopeMissing:
        raise
    except NotSignedIn as failure:  # it could be read with the same token a moment ago
        message = "The shop's token may read orders, but not change them."
        raise ScopeMissing(message, advice=_WRITE) from failure


def _check(after: Order, news: DespatchNews) -> None:
    note = after.internal_note.casefold()
    if after.gone_on is None or any(number.casefold() not in note for number in news.numbers):
        raise AnswerNotUnderstood(
            f"The shop answered, but order {after.shown_number} does not show what it was told."
        )
