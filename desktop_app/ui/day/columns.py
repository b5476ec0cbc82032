"""The columns of the day."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.domain.measures import format_money
from desktop_app.ui.day.entries import Entry, destination, parcel, remark, rule_words, size, stands
from desktop_app.ui.models.rows_model import Column
from desktop_app.ui.shipments.columns import ServiceCells, paint_ground, paint_pill
from desktop_app.ui.widgets.table_cells import TableCells
from desktop_app.ui.wizard.extra_words import extra_name

translate = QCoreApplication.translate
REMARK = "remark"
# Which columns give way first in a narrow window.
GIVING_WAY = ("reference", "extras", "destination", "parcel")


def day_columns(parent: QObject) -> list[Column[Entry]]:
    """The columns; their delegates belong to `parent`."""
    return [*_about_whom(parent), *_about_the_price(parent)]


def _about_whom(parent: QObject) -> list[Column[Entry]]:
    return [
        Column(
            "wanted",
            translate("Day", "Book"),
            lambda _entry: "",
            sort=lambda entry: not entry.wanted,
            ticked=lambda entry: entry.wanted if entry.can_be_wanted else None,
            width=6,
        ),
        Column(
            "stands",
            translate("Day", "State"),
            lambda entry: stands(entry)[0],
            tooltip=remark,
            width=13,
            delegate=_StateCells(parent),
        ),
        Column(
            "recipient",
            translate("Day", "To"),
            lambda entry: (
                entry.record.shipment.recipient.name or translate("Day", "No recipient yet")
            ),
            width=19,
        ),
        Column("destination", translate("Day", "Destination"), destination, width=16),
        Column(
            "reference",
            translate("Day", "Reference"),
            lambda entry: entry.record.shipment.reference,
            width=12,
        ),
        Column(
            "parcel",
            translate("Day", "Parcel"),
            parcel,
            sort=lambda entry: entry.record.shipment.total_weight_kg,
            tooltip=size,
            width=11,
        ),
    ]


def _about_the_price(parent: QObject) -> list[Column[Entry]]:
    return [
        Column(
            "service",
            translate("Day", "Service"),
            lambda entry: entry.service,
            tooltip=lambda entry: rule_words(entry.line.rule) if entry.line else "",
            width=23,
            delegate=ServiceCells(parent),
        ),
        Column("extras", translate("Day", "Extras"), _extras, width=14),
        Column(
            "price",
            translate("Day", "Price"),
            lambda entry: format_money(entry.price.total) if entry.price else "",
            sort=lambda entry: entry.price.total if entry.price else None,
            right=True,
            width=9,
        ),
        Column(REMARK, translate("Day", "To know"), remark, width=0, tint=_tint),
    ]


class _StateCells(TableCells):
    """How a row stands, as a pill."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row's ground, then the pill."""
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        paint_ground(painter, option)
        paint_pill(painter, option, *stands(entry))


def _extras(entry: Entry) -> str:
    return ", ".join(extra_name(kind) for kind in entry.record.shipment.extras)


def _tint(entry: Entry) -> str:
    """Only what can be mended is shown as a link: it leads to its field."""
    tone = stands(entry)[1]
    if entry.field:
        return "accent"
    return tone if tone in ("danger", "warning") else ""
