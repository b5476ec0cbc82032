"""The database: how it is opened, upgraded, refused and set aside."""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, Table, create_engine, insert, make_url, text
from sqlalchemy.schema import CreateTable

from desktop_app.domain.errors import DatabaseNewer, DiskFull, FolderReadOnly, StorageError
from desktop_app.storage.database import Database, open_database
from desktop_app.storage.day_runs import SqlDayRuns
from desktop_app.storage.head import HEAD
from desktop_app.storage.migrating import configured
from desktop_app.storage.rows import written
from desktop_app.storage.shipments import SqlShipments
from desktop_app.storage.tables import metadata
from tests.storage.processes import answer, answers
from tests.storage.samples import noted, record


def pragma(database: Database, name: str) -> object:
    with database.reading() as connection:
        return connection.scalar(text(f"PRAGMA {name}"))


def test_what_is_committed_is_on_the_disk(database: Database) -> None:
    assert pragma(database, "journal_mode") == "wal"
    assert pragma(database, "synchronous") == 2
    assert pragma(database, "foreign_keys") == 1
    assert pragma(database, "busy_timeout") == 10_000


def test_a_closed_database_is_one_file(path: Path) -> None:
    database = open_database(path).database
    SqlShipments(database).add(record())
    database.close()
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, f"{path.name}.lock"]


def test_the_tables_are_those_the_migrations_make(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == HEAD


def test_the_newest_migration_is_the_one_the_code_names() -> None:
    script = ScriptDirectory.from_config(configured())
    assert script.get_heads() == [HEAD]


def test_a_database_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        command.upgrade(configured(connection), "0001")
        before = Table("shipments", MetaData(), autoload_with=connection)
        values = {"id": "old", **written(record("old"))}
        known = {name: value for name, value in values.items() if name in before.c}
        connection.execute(insert(before).values(known))
    engine.dispose()
    database = open_database(path).database
    assert SqlShipments(database).get("old") == record("old")
    assert SqlDayRuns(database).unfinished("practice") is None
    database.close()


def test_alembic_is_imported_only_where_it_has_work(path: Path) -> None:
    assert answer("opening", path) == "0 True"
    assert answer("opening", path) == "0 False"


def test_the_tables_can_be_made_in_postgresql_too() -> None:
    """SQLite takes nearly anything as a type; PostgreSQL does not."""
    dialect = make_url("postgresql+psycopg://").get_dialect()()
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    assert len(made) == len(metadata.tables)


def test_many_processes_may_open_a_new_one_at_once(path: Path) -> None:
    assert [said.split()[0] for said in answers(4, "opening", path)] == ["0"] * 4


def test_a_newer_database_is_left_as_it_is(path: Path) -> None:
    open_database(path).database.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(DatabaseNewer, match="newer Postroom") as refused:
        open_database(path)
    assert refused.value.advice
    assert path.read_bytes() == before
    assert {each.suffix for each in path.parent.iterdir()} == {".db", ".lock"}


def damaged(path: Path) -> bytes:
    """A database of a few pages with one in the middle overwritten."""
    database = open_database(path).database
    for number in range(50):
        SqlShipments(database).add(noted(record(f"shipment-{number}"), "note " * 500))
    database.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 8192 * 4096
    content[4096 : middle + 4096] = b"\xff" * middle
    path.write_bytes(content)
    return bytes(content)


def aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("postroom.damaged-*.db"))


def test_a_damaged_database_is_set_aside_and_named(path: Path) -> None:
    content = damaged(path)
    database, notices = open_database(path)
    assert SqlShipments(database).rows("practice") == []
    SqlShipments(database).add(record())
    database.close()
    (kept,) = aside(path)
    assert kept.read_bytes() == content
    assert len(notices) == 1
    assert kept.name in notices[0]
    assert open_database(path).notices == ()


def test_a_file_that_is_no_database_is_set_aside_with_all_beside_it(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 1000)
    path.with_name("postroom.db-wal").write_bytes(b"log")
    database, notices = open_database(path)
    database.close()
    (kept,) = aside(path)
    assert kept.read_bytes().startswith(b"Dear diary")
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"log"
    assert len(notices) == 1


def test_an_empty_file_is_a_new_database(path: Path) -> None:
    path.touch()
    database, notices = open_database(path)
    database.close()
    assert notices == ()


def test_of_many_processes_one_sets_a_damaged_database_aside(path: Path) -> None:
    damaged(path)
    assert sorted(said.split()[0] for said in answers(4, "opening", path)) == ["0", "0", "0", "1"]
    assert len(aside(path)) == 1


def test_a_full_disk_loses_nothing_that_was_there(
    database: Database, shipments: SqlShipments
) -> None:
    shipments.add(record())
    with database.writing() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count = {pages + 4}"))
    with pytest.raises(DiskFull, match="disk is full") as full:
        shipments.update(record().id, lambda before: noted(before, "much " * 10_000))
    assert full.value.advice
    assert shipments.get(record().id) == record()
    with database.writing() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    shipments.update(record().id, lambda before: noted(before, "much " * 10_000))


def test_a_database_that_may_not_be_written_says_so(
    database: Database, shipments: SqlShipments
) -> None:
    with database.reading() as connection:
        connection.execute(text("PRAGMA query_only = ON"))
    with pytest.raises(FolderReadOnly, match="may not write"):
        shipments.add(record())


def test_a_database_that_another_holds_says_so(path: Path) -> None:
    database = open_database(path, wait_seconds=0.01).database
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="holds the database") as busy:
            SqlShipments(database).add(record())
        assert SqlShipments(database).rows("practice") == []
    assert busy.value.advice
    SqlShipments(database).add(record())
    database.close()


def test_a_file_in_place_of_the_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(FolderReadOnly, match="in the way"):
        open_database(tmp_path / "data" / "postroom.db")


def test_a_folder_in_place_of_the_file_says_so(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageError):
        open_database(path)


@pytest.fixture
def seen_by_all() -> Iterator[Path]:
    """A folder outside of pytest's own, which only their owner may look into."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="folders there have no modes")
@pytest.mark.parametrize("is_new", [True, False])
def test_a_folder_that_may_not_be_written_says_so(seen_by_all: Path, *, is_new: bool) -> None:
    path = seen_by_all / "postroom.db"
    if not is_new:
        open_database(path).database.close()
    seen_by_all.chmod(0o555)
    assert answer("opening_as_nobody", path) == "FolderReadOnly"


@pytest.mark.parametrize("url", ["nosuchdatabase://host/x", "not a url", "postgresql+nosuch://h/x"])
def test_a_url_that_leads_nowhere_says_so(url: str) -> None:
    with pytest.raises(StorageError):
        open_database(url)


def test_a_url_may_name_the_file(path: Path) -> None:
    database, notices = open_database(f"sqlite:///{path}")
    SqlShipments(database).add(record())
    database.close()
    assert notices == ()
    assert path.exists()
