"""What stands against a shipment, sentence by sentence, each a link to its field."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.problem import Problem, Severity
from desktop_app.ui.theme.space import XS
from desktop_app.ui.widgets.wrapped_link import WrappedLink


class ProblemLinks(QWidget):
    """`wanted(path)`: go to the field. Hidden while there is nothing to say."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self.hide()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those shown."""
        return self._problems

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Others, in their order; a sentence said twice about a field is shown once."""
        unique = tuple(dict.fromkeys(problems))
        if unique != self._problems:
            self._problems = unique
            self._clear()
            for problem in unique:
                self._column.addWidget(self._link(problem))
        self.setVisible(bool(unique))

    def _clear(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _link(self, problem: Problem) -> WrappedLink:
        is_error = problem.severity is Severity.ERROR
        link = WrappedLink(problem.message, tint="danger" if is_error else "warning")
        link.setObjectName(f"link:{problem.field}")
        link.setProperty("path", problem.field)
        link.clicked.connect(self._go)
        return link

    @Slot()
    def _go(self) -> None:
        self.wanted.emit(self.sender().property("path"))
