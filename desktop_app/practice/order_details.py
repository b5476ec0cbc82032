"""`GET /api/orderdetails/{orderLineId}`: one order line in full. The form is ours."""

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, not_found
from desktop_app.practice.calendar_days import moment
from desktop_app.practice.finding import find_by_line, number
from desktop_app.practice.guard import signed_in
from desktop_app.practice.order_reading import shown_line


@signed_in("public-api")
async def order_details(request: Request) -> Response:
    """Answer the line as `/orders` shows it, with its order's number and state."""
    reference = request.path_params["reference"]
    order, wanted = find_by_line(request, reference), number(reference)
    if order is None:
        return not_found()
    line = next(one for one in order.lines if one.order_line_id == wanted)
    return Answer(
        {
            **shown_line(line),
            "OrderLineId": line.order_line_id,
            "OrderId": order.order_id,
            "Status": "Unpaid" if order.paid_at is None else "Paid",
            "Created": moment(order.made_at),
            "PaidDate": None if order.paid_at is None else moment(order.paid_at),
        }
    )
