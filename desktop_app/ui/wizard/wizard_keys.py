"""The keys of the wizard: Ctrl+Enter, Alt+Left, Ctrl+1 to 8, and what Enter presses."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget


class WizardKeys(QObject):
    """`pressed`: the primary thing; `went_back`; `number(int)`: to the step with that number."""

    pressed = Signal()
    went_back = Signal()
    number = Signal(int)

    def __init__(self, wizard: QWidget) -> None:
        super().__init__(wizard)
        QShortcut(QKeySequence("Ctrl+Return"), wizard, self.pressed.emit)
        QShortcut(QKeySequence("Alt+Left"), wizard, self.went_back.emit)
        for number in range(1, 9):
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), wizard)
            keys.setProperty("number", number)
            keys.activated.connect(self._numbered)

    @Slot()
    def _numbered(self) -> None:
        self.number.emit(int(self.sender().property("number")))


def press_focused(focused: QWidget | None) -> bool:
    """Enter presses the button with the cursor; False if there is none to press."""
    if isinstance(focused, QPushButton) and focused.menu():
        focused.showMenu()
        return True
    if isinstance(focused, QAbstractButton) and not focused.isCheckable():
        focused.click()
        return True
    return False
