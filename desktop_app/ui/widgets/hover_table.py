"""A table that paints by whole rows: the one under the pointer, and those that changed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QAccessible, QHoverEvent
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

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint the rows that changed; Qt would paint the table, where it is more than a cell.

        While parcels are booked four threads want the interpreter, and what is painted through
        Python has a fifth of it: the whole table then takes longer than a window may be held.
        """
        if QAccessible.isActive():
            super().dataChanged(first, last, list(roles))
        for row in range(first.row(), last.row() + 1):
            self._paint_again(row)

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
