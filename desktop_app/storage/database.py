"""Opens the database: SQLite in a file unless a URL says otherwise; needs SQLAlchemy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import ConnectionPoolEntry

from desktop_app.domain.disk_errors import disk_errors_told
from desktop_app.storage.damage import alone, is_damaged
from desktop_app.storage.errors import database_error
from desktop_app.storage.head import HEAD
from desktop_app.storage.set_aside import set_aside

# FULL: a commit has reached the disk when it returns (design rule 3); macOS needs telling twice.
_PRAGMAS = (
    "synchronous = FULL",
    "fullfsync = ON",
    "foreign_keys = ON",
)


class Database:
    """An open database, for any number of threads; other processes may have it open too.

    What the database answers badly inside `reading` and `writing` comes out as a StorageError;
    SQLAlchemy's complaints about a statement are faults of ours and stay what they are.
    """

    def __init__(self, engine: Engine) -> None:
        self._reader = engine
        self._writer = engine.execution_options(postroom_writes=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare)
            event.listen(engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        with _told(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: committed, and on the disk, at the end; undone when anything is raised.

        SQLite lets one writer in at a time, from the very beginning: what is read here stays true
        until it is written. Other databases need `with_for_update` for that.
        """
        with _told(), self._writer.begin() as connection:
            yield connection

    def keep_log_ahead(self) -> None:
        """Switch SQLite to write-ahead logging: readers and the writer do not wait on another."""
        if self._reader.dialect.name == "sqlite":
            with _told():
                connection = self._reader.raw_connection()
                connection.cursor().execute("PRAGMA journal_mode = WAL")
                connection.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._reader.dispose()


class Opened(NamedTuple):
    """A database, and sentences the user must see about how it was found."""

    database: Database
    notices: tuple[str, ...] = ()


def open_database(where: Path | str, wait_seconds: float = 10) -> Opened:
    """Open the SQLite file `where`, made if need be, or the database at a URL; bring it up to date.

    A damaged file is set aside and named in the notices. `wait_seconds` is how long a writer waits
    for another one before that is an error (SQLite only). Raises DatabaseNewer (the file stays
    untouched), FolderReadOnly, DiskFull or another StorageError.
    """
    if isinstance(where, str):
        return Opened(_up_to_date(where))
    with disk_errors_told(where.parent):
        where.parent.mkdir(parents=True, exist_ok=True)
    with alone(where):
        notices = (_replaced(where),) if is_damaged(where) else ()
        url = URL.create("sqlite", database=str(where))
        return Opened(_up_to_date(url, {"timeout": wait_seconds}), notices)


def _replaced(path: Path) -> str:
    aside = set_aside(path, ("-wal", "-shm", "-journal"))
    return (
        f"The database was damaged. It is kept as {aside.name} in {aside.parent}, and a new, empty"
        " one was begun. Look at your orders on Parcel2Go before you pay for anything again."
    )


def _up_to_date(url: URL | str, options: dict[str, float] | None = None) -> Database:
    database = _made(url, options or {})
    try:
        with database.reading() as connection:
            version = _version(connection)
        if version != HEAD:
            _upgrade(database)
        database.keep_log_ahead()
    except BaseException:
        database.close()
        raise
    return database


def _made(url: URL | str, options: dict[str, float]) -> Database:
    try:
        return Database(create_engine(url, connect_args=options))
    except (SQLAlchemyError, ImportError) as failure:
        raise database_error(None) from failure


def _upgrade(database: Database) -> None:
    """Upgrade what is still behind once the lock is there: another process may have been first."""
    from desktop_app.storage.migrating import upgrade  # noqa: PLC0415 - 0.14 s, and rarely needed

    with database.writing() as connection:
        upgrade(connection, _version(connection))


def _version(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except DBAPIError as failure:
        raise database_error(failure.orig) from failure
    except PoolTimeout as failure:
        raise database_error(None) from failure


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # `_begin` says when a transaction begins, and how
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("postroom_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
