"""Access tokens handed out: opaque words that the service can look up."""

import secrets

from desktop_app.practice.database import Database


class TokenStore:
    """Tokens with their scopes and their end, as Unix time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def issue(self, scopes: str, expires: float) -> str:
        """Make a token of 43 characters."""
        token = secrets.token_urlsafe(32)
        with self._database.changing():
            self._database.rows("INSERT INTO tokens VALUES (?, ?, ?)", token, scopes, expires)
        return token

    def scopes(self, token: str, now: float) -> frozenset[str] | None:
        """Return what the token allows; `None` when it is unknown or over."""
        row = self._database.one("SELECT scopes, expires FROM tokens WHERE token = ?", token)
        return frozenset(row[0].split()) if row and row[1] > now else None

    def expire_all(self) -> None:
        """Make every token worthless at once."""
        with self._database.changing():
            self._database.rows("DELETE FROM tokens")

    def all(self) -> list[str]:
        """Return every token handed out, for those who look whether one was written down."""
        return [str(row[0]) for row in self._database.rows("SELECT token FROM tokens")]
