"""`GET /api/tracking/{orderLineId}`: what the courier told."""

from datetime import UTC, datetime

from desktop_app.domain.tracking import TrackingEvent, TrackingStage
from desktop_app.parcel2go.call import get, segment
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.uk_time import uk_moment
from desktop_app.parcel2go.wire.reading import read_each, required_list
from desktop_app.parcel2go.wire.tracking import WireEvent

_STAGES = {stage.value.casefold(): stage for stage in TrackingStage}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def tracking(transport: Transport, order_line_id: str) -> tuple[TrackingEvent, ...]:
    """The events, newest first; () before the first scan."""
    answer = transport.answer(get(f"/api/tracking/{segment(order_line_id)}", "the tracking"))
    events = map(_event, read_each(WireEvent, required_list(answer, "Results"), answer))
    return tuple(sorted(events, key=lambda event: event.at or _LONG_AGO, reverse=True))


def _event(wire: WireEvent) -> TrackingEvent:
    return TrackingEvent(
        at=uk_moment(wire.timestamp),
        description=wire.description,
        details=wire.details,
        status_code=wire.status_code,
        parcel_number=wire.parcel_number,
        stage=_stage(wire),
    )


def _stage(wire: WireEvent) -> TrackingStage | None:
    """The documented stage that one of the event's words names, written with spaces or without."""
    words = (wire.tracking_stage, wire.status_code, wire.description)
    return next((_STAGES[name] for name in map(_folded, words) if name in _STAGES), None)


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
