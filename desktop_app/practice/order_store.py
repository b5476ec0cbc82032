"""Orders kept, with the numbers the service gives them."""

import secrets

from desktop_app.practice.database import Database
from desktop_app.practice.order_record import Order

# Numbers start anywhere: a service in memory that is started anew must not hand out the numbers
# a client already knows from the last one.
FIRST_NUMBERS = {"order": 20_000_000, "line": 110_000_000, "parcel": 300_000_000}


class OrderStore:
    """Finds orders by their number or by the number of one of their lines."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.changing():
            for name, start in FIRST_NUMBERS.items():
                first = start + secrets.randbelow(50_000_000)
                database.rows("INSERT OR IGNORE INTO counters VALUES (?, ?)", name, first)

    def numbers(self, name: str, count: int = 1) -> list[int]:
        """Give out fresh numbers of a kind: `order`, `line` or `parcel`."""
        with self._database.changing():
            rows = self._database.rows(
                "UPDATE counters SET value = value + ? WHERE name = ? RETURNING value", count, name
            )
        last = int(rows[0][0])
        return list(range(last - count + 1, last + 1))

    def add(self, order: Order) -> None:
        """Keep a new, unpaid order."""
        with self._database.changing():
            self._database.rows(
                "INSERT INTO orders VALUES (?, ?, NULL)", order.order_id, order.model_dump_json()
            )
            for line in order.lines:
                self._database.rows(
                    "INSERT INTO order_lines VALUES (?, ?)", line.order_line_id, order.order_id
                )

    def order(self, order_id: int) -> Order | None:
        """Return an order with its payment time, if there is such an order."""
        row = self._database.one("SELECT body, paid_at FROM orders WHERE order_id = ?", order_id)
        return _with_payment(*row) if row else None

    def order_of_line(self, order_line_id: int) -> Order | None:
        """Return the order that an order line belongs to."""
        row = self._database.one(
            "SELECT order_id FROM order_lines WHERE order_line_id = ?", order_line_id
        )
        return self.order(row[0]) if row else None

    def all(self) -> list[Order]:
        """Return every order, oldest first."""
        rows = self._database.rows("SELECT body, paid_at FROM orders ORDER BY order_id")
        return [_with_payment(*row) for row in rows]


def _with_payment(body: str, paid_at: float | None) -> Order:
    return Order.model_validate_json(body).model_copy(update={"paid_at": paid_at})
