"""The foot of the wizard: what was saved, Stop, Back, and the one strong button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.theme.space import L, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.elided_label import ElidedLabel
from desktop_app.ui.widgets.primary_button import PrimaryButton
from desktop_app.ui.wizard.page import PrimaryAction


class Foot(QFrame):
    """`pressed`: the primary button; `went_back`; `stopped`: what is under way shall end."""

    pressed = Signal()
    went_back = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizardFoot")
        self._saved = ElidedLabel(role="note")
        self._saved.setObjectName("savedNote")
        self.stop = button(self.tr("Stop"), kind="quiet", name="stopButton")
        self.back = button(self.tr("Back"), icon_name="back", name="backButton")
        self.primary = PrimaryButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S, L, S + 4)
        row.setSpacing(S)
        row.addWidget(self._saved, 1)
        row.addWidget(self.stop)
        row.addWidget(self.back)
        row.addWidget(self.primary)
        self.stop.clicked.connect(self.stopped)
        self.back.clicked.connect(self.went_back)
        self.primary.clicked.connect(self.pressed)
        self.stop.hide()

    def show_saved(self, text: str) -> None:
        """What stands with the draft on disk, calmly."""
        self._saved.setText(text)

    def show_action(self, action: PrimaryAction, *, busy: bool, can_go_back: bool) -> None:
        """What the primary button says now; while busy it cannot be pressed, but stopped."""
        text = action.busy_text if busy and action.busy_text else action.text
        self.primary.setText(text)
        self.primary.setAccessibleName(text)
        self.primary.setEnabled(action.enabled or busy)
        self.primary.set_busy(busy)
        self.stop.setVisible(busy and not action.stops_elsewhere)
        self.back.setEnabled(can_go_back and not busy)
