"""Dates of the service: without a zone they are UK local time (facts, section 3)."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

_SEVEN_DIGITS = re.compile(r"(\.\d{6})\d+")


def read_moment(text: str | None) -> datetime | None:
    """A moment in UTC; None for what is no date. Seven fractional digits are cut to six."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(_SEVEN_DIGITS.sub(r"\1", text.strip()))
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=_uk_offset(moment.date()))
    return moment.astimezone(UTC)


def read_day(text: str | None) -> date | None:
    """The day a text begins with; None for what is no date."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def collection_moment(day: date) -> str:
    """A collection date as orders say it: nine in the morning, UK time, with its offset."""
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=_uk_offset(day))
    return moment.isoformat()


def _uk_offset(day: date) -> timezone:
    """British time by its rule (last Sundays of March and October): Windows has no zone files."""
    begins, ends = _last_sunday(day.year, 3), _last_sunday(day.year, 10)
    return timezone(timedelta(hours=1 if begins <= day < ends else 0))


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
