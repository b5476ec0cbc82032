"""Fills the Imports port: which orders were brought in, and which drafts they became."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select

from desktop_app.domain.import_batch import ImportBatch
from desktop_app.storage.database import Database
from desktop_app.storage.moments import to_text
from desktop_app.storage.tables import import_batches, imported_orders, shipments
from desktop_app.storage.tolerant import read_value

_MOST_KEYS = 500  # SQLite takes a limited number of values in one statement


class SqlImports:
    """Each call is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, batch: ImportBatch) -> None:
        """Keeps an import."""
        own = {"id": batch.id, "account_id": batch.account_id, "at": to_text(batch.at)}
        rows = [
            {
                "batch_id": batch.id,
                "place": place,
                "account_id": batch.account_id,
                "key": one.key,
                "shipment_id": one.shipment_id,
            }
            for place, one in enumerate(batch.orders)
        ]
        with self._database.writing() as connection:
            connection.execute(insert(import_batches).values(**own, batch=batch.model_dump_json()))
            if rows:
                connection.execute(insert(imported_orders), rows)

    def get(self, account_id: str, batch_id: str) -> ImportBatch | None:
        """One by its id, else the account's last; None where there is none."""
        wanted = select(import_batches.c.batch).where(import_batches.c.account_id == account_id)
        if batch_id:
            wanted = wanted.where(import_batches.c.id == batch_id)
        latest = wanted.order_by(import_batches.c.at.desc(), import_batches.c.id).limit(1)
        with self._database.reading() as connection:
            text = connection.scalar(latest)
        return None if text is None else read_value(ImportBatch, text)

    def remove(self, batch_id: str) -> None:
        """Forgets an import, and that its orders were ever here."""
        with self._database.writing() as connection:
            connection.execute(delete(import_batches).where(import_batches.c.id == batch_id))
            connection.execute(
                delete(imported_orders).where(imported_orders.c.batch_id == batch_id)
            )

    def shipments_of(self, account_id: str, keys: Sequence[str]) -> Mapping[str, str]:
        """By the order's key, the latest shipment it became that is still there."""
        found: dict[str, str] = {}
        with self._database.reading() as connection:
            for some in _parts(keys):
                wanted = (
                    select(imported_orders.c.key, imported_orders.c.shipment_id)
                    .join(shipments, shipments.c.id == imported_orders.c.shipment_id)
                    .where(imported_orders.c.account_id == account_id)
                    .where(imported_orders.c.key.in_(some))
                    .order_by(shipments.c.created_at)
                )
                found |= {row.key: row.shipment_id for row in connection.execute(wanted)}
        return found


def _parts(keys: Sequence[str]) -> Sequence[Sequence[str]]:
    return [keys[start : start + _MOST_KEYS] for start in range(0, len(keys), _MOST_KEYS)]
