"""A page of fields: each problem stands at its field, and not before the field was left."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.domain.problem import Problem, Severity, error
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.wizard.page import WizardPage
from desktop_app.ui.wizard.session import Session


@runtime_checkable
class Complaining(Protocol):
    """An editor that can hold text nobody can read."""

    def complaint(self) -> str:
        """What is wrong with the text; "" if nothing."""


class FormPage(WizardPage):
    """Fills `form` with fields in its constructor; the rest is done here by their paths."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.form = FormColumn()
        self._left: set[str] = set()
        self._show_all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def show_problems(self) -> None:
        """Show each problem at its field, where it is time for it."""
        all_of_them = map(self._placed, self.session.problems(self.step))
        found = [problem for problem in all_of_them if self._is_due(problem)]
        complaints = [
            error(field.path, field.editor.complaint())
            for field in self.form.fields()
            if isinstance(field.editor, Complaining) and field.editor.complaint()
        ]
        self.show_elsewhere(self.form.show_problems([*complaints, *found]))
        self.setEnabled(not self.session.is_busy)
        self.form.setEnabled(not self.session.record.is_locked)

    def place_of(self, path: str) -> str:
        """The path of the field that shows a draft's field, where one stands for several."""
        return path

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """A short message, with Undo for what can be taken back."""
        if self.session.context:
            self.session.context.toast(text, undo)

    def show_elsewhere(self, problems: tuple[Problem, ...]) -> None:
        """Problems without a field of their own, such as those of a table's cells."""

    def show_all_problems(self) -> None:
        """Also those of fields that were not visited yet."""
        self._show_all = True
        self.show_problems()

    def focus_field(self, field: str) -> None:
        """Puts the cursor into a field; its problem is shown from now on."""
        self._left.add(field)
        self.form.go_to(field)
        self.show_problems()

    def accept_as_entered(self, path: str) -> None:
        """The user overrides the warning of a field."""
        for problem in self.session.problems(self.step):
            if self.place_of(problem.field) == path and problem.severity is Severity.WARNING:
                self.session.accept(problem)

    def watch(self, *fields: Field) -> None:
        """Hears "Use it as entered" of these."""
        for field in fields:
            field.accepted_as_entered.connect(self.accept_as_entered)

    def _placed(self, problem: Problem) -> Problem:
        place = self.place_of(problem.field)
        return problem if place == problem.field else replace(problem, field=place)

    def _is_due(self, problem: Problem) -> bool:
        return self._show_all or problem.field in self._left or self._is_refused(problem)

    def _is_refused(self, problem: Problem) -> bool:
        """What the service said is shown at once."""
        return any(self.place_of(one.field) == problem.field for one in self.session.refused)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """A field is left when the cursor goes on to another one, not when a list opens."""
        left = _field_around(old)
        if left is None or new is None or left is _field_around(new) or not self.isAncestorOf(left):
            return
        if left.path and left.path not in self._left:
            self._left.add(left.path)
        self.show_problems()


def _field_around(widget: QWidget | None) -> Field | None:
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget
