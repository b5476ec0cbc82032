"""The list of shipments as it is first shown, read without SQLAlchemy.

Importing that takes longer than reading 10,000 rows, and the list is the first thing a user sees.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from desktop_app.services.ports import ShipmentList, ShipmentRow
from desktop_app.storage.damage import read_only
from desktop_app.storage.head import HEAD
from desktop_app.storage.list_rows import COLUMNS, read_row

# The same rows in the same order as `SqlShipments.rows`; a test holds one against the other.
_ROWS = (
    f"SELECT {', '.join(COLUMNS)} FROM shipments WHERE account_id = ? "  # noqa: S608 - our names
    "ORDER BY created_at DESC, id"
)


class FirstList:
    """Fills the ShipmentList port: once with sqlite3, from then on `later`.

    Whatever is out of the ordinary the first time, as a database that is missing, damaged, of
    another version or in use, is left to `later`, which mends it or tells of it.
    """

    def __init__(self, path: Path, later: ShipmentList) -> None:
        self._path = path
        self._later = later
        self._is_first = True

    def rows(self, account_id: str) -> Sequence[ShipmentRow]:
        """All of an account, newest first."""
        is_first, self._is_first = self._is_first, False
        found = _rows(self._path, account_id) if is_first else None
        return self._later.rows(account_id) if found is None else found


def _rows(path: Path, account_id: str) -> list[ShipmentRow] | None:
    try:
        with closing(sqlite3.connect(read_only(path), uri=True)) as connection:
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if version != (HEAD,):
                return None
            return [read_row(row) for row in connection.execute(_ROWS, (account_id,))]
    except sqlite3.Error:
        return None
