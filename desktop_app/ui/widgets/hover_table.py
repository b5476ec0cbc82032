"""A table that knows which row the pointer is on, so that the whole row is tinted."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QTableView


class HoverTable(QTableView):
    """Qt tints the one cell under the pointer; where rows are chosen that looks like an accident.

    `hovered_row` is -1 while the pointer is nowhere. `TableCells` paints by it.
    """

    hovered_row = -1

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer moves on, or leaves."""
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            self._hover(-1 if left else self.rowAt(event.position().toPoint().y()))
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row == self.hovered_row:
            return
        before, self.hovered_row = self.hovered_row, row
        self._paint_again(before)
        self._paint_again(row)

    def _paint_again(self, row: int) -> None:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        if row >= 0 and height:
            self.viewport().update(0, top, self.viewport().width(), height)
