"""The columns of the list of shipments, and how their cells are painted."""

from typing import Protocol

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.domain.country_names import english_name
from desktop_app.domain.measures import format_day, format_money
from desktop_app.domain.record import Stage
from desktop_app.services.clock import local_day
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.models.rows_model import Column
from desktop_app.ui.shipments.filters import stage_tone, stage_word
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.badge import BadgeTone, paint_badge
from desktop_app.ui.widgets.courier_mark import paint_courier
from desktop_app.ui.widgets.table_cells import TableCells

translate = QCoreApplication.translate

_MARK = 22
_LEFT = 8
_PILL = 19
_HOME = "GBR"
_ORDER = {stage: place for place, stage in enumerate(Stage)}
_Index = QModelIndex | QPersistentModelIndex


def shipment_columns(parent: QObject) -> list[Column[ShipmentRow]]:
    """The columns; their delegates belong to `parent`."""
    return [
        Column(
            "stage",
            translate("Shipments", "Stage"),
            lambda row: stage_word(row.stage),
            sort=lambda row: _ORDER[row.stage],
            tooltip=lambda row: row.trouble,
            width=15,
            delegate=StageCells(parent),
        ),
        Column(
            "recipient",
            translate("Shipments", "To"),
            lambda row: row.recipient or translate("Shipments", "No recipient yet"),
            width=0,
        ),
        Column("destination", translate("Shipments", "Destination"), destination, width=22),
        Column(
            "reference", translate("Shipments", "Reference"), lambda row: row.reference, width=12
        ),
        Column(
            "service",
            translate("Shipments", "Service"),
            lambda row: row.service,
            width=22,
            delegate=ServiceCells(parent),
        ),
        Column(
            "total",
            translate("Shipments", "Price"),
            _price,
            sort=lambda row: row.total,
            right=True,
            width=9,
        ),
        Column(
            "consignment",
            translate("Shipments", "Consignment"),
            lambda row: row.consignment,
            width=17,
            hidden=True,
        ),
        Column(
            "updated",
            translate("Shipments", "Changed"),
            lambda row: format_day(local_day(row.updated_at)),
            sort=lambda row: row.updated_at,
            width=12,
        ),
    ]


def destination(row: ShipmentRow) -> str:
    """The town, and the country where it is abroad."""
    country = "" if row.country in {"", _HOME} else english_name(row.country)
    return ", ".join(part for part in (row.destination, country) if part)


class StageCells(TableCells):
    """The stage as a pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row's ground, then the pill."""
        row: ShipmentRow = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        paint_ground(painter, option)
        paint_pill(painter, option, stage_word(row.stage), stage_tone(row.stage))


class HasService(Protocol):
    """What is sent with a courier's service, "" where none is chosen."""

    @property
    def service(self) -> str:
        """The service's name."""

    @property
    def courier(self) -> str:
        """Whose it is."""


class ServiceCells(TableCells):
    """The courier's mark, then the service."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row's ground, the mark and the name."""
        row: HasService = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        paint_ground(painter, option)
        if not row.service:
            return
        room = QRectF(option.rect)
        mark = QRectF(room.left() + _LEFT, room.center().y() - _MARK / 2, _MARK, _MARK)
        painter.save()
        paint_courier(painter, mark, row.courier)
        words = room.adjusted(_LEFT + _MARK + S, 0, -S, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens().text))
        shown = painter.fontMetrics().elidedText(
            row.service, Qt.TextElideMode.ElideRight, int(words.width())
        )
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags), shown)
        painter.restore()


def paint_pill(painter: QPainter, option: QStyleOptionViewItem, text: str, tone: BadgeTone) -> None:
    """A word in a pill at the cell's left."""
    width = option.fontMetrics.horizontalAdvance(text) + 18
    room = QRectF(option.rect)
    box = QRectF(room.left() + _LEFT, room.center().y() - _PILL / 2, width, _PILL)
    painter.save()
    painter.setFont(option.font)
    paint_badge(painter, box, text, tone)
    painter.restore()


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The row's ground alone, for cells that are painted by hand."""
    option.text = ""
    style: QStyle = option.widget.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)


def _price(row: ShipmentRow) -> str:
    return "" if row.total is None else format_money(row.total)
