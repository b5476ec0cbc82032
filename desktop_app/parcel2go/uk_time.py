"""The service's clock: its dates have no zone and mean British time."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_NINE = time(9, 0)
# How .NET writes a date that is not there.
NO_DATE = "0001-01-01"
# Beyond these a date is a filler, and could not be reckoned with.
_FIRST_YEAR, _LAST_YEAR = 1990, 2200


def uk_moment(text: str) -> datetime | None:
    """A date and time as the service writes it, with its offset; None when it is not one.

    Without an offset it is British time (facts, Quotes).
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=_zone(moment))


def uk_day(text: str) -> date | None:
    """The day of a date as the service writes it; None when it is not one."""
    moment = uk_moment(text)
    return moment.date() if moment else None


def uk_today() -> date:
    """Today in Britain."""
    now = datetime.now(UTC)
    return now.astimezone(_zone(now.replace(tzinfo=None))).date()


def collection_moment(day: date) -> str:
    """Nine in the morning of a day, such as `2026-11-24T09:00:00+00:00`."""
    moment = datetime.combine(day, _NINE)
    return moment.replace(tzinfo=_zone(moment)).isoformat()


def _zone(moment: datetime) -> tzinfo:
    """Britain's offset at a moment: by the system's zones, else by the rule since 1996."""
    try:
        offset = moment.replace(tzinfo=ZoneInfo("Europe/London")).utcoffset()
    except ZoneInfoNotFoundError:  # Windows has no zones of its own
        offset = timedelta(hours=1 if _is_summer(moment) else 0)
    return timezone(offset) if offset else UTC


def _is_summer(moment: datetime) -> bool:
    starts, ends = (_last_sunday(moment.year, month) for month in (3, 10))
    return starts + timedelta(hours=1) <= moment < ends + timedelta(hours=2)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31)  # noqa: DTZ001 - British wall time
    return last - timedelta(days=(last.weekday() + 1) % 7)
