"""The ledger's rows: the journal, with what the shipments' columns say."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import MetaData, Table, create_engine, insert

from desktop_app.domain.journal import AttemptKind, AttemptState
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.ports import PurchaseRow
from desktop_app.storage.database import Database, open_database
from desktop_app.storage.ledger import SqlPurchases
from desktop_app.storage.migrating import configured
from desktop_app.storage.rows import written
from desktop_app.storage.shipments import SqlShipments
from tests.storage.bought import PAID_AT, PRICE, SCAN, bought, end, keep, ordering
from tests.storage.samples import NOW, attempt, record


def rows(database: Database) -> list[PurchaseRow]:
    return list(SqlPurchases(database).rows("practice"))


def test_an_order_and_its_payment_are_told_with_what_they_bought(database: Database) -> None:
    ordered, paid = keep(database, bought())
    order, payment = rows(database)
    assert order == PurchaseRow(
        key=ordered.key, kind=AttemptKind.ORDER, state=AttemptState.DONE, amount=ordered.amount,
        started_at=NOW, ended_at=NOW + timedelta(seconds=2), order_id="26633",
        shipment_id="paid-1", reference="ORD-1", recipient="Ann Field", country="GBR",
        courier="DPD", service="DPD Next Day", shop="Mason Prints", kept_order_id="26633",
        price=PRICE, paid_at=PAID_AT, collection_day=date(2026, 11, 24), is_scanned=False,
    )  # fmt: skip
    assert (payment.key, payment.kind, payment.order_id) == (
        paid.key, AttemptKind.PREPAY, "26633",
    )  # fmt: skip
    assert payment.price == order.price


def test_what_failed_or_was_lost_is_no_entry_and_what_is_open_is_one(database: Database) -> None:
    end(database, attempt("a"), AttemptState.FAILED, "refused")
    end(database, attempt("a", AttemptKind.ORDER), AttemptState.UNCERTAIN, "TimedOut")
    end(database, attempt("b", AttemptKind.LINK), AttemptState.UNCERTAIN)
    (only,) = rows(database)
    assert (only.shipment_id, only.state) == ("b", AttemptState.UNCERTAIN)


def test_a_deleted_draft_leaves_the_order_it_made(database: Database) -> None:
    end(database, ordering("gone"), AttemptState.DONE, "order 7")
    (order,) = rows(database)
    assert (order.order_id, order.kept_order_id, order.price, order.recipient) == (
        "7",
        "",
        None,
        "",
    )


def test_each_account_has_its_own(database: Database) -> None:
    keep(database, bought())
    assert SqlPurchases(database).rows("live") == []


@pytest.mark.parametrize(("events", "is_scanned"), [((), False), ((SCAN,), True)])
def test_a_scan_is_known_as_soon_as_it_is_kept(
    database: Database, events: tuple[object, ...], is_scanned: bool
) -> None:
    keep(database, bought())
    SqlShipments(database).update("paid-1", lambda now: now.model_copy(update={"events": events}))
    assert {row.is_scanned for row in rows(database)} == {is_scanned}


def upgraded(path: Path, *kept: ShipmentRecord) -> Database:
    """A database that was written before there was a ledger, as it is now."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        command.upgrade(configured(connection), "0002")
        before = Table("shipments", MetaData(), autoload_with=connection)
        for one in kept:
            values = {"id": one.id, **written(one)}
            known = {name: value for name, value in values.items() if name in before.c}
            connection.execute(insert(before).values(known))
    engine.dispose()
    return open_database(path).database


def test_older_shipments_get_their_columns(path: Path, tmp_path: Path) -> None:
    scanned = bought("paid-2").model_copy(update={"events": (SCAN,)})
    kept = (bought(), scanned, record("draft"))
    old, new = upgraded(tmp_path / "old.db", *kept), open_database(path).database
    for one in kept:
        SqlShipments(new).add(one)
        for database in (old, new):
            end(database, attempt(one.id), AttemptState.DONE)
    told = [
        [row._replace(key="") for row in sorted(rows(database), key=lambda row: row.shipment_id)]
        for database in (old, new)
    ]
    old.close()
    new.close()
    assert told[0] == told[1]
    assert [row.is_scanned for row in told[0]] == [False, False, True]


def test_an_older_shipment_that_cannot_be_read_stops_no_upgrade(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    with engine.begin() as connection:
        command.upgrade(configured(connection), "0002")
        before = Table("shipments", MetaData(), autoload_with=connection)
        values = {"id": "odd", **written(record("odd")), "record": "[1]"}
        known = {name: value for name, value in values.items() if name in before.c}
        connection.execute(insert(before).values(known))
    engine.dispose()
    database = open_database(tmp_path / "old.db").database
    end(database, attempt("odd"), AttemptState.DONE)
    (row,) = rows(database)
    database.close()
    assert (row.shop, row.price, row.is_scanned) == ("", None, False)
