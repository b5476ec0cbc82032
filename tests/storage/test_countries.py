"""The countries as they were last read, for each account."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from desktop_app.domain.country import CountryBook
from desktop_app.services.ports import KeptCountries
from desktop_app.storage import tables
from desktop_app.storage.countries import SqlCountries
from desktop_app.storage.database import Database
from tests.fakes.fake_broker import BOOK
from tests.storage.samples import NOW


@pytest.fixture
def countries(database: Database) -> SqlCountries:
    return SqlCountries(database)


def test_the_last_answer_is_kept_for_each_account(countries: SqlCountries) -> None:
    assert countries.load("practice") is None
    countries.save("practice", KeptCountries(CountryBook(), NOW))
    kept = KeptCountries(BOOK, NOW + timedelta(days=1))
    countries.save("practice", kept)
    assert countries.load("practice") == kept
    assert countries.load("live") is None


@pytest.mark.parametrize("values", [{"book": "{"}, {"read_at": "yesterday"}])
def test_a_copy_that_cannot_be_read_counts_as_none(
    database: Database, countries: SqlCountries, values: dict[str, str]
) -> None:
    countries.save("practice", KeptCountries(BOOK, NOW))
    with database.writing() as connection:
        connection.execute(update(tables.countries).values(**values))
    assert countries.load("practice") is None
