"""The spending of each month, as columns of a chart."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import count

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.domain.measures import format_money, format_month
from desktop_app.services.ledger_view import Group
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.fonts import sized, with_tabular_figures
from desktop_app.ui.theme.space import XS, S

_HEIGHT = 190
_LEAST_SLOT, _WIDEST_COLUMN = 44, 56
_LINES = 4
_ROUND = 3


class SpendingChart(QWidget):
    """`set_months([Group, …])`, oldest first; of more than fit, the latest are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spendingChart")
        self.setFont(with_tabular_figures(self.font()))
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Spending by month"))
        self._months: tuple[Group, ...] = ()

    def set_months(self, months: Sequence[Group]) -> None:
        """Shows other sums."""
        self._months = tuple(months)
        words = (f"{format_month(one.name)}: {format_money(one.price.total)}" for one in months)
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, _HEIGHT)

    @property
    def shown(self) -> tuple[Group, ...]:
        """The months that have room now."""
        slots = max(1, int(self._plot().width() // _LEAST_SLOT))
        return self._months[-slots:]

    def event(self, event: QEvent) -> bool:
        """A column under the pointer says what it is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def words_at(self, point: QPointF) -> str:
        """What is told of the column at a point; "" beside them."""
        for one, slot in self._slots():
            if slot.contains(point):
                price = one.price
                words = self.tr("{month}: {gross} ({net} and {vat} VAT)")
                return words.format(
                    month=format_month(one.name),
                    gross=format_money(price.total),
                    net=format_money(price.net),
                    vat=format_money(price.vat),
                )
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """Lines with their amounts, then the columns with their months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.fontInfo().pixelSize() - 1))
        self._paint_lines(painter)
        for one, slot in self._slots():
            self._paint_month(painter, one, slot)

    def _paint_lines(self, painter: QPainter) -> None:
        plot, step = self._plot(), self._step()
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for number in range(_LINES + 1):
            y = plot.bottom() - plot.height() * number / _LINES
            painter.setPen(QPen(QColor(tokens().border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(tokens().muted))
            words = QRectF(0, y - 10, plot.left() - S, 20)
            painter.drawText(words, flags, f"£{step * number:,f}")

    def _paint_month(self, painter: QPainter, one: Group, slot: QRectF) -> None:
        height = float(max(one.price.total, Decimal(0)) / (self._step() * _LINES)) * slot.height()
        width = min(slot.width() - S, _WIDEST_COLUMN)
        box = QRectF(slot.center().x() - width / 2, slot.bottom() - height, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        painter.setPen(QColor(tokens().muted))
        foot = QRectF(slot.left(), slot.bottom() + XS, slot.width(), 20)
        month, year = format_month(one.name).split(" ")
        is_first = one == self.shown[0] or one.name.endswith("-01")
        words = f"{month} {year[2:]}" if is_first else month
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), words)

    def _slots(self) -> Iterator[tuple[Group, QRectF]]:
        """Each month shown, and its place in the plot, from its foot to its head."""
        plot, shown = self._plot(), self.shown
        if not shown:
            return
        width = min(plot.width() / len(shown), 2.0 * _WIDEST_COLUMN)
        for number, one in enumerate(shown):
            yield one, QRectF(plot.left() + number * width, plot.top(), width, plot.height())

    def _plot(self) -> QRectF:
        longest = f"£{self._step() * _LINES:,f}"
        left = self.fontMetrics().horizontalAdvance(longest) + S
        return QRectF(self.rect()).adjusted(left, S + XS, -XS, -24)

    def _step(self) -> Decimal:
        """Pounds between two lines: 1, 2 or 5 with noughts, so that the highest fits below four."""
        highest = max((one.price.total for one in self._months), default=Decimal(0))
        steps = (Decimal(digit * 10**power) for power in count() for digit in (1, 2, 5))
        return next(step for step in steps if step * _LINES >= highest)
