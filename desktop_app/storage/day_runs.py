"""Fills the DayRuns port: each confirmed day, and each of its rows as it is done with."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from desktop_app.domain.day_run import DayRow, DayRun, RowState
from desktop_app.domain.errors import InputError
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tables import day_rows, day_runs


class SqlDayRuns:
    """Each call is on disk, synced, before it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, run: DayRun) -> None:
        """Keeps a new one; what was open of the same account is given up."""
        with self._database.writing() as connection:
            still_open = (day_runs.c.account_id == run.account_id) & day_runs.c.ended_at.is_(None)
            moment = to_text(run.begun_at)
            connection.execute(update(day_runs).where(still_open).values(ended_at=moment))
            own = {"id": run.id, "account_id": run.account_id, "begun_at": moment}
            connection.execute(insert(day_runs).values(own))
            rows = [
                _written(row) | {"run_id": run.id, "place": n} for n, row in enumerate(run.rows)
            ]
            if rows:
                connection.execute(insert(day_rows), rows)

    def put(self, run_id: str, row: DayRow) -> None:
        """Writes what became of one row."""
        mine = (day_rows.c.run_id == run_id) & (day_rows.c.shipment_id == row.shipment_id)
        with self._database.writing() as connection:
            connection.execute(update(day_rows).where(mine).values(_written(row)))

    def end(self, run_id: str, at: datetime) -> None:
        """Writes that it is over."""
        with self._database.writing() as connection:
            mine = day_runs.c.id == run_id
            connection.execute(update(day_runs).where(mine).values(ended_at=to_text(at)))

    def get(self, run_id: str) -> DayRun:
        """One by id; raises InputError when there is none."""
        with self._database.reading() as connection:
            run = connection.execute(select(day_runs).where(day_runs.c.id == run_id)).first()
            if run is None:
                raise InputError(f"There is no day {run_id}.")
            return _read(connection, run)

    def unfinished(self, account_id: str) -> DayRun | None:
        """The one that was begun last and is not over."""
        wanted = (
            select(day_runs)
            .where(day_runs.c.account_id == account_id, day_runs.c.ended_at.is_(None))
            .order_by(day_runs.c.begun_at.desc())
        )
        with self._database.reading() as connection:
            run = connection.execute(wanted).first()
            return None if run is None else _read(connection, run)


def _read(connection: Connection, run: Row[Any]) -> DayRun:
    wanted = select(day_rows).where(day_rows.c.run_id == run.id).order_by(day_rows.c.place)
    return DayRun(
        id=run.id,
        account_id=run.account_id,
        begun_at=from_text(run.begun_at),
        ended_at=from_text(run.ended_at) if run.ended_at else None,
        rows=tuple(_row(row) for row in connection.execute(wanted)),
    )


def _row(row: Row[Any]) -> DayRow:
    return DayRow(
        shipment_id=row.shipment_id,
        agreed=Decimal(row.agreed),
        state=RowState(row.state),
        paid=Decimal(row.paid),
        words=row.words,
    )


def _written(row: DayRow) -> dict[str, object]:
    return {
        "shipment_id": row.shipment_id,
        "agreed": str(row.agreed),
        "state": row.state.value,
        "paid": str(row.paid),
        "words": row.words,
    }
