"""The first list: the same rows as ever, and nothing out of the ordinary decided by it."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.ports import ShipmentRow
from desktop_app.storage.first_list import FirstList
from desktop_app.storage.shipments import SqlShipments
from tests.fakes.strategies import records
from tests.storage.samples import record

LATER: tuple[ShipmentRow, ...] = ()


class Later:
    """Notes that it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def rows(self, account_id: str) -> Sequence[ShipmentRow]:
        self.asked.append(account_id)
        return LATER


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kept=records(account_id="rows"))
def test_it_shows_what_the_database_shows(
    shipments: SqlShipments, path: Path, kept: ShipmentRecord
) -> None:
    shipments.add(kept)
    try:
        assert FirstList(path, Later()).rows("rows") == shipments.rows("rows")
    finally:
        shipments.delete([kept.id])


def test_it_keeps_the_order_and_the_account(shipments: SqlShipments, path: Path) -> None:
    for number, minutes in enumerate((2, 1, 3, 3)):
        shipments.add(record(f"shipment-{number}", minutes=minutes))
    shipments.add(record("of-another", account_id="live"))
    found = FirstList(path, Later()).rows("practice")
    assert [row.id for row in found] == ["shipment-2", "shipment-3", "shipment-0", "shipment-1"]
    assert found == shipments.rows("practice")


def test_only_the_first_time_is_without_the_database(shipments: SqlShipments, path: Path) -> None:
    shipments.add(record("one"))
    later = Later()
    listing = FirstList(path, later)
    assert len(listing.rows("practice")) == 1
    assert not later.asked
    assert listing.rows("practice") is LATER
    assert later.asked == ["practice"]


def _missing(path: Path) -> None:
    path.unlink()


def _damaged(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def _cut(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE shipments")


@pytest.mark.parametrize("change", [_missing, _damaged, _empty, _newer, _cut])
def test_whatever_is_odd_is_left_to_the_database(
    shipments: SqlShipments, path: Path, change: Callable[[Path], None], database: object
) -> None:
    shipments.add(record("one"))
    database.close()  # type: ignore[attr-defined]
    change(path)
    later = Later()
    assert FirstList(path, later).rows("practice") is LATER
    assert later.asked == ["practice"]
    assert path.exists() == (change is not _missing)


def test_it_needs_no_sqlalchemy(tmp_path: Path) -> None:
    words = (
        "import sys; from pathlib import Path;"
        "from desktop_app.app import open_office; from desktop_app.cli.arguments import Arguments;"
        f"office = open_office(Arguments(data_dir=Path({str(tmp_path)!r})));"
    )
    new = "office.drafts.new(); office.close();"
    read = "print(len(office.drafts.rows()), 'sqlalchemy' in sys.modules); office.close()"
    _python(words + new)
    assert _python(words + read) == "1 False"


def _python(words: str) -> str:
    done = subprocess.run([sys.executable, "-c", words], check=True, capture_output=True, text=True)
    return done.stdout.strip()
