"""What the disk and the database say, as errors of Postroom: the one place for these sentences."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import DiskFull, FolderReadOnly, StorageError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR}
_TRY_AGAIN = "Try again. If it stays like this, restart Postroom."


@contextmanager
def disk_errors_told(path: Path) -> Iterator[None]:
    """Turns an OSError about `path` into DiskFull, FolderReadOnly or StorageError."""
    try:
        yield
    except OSError as failure:
        raise disk_error(failure, path) from failure


def disk_error(failure: OSError, path: Path) -> StorageError:
    """The error for what the operating system said about a file or folder."""
    if failure.errno in _NO_ROOM:
        return DiskFull(f"There is no room for {path.name}: the disk is full.")
    if failure.errno in _NOT_ALLOWED:
        return FolderReadOnly(f"Postroom may not write to {path.parent}.")
    if failure.errno in _IN_THE_WAY:
        return FolderReadOnly(f"Something else is in the way of {path}.")
    return StorageError(
        f"{path.name} could not be read or written: {failure.strerror or failure}.",
        advice=_TRY_AGAIN,
    )


def database_error(failure: BaseException | None) -> StorageError:
    """The error for what a database driver said; sqlite3 names the reason, others do not.

    The names are SQLite's result codes (sqlite.org/rescode.html), the extended ones included.
    """
    name = getattr(failure, "sqlite_errorname", "")
    for beginning, kind, message, advice in _SQLITE:
        if name.startswith(beginning):
            return kind(message, advice=advice)
    if isinstance(failure, sqlite3.Error):
        return StorageError("The database did not take or give what was asked.", advice=_TRY_AGAIN)
    return StorageError(
        "The database does not answer.", advice="Check that it runs and can be reached."
    )


_READ_ONLY = "Postroom may not write to its database."
_SQLITE: tuple[tuple[str, type[StorageError], str, str | None], ...] = (
    ("SQLITE_FULL", DiskFull, "The disk is full: the change was not saved.", None),
    ("SQLITE_READONLY", FolderReadOnly, _READ_ONLY, None),
    ("SQLITE_PERM", FolderReadOnly, _READ_ONLY, None),
    ("SQLITE_AUTH", FolderReadOnly, _READ_ONLY, None),
    ("SQLITE_CANTOPEN", FolderReadOnly, "Postroom cannot open its database.", None),
    (
        "SQLITE_BUSY",
        StorageError,
        "Another Postroom, or a backup program, holds the database.",
        "Close the other one, then try again.",
    ),
    ("SQLITE_LOCKED", StorageError, "The database is busy.", _TRY_AGAIN),
    (
        "SQLITE_IOERR",
        StorageError,
        "The disk did not read or write the database.",
        "Check that there is space and that the disk is connected, then try again.",
    ),
    (
        "SQLITE_CORRUPT",
        StorageError,
        "The database is damaged.",
        "Restart Postroom: it sets the damaged file aside and tells you where.",
    ),
    (
        "SQLITE_NOTADB",
        StorageError,
        "The database is damaged.",
        "Restart Postroom: it sets the damaged file aside and tells you where.",
    ),
)
