"""One line of text that ends in "…" where there is no room, and then shows all in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QStylePainter, QWidget


class ElidedLabel(QLabel):
    """As QLabel with plain text; `text()` is always the whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        few = self.fontMetrics().horizontalAdvance("MMMM")
        return QSize(few, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Change the whole text."""
        super().setText(text)
        self._tell_the_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tooltip is there only where something is hidden."""
        super().resizeEvent(event)
        self._tell_the_whole()

    def _tell_the_whole(self) -> None:
        self.setToolTip("" if self._shown() == self.text() else self.text())

    def _shown(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """The text, elided."""
        painter = QStylePainter(self)
        flags = self.alignment() | Qt.TextFlag.TextSingleLine
        role = self.foregroundRole()
        style: QStyle = self.style()
        style.drawItemText(
            painter, self.contentsRect(), int(flags), self.palette(), self.isEnabled(),
            self._shown(), role,
        )  # fmt: skip
