"""Days on which parcels are collected and arrive, as local days without a time zone."""

from datetime import UTC, date, datetime, timedelta

SATURDAY, SUNDAY = 5, 6


def today(now: float) -> date:
    """Return the service's day for a Unix time."""
    return datetime.fromtimestamp(now, UTC).date()


def first_collection(now: float) -> date:
    """Return the next day on which a van comes: never today, never at a weekend."""
    return add_working_days(today(now), 1)


def add_working_days(day: date, count: int) -> date:
    """Go on by working days, Saturdays and Sundays left out."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            count -= 1
    return day


def stamp(day: date, hour: int = 0) -> str:
    """Write a day the way the service does: `2021-02-15T00:00:00`."""
    return f"{day.isoformat()}T{hour:02d}:00:00"


def moment(now: float) -> str:
    """Write a Unix time without a zone."""
    return datetime.fromtimestamp(int(now), UTC).strftime("%Y-%m-%dT%H:%M:%S")
