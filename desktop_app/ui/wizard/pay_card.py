"""A way to pay: a card with a radio button, chosen by a click anywhere on it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QVBoxLayout, QWidget

from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.restyle import set_style


class PayCard(QFrame):
    """`picked`: the user wants this way. What it says is added to `column`."""

    picked = Signal()

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName(name)
        self.radio = QRadioButton(title)
        self.radio.setObjectName(f"{name}Radio")
        self.radio.toggled.connect(self._tell)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(S - 2)
        self.column.addWidget(self.radio)
        self._restyle()

    @property
    def is_chosen(self) -> bool:
        """Whether this is the way."""
        return self.radio.isChecked()

    def choose(self) -> None:
        """Makes this the way."""
        self.radio.setChecked(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole card is its radio button."""
        super().mousePressEvent(event)
        if self.radio.isEnabled():
            self.radio.setChecked(True)
            self.radio.setFocus()

    def _tell(self) -> None:
        self._restyle()
        if self.is_chosen:
            self.picked.emit()

    def _restyle(self) -> None:
        set_style(self, "chosen", "true" if self.is_chosen else "false")
        side = 12 - int(self.is_chosen)  # the chosen one's edge is a pixel thicker
        self.column.setContentsMargins(side, side - XS, side, side)
