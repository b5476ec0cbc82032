"""Finds the order a request is about: query names in any casing, hashes as clients send them."""

from starlette.requests import Request

from desktop_app.practice.context import practice_of
from desktop_app.practice.hashes import same_hash
from desktop_app.practice.order_record import Order


def query(request: Request, name: str) -> str:
    """Return a query value whatever the casing of its name; empty when it is not there."""
    wanted = name.lower()
    return next((v for k, v in request.query_params.multi_items() if k.lower() == wanted), "")


def number(text: str) -> int | None:
    """Read an order or line number, also with `P2G` before it."""
    digits = text.strip().upper().removeprefix("P2G")
    usable = digits.isascii() and digits.isdigit() and len(digits) < 19
    return int(digits) if usable else None


def find_order(request: Request, order_id: str, *, hash_needed: bool = False) -> Order | None:
    """Find an order by its number; a wrong hash hides it, a missing one only if it is needed."""
    wanted = number(order_id)
    order = None if wanted is None else practice_of(request).state.orders.order(wanted)
    return order if order and _allowed(request, order, needed=hash_needed) else None


def find_by_line(request: Request, order_line_id: str) -> Order | None:
    """Find the order of a line, under the same rule; the line's own hash opens it as well."""
    wanted = number(order_line_id)
    order = None if wanted is None else practice_of(request).state.orders.order_of_line(wanted)
    return order if order and _allowed(request, order, needed=False) else None


def _allowed(request: Request, order: Order, *, needed: bool) -> bool:
    sent = query(request, "hash")
    if not sent:
        return not needed
    return any(same_hash(sent, known) for known in (order.hash, *(ln.hash for ln in order.lines)))
