"""When money can be asked back, and what may become of it."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

import pytest

from desktop_app.domain.errors import InputError
from desktop_app.domain.money import Price
from desktop_app.domain.refund import (
    Refund,
    RefundFlag,
    RefundState,
    is_scanned,
    refund_due,
    undone,
    with_received,
    with_refused,
)
from desktop_app.domain.tracking import TrackingEvent, TrackingStage

PAID_ON = date(2026, 11, 1)
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PRICE = Price(net=Decimal("10.99"), vat=Decimal("2.20"), total=Decimal("13.19"))
ASKED = Refund(
    key="pay-1", account_id="live", shipment_id="s-1", order_id="7", asked_at=NOW, expected=PRICE
)


class Parcel(NamedTuple):
    paid_on: date = PAID_ON
    collection_day: date | None = None
    is_scanned: bool = False


def due(days: int, parcel: Parcel = Parcel()) -> RefundFlag | None:  # noqa: B008 - a value
    return refund_due(parcel, PAID_ON + timedelta(days=days))


def test_a_parcel_that_nobody_scanned_is_flagged_after_a_week_until_the_time_is_over() -> None:
    flagged = [days for days in range(-2, 60) if due(days)]
    assert flagged == list(range(7, 29))
    assert due(7) == RefundFlag(days_left=21, ends_on=date(2026, 11, 29))
    assert due(28) == RefundFlag(days_left=0, ends_on=date(2026, 11, 29))


def test_a_later_collection_is_waited_for_but_never_into_the_last_week() -> None:
    in_ten_days = Parcel(collection_day=PAID_ON + timedelta(days=10))
    assert [days for days in range(40) if due(days, in_ten_days)] == list(range(17, 29))
    much_later = Parcel(collection_day=PAID_ON + timedelta(days=27))
    assert [days for days in range(40) if due(days, much_later)] == list(range(21, 29))
    before = Parcel(collection_day=PAID_ON - timedelta(days=30))
    assert due(6, before) is None


def test_a_scanned_parcel_is_never_flagged() -> None:
    assert [days for days in range(60) if due(days, Parcel(is_scanned=True))] == []


def test_the_last_week_is_urgent() -> None:
    found = [due(days) for days in range(7, 29)]
    assert [flag.days_left for flag in found if flag and flag.is_urgent] == list(range(7, -1, -1))


@pytest.mark.parametrize("stage", TrackingStage)
def test_every_documented_stage_is_a_scan(stage: TrackingStage) -> None:
    assert is_scanned([TrackingEvent(description="Label created", stage=stage)])


@pytest.mark.parametrize(
    "words",
    [
        "Label created",
        "Label Printed",
        "We are expecting your parcel",
        "Order received",
        "Shipment information received",
        "Awaiting collection",
        "The parcel has been pre-advised",
        "Not yet received",
        "",
    ],
)
def test_what_is_said_before_the_parcel_was_seen_is_no_scan(words: str) -> None:
    assert not is_scanned([TrackingEvent(description=words)])


@pytest.mark.parametrize(
    "words", ["Handed to Customer", "Ready for collection", "Arrived at hub", "Received at depot"]
)
def test_all_else_is_one(words: str) -> None:
    before = TrackingEvent(description="Label created", status_code="LabelCreated")
    assert is_scanned([TrackingEvent(description=words), before])
    assert not is_scanned([before])


def test_all_that_was_paid_comes_back_unless_it_is_said() -> None:
    received = with_received(ASKED, None, NOW)
    assert (received.state, received.price_received) == (RefundState.RECEIVED, PRICE)
    part = with_received(ASKED, Decimal("6.60"), NOW).price_received
    assert (part.net, part.vat, part.total) == (
        Decimal("5.50"), Decimal("1.10"), Decimal("6.60"),
    )  # fmt: skip


@pytest.mark.parametrize("amount", ["0", "-1", "13.20"])
def test_what_cannot_have_come_is_refused(amount: str) -> None:
    with pytest.raises(InputError, match=r"at most £13\.19") as refused:
        with_received(ASKED, Decimal(amount), NOW)
    assert [problem.field for problem in refused.value.problems] == ["amount"]


def test_each_step_can_be_undone() -> None:
    assert undone(with_received(ASKED, None, NOW, "seen")) == ASKED
    assert undone(with_refused(ASKED, NOW, "too late")) == ASKED
    assert undone(ASKED) is None
