"""`GET /api/tracking/{orderLineId}`: where a parcel is; it moves on as time goes by."""

from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, not_found
from desktop_app.practice.calendar_days import moment
from desktop_app.practice.catalogue import find_service
from desktop_app.practice.context import practice_of
from desktop_app.practice.finding import find_by_line, number
from desktop_app.practice.guard import signed_in
from desktop_app.practice.order_record import Line, Order
from desktop_app.practice.pages import page, table

LABEL_MADE = ("LabelCreated", "Label created", "We are expecting your parcel")
COLLECTED = ("Collected", "Collected", "The driver has your parcel")
DROPPED_OFF = ("DroppedOff", "Dropped off", "The shop has your parcel")
AFTERWARDS = (
    ("InTransit", "In transit", "On its way to the depot"),
    ("AtDepot", "At depot", "Sorted at the depot"),
    ("DeliveryScheduled", "Out for delivery", "With the driver"),
    ("Delivered", "Delivered", "Handed to the receiver"),
)


@signed_in("public-api")
async def tracking(request: Request) -> Response:
    """Answer the events, newest first; none before the payment."""
    found = _line(request)
    if found is None:
        return not_found()
    return Answer({"Results": _events(request, *found)})


async def tracking_page(request: Request) -> Response:
    """Show the events to anyone who has the number."""
    found = _line(request)
    if found is None:
        return page("Parcel not found", "<p>There is no such parcel.</p>", 404)
    events = _events(request, *found)
    rows = [(event["Description"], event["Timestamp"]) for event in events]
    title = f"Parcel P2G{found[1].order_line_id}"
    return page(title, table(rows) if rows else f"<p>{escape('Nothing to show yet.')}</p>")


def _line(request: Request) -> tuple[Order, Line] | None:
    reference = request.path_params["reference"]
    order = find_by_line(request, reference)
    lines = order.lines if order else ()
    wanted = number(reference)
    return next(((order, ln) for ln in lines if order and ln.order_line_id == wanted), None)


def _events(request: Request, order: Order, line: Line) -> list[dict[str, Any]]:
    settings = practice_of(request).settings
    if order.paid_at is None:
        return []
    service = find_service(line.item.service)
    start = DROPPED_OFF if service and service.drop_off_code else COLLECTED
    reached = int((settings.clock() - order.paid_at) / settings.tracking_step) + 1
    steps = list(enumerate((LABEL_MADE, start, *AFTERWARDS)))[: max(1, reached)]
    return [
        _event(order.paid_at + at * settings.tracking_step, step, line)
        for at, step in reversed(steps)
    ]


def _event(at: float, step: tuple[str, str, str], line: Line) -> dict[str, Any]:
    code, description, details = step
    return {
        "Timestamp": moment(at),
        "Description": description,
        "Details": details,
        "StatusCode": code,
        "ParcelNumber": line.consignments[0].number,
        "CourierId": 1,
        "DeliveryType": "Door",
    }
