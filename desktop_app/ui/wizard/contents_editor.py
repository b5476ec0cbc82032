"""What is in a parcel, line by line, with what is wrong and what it adds up to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.measures import format_money, format_weight
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.problem import Problem
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import message, note
from desktop_app.ui.wizard.contents_model import ContentsColumn, ContentsModel, Recall
from desktop_app.ui.wizard.contents_table import ContentsTable
from desktop_app.ui.wizard.problem_links import ProblemLinks

Lines = tuple[ContentsLine, ...]
_CELL = re.compile(r"\[(\d+)\]\.(\w+)$")


class ContentsEditor(QWidget):
    """`edited(lines)`: other contents. `removed(row, line)`: one was taken out.

    `where` is the path of the contents in the draft, such as `parcels[0].contents`.
    """

    edited = Signal(object)
    removed = Signal(int, object)

    def __init__(
        self,
        where: str,
        columns: Sequence[ContentsColumn],
        recall: Recall,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.where = where
        self.setObjectName(f"contents:{where}")
        self.model = ContentsModel(columns, recall, self)
        self.table = ContentsTable(self.model)
        self.table.setObjectName(where)
        self.table.setAccessibleName(self.tr("Contents of the parcel"))
        self._complaint = message("", "error")
        self._complaint.setObjectName(f"problem:{where}")
        self._links = ProblemLinks()
        self._sum = note(wrap=False)
        self._sum.setObjectName(f"sum:{where}")
        self._remove = button(self.tr("Remove line"), kind="quiet", icon_name="delete")
        self._add = button(self.tr("Add line"), kind="quiet", icon_name="add")
        self._lay_out()
        self._connect()

    def show_contents(self, lines: Lines) -> None:
        """The lines, and what they add up to."""
        self.model.set_lines(lines)
        self._add_up()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Those of these contents: in the cells, and as sentences below."""
        own = [problem for problem in problems if problem.field.startswith(self.where)]
        cells = [(match, one) for one in own if (match := _CELL.search(one.field))]
        self.model.set_problems((int(match[1]), match[2], one) for match, one in cells)
        self._links.show_problems(self._numbered(one) for one in own)

    def go_to(self, path: str) -> bool:
        """The cursor into the cell of a path; False if it is not of these contents."""
        if not path.startswith(self.where):
            return False
        match = _CELL.search(path)
        self.table.go_to(int(match[1]) if match else 0, match[2] if match else "description")
        return True

    def _numbered(self, problem: Problem) -> Problem:
        """With the line it is about, where there is more than one."""
        match = _CELL.search(problem.field)
        if match is None or len(self.model.lines) < 2:
            return problem
        words = self.tr("Line {0}: {1}").format(int(match[1]) + 1, problem.message)
        return replace(problem, message=words)

    def _add_up(self) -> None:
        lines = self.model.lines
        value = sum((line.value for line in lines), Decimal(0))
        weights = (Decimal(line.quantity) * (line.unit_weight_kg or 0) for line in lines)
        weight = sum(weights, Decimal(0))
        parts = [self.tr("1 line") if len(lines) == 1 else self.tr("{} lines").format(len(lines))]
        parts += [format_money(value)] if value else []
        parts += [format_weight(weight)] if weight else []
        self._sum.setText(", ".join(parts) if lines else "")
        self._remove.setEnabled(bool(lines))

    @Slot(object)
    def _edited(self, lines: Lines) -> None:
        self._complaint.hide()
        self._add_up()
        self.edited.emit(lines)

    @Slot(str)
    def _not_read(self, sentence: str) -> None:
        self._complaint.setText(sentence)
        self._complaint.show()

    @Slot(str)
    def _wanted(self, path: str) -> None:
        self.go_to(path)

    def _connect(self) -> None:
        self.model.lines_edited.connect(self._edited)
        self.table.cells.not_read.connect(self._not_read)
        self.table.removed.connect(self.removed)
        self._links.wanted.connect(self._wanted)
        self._remove.clicked.connect(self.table.remove_current)
        self._add.clicked.connect(self.table.add_line)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self._sum, 1)
        foot.addWidget(self._remove)
        foot.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S // 2)
        column.addWidget(self.table)
        column.addWidget(self._complaint)
        column.addWidget(self._links)
        column.addLayout(foot)
        self._complaint.hide()
