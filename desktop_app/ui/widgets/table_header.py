"""A table's header: columns are moved, hidden, sorted, and all of it is kept as text."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from desktop_app.ui.models.rows_model import Column

_LEAST = 48
_VERSION = 1


class TableHeader(QHeaderView):
    """`layout_text` holds widths, order, hidden columns and sorting by the columns' names."""

    changed = Signal()

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._names = [column.name for column in columns]
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)

    def fit(self) -> None:
        """The columns' own widths; once, when the model is there."""
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortIndicatorClearable(True)
        letter = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(self._columns):
            if column.width:
                self.resizeSection(place, column.width * letter + 20)
            else:
                self.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            self.setSectionHidden(place, column.hidden)
        self.sectionMoved.connect(self._tell)
        self.sectionResized.connect(self._tell)
        self.sortIndicatorChanged.connect(self._tell)

    @property
    def layout_text(self) -> str:
        """As JSON."""
        sort = self.sortIndicatorSection()
        return json.dumps({
            "version": _VERSION,
            "order": [self._names[self.logicalIndex(at)] for at in range(self.count())],
            "widths": {
                name: self.sectionSize(place)
                for place, name in enumerate(self._names)
                if self._columns[place].width and not self.isSectionHidden(place)
            },
            "hidden": [n for at, n in enumerate(self._names) if self.isSectionHidden(at)],
            "sort": self._names[sort] if 0 <= sort < len(self._names) else "",
            "descending": self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
        })  # fmt: skip

    @layout_text.setter
    def layout_text(self, text: str) -> None:
        """Text that is none of ours changes nothing; a column it does not know stays as it is."""
        try:
            kept = json.loads(text)
        except ValueError:
            return
        if isinstance(kept, dict) and kept.get("version") == _VERSION:
            self.blockSignals(True)
            self._apply(kept)
            self.blockSignals(False)
            self._sort_as(kept)

    def _apply(self, kept: dict[str, Any]) -> None:
        known = [name for name in kept["order"] if name in self._names]
        for at, name in enumerate(known):
            self.moveSection(self.visualIndex(self._names.index(name)), at)
        for name in known:
            self.setSectionHidden(self._names.index(name), name in kept["hidden"])
        for name, width in kept["widths"].items():
            if name in self._names:
                self.resizeSection(self._names.index(name), max(_LEAST, int(width)))

    def _sort_as(self, kept: dict[str, Any]) -> None:
        order = Qt.SortOrder.DescendingOrder if kept["descending"] else Qt.SortOrder.AscendingOrder
        place = self._names.index(kept["sort"]) if kept["sort"] in self._names else -1
        self.setSortIndicator(place, order)

    def hide_column(self, name: str, *, hidden: bool = True) -> None:
        """Never the last one that is left."""
        visible = self.count() - self.hiddenSectionCount()
        if not hidden or visible > 1:
            self.setSectionHidden(self._names.index(name), hidden)
        self.changed.emit()

    @Slot(QPoint)
    def _offer_columns(self, point: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self.mapToGlobal(point))
        menu.deleteLater()

    def columns_menu(self) -> QMenu:
        """A tick for each column."""
        menu = QMenu(self)
        for place, column in enumerate(self._columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(place))
            action.setData(column.name)
        menu.triggered.connect(self._toggle)
        return menu

    def _toggle(self, action: QAction) -> None:
        self.hide_column(action.data(), hidden=not action.isChecked())

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
