"""The lines of a parcel's contents as a table that can be typed into."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import ValidationError
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon

from desktop_app.domain.country_names import alpha2, english_name
from desktop_app.domain.measures import format_money, format_weight
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.problem import Problem, Severity
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.icons import icon
from desktop_app.ui.wizard.parcel_groups import with_known

Index = QModelIndex | QPersistentModelIndex
Recall = Callable[[str, str], ContentsLine | None]
_HERE = QModelIndex()


@dataclass(frozen=True)
class ContentsColumn:
    """A field of the line; `width` in letters, 0 takes the rest."""

    field: str
    title: str
    width: int
    right: bool = False


class ContentsModel(QAbstractTableModel):
    """One row more than there are lines: typing into the last one makes a line of it.

    `lines_edited(tuple)` tells of what the user changed; `recall(sku, description)` gives what is
    known of a product.
    """

    lines_edited = Signal(object)

    def __init__(
        self, columns: Sequence[ContentsColumn], recall: Recall, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._recall = recall
        self._lines: tuple[ContentsLine, ...] = ()
        self._problems: dict[tuple[int, str], Problem] = {}

    @property
    def lines(self) -> tuple[ContentsLine, ...]:
        """Those there are, without the row for the next one."""
        return self._lines

    def set_lines(self, lines: tuple[ContentsLine, ...]) -> None:
        """Show others; the same ones leave an open editor alone."""
        if lines == self._lines:
            return
        if len(lines) == len(self._lines):
            self._lines = lines
            self._repaint()
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def set_problems(self, problems: Iterable[tuple[int, str, Problem]]) -> None:
        """Which cells have something against them, by line and field."""
        found = {(line, field): problem for line, field, problem in problems}
        if found != self._problems:
            self._problems = found
            self._repaint()

    def is_spare(self, row: int) -> bool:
        """Whether it is the row for the next line."""
        return row >= len(self._lines)

    def column_of(self, field: str) -> int:
        """Where a field stands; the first column if it is not shown."""
        fields = [column.field for column in self.columns]
        return fields.index(field) if field in fields else 0

    def insert_line(self, row: int) -> None:
        """A blank line before this row."""
        self.beginInsertRows(_HERE, row, row)
        self._lines = (*self._lines[:row], ContentsLine(), *self._lines[row:])
        self.endInsertRows()
        self.lines_edited.emit(self._lines)

    def remove_line(self, row: int) -> None:
        """Take a line out."""
        self.beginRemoveRows(_HERE, row, row)
        self._lines = (*self._lines[:row], *self._lines[row + 1 :])
        self.endRemoveRows()
        self.lines_edited.emit(self._lines)

    # What Qt asks

    def rowCount(self, parent: Index = _HERE) -> int:
        """The lines, and the one to come."""
        return 0 if parent.isValid() else len(self._lines) + 1

    def columnCount(self, parent: Index = _HERE) -> int:
        """The fields shown."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A column's title."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows, what is wrong with it, and (for editors) its value."""
        if not index.isValid():
            return None
        field = self.columns[index.column()].field
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if self.is_spare(index.row()):
            return self._spare(field, role)
        return self._cell(index.row(), field, role)

    def _cell(self, row: int, field: str, role: int) -> object:
        value = getattr(self._lines[row], field)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(field, value)
        if role == Qt.ItemDataRole.EditRole:
            return value
        problem = self._problems.get((row, field))
        if problem is None and role == Qt.ItemDataRole.ToolTipRole:
            return _whole(field, value)
        return _marked(problem, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Takes an editor's value; a known product fills the blanks of its line."""
        field, row = self.columns[index.column()].field, index.row()
        spare = self.is_spare(row)
        line = ContentsLine() if spare else self._lines[row]
        if role != Qt.ItemDataRole.EditRole or getattr(line, field) == value:
            return False
        try:
            changed = ContentsLine.model_validate({**dict(line), field: value})
        except ValidationError:
            return False
        if field == "description":
            changed = with_known(changed, self._recall(changed.sku, changed.description))
        self._put(row, changed, spare=spare)
        return True

    def _put(self, row: int, line: ContentsLine, *, spare: bool) -> None:
        if spare:  # the cursor stays in this row, which is a line now; the spare one is new
            self.beginInsertRows(_HERE, row + 1, row + 1)
        self._lines = (*self._lines[:row], line, *self._lines[row + 1 :])
        if spare:
            self.endInsertRows()
        self._repaint()
        self.lines_edited.emit(self._lines)

    def _spare(self, field: str, role: int) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return getattr(ContentsLine(), field)
        if field != "description":
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("New item…")
        return QColor(tokens().muted) if role == Qt.ItemDataRole.ForegroundRole else None

    def _alignment(self, column: int) -> int:
        right = self.columns[column].right
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _repaint(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)


def shown(field: str, value: object) -> str:
    """A field's value as the table writes it."""
    if isinstance(value, Decimal):
        return format_money(value) if field == "unit_value" else format_weight(value)
    if field == "origin_country":
        return alpha2(str(value)) if value else ""
    return "" if value is None else str(value)


def _whole(field: str, value: object) -> str | None:
    """What a narrow cell has no room for."""
    if field == "origin_country" and value:
        return english_name(str(value))
    return str(value) if field == "description" and value else None


def _marked(problem: Problem | None, role: int) -> QColor | QIcon | str | None:
    """A cell with something against it says so by colour, mark and tooltip."""
    if problem is None:
        return None
    is_error = problem.severity is Severity.ERROR
    token = "danger" if is_error else "warning"
    if role == Qt.ItemDataRole.ForegroundRole:
        return QColor(tokens().colour(token))
    if role == Qt.ItemDataRole.DecorationRole:
        return icon("error" if is_error else "warning", token)
    wanted = {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}
    return problem.message if role in wanted else None
