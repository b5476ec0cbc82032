"""`POST /api/orders/{id}/paywithprepay`: takes the money, as often as it is asked to."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.practice.answers import Answer, broken, not_found, said
from desktop_app.practice.context import base_url, practice_of
from desktop_app.practice.finding import find_order
from desktop_app.practice.guard import signed_in
from desktop_app.practice.links import document_links, payment_links


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
    now = practice.settings.clock()
    if not practice.state.till.take_prepay(order.order_id, order.total, now):
        return broken()
    paid = practice.state.orders.order(order.order_id) or order
    ready = paid.labels_ready(now, practice.labels_delay)
    links = document_links(paid, base_url(request)) if ready else {}
    return Answer({"Links": [{"Name": name, "Link": link} for name, link in links.items()]})


async def pay_elsewhere(request: Request) -> Response:
    """Send the card and PayPal links on to the payment page."""
    order = find_order(request, request.path_params["order_id"], hash_needed=True)
    if order is None:
        return not_found()
    return RedirectResponse(payment_links(order, base_url(request))["payment"], 303)


@signed_in("public-api", "payment")
async def pay_with_stored_card(_request: Request) -> Response:
    """Refuse: the practice account has no stored cards."""
    return said("The stored card could not be found.", 400)
