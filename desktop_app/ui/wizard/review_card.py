"""One group of the review: what it says, a way to change it, and what stands against it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.problem import Problem
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.breakable import breakable
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, section
from desktop_app.ui.wizard.problem_links import ProblemLinks
from desktop_app.ui.wizard.review_groups import Group


class ReviewCard(QFrame):
    """`wanted(path)`: go to the field."""

    wanted = Signal(str)

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName(f"review:{group.name}")
        self._path = group.path
        self.edit = button(self.tr("Edit"), kind="link", name=f"edit:{group.name}")
        self.edit.setAccessibleName(self.tr("Edit: {group}").format(group=group.title))
        self.edit.clicked.connect(self._go)
        self._lines = body(wrap=True)
        self.links = ProblemLinks()
        self.links.wanted.connect(self.wanted)
        head = QHBoxLayout()
        head.addWidget(section(group.title), 1)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, S, 12, S + 2)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self._lines)
        column.addWidget(self.links)
        column.addStretch()

    @property
    def text(self) -> str:
        """What it says."""
        return self._lines.text()

    def show_group(self, group: Group, problems: Iterable[Problem], *, locked: bool) -> None:
        """As the draft is now; a locked one cannot be edited."""
        self._lines.setText(breakable("\n".join(group.lines)) or "–")
        self.links.show_problems(problems)
        self.edit.setVisible(not locked)

    @Slot()
    def _go(self) -> None:
        self.wanted.emit(self._path)
