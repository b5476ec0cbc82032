"""How the table of prices paints a service: its mark, its name, and why it cannot be chosen."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.fonts import sized
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.badge import BadgeTone, paint_badge
from desktop_app.ui.widgets.courier_mark import paint_courier
from desktop_app.ui.widgets.table_cells import TableCells
from desktop_app.ui.wizard.quote_rows import QuoteRow

translate = QCoreApplication.translate
ROW = 44
_MARK = 28
_LEFT = 10
_BADGE_HEIGHT = 17
Index = QModelIndex | QPersistentModelIndex


class ServiceCell(TableCells):
    """Two lines: the name, then its marks and the courier, or what stands against it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's ground, then the cell."""
        row: QuoteRow = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        option.text = ""
        style: QStyle = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        self._paint_row(painter, QRectF(option.rect), row, option.font.pixelSize())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines high."""
        return QSize(super().sizeHint(option, index).width(), ROW)

    def _paint_row(self, painter: QPainter, cell: QRectF, row: QuoteRow, size: int) -> None:
        mark = QRectF(cell.left() + _LEFT, cell.center().y() - _MARK / 2, _MARK, _MARK)
        painter.setOpacity(1.0 if row.suits else 0.45)
        paint_courier(painter, mark, row.quote.service.courier)
        painter.setOpacity(1.0)
        words = cell.adjusted(_LEFT + _MARK + S + 2, 4, -S, -4)
        half = words.height() / 2
        painter.setFont(sized(size, strong=row.suits))
        painter.setPen(QColor(tokens().text if row.suits else tokens().muted))
        _elided(painter, words.adjusted(0, 0, 0, -half), row.quote.service.name)
        self._paint_second(painter, words.adjusted(0, half, 0, 0), row, size - 1)

    def _paint_second(self, painter: QPainter, line: QRectF, row: QuoteRow, size: int) -> None:
        painter.setFont(sized(size - 1, strong=True))
        for text, tone in badges_of(row):
            width = painter.fontMetrics().horizontalAdvance(text) + 14
            top = line.center().y() - _BADGE_HEIGHT / 2
            paint_badge(painter, QRectF(line.left(), top, width, _BADGE_HEIGHT), text, tone)
            line.setLeft(line.left() + width + 6)
        painter.setFont(sized(size))
        painter.setPen(QColor(tokens().muted if row.suits else tokens().warning))
        _elided(painter, line, second_line(row))


class PriceCell(TableCells):
    """The price to pay, in strong figures."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Strong where it can be chosen."""
        super().initStyleOption(option, index)
        row: QuoteRow = index.data(Qt.ItemDataRole.UserRole)
        option.font.setWeight(
            option.font.Weight.DemiBold if row.suits else option.font.Weight.Normal
        )


def badges_of(row: QuoteRow) -> list[tuple[str, BadgeTone]]:
    """The marks of a row, in words and tones."""
    badges: list[tuple[str, BadgeTone]] = []
    if row.is_cheapest:
        badges.append((translate("Quotes", "Cheapest"), "success"))
    if row.is_fastest:
        badges.append((translate("Quotes", "Fastest"), "accent"))
    return badges


def second_line(row: QuoteRow) -> str:
    """What stands against it, else the courier and what it lacks or spares."""
    if row.against:
        return row.against[0]
    service, parts = row.quote.service, [row.quote.service.courier]
    if row.lacking:
        lacking = ", ".join(row.lacking)
        parts.append(translate("Quotes", "without {extras}").format(extras=lacking))
    elif not service.printer_required:
        parts.append(translate("Quotes", "no printer needed"))
    return " · ".join(parts)


def _elided(painter: QPainter, box: QRectF, text: str) -> None:
    """One line of text."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, int(flags), shown)
