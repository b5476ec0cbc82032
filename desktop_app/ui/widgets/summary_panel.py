"""The summary beside the wizard: what there is so far, and what is still missing, as links."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.problem import Problem, Severity
from desktop_app.ui.theme.space import XS, M, S
from desktop_app.ui.widgets.labels import body, line, note, section
from desktop_app.ui.widgets.money_label import MoneyLabel
from desktop_app.ui.widgets.wrapped_link import EDGE, WrappedLink


class SummaryPanel(QWidget):
    """Built anew by `clear()` and then `heading`, `row`, `money`, `problems`, `note`, `line`.

    Everything that has a path is a link: `chosen(path)` asks to go to that field.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryPanel")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(M - EDGE, M, M, M)
        self._content: QWidget | None = None
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        if self._content is not None:
            self._outer.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(S)
        self._grid.setVerticalSpacing(XS + 2)
        self._grid.setColumnStretch(0, 1)
        self._outer.insertWidget(0, self._content)
        self._outer.setStretch(1, 1)
        if self._outer.count() == 1:
            self._outer.addStretch(1)

    def heading(self, text: str) -> None:
        """A group's name."""
        self._wide(_flush(section(text)))

    def row(self, label: str, value: str, path: str = "") -> None:
        """A quiet label and its value below each other, a link if it has a path."""
        self._wide(_flush(note(label)))
        self._wide(self._link(value, path) if path else _flush(body(value, wrap=True)))

    def money(
        self, label: str, amount: Decimal | None, path: str = "", *, strong: bool = False
    ) -> None:
        """A line of the sum."""
        row = self._grid.rowCount()
        text: QWidget = (
            self._link(label, path) if path else _flush(body(label, strong=strong, wrap=True))
        )
        self._grid.addWidget(text, row, 0)
        self._grid.addWidget(MoneyLabel(amount, strong=strong), row, 1, Qt.AlignmentFlag.AlignTop)

    def problems(self, problems: tuple[Problem, ...]) -> None:
        """What is missing or wrong, each a link to its field."""
        for problem in problems:
            tint = "danger" if problem.severity is Severity.ERROR else "warning"
            self.link(problem.message, problem.field, tint)

    def link(self, text: str, path: str, tint: str = "accent") -> None:
        """A line that leads to a field, in the colour of a token."""
        self._wide(self._link(text, path, tint))

    def note(self, text: str) -> None:
        """A quiet sentence."""
        self._wide(_flush(note(text)))

    def line(self) -> None:
        """A thin line."""
        self._wide(line())

    def add(self, widget: QWidget) -> None:
        """Anything over the whole width."""
        self._wide(widget)

    def links(self) -> list[QPushButton]:
        """All links, in their order."""
        found = self._content.findChildren(QPushButton) if self._content else []
        return [link for link in found if link.property("path") is not None]

    def _wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def _link(self, text: str, path: str, tint: str = "accent") -> QPushButton:
        link = WrappedLink(text, tint=tint)
        link.setProperty("path", path)
        link.setObjectName(f"summary:{path}")
        link.clicked.connect(self._go)
        return link

    def _go(self) -> None:
        self.chosen.emit(self.sender().property("path"))


def _flush(label: QLabel) -> QLabel:
    """Its words begin where those of a link do, which keeps room for the frame around it."""
    label.setContentsMargins(EDGE, 0, 0, 0)
    return label
