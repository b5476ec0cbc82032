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

from desktop_app.domain.problem import Problem
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.field_message import FieldMessage
from desktop_app.ui.widgets.labels import note
from desktop_app.ui.widgets.restyle import set_style

# A spin box's inner line knows nothing of the style sheet's padding.
_INSET = 6
# The heading and the editor come first.
_BELOW_EDITOR = 2


class Field(QWidget):
    """One field of a form.

    `path` is the field's path in the draft ("recipient.postcode"): a `Problem` about it is shown
    with `show_problem`. `chars` makes the editor as wide as that many figures; 0: all the room
    there is. A warning carries the button "Use it as entered", which emits
    `accepted_as_entered(path)`. What stands below the editor is made when there is something to
    say: a page of empty fields would take twice as long to make.
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
        self._hint: QLabel | None = None
        self._message: FieldMessage | None = None
        self._name_parts(label)
        self._lay_out()
        self._fit(chars)
        self.set_hint(hint)

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
        if hint and self._hint is None:
            self._hint = note()
            self._column.insertWidget(_BELOW_EDITOR, self._hint)
        if self._hint:
            self._hint.setText(hint)
        self._show_hint()

    def show_problem(self, problem: Problem | None) -> None:
        """Show an error or a warning in place of the hint; None takes it away."""
        self._problem = problem
        if problem and self._message is None:
            self._message = self._make_message()
        if self._message:
            self._message.show_problem(problem)
        self._show_hint()
        set_style(self.editor, "state", problem.severity.value if problem else "")

    def focus(self) -> None:
        """Put the cursor into the editor, with its text selected."""
        self.editor.setFocus()
        if isinstance(self.editor, QLineEdit):
            self.editor.selectAll()

    def add_below(self, widget: QWidget) -> None:
        """Something more to do about the field, right below what it says."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def _make_message(self) -> FieldMessage:
        made = FieldMessage(self.path or self._label.text())
        made.accepted.connect(self._accepted)
        self._column.insertWidget(_BELOW_EDITOR + int(self._hint is not None), made)
        return made

    def _show_hint(self) -> None:
        """Where nothing is wrong; a screen reader says the one or the other."""
        wrong = self._problem.message if self._problem else ""
        hint = self._hint.text() if self._hint else ""
        if self._hint:
            self._hint.setVisible(bool(hint) and not wrong)
        self.editor.setAccessibleDescription(wrong or hint)

    def _name_parts(self, label: str) -> None:
        name = self.path or label
        self.setObjectName(f"field:{name}")
        if not self.editor.objectName():
            self.editor.setObjectName(name)
        self.editor.setAccessibleName(label)
        self._label.setBuddy(self.editor)
        self._label.setProperty("role", "field")
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
