"""A table's header: columns are moved, hidden, sorted, and all of it is kept as text."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from desktop_app.ui.models.rows_model import Column
from desktop_app.ui.widgets.table_layout import TableLayout, read_layout

_LEAST = 48


class TableHeader(QHeaderView):
    """`layout_text` holds widths, order, hidden columns and sorting by the columns' names.

    Where there is no room, columns of `giving_way` are hidden for the time being, the first of
    them first, until the column that takes what is left has `least` pixels. That is no choice of
    the user's, so it is not kept; what the user asks to see stays.
    """

    changed = Signal()

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._applying = False
        self._giving_way: tuple[str, ...] = ()
        self._least = 0
        self._gave_way: set[str] = set()
        self._insisted: set[str] = set()
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
        """As JSON (`TableLayout`)."""
        sort = self.sortIndicatorSection()
        places = dict(enumerate(self._names))
        return TableLayout(
            order=tuple(places[self.logicalIndex(at)] for at in range(self.count())),
            widths={
                name: self.sectionSize(at) for at, name in places.items() if self._has_width(at)
            },
            hidden=tuple(
                name
                for at, name in places.items()
                if self.isSectionHidden(at) and name not in self._gave_way
            ),
            sort=places.get(sort, ""),
            descending=self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
        ).model_dump_json()

    @layout_text.setter
    def layout_text(self, text: str) -> None:
        """Text that is none of ours changes nothing; a column it does not know stays as it is."""
        kept = read_layout(text)
        if kept is None:
            return
        self._applying = True
        self._apply(kept)
        self._applying = False
        self.make_room()
        order = Qt.SortOrder.DescendingOrder if kept.descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(self._place(kept.sort), order)

    def _apply(self, kept: TableLayout) -> None:
        known = [name for name in kept.order if name in self._names]
        for at, name in enumerate(known):
            self.moveSection(self.visualIndex(self._place(name)), at)
        self._gave_way.clear()
        for name in known:
            self.setSectionHidden(self._place(name), name in kept.hidden)
        for name in kept.widths.keys() & set(self._names):
            self.resizeSection(self._place(name), max(_LEAST, kept.widths[name]))

    def set_giving_way(self, names: Sequence[str], least: int) -> None:
        """Which columns give way, the first of them first, so that the wide one has its room."""
        self._giving_way, self._least = tuple(names), least
        self.make_room()

    def make_room(self) -> None:
        """The table has another width."""
        self._applying = True
        for name in self._gave_way:
            self.setSectionHidden(self._place(name), False)
        self._gave_way.clear()
        for name in self._giving_way:
            if self._room_left() >= self._least:
                break
            self._give_way(name)
        self.resizeSections()
        self._applying = False

    def _give_way(self, name: str) -> None:
        place = self._place(name)
        if name not in self._insisted and not self.isSectionHidden(place):
            self.setSectionHidden(place, True)
            self._gave_way.add(name)

    def _room_left(self) -> int:
        """What the column without a width of its own would have."""
        fixed = (self.sectionSize(at) for at in range(self.count()) if self._has_width(at))
        return self.viewport().width() - sum(fixed)

    def _place(self, name: str) -> int:
        """The column of that name; -1 if there is none."""
        return self._names.index(name) if name in self._names else -1

    def _has_width(self, place: int) -> bool:
        return bool(self._columns[place].width) and not self.isSectionHidden(place)

    def hide_column(self, name: str, *, hidden: bool = True) -> None:
        """Never the last one that is left."""
        visible = self.count() - self.hiddenSectionCount()
        self._gave_way.discard(name)
        self._insisted -= {name} if hidden else set()
        self._insisted |= set() if hidden else {name}
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
        if not self._applying:
            self.changed.emit()
