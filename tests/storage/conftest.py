"""A real database in a file, fresh for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.storage.database import Database, open_database
from desktop_app.storage.shipments import SqlShipments


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database lies."""
    return tmp_path / "postroom.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = open_database(path).database
    yield opened
    opened.close()


@pytest.fixture
def shipments(database: Database) -> SqlShipments:
    return SqlShipments(database)
