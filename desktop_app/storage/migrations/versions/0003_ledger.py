"""The ledger: what it reads of each shipment, refunds, and top-ups of PrePay."""

import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TEXTS = ("order_id", "net", "vat", "shop", "paid_at", "collection_day")


def upgrade() -> None:
    """Make its columns and tables, and fill the columns from the records."""
    for name in _TEXTS:
        op.add_column("shipments", sa.Column(name, sa.Text()))
    op.add_column("shipments", sa.Column("scanned", sa.Integer()))
    _fill()
    _refunds()
    _top_ups()


def _fill() -> None:
    connection = op.get_bind()
    shipments = sa.table(
        "shipments",
        *(sa.column(name) for name in ("id", "record", "scanned", *_TEXTS)),
    )
    kept = connection.execute(sa.select(shipments.c.id, shipments.c.record)).all()
    for shipment_id, text in kept:
        own = shipments.c.id == shipment_id
        connection.execute(sa.update(shipments).where(own).values(_columns(text)))


def _columns(text: str) -> dict[str, object]:
    """From a record as it was kept then; nothing of one that cannot be read."""
    try:
        return _of(json.loads(text))
    except (ValueError, AttributeError, KeyError, TypeError):
        return {"scanned": 0}


def _of(record: dict[str, Any]) -> dict[str, object]:
    shipment, order = record["shipment"], record.get("order") or {}
    quote = (record.get("choice") or {}).get("quote") or {}
    price, sender = order.get("price") or {}, shipment["sender"]
    return {
        "order_id": order.get("order_id"),
        "net": price.get("net"),
        "vat": price.get("vat"),
        "shop": sender["organisation"] or sender["name"],
        "paid_at": _paid_at(record.get("payment") or {}),
        "collection_day": shipment.get("collection_date") or quote.get("collection_date"),
        "scanned": int(any(event.get("stage") for event in record.get("events") or ())),
    }


def _paid_at(payment: dict[str, Any]) -> str | None:
    """In the one width that all times in the tables have."""
    if payment.get("state") != "paid" or not payment.get("paid_at"):
        return None
    at = datetime.fromisoformat(payment["paid_at"])
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _refunds() -> None:
    op.create_table(
        "refunds",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("shipment_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("net", sa.Text(), nullable=False),
        sa.Column("vat", sa.Text(), nullable=False),
        sa.Column("total", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text()),
        sa.Column("received", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_refunds"),
    )
    op.create_index("ix_refunds_account_id", "refunds", ["account_id"])


def _top_ups() -> None:
    op.create_table(
        "balances",
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("balance", sa.Text(), nullable=False),
        sa.Column("told_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_balances"),
    )
    op.create_table(
        "top_ups",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_top_ups"),
    )
    op.create_index("ix_top_ups_account_id", "top_ups", ["account_id"])
