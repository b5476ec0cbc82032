"""Fills the Outbox port: what shops are told, kept once, and sent by one at a time."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.errors import InputError
from desktop_app.domain.shop_despatch import Despatch, DespatchNews, DespatchState
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tables import despatches
from desktop_app.storage.tolerant import read_value

# Longer than any call to a shop takes: what is in hand for so long was cut off by a crash.
LONGEST_SENDING = timedelta(minutes=10)


class SqlOutbox:
    """Each call is on disk, synced, before it returns.

    That the same news is kept once is held by the key; that it is sent by one window or command
    at a time, by the state, which is read and changed inside one transaction.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, despatch: Despatch) -> Despatch:
        """Keeps it; what is kept under its key already is handed back instead."""
        with self._database.writing() as connection:
            try:
                with connection.begin_nested():
                    connection.execute(insert(despatches).values(_written(despatch)))
            except IntegrityError:
                return _one(connection, despatch.key)
            return despatch

    def get(self, key: str) -> Despatch:
        """One by key; raises InputError when there is none."""
        with self._database.reading() as connection:
            return _one(connection, key)

    def all(self) -> tuple[Despatch, ...]:
        """All of them, newest first."""
        return self._listed(despatches.c.key != "")

    def of_shipment(self, shipment_id: str) -> tuple[Despatch, ...]:
        """What was to be told of one shipment, newest first."""
        return self._listed(despatches.c.shipment_id == shipment_id)

    def claim(self, key: str, news: DespatchNews, at: datetime) -> Despatch | None:
        """Takes one in hand, to be sent as `news`; None where somebody has, or it is sent."""
        with self._database.writing() as connection:
            before = _one(connection, key)
            if not _is_free(before, at):
                return None
            taken = before.model_copy(
                update={
                    "state": DespatchState.SENDING,
                    "news": news,
                    "tried_at": at,
                    "tries": before.tries + 1,
                    "why": "",
                }
            )
            _write_over(connection, taken)
            return taken

    def end(self, key: str, state: DespatchState, at: datetime, why: str = "") -> Despatch:
        """Writes what became of it; what was sent stays sent."""
        with self._database.writing() as connection:
            before = _one(connection, key)
            if before.state is DespatchState.SENT:
                return before
            sent_at = at if state is DespatchState.SENT else None
            after = before.model_copy(update={"state": state, "sent_at": sent_at, "why": why})
            _write_over(connection, after)
            return after

    def _listed(self, wanted: ColumnElement[bool]) -> tuple[Despatch, ...]:
        query = select(despatches).where(wanted)
        newest = query.order_by(despatches.c.made_at.desc(), despatches.c.key)
        with self._database.reading() as connection:
            return tuple(_read(row) for row in connection.execute(newest))


def _is_free(despatch: Despatch, now: datetime) -> bool:
    if despatch.state is DespatchState.SENDING:
        return despatch.tried_at is None or now - despatch.tried_at > LONGEST_SENDING
    return despatch.state is not DespatchState.SENT


def _one(connection: Connection, key: str) -> Despatch:
    wanted = select(despatches).where(despatches.c.key == key).with_for_update()
    row = connection.execute(wanted).first()
    if row is None:
        raise InputError("There is nothing of that in the outbox.")
    return _read(row)


def _write_over(connection: Connection, despatch: Despatch) -> None:
    mine = despatches.c.key == despatch.key
    connection.execute(update(despatches).where(mine).values(_written(despatch)))


def _written(despatch: Despatch) -> dict[str, object]:
    return despatch.model_dump() | {
        "state": despatch.state.value,
        "made_at": to_text(despatch.made_at),
        "tried_at": to_text(despatch.tried_at) if despatch.tried_at else None,
        "sent_at": to_text(despatch.sent_at) if despatch.sent_at else None,
        "news": despatch.news.model_dump_json(),
    }


def _read(row: Row[Any]) -> Despatch:
    return Despatch(
        key=row.key,
        shop_id=row.shop_id,
        shipment_id=row.shipment_id,
        news=read_value(DespatchNews, row.news),
        state=DespatchState(row.state),
        made_at=from_text(row.made_at),
        tried_at=from_text(row.tried_at) if row.tried_at else None,
        sent_at=from_text(row.sent_at) if row.sent_at else None,
        tries=row.tries,
        why=row.why,
    )
