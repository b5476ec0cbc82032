"""The pages behind the payment deeplink: see the order, pay it once by card, be thanked."""

from html import escape

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.practice.bodies import form_fields
from desktop_app.practice.catalogue import find_service
from desktop_app.practice.context import base_url, practice_of
from desktop_app.practice.finding import number, query
from desktop_app.practice.hashes import same_hash
from desktop_app.practice.links import document_links
from desktop_app.practice.order_record import Order
from desktop_app.practice.pages import card_form, declined, page, table


async def show_payment(request: Request) -> Response:
    """Show what is to be paid, with a practice card filled in."""
    order = _order(request)
    if order is None:
        return _unknown()
    if order.paid_at is not None:
        return _paid_before(order)
    return page("Pay for your order", _summary(order) + card_form(f"Pay £{order.total:.2f}"))


async def take_payment(request: Request) -> Response:
    """Pay by card, once; a second time the page refuses."""
    order = _order(request)
    if order is None:
        return _unknown()
    card = dict(form_fields(await request.body())).get("card", "")
    if declined(card):
        text = "<p>The card was declined. Nothing was paid.</p>" + _summary(order)
        return page("Card declined", text + card_form(f"Pay £{order.total:.2f}"), 402)
    practice = practice_of(request)
    now = practice.settings.clock()
    if not practice.state.till.take_card_once(order.order_id, order.total, now):
        return _paid_before(order)
    return RedirectResponse(document_links(order, base_url(request))["complete-page"], 303)


async def complete(request: Request) -> Response:
    """Thank for the order."""
    order = _order(request)
    if order is None or order.paid_at is None:
        return _unknown()
    advice = "<p>Your labels are being made. You can close this page and go back to Postroom.</p>"
    return page("Thank you, your order is paid", _summary(order) + advice)


def _order(request: Request) -> Order | None:
    wanted = number(query(request, "id"))
    order = None if wanted is None else practice_of(request).state.orders.order(wanted)
    right = order is not None and same_hash(query(request, "hash"), order.payment_hash)
    return order if right else None


def _summary(order: Order) -> str:
    rows = [("Order", str(order.order_id))]
    rows += [(_name(line.item.service), f"£{line.total:.2f}") for line in order.lines]
    rows += [("Of this VAT", f"£{order.vat:.2f}"), ("To pay", f"£{order.total:.2f}")]
    return table(rows)


def _name(slug: str) -> str:
    service = find_service(slug)
    return service.name if service else slug


def _paid_before(order: Order) -> Response:
    text = f"<p>Order {escape(str(order.order_id))} is paid already. You were not charged.</p>"
    return page("Already paid", text, 409)


def _unknown() -> Response:
    return page("Order not found", "<p>This link is not complete or not right.</p>", 404)
