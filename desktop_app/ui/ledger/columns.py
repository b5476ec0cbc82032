"""The columns of the ledger: of its entries, and of its sums."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.domain.measures import format_date, format_money
from desktop_app.domain.money import Price
from desktop_app.services.ledger_view import Group, Line
from desktop_app.ui.ledger.words import about_whom, kind_word, remark, state_word
from desktop_app.ui.models.rows_model import Column
from desktop_app.ui.shipments.columns import ServiceCells, paint_ground, paint_pill
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.table_cells import TableCells

translate = QCoreApplication.translate

# Which columns give way first in a narrow window.
GIVING_WAY = ("note", "shop", "reference", "vat", "net")
_BAR = 8
_FIGURES = 44  # room for "100 %"
_Index = QModelIndex | QPersistentModelIndex


class Sum(NamedTuple):
    """A group of the spending as it is shown; `title` is its name as it is read."""

    title: str
    group: Group


def line_columns(parent: QObject) -> list[Column[Line]]:
    """Of the entries; their delegates belong to `parent`."""
    return [*_about_it(parent), *_about_the_money()]


def sum_columns(parent: QObject) -> list[Column[Sum]]:
    """Of the sums; their delegates belong to `parent`."""
    return [
        Column(
            "name",
            translate("Ledger", "Name"),
            lambda one: one.title,
            sort=lambda one: one.group.name.casefold(),
            width=0,
        ),
        Column(
            "share",
            translate("Ledger", "Share"),
            lambda one: f"{one.group.share:.0%}",
            sort=lambda one: one.group.share,
            width=28,
            delegate=_ShareCells(parent),
        ),
        _part(translate("Ledger", "Net"), "net", lambda one: one.group.price.net),
        _part(translate("Ledger", "VAT"), "vat", lambda one: one.group.price.vat),
        _part(translate("Ledger", "Gross"), "gross", lambda one: one.group.price.total),
    ]


def _about_it(parent: QObject) -> list[Column[Line]]:
    return [
        Column(
            "date",
            translate("Ledger", "Date"),
            lambda line: format_date(line.entry.day),
            sort=lambda line: line.entry.at,
            width=14,
        ),
        Column(
            "kind", translate("Ledger", "Kind"), lambda line: kind_word(line.entry.kind), width=15
        ),
        Column(
            "state",
            translate("Ledger", "State"),
            lambda line: state_word(line)[0],
            tooltip=remark,
            width=15,
            delegate=_StateCells(parent),
        ),
        Column("to", translate("Ledger", "To"), about_whom, width=0),
        Column(
            "reference",
            translate("Ledger", "Reference"),
            lambda line: line.entry.reference,
            width=12,
        ),
        Column(
            "service",
            translate("Ledger", "Service"),
            lambda line: line.service,
            width=22,
            delegate=ServiceCells(parent),
        ),
        Column("shop", translate("Ledger", "Shop"), lambda line: line.entry.shop, width=15),
    ]


def _about_the_money() -> list[Column[Line]]:
    return [
        _amount(translate("Ledger", "Net"), "net", lambda price: price.net),
        _amount(translate("Ledger", "VAT"), "vat", lambda price: price.vat),
        _amount(translate("Ledger", "Gross"), "gross", lambda price: price.total),
        Column("note", translate("Ledger", "To know"), remark, width=24, tooltip=remark),
    ]


def _amount(title: str, name: str, part: Callable[[Price], Decimal]) -> Column[Line]:
    """What came back is below zero. What is no part of the spending is quieter."""

    def pounds(line: Line) -> Decimal:
        entry = line.entry
        return part(entry.spent if entry.counts else entry.amount)

    return Column(
        name,
        title,
        lambda line: format_money(pounds(line)),
        sort=pounds,
        right=True,
        tint=lambda line: "" if line.entry.counts else "muted",
        width=10,
    )


def _part(title: str, name: str, pounds: Callable[[Sum], Decimal]) -> Column[Sum]:
    return Column(
        name, title, lambda one: format_money(pounds(one)), sort=pounds, right=True, width=11
    )


class _StateCells(TableCells):
    """How an entry stands, as a pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row's ground, then the pill."""
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        paint_ground(painter, option)
        paint_pill(painter, option, *state_word(line))


class _ShareCells(TableCells):
    """The share as a bar, and in figures behind it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row's ground, the bar, the figures."""
        one: Sum = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        words = option.text
        paint_ground(painter, option)
        room = QRectF(option.rect).adjusted(S, 0, -S, 0)
        width = max(0.0, room.width() - _FIGURES) * one.group.share
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        top = room.center().y() - _BAR / 2
        painter.drawRoundedRect(QRectF(room.left(), top, max(width, 2), _BAR), 3, 3)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens().text))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(end), words)
        painter.restore()
