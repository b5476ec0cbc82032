"""A column of fields at most 640 px wide, in named groups."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_app.domain.problem import Problem, errors_in
from desktop_app.ui.theme.space import FORM_WIDTH, M, S
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import note, section


class FormColumn(QWidget):
    """Rows of fields under headings; it knows its fields by their paths.

    `add_row(Field(...), Field(...))` sets fields side by side; `add_section("Parcel")` starts a
    group; `add(widget)` takes anything else.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(FORM_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S + 4)

    def add_section(self, heading: str, explanation: str = "") -> None:
        """A group's heading, with a quiet sentence below it."""
        if self._column.count():
            self._column.addSpacing(M - S)
        self._column.addWidget(section(heading))
        if explanation:
            self._column.addWidget(note(explanation))

    def add_row(self, *fields: QWidget) -> None:
        """Fields side by side, their editors' tops in line; the last takes what room is left."""
        row = QHBoxLayout()
        row.setSpacing(M - 4)
        for field in fields:
            row.addWidget(field, _stretch(field))
        if not any(_stretch(field) for field in fields):
            row.addStretch(1)
        self._column.addLayout(row)

    def add(self, widget: QWidget) -> None:
        """Anything over the whole width."""
        self._column.addWidget(widget)

    def add_layout(self, layout: QLayout) -> None:
        """Anything that is laid out already."""
        self._column.addLayout(layout)

    def add_stretch(self) -> None:
        """Keep what was added at the top."""
        self._column.addStretch(1)

    def fields(self) -> Iterator[Field]:
        """Every field in it, in the order they were made."""
        yield from self.findChildren(Field)

    def field(self, path: str) -> Field | None:
        """The field of a path."""
        return next((field for field in self.fields() if field.path == path), None)

    def show_problems(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Each problem at its field (an error before a warning); gives those without a field."""
        given = tuple(problems)
        by_path: dict[str, Problem] = {problem.field: problem for problem in reversed(given)}
        by_path |= {problem.field: problem for problem in reversed(errors_in(given))}
        paths = set()
        for field in self.fields():
            paths.add(field.path)
            field.show_problem(by_path.get(field.path) if field.path else None)
        return tuple(problem for problem in given if problem.field not in paths - {""})

    def go_to(self, path: str) -> bool:
        """Put the cursor into the field; False if it is not in this form."""
        found = self.field(path)
        if found:
            found.focus()
        return found is not None


def _stretch(field: QWidget) -> int:
    """A field that is as wide as what it holds takes no more room than that."""
    limited = isinstance(field, Field) and field.editor.maximumWidth() < FORM_WIDTH
    return 0 if limited else 1
