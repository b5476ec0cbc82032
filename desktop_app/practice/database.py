"""The practice service's SQLite: in memory, or one file that several processes may share."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, scopes TEXT NOT NULL, expires REAL NOT NULL);
CREATE TABLE IF NOT EXISTS orders (
    order_id INTEGER PRIMARY KEY, body TEXT NOT NULL, paid_at REAL);
CREATE TABLE IF NOT EXISTS order_lines (
    order_line_id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS payments (
    number INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, pence INTEGER NOT NULL,
    at REAL NOT NULL, method TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS topups (
    number INTEGER PRIMARY KEY, hash TEXT NOT NULL, pence INTEGER NOT NULL,
    paid INTEGER NOT NULL DEFAULT 0);
"""
PATIENCE_S = 15.0


class Database:
    """One connection, used by one thread at a time; writers wait for one another."""

    def __init__(self, path: Path | None = None) -> None:
        self._turn = threading.RLock()
        self._connection = sqlite3.connect(
            ":memory:" if path is None else path,
            timeout=PATIENCE_S,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            self._lay_out()
        except BaseException:
            self._connection.close()
            raise
        if path is not None:
            self._use_wal()

    def _lay_out(self) -> None:
        with self.changing():
            for table in TABLES.split(";"):
                self._connection.execute(table)

    def _use_wal(self) -> None:
        # SQLite does not wait here when another process switches at this moment; that one's
        # switch holds for the file, so there is nothing left to do.
        with self._turn, contextlib.suppress(sqlite3.OperationalError):
            self._connection.execute("PRAGMA journal_mode=WAL").fetchall()

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the write lock; everything inside is kept together, or nothing of it."""
        with self._turn:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, statement: str, *values: float | str) -> list[tuple[Any, ...]]:
        """Run one statement and return all its rows."""
        with self._turn:
            return self._connection.execute(statement, values).fetchall()

    def one(self, statement: str, *values: float | str) -> tuple[Any, ...] | None:
        """Run one statement and return its first row, if there is one."""
        rows = self.rows(statement, *values)
        return rows[0] if rows else None

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            self._connection.close()
