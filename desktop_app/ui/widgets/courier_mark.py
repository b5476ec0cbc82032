"""A courier as its initials on a colour of its own; we draw no one's logo."""

import re
import zlib

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.fonts import sized

# White is read on each of these with at least 4.5:1 (tested).
GROUNDS = (
    "#1F5FC4", "#B42318", "#17693A", "#6B3FB5", "#8A4B00", "#0B6B75",
    "#A3266B", "#45556B", "#7A3E12", "#3D5A00", "#2F4BA8", "#8C2A4D",
)  # fmt: skip
INK = "#FFFFFF"


def initials(courier: str) -> str:
    """Such as "DPD", "PF" for "Parcelforce", "RM" for "Royal Mail"; "?" for no name."""
    words: list[str] = re.findall(r"[^\W_]+", courier)
    if not words:
        return "?"
    if words[0].isupper() and 1 < len(words[0]) <= 3:
        return words[0]
    if len(words) == 1:
        capitals = [letter for letter in words[0] if letter.isupper()]
        return "".join(capitals[:2] if len(capitals) > 1 else words[0][:2]).upper()
    return (words[0][0] + words[1][0]).upper()


def ground_of(courier: str) -> str:
    """Always the same colour for the same name, on every machine."""
    return GROUNDS[zlib.crc32(courier.casefold().encode()) % len(GROUNDS)]


def paint_courier(painter: QPainter, box: QRectF, courier: str) -> None:
    """Paint the mark, for delegates."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground_of(courier)))
    painter.drawRoundedRect(box, 5, 5)
    text = initials(courier)
    painter.setFont(sized(round(box.height() * (0.36 if len(text) > 2 else 0.44)), strong=True))
    painter.setPen(QColor(INK))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


class CourierMark(QWidget):
    """A square of 28 pixels."""

    def __init__(self, courier: str = "", parent: QWidget | None = None, *, side: int = 28) -> None:
        super().__init__(parent)
        self._side = side
        self.setFixedSize(QSize(side, side))
        self.set_courier(courier)

    def set_courier(self, courier: str) -> None:
        """Show another courier."""
        self._courier = courier
        self.setAccessibleName(courier)
        self.setToolTip(courier)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """The initials on their ground."""
        paint_courier(QPainter(self), QRectF(0, 0, self._side, self._side), self._courier)
