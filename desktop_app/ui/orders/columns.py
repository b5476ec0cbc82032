"""The columns of orders that come in, and of the rows that are left out."""

from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.domain.country_names import english_name
from desktop_app.domain.measures import format_money
from desktop_app.domain.shop_order import ShopOrder
from desktop_app.services.importing import OrdersRead
from desktop_app.ui.models.rows_model import Column
from desktop_app.ui.orders.words import platform_word, reason_word, shop_reason_word
from desktop_app.ui.shipments.columns import paint_ground, paint_pill
from desktop_app.ui.widgets.table_cells import TableCells

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex


class Found(NamedTuple):
    """An order as it is shown: `is_here` already, and what there is to know of it."""

    order: ShopOrder
    is_here: bool
    notes: tuple[str, ...]
    place: int


def order_columns(parent: QObject) -> list[Column[Found]]:
    """Of the orders; their delegates belong to `parent`."""
    return [
        Column(
            "state",
            translate("Orders", "State"),
            _state,
            width=14,
            delegate=_StateCells(parent),
        ),
        Column(
            "shop", translate("Orders", "From"), lambda one: platform_word(one.order.platform)
        ),
        Column("order", translate("Orders", "Order"), lambda one: one.order.order_number, width=22),
        Column("to", translate("Orders", "To"), _whom, width=0),
        Column("country", translate("Orders", "Country"), _country, width=14),
        Column("goods", translate("Orders", "Goods"), _goods, tooltip=_goods, width=22),
        Column(
            "value", translate("Orders", "Value"), _value, sort=_sum, right=True, width=11
        ),
        Column(
            "notes",
            translate("Orders", "To know"),
            lambda one: " ".join(one.notes),
            tooltip=lambda one: "\n".join(one.notes),
            tint=lambda _one: "warning",
            width=26,
        ),
    ]  # fmt: skip


class LeftOut(NamedTuple):
    """What is left out: a row of a file, or, by its number, an order of a shop."""

    what: str
    why: str
    file: str
    place: int


def left_out_columns() -> list[Column[LeftOut]]:
    """Of what is left out."""
    return [
        Column(
            "what",
            translate("Orders", "Row or order"),
            lambda one: one.what,
            sort=lambda one: one.place,
            width=20,
        ),
        Column("why", translate("Orders", "Why"), lambda one: one.why, width=28),
        Column("file", translate("Orders", "File"), lambda one: one.file, width=0),
    ]


def all_left_out(found: OrdersRead) -> list[LeftOut]:
    """Rows of files, then orders of shops."""
    rows = [(f"{one.row:,}", reason_word(one.reason), one.file or "") for one in found.skipped]
    orders = [(one.order_number, shop_reason_word(one.reason), "") for one in found.left_out]
    return [LeftOut(*one, place) for place, one in enumerate((*rows, *orders))]


def _state(one: Found) -> str:
    return translate("Orders", "Here already") if one.is_here else translate("Orders", "New")


def _whom(one: Found) -> str:
    to = one.order.recipient
    return ", ".join(part for part in (to.name or to.organisation, to.town, to.postcode) if part)


def _country(one: Found) -> str:
    return english_name(one.order.recipient.country) if one.order.recipient.country else ""


def _goods(one: Found) -> str:
    return ", ".join(
        f"{line.quantity} × {line.description or line.sku}" for line in one.order.lines
    )


def _sum(one: Found) -> Decimal:
    values = (line.unit_value * line.quantity for line in one.order.lines if line.unit_value)
    return sum(values, Decimal(0))


def _value(one: Found) -> str:
    total, currencies = _sum(one), one.order.currencies
    return format_money(total, currencies[0] if currencies else "GBP") if total else ""


class _StateCells(TableCells):
    """Whether an order is new, as a pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row's ground, then the pill."""
        one: Found = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        words = option.text
        paint_ground(painter, option)
        paint_pill(painter, option, words, "neutral" if one.is_here else "accent")
