"""Imports on disk: the last is found, and an order is known while its draft is there."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain.import_batch import ImportBatch, ImportedOrder
from desktop_app.domain.record import ShipmentRecord
from desktop_app.storage.database import Database
from desktop_app.storage.imports import SqlImports
from desktop_app.storage.shipments import SqlShipments
from tests.fakes.office import WHOLE

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)


def batch(name: str, *shipments: str, later: int = 0) -> ImportBatch:
    orders = tuple(
        ImportedOrder(key=f"ebay:{place}", shipment_id=one, after=WHOLE, before=WHOLE)
        for place, one in enumerate(shipments)
    )
    at = AT + timedelta(minutes=later)
    return ImportBatch(id=name, account_id="practice", at=at, files=("a.csv",), orders=orders)


def records(*ids: str) -> list[ShipmentRecord]:
    return [
        ShipmentRecord(id=one, account_id="practice", created_at=AT, updated_at=AT) for one in ids
    ]


@pytest.fixture
def imports(database: Database) -> SqlImports:
    return SqlImports(database)


@pytest.fixture
def shipments(database: Database) -> SqlShipments:
    return SqlShipments(database)


def test_an_import_comes_back_as_it_was(imports: SqlImports) -> None:
    assert imports.get("practice", "") is None
    imports.add(batch("one", "s1", "s2"))
    imports.add(batch("two", "s3", later=1))
    assert imports.get("practice", "one") == batch("one", "s1", "s2")
    assert imports.get("practice", "") == batch("two", "s3", later=1)
    assert imports.get("live", "") is None


def test_one_that_is_removed_is_gone(imports: SqlImports, shipments: SqlShipments) -> None:
    shipments.add_all(records("s1"))
    imports.add(batch("one", "s1"))
    assert imports.shipments_of("practice", ["ebay:0"]) == {"ebay:0": "s1"}
    imports.remove("one")
    assert imports.get("practice", "") is None
    assert imports.shipments_of("practice", ["ebay:0"]) == {}


def test_orders_are_known_while_their_drafts_are_there(
    imports: SqlImports, shipments: SqlShipments
) -> None:
    shipments.add_all(records("s1", "s2"))
    imports.add(batch("one", "s1", "s2"))
    keys = [f"ebay:{number}" for number in range(1_200)]
    assert imports.shipments_of("practice", keys) == {"ebay:0": "s1", "ebay:1": "s2"}
    shipments.delete(["s1"])
    assert imports.shipments_of("practice", keys) == {"ebay:1": "s2"}
    assert imports.shipments_of("live", keys) == {}
