"""An order as the service keeps it: what was asked for, plus numbers, hashes and prices."""

from decimal import Decimal

from desktop_app.practice.order_request import Customer, Item, Parcel
from desktop_app.practice.received import Received


class Consignment(Received):
    """One parcel under way: its number here, the courier's number, and what was said of it."""

    parcel_id: int
    number: str
    parcel: Parcel


class Line(Received):
    """One order line: the item asked for and its price in pounds."""

    order_line_id: int
    hash: str
    net: Decimal
    vat: Decimal
    needs_customs: bool
    item: Item
    consignments: tuple[Consignment, ...]

    @property
    def total(self) -> Decimal:
        """Price with VAT."""
        return self.net + self.vat


class Order(Received):
    """An order; times are Unix time, `paid_at` is `None` until it is paid for the first time."""

    order_id: int
    hash: str
    payment_hash: str
    made_at: float
    customer: Customer
    lines: tuple[Line, ...]
    paid_at: float | None = None

    @property
    def net(self) -> Decimal:
        """Sum of the lines without VAT."""
        return sum((line.net for line in self.lines), Decimal("0.00"))

    @property
    def vat(self) -> Decimal:
        """Sum of the lines' VAT, each rounded by itself."""
        return sum((line.vat for line in self.lines), Decimal("0.00"))

    @property
    def total(self) -> Decimal:
        """What is paid."""
        return self.net + self.vat

    def labels_ready(self, now: float, delay: float) -> bool:
        """Tell whether the labels are drawn: `delay` seconds after the payment."""
        return self.paid_at is not None and now >= self.paid_at + delay
