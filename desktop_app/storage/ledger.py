"""Fills the Purchases port: orders and payments out of the journal, with their shipments."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select

from desktop_app.domain.journal import AttemptKind, AttemptState
from desktop_app.domain.money import Price
from desktop_app.services.ports import PurchaseRow
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text
from desktop_app.storage.tables import attempts, shipments

_ORDER_NOTE = "order "  # how the journal notes the number an order got
_JOURNAL = tuple(
    attempts.c[name]
    for name in (
        "key", "kind", "state", "amount", "started_at", "ended_at", "order_id", "note",
        "shipment_id",
    )
)  # fmt: skip
_SHOWN = tuple(
    shipments.c[name]
    for name in (
        "reference", "recipient", "country", "courier", "service", "shop", "order_id", "net",
        "vat", "total", "paid_at", "collection_day", "scanned",
    )
)  # fmt: skip
_KINDS = {kind.value: kind for kind in AttemptKind}
_STATES = {state.value: state for state in AttemptState}


class SqlPurchases:
    """Reads no whole record: 10,000 shipments are 20,000 rows of columns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, account_id: str) -> Sequence[PurchaseRow]:
        """Orders and payments of an account, those that failed left out, oldest first."""
        is_order = attempts.c.kind == AttemptKind.ORDER.value
        wanted = (
            select(*_JOURNAL, *_SHOWN)
            .join_from(attempts, shipments, attempts.c.shipment_id == shipments.c.id, isouter=True)
            .where(
                attempts.c.account_id == account_id,
                attempts.c.state != AttemptState.FAILED.value,
                # an order whose answer was lost has no number, and costs nothing
                or_(~is_order, attempts.c.state == AttemptState.DONE.value),
            )
            .order_by(attempts.c.started_at, attempts.c.key)
        )
        with self._database.reading() as connection:
            return [_purchase(row) for row in connection.execute(wanted)]


def _purchase(row: Sequence[Any]) -> PurchaseRow:
    """By place, not by name: twice as fast, and there are many."""
    (
        key, kind, state, amount, started_at, ended_at, order_id, note, shipment_id, reference,
        recipient, country, courier, service, shop, kept_order_id, net, vat, total, paid_at,
        collection_day, scanned,
    ) = row  # fmt: skip
    return PurchaseRow(
        key,
        _KINDS[kind],
        _STATES[state],
        Decimal(amount),
        from_text(started_at),
        from_text(ended_at) if ended_at else None,
        order_id or _noted_order(note),
        shipment_id,
        reference or "",
        recipient or "",
        country or "",
        courier or "",
        service or "",
        shop or "",
        kept_order_id or "",
        _price(net, vat, total),
        from_text(paid_at) if paid_at else None,
        date.fromisoformat(collection_day) if collection_day else None,
        bool(scanned),
    )


def _noted_order(note: str) -> str:
    return note.removeprefix(_ORDER_NOTE) if note.startswith(_ORDER_NOTE) else ""


def _price(net: str | None, vat: str | None, total: str | None) -> Price | None:
    if net is None or vat is None or total is None:
        return None
    return Price(net=Decimal(net), vat=Decimal(vat), total=Decimal(total))
