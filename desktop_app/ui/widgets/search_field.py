"""A field to search a list with: it asks once the typing pauses."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

_PAUSE_MS = 80
_LEAST, _MOST = 160, 320


class SearchField(QLineEdit):
    """`asked(str)`: look for this now. `name` is what a screen reader says."""

    asked = Signal(str)

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._pause.start)

    def focus(self) -> None:
        """Puts the cursor here, with what was searched for selected."""
        self.setFocus()
        self.selectAll()

    @Slot(str)
    def type_on(self, text: str) -> None:
        """What the user began to type while the cursor was on the list."""
        self.setFocus()
        self.insert(text)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.text())
