"""All that a practice service remembers, as one value with a drawer for each kind of thing."""

import secrets
import sqlite3
from decimal import Decimal
from pathlib import Path

from desktop_app.practice.database import Database
from desktop_app.practice.order_store import OrderStore
from desktop_app.practice.till import Till
from desktop_app.practice.token_store import TokenStore

OPENING_BALANCE = Decimal("100.00")


class StateFileError(Exception):
    """The state file cannot be opened, or is something else."""


class State:
    """Orders, money, tokens and the client's credentials; kept in `path`, else in memory."""

    def __init__(self, path: Path | None = None, *, balance: Decimal = OPENING_BALANCE) -> None:
        try:
            self._database = Database(path)
        except sqlite3.Error as error:
            raise StateFileError(f"The practice file {path} cannot be used: {error}.") from error
        with self._database.changing():
            self.client_id = self._fact("client_id", f"{secrets.token_hex(16)}:practice")
            self.client_secret = self._fact("client_secret", secrets.token_urlsafe(24))
        self.tokens = TokenStore(self._database)
        self.orders = OrderStore(self._database)
        self.till = Till(self._database, balance)

    def _fact(self, name: str, fresh: str) -> str:
        self._database.rows("INSERT OR IGNORE INTO facts VALUES (?, ?)", name, fresh)
        row = self._database.one("SELECT value FROM facts WHERE name = ?", name)
        return str(row[0]) if row else fresh

    def close(self) -> None:
        """Let go of the state; what is in a file stays there."""
        self._database.close()
