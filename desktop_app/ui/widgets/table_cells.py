"""How cells are painted: text that does not fit is shown whole in a tooltip."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop_app.ui.widgets.hover_table import HoverTable

_PADDING = 20


class TableCells(QStyledItemDelegate):
    """The one delegate of a `DataTable`; a column may bring its own."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """No dotted frame around one cell of a selected row; the tint is the whole row's."""
        super().initStyleOption(option, index)
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        if isinstance(option.widget, HoverTable) and index.row() == option.widget.hovered_row:
            option.state |= QStyle.StateFlag.State_MouseOver

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The model's own tooltip, or the whole text if some of it is hidden."""
        text = index.data(Qt.ItemDataRole.ToolTipRole) or ""
        whole = index.data(Qt.ItemDataRole.DisplayRole) or ""
        room = option.rect.width() - _PADDING
        if not text and view.fontMetrics().horizontalAdvance(whole) > room:
            text = whole
        if event.type() != QEvent.Type.ToolTip or not text:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), text, view)
        return True
