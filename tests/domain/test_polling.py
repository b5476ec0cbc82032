"""When parcels are asked about."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.polling import LONGEST_WATCH, OUT_FOR_DELIVERY, is_due, pause
from desktop_app.domain.tracking import TrackingEvent, TrackingStage

PAID = datetime(2026, 11, 23, 9, tzinfo=UTC)
ages = st.timedeltas(timedelta(0), LONGEST_WATCH)


def at(stage: TrackingStage) -> tuple[TrackingEvent, ...]:
    return (TrackingEvent(description="Label created"), TrackingEvent(stage=stage))


@given(ages, ages)
def test_the_older_the_longer(one: timedelta, other: timedelta) -> None:
    younger, older = (pause(age, ()) for age in sorted((one, other)))
    assert younger is not None
    assert older is not None
    assert younger <= older


@given(st.timedeltas(timedelta(0)))
def test_delivered_is_the_end(age: timedelta) -> None:
    assert pause(age, at(TrackingStage.DELIVERED)) is None


@pytest.mark.parametrize("stage", [None, *TrackingStage])
def test_out_for_delivery_is_asked_about_more_often(stage: TrackingStage | None) -> None:
    found = pause(timedelta(days=3), at(stage) if stage else ())
    special = {TrackingStage.DELIVERED: None, TrackingStage.DELIVERY_SCHEDULED: OUT_FOR_DELIVERY}
    assert found == (special.get(stage, timedelta(hours=4)) if stage else timedelta(hours=4))


def test_nobody_waits_for_a_parcel_for_ever() -> None:
    assert pause(LONGEST_WATCH, ()) == timedelta(days=1)
    assert pause(LONGEST_WATCH + timedelta(seconds=1), ()) is None


def test_due_is_what_was_never_asked_or_long_ago() -> None:
    now = PAID + timedelta(hours=1)
    assert is_due(PAID, None, (), now)
    assert not is_due(PAID, now - timedelta(minutes=14), (), now)
    assert is_due(PAID, now - timedelta(minutes=15), (), now)


def test_a_clock_set_back_makes_nothing_due() -> None:
    assert not is_due(PAID, PAID + timedelta(hours=1), (), PAID)
    assert is_due(PAID, None, (), PAID - timedelta(days=1))
