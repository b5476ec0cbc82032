"""What the database says, as errors of Postroom: the one place for these sentences."""

import sqlite3

from desktop_app.domain.errors import DiskFull, FolderReadOnly, StorageError

_TRY_AGAIN = "Try again. If it stays like this, restart Postroom."


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
