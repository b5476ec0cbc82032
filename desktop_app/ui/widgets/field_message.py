"""What stands below a field that something is wrong with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.problem import Problem, Severity
from desktop_app.ui.theme.space import XS
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import message
from desktop_app.ui.widgets.restyle import set_style


class FieldMessage(QWidget):
    """An error or a warning; `accepted()`: the user wants it used as it is entered."""

    accepted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = message("", "error")
        self._text.setObjectName(f"problem:{name}")
        self._accept = button(self.tr("Use it as entered"), kind="link", name="useAsEntered")
        self._accept.setProperty("tone", "warning")
        self._accept.clicked.connect(self.accepted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._text)
        column.addWidget(self._accept)

    def show_problem(self, problem: Problem | None) -> None:
        """Says it; None: nothing is wrong any more."""
        self._text.setText(problem.message if problem else "")
        self._accept.setVisible(problem is not None and problem.severity is Severity.WARNING)
        set_style(self._text, "role", problem.severity.value if problem else "error")
        self.setVisible(problem is not None and bool(problem.message))
