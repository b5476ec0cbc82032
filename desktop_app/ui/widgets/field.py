"""A label, an editor, and the row below it where its error or warning stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.problem import Problem, Severity
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import message, note
from desktop_app.ui.widgets.restyle import set_style

# A spin box's inner line knows nothing of the style sheet's padding.
_INSET = 6


class Field(QWidget):
    """One field of a form.

    `path` is the field's path in the draft ("recipient.postcode"): a `Problem` about it is shown
    with `show_problem`. `chars` makes the editor as wide as that many figures; 0: all the room
    there is. A warning carries the button "Use it as entered", which emits
    `accepted_as_entered(path)`.
    """

    accepted_as_entered = Signal(str)

    def __init__(  # noqa: PLR0913 - each is a part of the field that may be there or not
        self,
        label: str,
        editor: QWidget,
        *,
        path: str = "",
        chars: int = 0,
        hint: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.path = path
        self._problem: Problem | None = None
        self._label = QLabel(label)
        self._optional = note(self.tr("optional"), wrap=False) if optional else None
        self._hint = note(hint)
        self._message = message("", "error")
        self._accept = button(self.tr("Use it as entered"), kind="link", name="useAsEntered")
        self._name_parts(label, hint)
        self._lay_out()
        self._fit(chars)
        self._accept.clicked.connect(self._accepted)
        self.show_problem(None)

    @property
    def problem(self) -> Problem | None:
        """What is shown below the editor now."""
        return self._problem

    def set_label(self, label: str) -> None:
        """Another word for the field, as "Postcode" and "ZIP code"."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """A quiet sentence below the editor; "" for none."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and self._problem is None)

    def show_problem(self, problem: Problem | None) -> None:
        """Show an error or a warning in place of the hint; None takes it away."""
        self._problem = problem
        severity = problem.severity.value if problem else ""
        text = problem.message if problem else ""
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._accept.setVisible(problem is not None and problem.severity is Severity.WARNING)
        self._hint.setVisible(not text and bool(self._hint.text()))
        self.editor.setAccessibleDescription(text or self._hint.text())
        set_style(self._message, "role", severity or "error")
        set_style(self.editor, "state", severity)

    def focus(self) -> None:
        """Put the cursor into the editor, with its text selected."""
        self.editor.setFocus()
        if isinstance(self.editor, QLineEdit):
            self.editor.selectAll()

    def add_below(self, widget: QWidget) -> None:
        """Something more to do about the field, right below its message."""
        self._column.insertWidget(self._column.indexOf(self._accept), widget)

    def _name_parts(self, label: str, hint: str) -> None:
        name = self.path or label
        self.setObjectName(f"field:{name}")
        if not self.editor.objectName():
            self.editor.setObjectName(name)
        self._message.setObjectName(f"problem:{name}")
        self.editor.setAccessibleName(label)
        self.editor.setAccessibleDescription(hint)
        self._label.setBuddy(self.editor)
        self._label.setProperty("role", "field")
        self._accept.setProperty("tone", "warning")
        self.setFocusProxy(self.editor)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(S)
        heading.addWidget(self._label)
        if self._optional:
            heading.addWidget(self._optional)
        heading.addStretch()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(heading)
        column.addWidget(self.editor)
        column.addWidget(self._hint)
        column.addWidget(self._message)
        column.addWidget(self._accept)
        column.addStretch()

    def _fit(self, chars: int) -> None:
        """As wide as what the field holds, measured in the window's own font."""
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(self.editor, QAbstractSpinBox):
            self.editor.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        if chars:
            # The frame, the padding and, for a list, its arrow stand beside the text.
            beside = 46 if isinstance(self.editor, QComboBox | QAbstractSpinBox) else 26
            width = self.editor.fontMetrics().horizontalAdvance("0") * chars + beside
            self.editor.setMinimumWidth(min(width, 120))
            self.editor.setMaximumWidth(width)

    def _accepted(self) -> None:
        self.accepted_as_entered.emit(self.path)
