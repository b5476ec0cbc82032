"""An order as it came from a shop or an order file, before it is a draft.

The command line prints these values as they are, and `postroom schema import` describes them.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from desktop_app.domain.value import Value


class SkipReason(StrEnum):
    """Why a row of an order file became no part of an order."""

    CANCELLED = "cancelled"
    DISPATCHED = "dispatched"
    FOOTER = "footer"
    DIGITAL = "digital"
    NO_ADDRESS = "no_address"
    MALFORMED = "malformed"


class ShopRecipient(Value):
    """Who gets it; `country` is ISO 3166 alpha-3, "" where the file names none that is known.

    `county` is the state's code where the country writes one (USA, CAN, AUS).
    """

    name: str = ""
    organisation: str = ""
    address_lines: tuple[str, ...] = ()
    town: str = ""
    county: str = ""
    postcode: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""

    @property
    def is_somewhere(self) -> bool:
        """Whether a parcel could be addressed to it at all."""
        return bool(self.address_lines or self.postcode or self.town)


class ShopLine(Value):
    """One kind of thing in an order; `unit_value` is in `currency`, as it was paid.

    `row` is the row of the file that it stood in, counted from 1; 0 where there is no file.
    """

    sku: str = ""
    description: str = ""
    quantity: int = 1
    unit_value: Decimal | None = None
    currency: str = ""
    hs_code: str = ""
    origin: str = ""
    unit_weight_kg: Decimal | None = None
    row: int = 0


class ShopOrder(Value):
    """An order that is to be sent; platform and number together say which one it is.

    `weight_kg` is that of the whole parcel, where the shop knows it. `service` is what the buyer
    chose, in the shop's words; `note` is what the buyer wrote.

    What came straight from a shop also has that shop's id and its own id of the order (`shop_id`,
    `source_id`). `goods_value` is what was paid for all goods, without postage, in the lines'
    currency; `size_cm` is length, width and height of the only thing in it; with
    `is_weight_partial` the weight of some line is unknown, so that `weight_kg` is the least;
    `is_on_hold`: the shop holds it back.
    """

    platform: str
    order_number: str = ""
    recipient: ShopRecipient = ShopRecipient()
    lines: tuple[ShopLine, ...] = ()
    ordered_on: date | None = None
    service: str = ""
    note: str = ""
    weight_kg: Decimal | None = None
    shop_id: str = ""
    source_id: str = ""
    goods_value: Decimal | None = None
    size_cm: tuple[Decimal, Decimal, Decimal] | None = None
    is_weight_partial: bool = False
    is_on_hold: bool = False

    @property
    def key(self) -> str:
        """What is the same whenever this order comes again; "" for one without a number.

        Two shops of one platform may give the same number, and a shop may send an order in two.
        """
        if self.source_id:
            return order_key_of(self.platform, f"{self.shop_id}:{self.source_id}")
        return order_key_of(self.platform, self.order_number)

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies its amounts are in, each once; amounts without one are left out."""
        named = (line.currency for line in self.lines if line.unit_value is not None)
        return tuple(dict.fromkeys(code for code in named if code))


class SkippedRow(Value):
    """A row that was left out; `file` is named only where several files were read."""

    row: int
    reason: SkipReason
    file: str | None = Field(default=None, exclude_if=lambda file: file is None)


class ImportNote(Value):
    """Something to look at; it stops nothing. `row` 0 is about the whole file."""

    message: str
    row: int = 0
    order_number: str = ""
    file: str | None = Field(default=None, exclude_if=lambda file: file is None)


class RowCount(Value):
    """What became of every row of a file; the parts add up to `total`.

    `header` counts the header wherever it is repeated, what stands above it, and rows that
    explain the columns. `lines` are the rows that became lines of orders, `parents` those that
    only carry the address of a combined order, `repeated` those that stood there before.
    """

    total: int = 0
    header: int = 0
    blank: int = 0
    lines: int = 0
    parents: int = 0
    repeated: int = 0
    skipped: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether no row was lost."""
        parts = (self.header, self.blank, self.lines, self.parents, self.repeated, self.skipped)
        return sum(parts) == self.total


class FileReport(Value):
    """One file that was read: what it was taken for, and what became of its rows."""

    file: str
    platform: str
    layout: str
    rows: RowCount


class OrderFile(NamedTuple):
    """What was read from one order file: its orders, and what became of every other row."""

    report: FileReport
    orders: tuple[ShopOrder, ...]
    skipped: tuple[SkippedRow, ...]
    notes: tuple[ImportNote, ...]


def order_key_of(platform: str, order_number: str) -> str:
    """The key of an order, whatever case its number is written in; "" without a number."""
    number = "".join(order_number.split()).casefold()
    return f"{platform}:{number}" if number else ""


def order_keys(orders: Sequence[ShopOrder]) -> frozenset[str]:
    """The keys of all that have one."""
    return frozenset(key for order in orders if (key := order.key))
