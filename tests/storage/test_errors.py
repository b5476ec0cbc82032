"""Every answer of SQLite has its sentence."""

import sqlite3

import pytest

from desktop_app.domain.errors import DiskFull, FolderReadOnly, StorageError
from desktop_app.storage.errors import database_error

CODES = sorted(name for name in dir(sqlite3) if name.startswith(("SQLITE_IOERR", "SQLITE_BUSY")))


def said(name: str) -> sqlite3.OperationalError:
    """What sqlite3 raises for a result code."""
    failure = sqlite3.OperationalError("some words")
    failure.sqlite_errorname = name
    return failure


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("SQLITE_FULL", DiskFull, "full"),
        ("SQLITE_READONLY_DBMOVED", FolderReadOnly, "may not write"),
        ("SQLITE_CANTOPEN", FolderReadOnly, "cannot open"),
        ("SQLITE_BUSY_SNAPSHOT", StorageError, "holds"),
        ("SQLITE_LOCKED", StorageError, "busy"),
        ("SQLITE_IOERR_WRITE", StorageError, "disk"),
        ("SQLITE_CORRUPT_INDEX", StorageError, "damaged"),
        ("SQLITE_NOTADB", StorageError, "damaged"),
        ("SQLITE_MISMATCH", StorageError, "did not take"),
    ],
)
def test_each_code_of_sqlite_has_its_error(
    name: str, kind: type[StorageError], sentence: str
) -> None:
    told = database_error(said(name))
    assert type(told) is kind
    assert sentence in told.message
    assert told.advice


@pytest.mark.parametrize("name", CODES)
def test_extended_codes_are_told_as_their_family(name: str) -> None:
    family = name.split("_")[1]
    assert database_error(said(name)).message == database_error(said(f"SQLITE_{family}")).message


def test_other_databases_are_told_too() -> None:
    assert "does not answer" in database_error(ConnectionRefusedError()).message
