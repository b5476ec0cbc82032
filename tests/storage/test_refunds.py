"""Refunds on the disk: each by the payment it is about."""

from datetime import timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.refund import Refund, RefundState, with_received
from desktop_app.storage.database import Database
from desktop_app.storage.refunds import SqlRefunds
from tests.storage.bought import PRICE
from tests.storage.samples import NOW

ASKED = Refund(
    key="pay-1", account_id="practice", shipment_id="s-1", order_id="7", asked_at=NOW,
    expected=PRICE,
)  # fmt: skip


@pytest.fixture
def refunds(database: Database) -> SqlRefunds:
    return SqlRefunds(database)


def test_a_refund_comes_back_as_it_was(refunds: SqlRefunds) -> None:
    assert refunds.get("pay-1") is None
    assert refunds.change("pay-1", lambda before: before or ASKED) == ASKED
    assert refunds.get("pay-1") == ASKED
    assert refunds.all_of("practice") == (ASKED,)
    assert refunds.all_of("live") == ()


def test_what_becomes_of_it_is_kept(refunds: SqlRefunds) -> None:
    refunds.change("pay-1", lambda _before: ASKED)
    later = NOW + timedelta(days=2)
    received = refunds.change(
        "pay-1", lambda now: with_received(now, Decimal("1.00"), later, "half") if now else None
    )
    assert received
    assert refunds.get("pay-1") == received
    assert (received.state, received.received) == (RefundState.RECEIVED, Decimal("1.00"))


def test_one_that_is_undone_is_gone(refunds: SqlRefunds) -> None:
    refunds.change("pay-1", lambda _before: ASKED)
    assert refunds.change("pay-1", lambda _before: None) is None
    assert refunds.get("pay-1") is None


def test_they_are_told_oldest_first(refunds: SqlRefunds) -> None:
    for key, days in (("b", 2), ("a", 1)):
        asked_at = NOW + timedelta(days=days)
        one = ASKED.model_copy(update={"key": key, "asked_at": asked_at})
        refunds.change(key, lambda _before, one=one: one)  # type: ignore[misc]
    assert [one.key for one in refunds.all_of("practice")] == ["a", "b"]
