"""The money: the PrePay balance, every payment taken, and top-ups under way."""

import secrets
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.practice.database import Database


@dataclass(frozen=True)
class Payment:
    """Money taken for an order at a Unix time, by `prepay` or `card`."""

    order_id: int
    amount: Decimal
    at: float
    method: str


@dataclass(frozen=True)
class TopUp:
    """Money on its way to the PrePay balance."""

    number: int
    hash: str
    amount: Decimal
    paid: bool


class Till:
    """Counts in pence; nothing here asks whether an order is paid already."""

    def __init__(self, database: Database, opening: Decimal) -> None:
        self._database = database
        with database.changing():
            database.rows("INSERT OR IGNORE INTO counters VALUES ('balance', ?)", pence(opening))

    @property
    def balance(self) -> Decimal:
        """PrePay in pounds."""
        row = self._database.one("SELECT value FROM counters WHERE name = 'balance'")
        return pounds(row[0]) if row else pounds(0)

    def set_balance(self, amount: Decimal) -> None:
        """Put the balance to an amount, for practice and tests."""
        with self._database.changing():
            self._set(pence(amount))

    def take_prepay(self, order_id: int, amount: Decimal, at: float) -> bool:
        """Pay from the balance; `False`, and nothing done, when it would go below zero."""
        with self._database.changing():
            left = pence(self.balance) - pence(amount)
            if left < 0:
                return False
            self._set(left)
            self._record(Payment(order_id, amount, at, "prepay"))
        return True

    def take_card_once(self, order_id: int, amount: Decimal, at: float) -> bool:
        """Pay by card; `False`, and nothing done, when the order is paid already."""
        with self._database.changing():
            row = self._database.one("SELECT paid_at FROM orders WHERE order_id = ?", order_id)
            if row is None or row[0] is not None:
                return False
            self._record(Payment(order_id, amount, at, "card"))
        return True

    def payments(self) -> list[Payment]:
        """Return all payments, oldest first."""
        rows = self._database.rows(
            "SELECT order_id, pence, at, method FROM payments ORDER BY number"
        )
        return [Payment(order, pounds(paid), at, method) for order, paid, at, method in rows]

    def open_topup(self, amount: Decimal) -> TopUp:
        """Note a top-up that waits to be paid."""
        word = secrets.token_hex(32).upper()
        with self._database.changing():
            self._database.rows(
                "INSERT INTO topups (hash, pence) VALUES (?, ?)", word, pence(amount)
            )
        found = self.topup(word)
        if found is None:
            raise LookupError(word)
        return found

    def topup(self, word: str) -> TopUp | None:
        """Find a top-up by its hash."""
        row = self._database.one(
            "SELECT number, hash, pence, paid FROM topups WHERE hash = ?", word
        )
        return TopUp(row[0], row[1], pounds(row[2]), bool(row[3])) if row else None

    def finish_topup(self, word: str) -> bool:
        """Add a top-up to the balance, once; `False` when it was added before."""
        with self._database.changing():
            found = self.topup(word)
            if found is None or found.paid:
                return False
            self._database.rows("UPDATE topups SET paid = 1 WHERE hash = ?", word)
            self._set(pence(self.balance + found.amount))
        return True

    def _set(self, amount_pence: int) -> None:
        self._database.rows("UPDATE counters SET value = ? WHERE name = 'balance'", amount_pence)

    def _record(self, payment: Payment) -> None:
        self._database.rows(
            "INSERT INTO payments (order_id, pence, at, method) VALUES (?, ?, ?, ?)",
            payment.order_id, pence(payment.amount), payment.at, payment.method,
        )  # fmt: skip
        self._database.rows(
            "UPDATE orders SET paid_at = COALESCE(paid_at, ?) WHERE order_id = ?",
            payment.at, payment.order_id,
        )  # fmt: skip


def pence(amount: Decimal) -> int:
    """Return whole pence of an amount that has no smaller part."""
    return int(amount * 100)


def pounds(amount_pence: int) -> Decimal:
    """Return pounds with two decimals."""
    return (Decimal(amount_pence) / 100).quantize(Decimal("0.01"))
