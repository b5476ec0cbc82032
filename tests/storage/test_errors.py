"""Every answer of the disk and of SQLite has its sentence."""

import errno
import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.errors import DiskFull, FolderReadOnly, StorageError
from desktop_app.storage.errors import database_error, disk_error

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


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EACCES, FolderReadOnly),
        (errno.EROFS, FolderReadOnly),
        (errno.ENOTDIR, FolderReadOnly),
        (errno.EIO, StorageError),
    ],
)
def test_each_code_of_the_system_has_its_error(code: int, kind: type[StorageError]) -> None:
    told = disk_error(OSError(code, "some words"), Path("folder/label.pdf"))
    assert type(told) is kind
    assert "folder" in told.message or "label.pdf" in told.message
    assert told.advice
