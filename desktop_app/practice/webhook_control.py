"""The levers of webhooks under `/practice/webhooks`: who gets them, and sending one now."""

from typing import Annotated, Any

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, said
from desktop_app.practice.context import practice_of
from desktop_app.practice.reading import receive
from desktop_app.practice.received import Received
from desktop_app.practice.webhooks import stamp

STAGES = {
    "DroppedOff": "Dropped off", "Collected": "Collected", "InTransit": "In transit",
    "AtDepot": "At depot", "DeliveryScheduled": "Out for delivery",
    "Delivered": "Handed to Customer",
}  # fmt: skip


class Subscription(Received):
    """Where webhooks go, and what they are signed with: what My Account asks for."""

    url: Annotated[str, Field(pattern=r"^https?://")]
    secret: Annotated[str, Field(min_length=1)]


class Event(Received):
    """What is to be told: a stage of a parcel, or a case."""

    type: str = "Tracking"
    order_line_id: str = ""
    stage: str = "Delivered"
    customer_reference: str = ""
    case_id: str = "12345"
    reference: str = "ABER343434"
    status: str = "Approved"
    case_type: str = "Claim"


async def subscribe(request: Request) -> Response:
    """Send webhooks from now on."""
    wish = await receive(request, Subscription)
    practice_of(request).webhooks.subscribe(wish.url, wish.secret)
    return Response(status_code=204)


async def unsubscribe(request: Request) -> Response:
    """Send no more."""
    practice_of(request).webhooks.unsubscribe()
    return Response(status_code=204)


async def send(request: Request) -> Response:
    """Send one now; the answer comes before it has arrived."""
    event = await receive(request, Event)
    sending = practice_of(request).webhooks.send(event.type, _payload(request, event))
    if sending is None:
        return said("Nobody has asked for webhooks.", 409)
    return Answer({"Id": sending.id})


async def sendings(request: Request) -> Response:
    """Answer what was sent, and what became of each try."""
    return Answer([one.shown() for one in practice_of(request).webhooks.sendings])


def _payload(request: Request, event: Event) -> dict[str, Any]:
    """Return the documented payload: a line's number is a number in one, a text in the other."""
    if event.type == "Case":
        return {
            "OrderLineId": event.order_line_id,
            "CustomerReference": event.customer_reference,
            "CaseId": event.case_id,
            "Reference": event.reference,
            "Status": event.status,
            "CaseType": event.case_type,
        }
    digits = event.order_line_id
    return {
        "OrderLineId": int(digits) if digits.isdigit() and len(digits) < 19 else 0,
        "Timestamp": stamp(practice_of(request).settings.clock()),
        "StatusCode": event.stage.upper()[:3],
        "StatusDescription": STAGES.get(event.stage, event.stage),
        "TrackingStage": event.stage,
    }
