"""`GET /api/invoices/{orderId}`: the bill of a paid order. The form is ours."""

import base64

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, not_found
from desktop_app.practice.finding import find_order
from desktop_app.practice.guard import signed_in
from desktop_app.practice.papers import invoice as drawn


@signed_in("public-api")
async def invoice(request: Request) -> Response:
    """Answer the PDF in base64; 404 before the payment."""
    order = find_order(request, request.path_params["order_id"])
    if order is None or order.paid_at is None:
        return not_found()
    return Answer({"Base64EncodedInvoice": base64.b64encode(drawn(order)).decode()})
