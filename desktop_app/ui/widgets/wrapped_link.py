"""A link whose words go on in the next line where one is too short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class WrappedLink(QPushButton):
    """A push button of kind "link" with wrapped words; connect `clicked`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self._label = QLabel(text)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3, 1, 3, 1)
        self._column.addWidget(self._label)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """The words."""
        return self._label.text()

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        return self._column.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """What the words take in one line, two at most."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the longest word takes."""
        return self._column.minimumSize()
