"""Rows of any kind as a Qt table: sorted and searched here, as 10,000 of them must stay quick.

No proxy stands between: row 3 of the table is `row_at(3)`, always.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QStyledItemDelegate

from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.icons import icon

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_HERE = QModelIndex()
_AT_A_TIME = 200


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column. `name` is its lasting name (for saved layouts), `title` what the user reads.

    `sort` gives what rows are sorted by (default: the text, without case); `tint` a colour token;
    `icon_of` an icon's name; `width` in average letters, 0 for the column that takes what is left.
    `ticked` makes its cells boxes to tick; None: this row has none.
    """

    name: str
    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    right: bool = False
    tooltip: Callable[[R], str] | None = None
    icon_of: Callable[[R], str] | None = None
    tint: Callable[[R], str] | None = None
    width: int = 16
    hidden: bool = False
    delegate: QStyledItemDelegate | None = None
    ticked: Callable[[R], bool | None] | None = None

    def sort_key(self, row: R) -> Any:  # noqa: ANN401 - whatever can be compared
        """What the row is sorted by; an empty value sorts last of all."""
        if self.sort is None:
            return self.text(row).casefold()
        key = self.sort(row)
        return (key is None, 0 if key is None else key)


class RowsModel(QAbstractTableModel, Generic[R]):
    """`set_rows` fills it; `key` tells rows apart, so that a selection outlives a refresh.

    `ticked(row)`: the user has pressed its box; whoever shows the rows puts a changed one there.
    """

    ticked = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._all: list[R] = []
        self._shown: list[R] = []
        self._search = ""
        self._accepts: Callable[[R], bool] | None = None
        self._texts: dict[Hashable, str] = {}
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._ahead: Iterator[R] = iter(())
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._read_ahead)

    # What pages do with it

    def set_rows(self, rows: Iterable[R]) -> None:
        """Show other rows; sorting and search stay as they are."""
        self._all = list(rows)
        self._texts.clear()
        self._rebuild()
        self._ahead = iter(self._all)
        self._idle.start()

    def update_row(self, row: R) -> bool:
        """Put a row in the place of the one with its key; False if there is none."""
        return self.update_rows((row,)) == 1

    def update_rows(self, rows: Iterable[R]) -> int:
        """The same for several at once; how many there were."""
        new = {self.key(row): row for row in rows}
        for key in new:
            self._texts.pop(key, None)
        count = len(_put(self._all, new, self.key))
        for first, last in runs(_put(self._shown, new, self.key)):
            end = self.index(last, self.columnCount() - 1)
            self.dataChanged.emit(self.index(first, 0), end)
        return count

    def rows(self) -> tuple[R, ...]:
        """Those shown, in the order in which they are shown."""
        return tuple(self._shown)

    def all_rows(self) -> tuple[R, ...]:
        """Those given, searched for or not."""
        return tuple(self._all)

    def row_at(self, row: int) -> R:
        """The value in a row of the table."""
        return self._shown[row]

    def place_of(self, key: Hashable) -> int | None:
        """In which row of the table a value is shown."""
        return _place(self._shown, key, self.key)

    def search(self, text: str) -> None:
        """Show only rows in which each of these words is found, in any column, without case."""
        if text.casefold().strip() != self._search:
            self._search = text.casefold().strip()
            self._rebuild()

    def restrict(self, accepts: Callable[[R], bool] | None) -> None:
        """Show only rows of which this holds, as "to pay"; None for all."""
        self._accepts = accepts
        self._rebuild()

    @property
    def is_narrowed(self) -> bool:
        """Whether a search or a restriction may be hiding rows."""
        return bool(self._search) or self._accepts is not None

    # How it is done

    def _rebuild(self) -> None:
        self.beginResetModel()
        words = self._search.split()
        self._shown = [row for row in self._all if self._fits(row, words)]
        column, order = self._order
        if 0 <= column < len(self.columns):
            down = order is Qt.SortOrder.DescendingOrder
            self._shown.sort(key=self.columns[column].sort_key, reverse=down)
        self.endResetModel()

    def _fits(self, row: R, words: list[str]) -> bool:
        if self._accepts is not None and not self._accepts(row):
            return False
        if not words:
            return True
        text = self._text_of(row)
        return all(word in text for word in words)

    def _text_of(self, row: R) -> str:
        key = self.key(row)
        text = self._texts.get(key)
        if text is None:
            text = "\n".join(column.text(row) for column in self.columns).casefold()
            self._texts[key] = text
        return text

    @Slot()
    def _read_ahead(self) -> None:
        """Write a few rows out in each idle moment, so that the first search finds them ready."""
        rows = list(islice(self._ahead, _AT_A_TIME))
        for row in rows:
            self._text_of(row)
        if not rows:
            self._idle.stop()

    # What Qt asks

    def rowCount(self, parent: Index = _HERE) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _HERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 for the order in which rows were given."""
        self._order = (column, order)
        self._rebuild()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        reader = _READERS.get(role)
        return reader(column, row) if reader else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        usual = super().flags(index)
        if not index.isValid() or self._tick(index) is None:
            return usual
        return usual | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Only boxes can be set."""
        if role != Qt.ItemDataRole.CheckStateRole or self._tick(index) is None:
            return False
        self.ticked.emit(self._shown[index.row()])
        return True

    def _tick(self, index: Index) -> bool | None:
        column = self.columns[index.column()]
        return column.ticked(self._shown[index.row()]) if column.ticked else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A column's title, standing as its cells do."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        return _alignment(column, None) if role == Qt.ItemDataRole.TextAlignmentRole else None


def runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours in rising numbers."""
    first = last = -2
    for place in places:
        if place != last + 1:
            if last >= 0:
                yield first, last
            first = place
        last = place
    if last >= 0:
        yield first, last


def _put(rows: list[R], new: Mapping[Hashable, R], key_of: Callable[[R], Hashable]) -> list[int]:
    """Puts them in the places of those with their keys; the places, rising."""
    found = [place for place, row in enumerate(rows) if key_of(row) in new]
    for place in found:
        rows[place] = new[key_of(rows[place])]
    return found


def _place(rows: Sequence[R], key: Hashable, key_of: Callable[[R], Hashable]) -> int | None:
    return next((place for place, row in enumerate(rows) if key_of(row) == key), None)


# Asked for at each cell that is painted: putting flags together there was a tenth of the time.
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _alignment(column: Column[R], _row: R | None) -> int:
    return _RIGHT if column.right else _LEFT


def _tooltip(column: Column[R], row: R) -> str | None:
    return column.tooltip(row) if column.tooltip else None


def _icon(column: Column[R], row: R) -> QIcon | None:
    name = column.icon_of(row) if column.icon_of else ""
    return icon(name, column.tint(row) if column.tint else "muted") if name else None


def _colour(column: Column[R], row: R) -> QColor | None:
    tint = column.tint(row) if column.tint else ""
    return QColor(tokens().colour(tint)) if tint else None


def _check_state(column: Column[R], row: R) -> Qt.CheckState | None:
    ticked = column.ticked(row) if column.ticked else None
    if ticked is None:
        return None
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


_READERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    Qt.ItemDataRole.DecorationRole: _icon,
    Qt.ItemDataRole.ForegroundRole: _colour,
    Qt.ItemDataRole.CheckStateRole: _check_state,
    Qt.ItemDataRole.UserRole: lambda _column, row: row,
}
