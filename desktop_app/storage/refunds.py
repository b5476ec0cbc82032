"""Fills the Refunds port: the money that was asked back, payment by payment."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from desktop_app.domain.money import Price
from desktop_app.domain.refund import Refund, RefundState
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tables import refunds


class SqlRefunds:
    """Each change is one transaction: two windows cannot take each other's away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all_of(self, account_id: str) -> tuple[Refund, ...]:
        """All of an account, oldest first."""
        own = select(refunds).where(refunds.c.account_id == account_id)
        with self._database.reading() as connection:
            rows = connection.execute(own.order_by(refunds.c.asked_at, refunds.c.key))
            return tuple(_refund(row) for row in rows)

    def get(self, key: str) -> Refund | None:
        """The refund of one payment, by the payment's key."""
        with self._database.reading() as connection:
            return _refund_of(connection, key)

    def change(self, key: str, change: Callable[[Refund | None], Refund | None]) -> Refund | None:
        """Reads, changes and writes one inside one transaction; None: there is none (any more)."""
        with self._database.writing() as connection:
            before = _refund_of(connection, key)
            after = change(before)
            if after != before:
                connection.execute(delete(refunds).where(refunds.c.key == key))
                if after:
                    connection.execute(insert(refunds).values(_written(after)))
            return after


def _refund_of(connection: Connection, key: str) -> Refund | None:
    wanted = select(refunds).where(refunds.c.key == key).with_for_update()
    row = connection.execute(wanted).first()
    return _refund(row) if row else None


def _refund(row: Row[Any]) -> Refund:
    expected = Price(net=Decimal(row.net), vat=Decimal(row.vat), total=Decimal(row.total))
    return Refund(
        key=row.key,
        account_id=row.account_id,
        shipment_id=row.shipment_id,
        order_id=row.order_id,
        asked_at=from_text(row.asked_at),
        expected=expected,
        state=RefundState(row.state),
        ended_at=from_text(row.ended_at) if row.ended_at else None,
        received=Decimal(row.received),
        note=row.note,
    )


def _written(refund: Refund) -> dict[str, object]:
    return refund.model_dump(exclude={"expected"}) | {
        "asked_at": to_text(refund.asked_at),
        "net": str(refund.expected.net),
        "vat": str(refund.expected.vat),
        "total": str(refund.expected.total),
        "state": refund.state.value,
        "ended_at": to_text(refund.ended_at) if refund.ended_at else None,
        "received": str(refund.received),
    }
