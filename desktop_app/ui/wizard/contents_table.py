"""A table of contents lines that is filled in without leaving the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop_app.domain.parcel import ContentsLine
from desktop_app.ui.theme.fonts import with_tabular_figures
from desktop_app.ui.theme.space import ROW_HEIGHT
from desktop_app.ui.wizard.contents_cells import ContentsCells
from desktop_app.ui.wizard.contents_model import ContentsModel

_MOST_ROWS = 8


class ContentsTable(QTableView):
    """Tab and Enter go from cell to cell, and from the empty last row on to what comes next.

    Insert puts a line before the current one, Delete takes it out: `removed(row, line)`.
    """

    removed = Signal(int, object)

    def __init__(self, model: ContentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contents = model
        self.cells = ContentsCells(model, self)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.setFont(with_tabular_figures(self.font()))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_up_headers()
        self.clicked.connect(self.edit)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._fit_height)
        self._fit_height()

    def set_products(self, products: Sequence[ContentsLine]) -> None:
        """What is offered while a description is typed."""
        self.cells.set_products(products)

    def go_to(self, row: int, field: str) -> None:
        """The cursor into one cell, ready to type."""
        index = self.contents.index(row, self.contents.column_of(field))
        self.setFocus()
        self.setCurrentIndex(index)
        self.edit(index)

    def remove_current(self) -> None:
        """Take the current line out."""
        row = self.currentIndex().row()
        if 0 <= row < len(self.contents.lines):
            line = self.contents.lines[row]
            self.contents.remove_line(row)
            self.setCurrentIndex(self.contents.index(min(row, self.contents.rowCount() - 1), 0))
            self.removed.emit(row, line)

    def add_line(self) -> None:
        """Into the row for the next line."""
        self.go_to(len(self.contents.lines), "description")

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Enter and Tab go on to the next cell, and from the empty last row out of the table."""
        hints = QAbstractItemDelegate.EndEditHint
        if hint not in {hints.EditNextItem, hints.SubmitModelCache}:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, hints.NoHint)
        self._next_cell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types into the cell; Insert and Delete work on lines."""
        index = self.currentIndex()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter and self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # the editor's own Enter, on its way up; the cell ends a moment later
        elif enter:
            self.edit(index)
        elif event.key() == Qt.Key.Key_Insert:
            self._insert(max(0, index.row()))
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_current()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a cell with the cursor."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.contents.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The description takes what the others leave."""
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other widths."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()

    def _next_cell(self) -> None:
        index = self.currentIndex()
        if self.contents.is_spare(index.row()):
            self.focusNextChild()
            return
        last = index.column() == self.contents.columnCount() - 1
        row, column = (index.row() + 1, 0) if last else (index.row(), index.column() + 1)
        following = self.contents.index(row, column)
        self.setCurrentIndex(following)
        self.edit(following)

    def _insert(self, row: int) -> None:
        if not self.contents.is_spare(row):
            self.contents.insert_line(row)
        self.go_to(row, "description")

    @Slot()
    def _fit_height(self) -> None:
        """As high as its rows; the page scrolls, not the table, until there are many."""
        rows = min(self.contents.rowCount(), _MOST_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * self.verticalHeader().defaultSectionSize() + 2)

    def _fit_columns(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("0")
        for place, column in enumerate(self.contents.columns):
            if column.width:
                title = self.horizontalHeader().sectionSizeHint(place)
                self.setColumnWidth(place, max(letter * column.width + 18, title))

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 14))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(40)
        for place, column in enumerate(self.contents.columns):
            stretch = not column.width
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(place, mode.Stretch if stretch else mode.Fixed)
