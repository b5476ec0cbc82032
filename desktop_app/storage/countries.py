"""Fills the CountryCache port: the countries endpoint's last answer, for each account."""

from sqlalchemy import delete, insert, select

from desktop_app.domain.country import CountryBook
from desktop_app.services.ports import KeptCountries
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tables import countries
from desktop_app.storage.tolerant import read_value


class SqlCountries:
    """A copy of what can be asked for again: one that cannot be read counts as none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, account_id: str) -> KeptCountries | None:
        """What was kept, or None."""
        wanted = select(countries).where(countries.c.account_id == account_id)
        with self._database.reading() as connection:
            row = connection.execute(wanted).first()
        if row is None:
            return None
        try:
            return KeptCountries(read_value(CountryBook, row.book), from_text(row.read_at))
        except ValueError:
            return None

    def save(self, account_id: str, kept: KeptCountries) -> None:
        """Keeps it in place of what was kept before."""
        values = {"read_at": to_text(kept.read_at), "book": kept.book.model_dump_json()}
        with self._database.writing() as connection:
            connection.execute(delete(countries).where(countries.c.account_id == account_id))
            connection.execute(insert(countries).values(account_id=account_id, **values))
