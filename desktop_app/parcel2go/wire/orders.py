"""The answers about orders (facts, section 4)."""

from decimal import Decimal
from typing import Any

from desktop_app.parcel2go.wire.base import WireModel


class WireOrderLine(WireModel):
    """One line; the form of 2017 writes id and hash into one field, with a bar between."""

    order_line_id: str
    item_id: str = ""
    hash: str = ""
    order_line_id_hmac: str = ""


class WireOrder(WireModel):
    """A created order."""

    order_id: str
    hash: str = ""
    links: Any = None
    orderline_id_map: tuple[WireOrderLine, ...] = ()
    total_price: Decimal
    total_vat: Decimal | None = None
    total_price_ex_vat: Decimal | None = None
    total_discount: Decimal = Decimal(0)


class Verified(WireModel):
    """The exact price; with errors it is 0."""

    cost: Decimal | None = None
    errors: tuple[Any, ...] = ()


class ReadItem(WireModel):
    """An order line read back; its id is the order line's."""

    id: str = ""


class ReadOrder(WireModel):
    """An order read back; `paid_date` None while it is not paid."""

    paid_date: str | None = None
    total_price: Decimal | None = None
    items: tuple[ReadItem, ...] = ()
    links: Any = None


class Paid(WireModel):
    """What paying answers, with 200."""

    links: Any = None
    errors: tuple[Any, ...] = ()
