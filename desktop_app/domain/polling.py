"""When a parcel is asked about again: often at first, then more and more seldom, then never."""

from datetime import datetime, timedelta

from desktop_app.domain.tracking import TrackingEvent, TrackingStage

# Age since the payment, and the pause between two questions until then.
_PAUSES = (
    (timedelta(hours=6), timedelta(minutes=15)),
    (timedelta(days=2), timedelta(hours=1)),
    (timedelta(days=7), timedelta(hours=4)),
    (timedelta(days=30), timedelta(days=1)),
)
OUT_FOR_DELIVERY = timedelta(minutes=30)
LONGEST_WATCH = timedelta(days=30)


def is_delivered(events: tuple[TrackingEvent, ...]) -> bool:
    """Whether the courier has said so."""
    return any(event.stage is TrackingStage.DELIVERED for event in events)


def pause(age: timedelta, events: tuple[TrackingEvent, ...]) -> timedelta | None:
    """How long to wait between two questions about a parcel; None: ask no more.

    A parcel that is out for delivery is asked about every half hour at least. After 30 days nobody
    expects it any more.
    """
    if is_delivered(events) or age > LONGEST_WATCH:
        return None
    usual = next(pause for until, pause in _PAUSES if age <= until)
    if any(event.stage is TrackingStage.DELIVERY_SCHEDULED for event in events):
        return min(usual, OUT_FOR_DELIVERY)
    return usual


def is_due(
    paid_at: datetime,
    asked_at: datetime | None,
    events: tuple[TrackingEvent, ...],
    now: datetime,
) -> bool:
    """Whether a parcel is to be asked about now; a clock set back makes nothing due."""
    wait = pause(max(now - paid_at, timedelta(0)), events)
    return wait is not None and (asked_at is None or now - asked_at >= wait)
