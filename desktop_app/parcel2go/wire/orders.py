"""The answers about orders (facts, Orders), those of 2017 included."""

from decimal import Decimal
from typing import Any

from desktop_app.parcel2go.wire.base import Amount, Loose, Objects, Pounds, WireModel, Word


class WireOrderLine(WireModel):
    """One line; in 2017 its number and hash stood in one field, with a bar between."""

    order_line_id: Loose = ""
    item_id: Loose = ""
    hash: Loose = ""
    order_line_id_hmac: Loose = ""

    @property
    def number(self) -> str:
        """The order line's number."""
        return self.order_line_id or self.order_line_id_hmac.partition("|")[0]

    @property
    def own_hash(self) -> str:
        """The hash that opens this line alone."""
        return self.hash or self.order_line_id_hmac.partition("|")[2]


class CreatedOrder(WireModel):
    """A new order; `errors` were not seen here, but would mean that there is none."""

    order_id: Word
    total_price: Pounds
    total_vat: Pounds
    total_price_ex_vat: Pounds
    total_discount: Amount = Decimal(0)
    hash: Loose = ""
    links: Any = None
    orderline_id_map: Objects = ()


class VerifiedOrder(WireModel):
    """The exact price in pounds; with errors it is 0."""

    cost: Pounds
    errors: Objects = ()


class StatedErrors(WireModel):
    """Errors beside whatever else an answer of 200 says."""

    errors: Objects = ()


class ReadItem(WireModel):
    """An order line read back."""

    id: Loose = ""


class ReadOrder(WireModel):
    """An order read back. `paid_date` must be there, null while it is not paid: a reader that
    took a missing one for "not paid" would let it be paid twice."""

    paid_date: str | None
    order_id: Loose = ""
    total_price: Pounds | None = None
    items: Objects = ()
    links: Any = None
