"""Top-ups of PrePay, seen by its balance alone."""

from datetime import timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.journal import AttemptKind, AttemptState
from desktop_app.domain.ledger import Sighting, TopUp
from desktop_app.storage.database import Database
from desktop_app.storage.journal import SqlJournal
from desktop_app.storage.top_ups import SqlTopUps
from tests.storage.bought import end
from tests.storage.samples import NOW, attempt


@pytest.fixture
def top_ups(database: Database) -> SqlTopUps:
    return SqlTopUps(database)


def see(top_ups: SqlTopUps, balance: str, minutes: int, took: int = 0) -> TopUp | None:
    asked = NOW + timedelta(minutes=minutes)
    told = asked + timedelta(minutes=took)
    return top_ups.see(Sighting("practice", Decimal(balance), asked, told))


def test_the_first_sight_is_no_top_up(top_ups: SqlTopUps) -> None:
    assert see(top_ups, "50.00", 0) is None
    assert top_ups.all_of("practice") == ()


def test_what_the_balance_rises_by_is_one(top_ups: SqlTopUps) -> None:
    see(top_ups, "50.00", 0)
    assert see(top_ups, "50.00", 1) is None
    found = see(top_ups, "75.00", 2)
    assert found
    assert (found.amount, found.seen_at) == (Decimal("25.00"), NOW + timedelta(minutes=2))
    assert see(top_ups, "75.00", 3) is None
    assert top_ups.all_of("practice") == (found,)
    assert top_ups.all_of("live") == ()
    top_ups.forget(found.key)
    assert top_ups.all_of("practice") == ()


def test_what_was_paid_meanwhile_is_counted_in(database: Database, top_ups: SqlTopUps) -> None:
    """£7.10 was paid and £20 came: the balance rose by £12.90 only, or not at all."""
    see(top_ups, "50.00", 0)
    end(database, attempt("a", minutes=1), AttemptState.DONE)
    found = see(top_ups, "62.90", 5)
    assert found
    assert found.amount == Decimal("20.00")
    end(database, attempt("b", minutes=6), AttemptState.DONE)
    same = see(top_ups, "62.90", 9)
    assert same
    assert same.amount == Decimal("7.10")


def test_what_is_spent_elsewhere_is_nothing_of_ours(top_ups: SqlTopUps) -> None:
    see(top_ups, "50.00", 0)
    assert see(top_ups, "30.00", 1) is None
    found = see(top_ups, "40.00", 2)
    assert found
    assert found.amount == Decimal("10.00")


def test_a_payment_in_the_browser_does_not_touch_it(database: Database, top_ups: SqlTopUps) -> None:
    see(top_ups, "50.00", 0)
    end(database, attempt("a", AttemptKind.LINK, minutes=1), AttemptState.DONE)
    assert see(top_ups, "50.00", 5) is None


def test_nothing_is_said_while_a_payment_is_in_hand(database: Database, top_ups: SqlTopUps) -> None:
    """The number may hold the payment already, or not yet."""
    see(top_ups, "50.00", 0)
    begun = attempt("a", minutes=1)
    SqlJournal(database).begin(begun)
    assert see(top_ups, "100.00", 2) is None
    SqlJournal(database).end(begun.key, AttemptState.DONE, NOW + timedelta(minutes=3))
    assert see(top_ups, "50.00", 2, took=3) is None, "asked for before the payment had ended"
    assert top_ups.all_of("practice") == ()
    found = see(top_ups, "92.90", 6)
    assert found
    assert found.amount == Decimal("50.00")


def test_a_slow_answer_does_not_take_back_what_was_seen_since(top_ups: SqlTopUps) -> None:
    see(top_ups, "50.00", 0)
    assert see(top_ups, "100.00", 2, took=1)
    assert see(top_ups, "50.00", 1, took=5) is None
    assert see(top_ups, "100.00", 9) is None
    assert len(top_ups.all_of("practice")) == 1
