"""Fills the Journal port: what is about to be ordered or paid, on the disk before it is sent."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.errors import AlreadyBought
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tables import attempts

_COLUMNS = tuple(attempts.c[name] for name in Attempt.model_fields)
# Made once: to build a statement takes longer than to run it.
_ALL = select(*_COLUMNS).order_by(attempts.c.started_at, attempts.c.key)
_OF_SHIPMENT = _ALL.where(attempts.c.shipment_id == bindparam("shipment"))
_THIS = attempts.c.key == bindparam("this_key")
_THIS_ONE = select(*_COLUMNS).where(_THIS).with_for_update()
_LIVE_OF = select(attempts.c.state).where(attempts.c.live_payment == bindparam("shipment"))
_INSERT = insert(attempts)
_WRITE_OVER = update(attempts).where(_THIS)
_UNSETTLED = (AttemptState.STARTED.value, AttemptState.UNCERTAIN.value)
_PAID = "This shipment is paid. It is not paid again."
_IN_HAND = "A payment for this shipment is in hand. It is not paid a second time."


class SqlJournal:
    """The attempt journal: each call is on disk, synced, before it returns.

    That money moves once is held by a unique column, `live_payment`: of all windows, commands
    and desks on one database, a single one can begin to pay a shipment.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, attempt: Attempt) -> None:
        """Writes a started attempt; AlreadyBought when its shipment has a live or done payment."""
        with self._database.writing() as connection:
            if _is_payment(attempt):
                _refuse_second(connection, attempt.shipment_id)
            try:
                connection.execute(_INSERT, _written(attempt))
            except IntegrityError as failure:
                raise AlreadyBought(_IN_HAND) from failure

    def end(self, key: str, state: AttemptState, at: datetime, note: str = "") -> None:
        """Writes what became of it; UNCERTAIN keeps it live. A payment that is done stays done.

        Raises KeyError when no such attempt was begun.
        """
        with self._database.writing() as connection:
            before = _attempt(connection, key)
            if before.state is AttemptState.DONE:
                return
            ended = before.model_copy(update={"state": state, "ended_at": at, "note": note})
            _write_over(connection, ended)

    def live(self) -> tuple[Attempt, ...]:
        """Payments that were begun and not settled, oldest first."""
        payments = attempts.c.kind != AttemptKind.ORDER.value
        return self._all(_ALL.where(payments, attempts.c.state.in_(_UNSETTLED)))

    def of_shipment(self, shipment_id: str) -> tuple[Attempt, ...]:
        """All attempts of one shipment, oldest first."""
        return self._all(_OF_SHIPMENT, {"shipment": shipment_id})

    def begun_since(self, account_id: str, since: datetime) -> tuple[Attempt, ...]:
        """An account's payments begun at that time (UTC) or later, oldest first."""
        payments = attempts.c.kind != AttemptKind.ORDER.value
        own = attempts.c.account_id == account_id
        return self._all(_ALL.where(payments, own, attempts.c.started_at >= to_text(since)))

    def _all(
        self, wanted: Select[Any], values: dict[str, object] | None = None
    ) -> tuple[Attempt, ...]:
        with self._database.reading() as connection:
            return tuple(_read(row) for row in connection.execute(wanted, values))


def _attempt(connection: Connection, key: str) -> Attempt:
    row = connection.execute(_THIS_ONE, {"this_key": key}).first()
    if row is None:
        raise KeyError(key)
    return _read(row)


def _refuse_second(connection: Connection, shipment_id: str) -> None:
    state = connection.scalar(_LIVE_OF, {"shipment": shipment_id})
    if state is not None:
        raise AlreadyBought(_PAID if state == AttemptState.DONE.value else _IN_HAND)


def _write_over(connection: Connection, attempt: Attempt) -> None:
    """Write an attempt that was begun.

    One that had failed may turn out to be paid after all, when another payment has begun since:
    what is true of it is written, and the other one keeps the shipment.
    """
    values = {"this_key": attempt.key, **_written(attempt)}
    try:
        with connection.begin_nested():
            connection.execute(_WRITE_OVER, values)
    except IntegrityError:
        connection.execute(_WRITE_OVER, values | {"live_payment": None})


def _written(attempt: Attempt) -> dict[str, object]:
    holds = _is_payment(attempt) and attempt.state is not AttemptState.FAILED
    return attempt.model_dump() | {
        "kind": attempt.kind.value,
        "state": attempt.state.value,
        "amount": str(attempt.amount),
        "started_at": to_text(attempt.started_at),
        "ended_at": to_text(attempt.ended_at) if attempt.ended_at else None,
        "live_payment": attempt.shipment_id if holds else None,
    }


def _read(row: Row[Any]) -> Attempt:
    return Attempt(
        key=row.key,
        kind=AttemptKind(row.kind),
        state=AttemptState(row.state),
        shipment_id=row.shipment_id,
        account_id=row.account_id,
        amount=Decimal(row.amount),
        started_at=from_text(row.started_at),
        order_id=row.order_id,
        ended_at=from_text(row.ended_at) if row.ended_at else None,
        note=row.note,
    )


def _is_payment(attempt: Attempt) -> bool:
    return attempt.kind is not AttemptKind.ORDER
