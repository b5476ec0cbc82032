"""Fills the Shipments port: each record as JSON, beside it the columns of the list."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.errors import AlreadyBought, InputError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.ports import ShipmentRow
from desktop_app.storage.database import Database
from desktop_app.storage.list_rows import COLUMNS, read_row
from desktop_app.storage.rows import read_record, written
from desktop_app.storage.tables import attempts, shipments

# Made once: to build a statement takes longer than to run it.
_THIS = shipments.c.id == bindparam("this_id")
_READ = select(shipments.c.record).where(_THIS)
_READ_TO_WRITE = _READ.with_for_update()
_INSERT = insert(shipments)
_UPDATE = update(shipments).where(_THIS)


class SqlShipments:
    """The kept shipments, safe for several windows and commands on one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, record: ShipmentRecord) -> None:
        """Keeps a new one; raises InputError when its id is taken."""
        with self._database.writing() as connection:
            try:
                connection.execute(_INSERT, {"id": record.id, **written(record)})
            except IntegrityError as failure:
                raise InputError(f"There is a shipment {record.id} already.") from failure

    def add_all(self, records: Sequence[ShipmentRecord]) -> None:
        """Keeps all of them in one transaction, or none; raises InputError when an id is taken."""
        if not records:
            return
        rows = [{"id": record.id, **written(record)} for record in records]
        with self._database.writing() as connection:
            try:
                connection.execute(_INSERT, rows)
            except IntegrityError as failure:
                raise InputError("One of these shipments is there already.") from failure

    def get(self, shipment_id: str) -> ShipmentRecord:
        """One by id; InputError when there is none, StorageError when it cannot be read."""
        with self._database.reading() as connection:
            return _read(connection, shipment_id)

    def update(
        self, shipment_id: str, change: Callable[[ShipmentRecord], ShipmentRecord]
    ) -> ShipmentRecord:
        """Reads, changes and writes one inside one transaction; the changed one.

        `change` must not ask the database itself: it would wait for this transaction to end.
        """
        with self._database.writing() as connection:
            before = _read(connection, shipment_id, for_update=True)
            after = change(before)
            if after != before:
                connection.execute(_UPDATE, {"this_id": shipment_id, **written(after)})
            return after

    def rows(self, account_id: str) -> Sequence[ShipmentRow]:
        """All of an account, newest first."""
        wanted = (
            select(*(shipments.c[name] for name in COLUMNS))
            .where(shipments.c.account_id == account_id)
            .order_by(shipments.c.created_at.desc(), shipments.c.id)
        )
        with self._database.reading() as connection:
            return [read_row(row) for row in connection.execute(wanted)]

    def delete(self, shipment_ids: Sequence[str]) -> tuple[ShipmentRecord, ...]:
        """Takes all of them away or none, and hands them out, so that `add` can bring them back.

        Raises InputError when there is no such shipment, AlreadyBought when one is paid or a
        payment of it is in hand, even if that was begun a moment ago elsewhere.
        """
        with self._database.writing() as connection:
            _refuse_bought(connection, shipment_ids)
            records = tuple(_read(connection, one, for_update=True) for one in shipment_ids)
            connection.execute(delete(shipments).where(shipments.c.id.in_(shipment_ids)))
            return records


def _read(connection: Connection, shipment_id: str, *, for_update: bool = False) -> ShipmentRecord:
    text = connection.scalar(_READ_TO_WRITE if for_update else _READ, {"this_id": shipment_id})
    if text is None:
        raise InputError(f"There is no shipment {shipment_id}.")
    return read_record(shipment_id, text)


def _refuse_bought(connection: Connection, shipment_ids: Sequence[str]) -> None:
    live = select(attempts.c.key).where(attempts.c.live_payment.in_(shipment_ids)).limit(1)
    if connection.scalar(live) is not None:
        message = "A shipment that is paid or being paid is kept: its label belongs to it."
        raise AlreadyBought(message, advice="Only drafts and unpaid orders can be deleted.")
