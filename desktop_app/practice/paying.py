"""`POST /api/orders/{id}/paywithprepay`: takes the money, as often as it is asked to."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.practice.account import CARD
from desktop_app.practice.answers import Answer, broken, not_found, said
from desktop_app.practice.context import base_url, practice_of
from desktop_app.practice.finding import find_order, query
from desktop_app.practice.guard import signed_in
from desktop_app.practice.links import document_links, payment_links
from desktop_app.practice.order_record import Order


@signed_in("public-api", "payment")
async def pay_with_prepay(request: Request) -> Response:
    """Charge the PrePay balance; a paid order is charged again, as was observed.

    A balance that does not cover it gets the bare 500. The answer's links are an array, and empty
    while the labels are still being made.
    """
    order = find_order(request, request.path_params["order_id"])
    if order is None:
        return not_found()
    practice = practice_of(request)
    if not practice.state.till.take_prepay(order.order_id, order.total, practice.settings.clock()):
        return broken()
    return _paid(request, order)


def _paid(request: Request, order: Order) -> Response:
    practice = practice_of(request)
    paid = practice.state.orders.order(order.order_id) or order
    ready = paid.labels_ready(practice.settings.clock(), practice.labels_delay)
    links = document_links(paid, base_url(request)) if ready else {}
    return Answer({"Links": [{"Name": name, "Link": link} for name, link in links.items()]})


async def pay_elsewhere(request: Request) -> Response:
    """Send the card and PayPal links on to the payment page."""
    order = find_order(request, request.path_params["order_id"], hash_needed=True)
    if order is None:
        return not_found()
    return RedirectResponse(payment_links(order, base_url(request))["payment"], 303)


@signed_in("public-api", "payment")
async def pay_with_stored_card(request: Request) -> Response:
    """Take the money from the practice card, once for each order."""
    order = find_order(request, request.path_params["order_id"])
    if order is None:
        return not_found()
    if query(request, "storedCardId") != CARD["Id"]:
        return said("The stored card could not be found.", 400)
    practice = practice_of(request)
    if not practice.state.till.take_card_once(
        order.order_id, order.total, practice.settings.clock()
    ):
        return said("The order is paid already.", 400)
    return _paid(request, order)
