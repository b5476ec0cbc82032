"""Shipments: what goes in comes out, whoever else is at work."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import make_url, update

from desktop_app.domain.errors import AlreadyBought, InputError, StorageError
from desktop_app.domain.journal import AttemptState
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.storage import tables
from desktop_app.storage.database import Database, open_database
from desktop_app.storage.journal import SqlJournal
from desktop_app.storage.shipments import SqlShipments
from tests.fakes.memory_stores import MemoryShipments
from tests.fakes.strategies import records
from tests.storage.processes import answers, killed_after
from tests.storage.samples import NOW, attempt, counted, noted, record


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlShipments]:
    """Shipments in one database for all examples of a property."""
    database = open_database(tmp_path_factory.mktemp("lasting") / "postroom.db").database
    yield SqlShipments(database)
    database.close()


@settings(max_examples=60, deadline=None)
@given(kept=records())
def test_a_record_comes_back_as_it_was(lasting: SqlShipments, kept: ShipmentRecord) -> None:
    lasting.add(kept)
    assert lasting.get(kept.id) == kept
    assert lasting.delete([kept.id]) == (kept,)


@settings(max_examples=60, deadline=None)
@given(kept=records(account_id="rows"))
def test_the_list_shows_what_the_record_says(lasting: SqlShipments, kept: ShipmentRecord) -> None:
    memory = MemoryShipments()
    memory.add(kept)
    lasting.add(kept)
    try:
        assert lasting.rows("rows") == memory.rows("rows")
    finally:
        lasting.delete([kept.id])


def test_the_list_is_of_one_account_and_newest_first(shipments: SqlShipments) -> None:
    for number in (2, 1, 3):
        shipments.add(record(f"shipment-{number}", minutes=number))
    shipments.add(record("of-another", account_id="live"))
    assert [row.id for row in shipments.rows("practice")] == [
        "shipment-3", "shipment-2", "shipment-1",
    ]  # fmt: skip


def test_an_unknown_shipment_is_named(shipments: SqlShipments) -> None:
    with pytest.raises(InputError, match="no shipment nobody"):
        shipments.get("nobody")
    with pytest.raises(InputError, match="no shipment nobody"):
        shipments.update("nobody", counted)


def test_the_same_id_is_not_kept_twice(shipments: SqlShipments) -> None:
    shipments.add(record())
    with pytest.raises(InputError, match="already"):
        shipments.add(noted(record(), "another"))
    assert shipments.get(record().id) == record()


def test_an_update_answers_what_is_kept(shipments: SqlShipments) -> None:
    shipments.add(record())
    changed = shipments.update(record().id, lambda before: noted(before, "changed"))
    assert changed.shipment.notes == "changed"
    assert shipments.get(record().id) == changed


def test_a_change_that_fails_leaves_everything(shipments: SqlShipments) -> None:
    shipments.add(record())

    def fail(before: ShipmentRecord) -> ShipmentRecord:
        raise AlreadyBought("paid")

    with pytest.raises(AlreadyBought):
        shipments.update(record().id, fail)
    assert shipments.get(record().id) == record()


def test_deleting_is_for_all_or_none(shipments: SqlShipments) -> None:
    shipments.add(record("shipment-1"))
    with pytest.raises(InputError):
        shipments.delete(["shipment-1", "nobody"])
    assert shipments.get("shipment-1")


def test_what_was_deleted_can_be_brought_back(shipments: SqlShipments) -> None:
    shipments.add(record())
    for gone in shipments.delete([record().id]):
        with pytest.raises(InputError):
            shipments.get(gone.id)
        shipments.add(gone)
    assert shipments.get(record().id) == record()


@pytest.mark.parametrize("state", ["started", AttemptState.UNCERTAIN, AttemptState.DONE])
def test_what_is_paid_or_being_paid_is_not_deleted(
    database: Database, shipments: SqlShipments, state: str
) -> None:
    """Not even when another window began to pay since this one asked."""
    journal, payment = SqlJournal(database), attempt()
    shipments.add(record())
    journal.begin(payment)
    if state != "started":
        journal.end(payment.key, AttemptState(state), NOW)
    with pytest.raises(AlreadyBought):
        shipments.delete([record().id])
    assert shipments.get(record().id)


def test_twenty_threads_lose_no_change(shipments: SqlShipments) -> None:
    shipments.add(record())
    with ThreadPoolExecutor(20) as threads:
        for change in [threads.submit(shipments.update, record().id, counted) for _ in range(100)]:
            change.result()
    assert shipments.get(record().id).shipment.notes == "100"


def test_two_processes_lose_no_change(path: Path, shipments: SqlShipments) -> None:
    shipments.add(record())
    said = answers(2, "updating", path, record().id, 40)
    numbers = [int(number) for each in said for number in each.split()]
    assert sorted(numbers) == list(range(1, 81))
    assert shipments.get(record().id).shipment.notes == "80"


@pytest.mark.parametrize("lines", [1, 7, 23])
def test_a_process_killed_while_it_writes_leaves_before_or_after(
    path: Path, shipments: SqlShipments, lines: int
) -> None:
    shipments.add(record())
    said = killed_after(lines, "updating", path, record().id, 100_000)
    kept = shipments.get(record().id)
    assert int(kept.shipment.notes) in {int(said[-1]), int(said[-1]) + 1}
    (row,) = shipments.rows("practice")
    assert row.trouble == kept.trouble == kept.shipment.notes
    assert open_database(path).notices == ()


def rewritten(database: Database, **values: object) -> None:
    """What another Postroom might have written."""
    with database.writing() as connection:
        connection.execute(update(tables.shipments).values(**values))


def test_fields_of_a_newer_record_are_left_out(database: Database, shipments: SqlShipments) -> None:
    shipments.add(record())
    content = json.loads(record().model_dump_json())
    content["batch"] = "B-7"
    content["shipment"]["parcels"][0]["colour"] = "red"
    rewritten(database, record=json.dumps(content))
    assert shipments.get(record().id) == record()


def test_fields_an_older_record_lacks_have_their_defaults(
    database: Database, shipments: SqlShipments
) -> None:
    shipments.add(record())
    content = json.loads(record().model_dump_json())
    del content["printed"], content["shipment"]["accepted_warnings"]
    rewritten(database, record=json.dumps(content))
    assert shipments.get(record().id) == record()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"id": 1}'])
def test_a_record_that_cannot_be_read_says_so(
    database: Database, shipments: SqlShipments, content: str
) -> None:
    shipments.add(record())
    rewritten(database, record=content)
    with pytest.raises(StorageError, match="cannot be read") as unreadable:
        shipments.get(record().id)
    assert record().id in unreadable.value.advice
    with pytest.raises(StorageError):
        shipments.update(record().id, counted)
    assert len(shipments.rows("practice")) == 1


@pytest.mark.parametrize(
    "values", [{"stage": "teleported"}, {"total": "a lot"}, {"created_at": "?"}]
)
def test_a_row_that_cannot_be_read_does_not_break_the_list(
    database: Database, shipments: SqlShipments, values: dict[str, str]
) -> None:
    shipments.add(record("shipment-1"))
    rewritten(database, **values)
    shipments.add(record("shipment-2"))
    rows = {row.id: row for row in shipments.rows("practice")}
    assert rows["shipment-1"].stage is Stage.DRAFT
    assert "cannot be read" in rows["shipment-1"].trouble
    assert rows["shipment-2"].trouble == ""


def test_other_databases_lock_the_row_that_is_changed() -> None:
    """SQLite locks the whole file from the beginning, and leaves these words out."""
    dialect = make_url("postgresql+psycopg://").get_dialect()()
    wanted = tables.shipments.select().with_for_update()
    assert "FOR UPDATE" in str(wanted.compile(dialect=dialect))
