"""`GET /api/tracking/{orderLineId}`: what the courier told."""

from typing import Any
from urllib.parse import quote as percent_encoded

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound
from desktop_app.domain.tracking import TrackingEvent, TrackingStage
from desktop_app.parcel2go.moments import read_moment
from desktop_app.parcel2go.session import Session
from desktop_app.parcel2go.transport import Call
from desktop_app.parcel2go.wire.papers import TrackingAnswer, TrackingResult

_STAGES = {stage.casefold(): stage for stage in TrackingStage}


def tracking(session: Session, order_line_id: str) -> tuple[TrackingEvent, ...]:
    """The events, newest first; () while nothing was scanned."""
    call = Call("GET", f"/api/tracking/{percent_encoded(order_line_id, safe='')}", again=True)
    try:
        listed = TrackingAnswer.read(session.json(call)).results
    except NotFound:
        return ()
    return tuple(event for one in listed if (event := _event(one)))


def _event(one: Any) -> TrackingEvent | None:  # noqa: ANN401 - any JSON
    try:
        wire = TrackingResult.read(one)
    except AnswerNotUnderstood:
        return None
    texts = (wire.status_code, wire.description)
    stages = (_STAGES.get(text.replace(" ", "").casefold()) for text in texts)
    return TrackingEvent(
        at=read_moment(wire.timestamp),
        description=wire.description,
        details=wire.details,
        status_code=wire.status_code,
        parcel_number=wire.parcel_number,
        stage=next((stage for stage in stages if stage), None),
    )
