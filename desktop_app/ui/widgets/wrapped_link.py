"""A link whose words go on in the next line where one is too short."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.theme.current import tokens
from desktop_app.ui.widgets.breakable import breakable

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
# Room for the frame that says the cursor is on it.
EDGE = 2
_WIDEST_HINT = 220


class WrappedLink(QPushButton):
    """Connect `clicked`. `tint` is a colour token, as "danger" for what has to be mended."""

    def __init__(self, text: str, parent: QWidget | None = None, *, tint: str = "accent") -> None:
        super().__init__(breakable(text), parent)
        self.setAccessibleName(text)
        self._tint = tint
        self.setProperty("kind", "wrapped")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """It grows downwards."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        room = QRect(0, 0, max(1, width - 2 * EDGE), 10_000)
        return self.fontMetrics().boundingRect(room, _WRAP, self.text()).height() + 2 * EDGE

    def sizeHint(self) -> QSize:
        """One line if it is short."""
        wish = self.fontMetrics().horizontalAdvance(self.text()) + 2 * EDGE + 1
        width = min(wish, _WIDEST_HINT)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """What the longest word takes."""
        words = (self.fontMetrics().horizontalAdvance(word) for word in _words(self.text()))
        return QSize(max(words, default=0) + 2 * EDGE, self.fontMetrics().height() + 2 * EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """The words; underlined below the pointer, framed with the cursor on them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(tokens().focus))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        font = self.font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(QColor(tokens().colour(self._tint if self.isEnabled() else "disabled")))
        room = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.drawText(room, _WRAP, self.text())


def _words(text: str) -> list[str]:
    """What stands between two places where a line may end."""
    return text.replace("\u200b", " ").split()
