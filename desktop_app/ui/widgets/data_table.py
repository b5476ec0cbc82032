"""The table of every list: sorts, hides and moves columns, searches, keeps its selection."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_app.ui.models.rows_model import RowsModel, runs
from desktop_app.ui.theme.fonts import with_tabular_figures
from desktop_app.ui.theme.space import ROW_HEIGHT
from desktop_app.ui.widgets.hover_table import HoverTable
from desktop_app.ui.widgets.table_cells import TableCells
from desktop_app.ui.widgets.table_header import TableHeader

R = TypeVar("R")


class DataTable(HoverTable, Generic[R]):
    """A `RowsModel` on screen.

    `chosen(row)` on Enter or a double click, `selection_changed()`, `previewed(row)` on Space,
    `delete_asked(rows)` on Del, `copy_asked(rows)` on Ctrl+D, `typed(text)` when the user just
    types (put it into the search field), `menu_asked(point)` at a right click. `layout_text` is
    what to keep of the columns between two starts.
    """

    chosen = Signal(object)
    selection_changed = Signal()
    previewed = Signal(object)
    delete_asked = Signal(object)
    copy_asked = Signal(object)
    typed = Signal(str)
    menu_asked = Signal(QPoint)
    layout_changed = Signal()

    def __init__(
        self, model: RowsModel[R], parent: QWidget | None = None, *, multiple: bool = True
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self._kept: tuple[set[Hashable], Hashable | None] = (set(), None)
        self._empty: QWidget | None = None
        self._refilling = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.selection_changed)
        self._set_up(multiple=multiple)
        self._header = TableHeader(model.columns, self)
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self._header.fit()
        for place, column in enumerate(model.columns):
            if column.delegate:
                self.setItemDelegateForColumn(place, column.delegate)
        self._header.changed.connect(self.layout_changed)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self._selection_moved)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.activated.connect(self._choose)

    def _set_up(self, *, multiple: bool) -> None:
        self.setFont(with_tabular_figures(self.font()))
        self.setItemDelegate(TableCells(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if multiple else mode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 14))

    # Selection

    def selected_rows(self) -> list[R]:
        """The selected values, from top to bottom."""
        ranges = self.selectionModel().selection()
        parts = (ranges.at(number) for number in range(ranges.count()))
        places = {place for part in parts for place in range(part.top(), part.bottom() + 1)}
        return [self.rows_model.row_at(place) for place in sorted(places)]

    def current_row(self) -> R | None:
        """The value with the cursor on it."""
        index = self.currentIndex()
        return self.rows_model.row_at(index.row()) if index.isValid() else None

    def select(self, keys: Sequence[Hashable]) -> None:
        """Select the rows with these keys, the first of them with the cursor."""
        self._kept = (set(keys), keys[0] if keys else None)
        self.clearSelection()
        self._restore()

    @Slot()
    def _remember(self) -> None:
        key = self.rows_model.key
        current = self.current_row()
        self._kept = (
            {key(row) for row in self.selected_rows()},
            key(current) if current is not None else None,
        )
        self._refilling = True

    @Slot()
    def _restore(self) -> None:
        keys, current = self._kept
        model, selection = self.rows_model, self.selectionModel()
        if current is not None and (place := model.place_of(current)) is not None:
            flag = selection.SelectionFlag.NoUpdate
            selection.setCurrentIndex(model.index(place, 0), flag)
        if keys:
            self._select_places(keys)
        self._refilling = False
        self._show_empty()
        self._quiet.start(0)

    def _select_places(self, keys: set[Hashable]) -> None:
        """In one go and by runs of neighbours: row by row would take seconds for thousands."""
        model, key = self.rows_model, self.rows_model.key
        last = model.columnCount() - 1
        chosen = QItemSelection()
        places = (place for place, row in enumerate(model.rows()) if key(row) in keys)
        for top, bottom in runs(places):
            chosen.append(QItemSelectionRange(model.index(top, 0), model.index(bottom, last)))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flag.Select)

    @Slot()
    def _selection_moved(self) -> None:
        # One signal for a refill, however often Qt speaks of it meanwhile.
        if not self._refilling:
            self._quiet.start(0)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.rows_model.row_at(index.row()))

    # Columns

    @property
    def layout_text(self) -> str:
        """Widths, order, hidden columns and sorting, as text to keep."""
        return self._header.layout_text

    @layout_text.setter
    def layout_text(self, text: str) -> None:
        self._header.layout_text = text

    def hide_column(self, name: str, *, hidden: bool = True) -> None:
        """Hide or show a column by its name."""
        self._header.hide_column(name, hidden=hidden)

    def give_way(self, names: Sequence[str], least: int) -> None:
        """Where the window is narrow these columns are hidden, so that no name is cut short.

        `least` is how many pixels the column without a width of its own shall have.
        """
        self._header.set_giving_way(names, least)

    # An empty table

    def set_empty_state(self, widget: QWidget) -> None:
        """What is shown over the table while it has no rows; it stays the table's."""
        widget.setParent(self.viewport())
        self._empty = widget
        self._show_empty()

    def _show_empty(self) -> None:
        if self._empty is None:
            return
        empty = self.rows_model.rowCount() == 0
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(empty)
        self._header.setVisible(not empty)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that every list has."""
        if not self._own_key(event):
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        rows, current = self.selected_rows(), self.current_row()
        key, plain = event.key(), not event.modifiers()
        copy = QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+D")
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and current is not None:
            self.chosen.emit(current)
        elif key == Qt.Key.Key_Space and plain and current is not None:
            self.previewed.emit(current)
        elif key == Qt.Key.Key_Delete and plain and rows:
            self.delete_asked.emit(rows)
        elif copy and rows:
            self.copy_asked.emit(rows)
        else:
            return self._search_key(event)
        return True

    def _search_key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        text = event.text()
        if held or not text.isprintable() or not text.strip():
            return False
        self.typed.emit(text)
        return True

    def keyboardSearch(self, search: str) -> None:
        """Qt's own jump to a row; `typed` takes its place."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the pointer or, by keyboard, the current row is."""
        self.menu_asked.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies over an empty table grows with it; columns give way to those that matter."""
        super().resizeEvent(event)
        self._header.make_room()
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
