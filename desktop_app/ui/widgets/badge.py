"""A small word on a coloured ground: a shipment's stage, "Cheapest", a count."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.theme.current import tokens

BadgeTone = Literal[
    "neutral", "accent", "success", "warning", "danger", "practice", "sandbox", "live"
]


def badge_colours(tone: BadgeTone) -> tuple[str, str]:
    """Text and ground of a tone now."""
    if tone == "neutral":
        return tokens().muted, tokens().border
    return tokens().colour(tone), tokens().colour(f"{tone}_soft")


def paint_badge(painter: QPainter, box: QRectF, text: str, tone: BadgeTone) -> None:
    """Paint one, for delegates; the painter's font is used."""
    front, ground = badge_colours(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(front))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


class Badge(QLabel):
    """`Badge("Cheapest", "success")`; `set(text, tone)` changes it."""

    def __init__(
        self, text: str = "", tone: BadgeTone = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "note")
        self._tone: BadgeTone = tone

    @property
    def tone(self) -> BadgeTone:
        """Its colour."""
        return self._tone

    def set(self, text: str, tone: BadgeTone) -> None:
        """Another word in another colour."""
        self._tone = tone
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        """The word with room at both ends."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 18, metrics.height() + 5)

    def minimumSizeHint(self) -> QSize:
        """Never less: a badge is not cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """The ground and the word."""
        hint = self.sizeHint()
        top = (self.height() - hint.height()) / 2
        box = QRectF(0, top, min(self.width(), hint.width()), hint.height())
        paint_badge(QPainter(self), box, self.text(), self._tone)
