"""The journal: money moves once, whoever asks, and whatever is killed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from desktop_app.domain.errors import AlreadyBought, StorageError
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.storage.database import Database, open_database
from desktop_app.storage.journal import SqlJournal
from desktop_app.storage.tables import attempts
from tests.storage.processes import answers, killed_after
from tests.storage.samples import NOW, attempt

LATER = NOW + timedelta(seconds=3)


@pytest.fixture
def journal(database: Database) -> SqlJournal:
    return SqlJournal(database)


def ended(begun: Attempt, state: AttemptState, note: str = "") -> Attempt:
    return begun.model_copy(update={"state": state, "ended_at": LATER, "note": note})


def test_an_attempt_comes_back_as_it_was(journal: SqlJournal) -> None:
    begun = attempt()
    journal.begin(begun)
    assert journal.of_shipment(begun.shipment_id) == (begun,)
    assert journal.live() == (begun,)
    journal.end(begun.key, AttemptState.UNCERTAIN, LATER, "answer lost")
    uncertain = ended(begun, AttemptState.UNCERTAIN, "answer lost")
    assert journal.of_shipment(begun.shipment_id) == journal.live() == (uncertain,)


def test_attempts_are_told_oldest_first(journal: SqlJournal) -> None:
    second, first = attempt("shipment-2", minutes=2), attempt("shipment-1", minutes=1)
    journal.begin(second)
    journal.begin(first)
    assert journal.live() == (first, second)


def test_what_was_begun_since_is_the_accounts_own_payments(journal: SqlJournal) -> None:
    early, late = attempt("shipment-1"), attempt("shipment-2", minutes=2)
    order = attempt("shipment-3", minutes=2).model_copy(update={"kind": AttemptKind.ORDER})
    other = attempt("shipment-4", minutes=2).model_copy(update={"account_id": "live-2"})
    for one in (late, early, order, other):
        journal.begin(one)
    assert journal.begun_since(early.account_id, NOW) == (early, late)
    assert journal.begun_since(early.account_id, late.started_at) == (late,)
    assert journal.begun_since("live-2", NOW) == (other,)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (AttemptState.STARTED, "in hand"),
        (AttemptState.UNCERTAIN, "in hand"),
        (AttemptState.DONE, "is paid"),
    ],
)
@pytest.mark.parametrize("second", [AttemptKind.PREPAY, AttemptKind.LINK])
def test_a_second_payment_is_refused(
    journal: SqlJournal, state: AttemptState, sentence: str, second: AttemptKind
) -> None:
    first = attempt()
    journal.begin(first)
    if state is not AttemptState.STARTED:
        journal.end(first.key, state, LATER)
    with pytest.raises(AlreadyBought, match=sentence):
        journal.begin(attempt(kind=second))
    assert len(journal.of_shipment(first.shipment_id)) == 1
    journal.begin(attempt("another-one"))


def test_a_payment_that_failed_makes_room_for_another(journal: SqlJournal) -> None:
    first, second = attempt(), attempt(minutes=1)
    journal.begin(first)
    journal.end(first.key, AttemptState.FAILED, LATER, "refused")
    assert journal.live() == ()
    journal.begin(second)
    assert journal.of_shipment(first.shipment_id) == (
        ended(first, AttemptState.FAILED, "refused"),
        second,
    )


def test_orders_are_no_payments(journal: SqlJournal) -> None:
    for minutes in range(2):
        journal.begin(attempt(kind=AttemptKind.ORDER, minutes=minutes))
    assert journal.live() == ()
    journal.begin(attempt(minutes=3))
    assert len(journal.of_shipment("abc123def456")) == 3


def test_what_is_paid_stays_paid(journal: SqlJournal) -> None:
    """Another window may read the order back a moment too early and give the payment up."""
    begun = attempt()
    journal.begin(begun)
    journal.end(begun.key, AttemptState.DONE, LATER, "paid")
    journal.end(begun.key, AttemptState.FAILED, LATER, "read back as not paid")
    assert journal.of_shipment(begun.shipment_id) == (ended(begun, AttemptState.DONE, "paid"),)
    with pytest.raises(AlreadyBought, match="is paid"):
        journal.begin(attempt())


def test_what_was_given_up_may_turn_out_to_be_paid(journal: SqlJournal) -> None:
    begun = attempt()
    journal.begin(begun)
    journal.end(begun.key, AttemptState.FAILED, LATER, "read back as not paid")
    journal.end(begun.key, AttemptState.DONE, LATER, "paid")
    with pytest.raises(AlreadyBought, match="is paid"):
        journal.begin(attempt())


def test_even_once_another_payment_has_begun(journal: SqlJournal) -> None:
    first, second = attempt(), attempt(minutes=1)
    journal.begin(first)
    journal.end(first.key, AttemptState.FAILED, LATER)
    journal.begin(second)
    journal.end(first.key, AttemptState.DONE, LATER, "paid")
    states = [each.state for each in journal.of_shipment(first.shipment_id)]
    assert states == [AttemptState.DONE, AttemptState.STARTED]
    with pytest.raises(AlreadyBought):
        journal.begin(attempt(minutes=2))


def test_the_database_itself_refuses_two_live_payments(
    database: Database, journal: SqlJournal
) -> None:
    """Whatever a program does wrong: the column is unique."""
    journal.begin(attempt(kind=AttemptKind.ORDER))
    journal.begin(attempt(kind=AttemptKind.ORDER, minutes=1))
    with pytest.raises(StorageError), database.writing() as connection:
        connection.execute(update(attempts).values(live_payment="abc123def456"))


def test_an_attempt_that_was_never_begun_is_a_fault(journal: SqlJournal) -> None:
    with pytest.raises(KeyError):
        journal.end("nobody", AttemptState.DONE, LATER)


def test_of_twenty_clicks_one_begins_to_pay(journal: SqlJournal) -> None:
    def begin(_click: int) -> bool:
        try:
            journal.begin(attempt())
        except AlreadyBought:
            return False
        return True

    with ThreadPoolExecutor(20) as threads:
        assert sum(threads.map(begin, range(20))) == 1
    assert len(journal.live()) == 1


def test_of_four_processes_one_begins_to_pay(path: Path, journal: SqlJournal) -> None:
    said = answers(4, "paying", path, "shipment")
    assert sorted(said) == ["paying", "refused", "refused", "refused"]
    assert len(journal.live()) == 1


def test_a_process_killed_once_it_has_begun_leaves_the_payment_live(path: Path) -> None:
    """Killed, it neither closes the database nor writes anything else."""
    assert killed_after(1, "paying", path, "shipment") == ["paying"]
    database, notices = open_database(path)
    journal = SqlJournal(database)
    assert notices == ()
    assert [each.shipment_id for each in journal.live()] == ["shipment"]
    with pytest.raises(AlreadyBought, match="in hand"):
        journal.begin(attempt("shipment"))
    database.close()
