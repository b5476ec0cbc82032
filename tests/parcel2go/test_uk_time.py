"""Dates without a zone, and the ones we send."""

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.parcel2go import uk_time
from desktop_app.parcel2go.uk_time import collection_moment, uk_day, uk_moment, uk_today


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-24T10:00:00", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("2026-07-24T10:00:00", datetime(2026, 7, 24, 9, tzinfo=UTC)),
        ("2018-08-28T09:36:07.4805536+00:00", datetime(2018, 8, 28, 9, 36, 7, 480553, UTC)),
        ("2026-07-24T10:00:00Z", datetime(2026, 7, 24, 10, tzinfo=UTC)),
        ("2019-11-12", datetime(2019, 11, 12, tzinfo=UTC)),
        ("0001-01-01T00:00:00", None),
        ("9999-12-31T23:59:59", None),
        ("soon", None),
        ("", None),
    ],
)
def test_moments_are_british(text: str, expected: datetime | None) -> None:
    assert uk_moment(text) == expected


def test_a_day_is_the_one_that_was_written() -> None:
    assert uk_day("2026-07-24T00:00:00") == date(2026, 7, 24)
    assert uk_day("never") is None


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 24), "2026-11-24T09:00:00+00:00"),
        (date(2026, 7, 1), "2026-07-01T09:00:00+01:00"),
    ],
)
def test_a_collection_is_at_nine_with_its_offset(day: date, text: str) -> None:
    assert collection_moment(day) == text


def test_today_is_near() -> None:
    assert abs(uk_today() - datetime.now(UTC).date()) <= timedelta(days=1)


@given(st.dates(date(1996, 1, 1), date(2037, 12, 31)), st.times())
def test_the_rule_says_the_same_as_the_systems_zones(day: date, hour: time) -> None:
    """The rule stands in where the system has no zones, as on Windows."""
    moment = datetime.combine(day, hour)
    zone = zoneinfo.ZoneInfo("Europe/London")
    exact = moment.replace(tzinfo=zone).dst() or timedelta(0)
    assert uk_time._is_summer(moment) == bool(exact)


def test_without_zones_the_rule_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_name: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError

    monkeypatch.setattr(uk_time, "ZoneInfo", none)
    assert collection_moment(date(2026, 7, 1)) == "2026-07-01T09:00:00+01:00"
    assert collection_moment(date(2026, 12, 1)) == "2026-12-01T09:00:00+00:00"


@given(st.text())
def test_any_text_is_a_moment_or_none(text: str) -> None:
    moment = uk_moment(text)
    assert moment is None or moment.tzinfo is not None
