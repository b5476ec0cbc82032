"""An order at the service, and what is known of its payment."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from desktop_app.domain.money import Price
from desktop_app.domain.value import Value


class OrderLine(Value):
    """One shipment inside an order: our item id, the service's number, its own hash."""

    order_line_id: str
    item_id: str = ""
    hash: str = ""


class Link(Value):
    """A named address the service gave; names are compared in any case."""

    name: str
    url: str


class Order(Value):
    """An order as it was created. Its hash is given only once: losing it loses the labels.

    `said` is the `order_key` of what was ordered, `service` the slug.
    """

    order_id: str
    hash: str
    price: Price
    discount: Decimal = Decimal(0)
    lines: tuple[OrderLine, ...] = ()
    links: tuple[Link, ...] = ()
    service: str = ""
    said: str = ""
    created_at: datetime | None = None

    def link(self, *names: str) -> str | None:
        """The first link that has one of these names, in the names' order."""
        return find_link(self.links, *names)


class OrderStatus(Value):
    """An order as it was read back; `paid_at` None: not paid, as far as the service knows."""

    order_id: str
    paid_at: datetime | None = None
    total: Decimal | None = None
    links: tuple[Link, ...] = ()
    order_line_ids: tuple[str, ...] = ()


class PaymentMethod(StrEnum):
    """How an order is paid."""

    PREPAY = "prepay"
    LINK = "link"


class PaymentState(StrEnum):
    """Where a payment stands."""

    WAITING = "waiting"
    UNCERTAIN = "uncertain"
    PAID = "paid"


class Payment(Value):
    """The one live payment of a shipment; `since` is when it was begun, `key` the attempt's."""

    method: PaymentMethod
    state: PaymentState
    amount: Decimal
    since: datetime
    paid_at: datetime | None = None
    key: str = ""


def find_link(links: tuple[Link, ...], *names: str) -> str | None:
    """The first link with one of these names, whatever their case."""
    by_name = {link.name.casefold(): link.url for link in links}
    return next((by_name[name.casefold()] for name in names if name.casefold() in by_name), None)
