"""Type in four sizes, from the system's font and at the size the user's system asks for."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

_BODY = 13


@dataclass(frozen=True)
class TypeScale:
    """Sizes in Qt's pixels: notes, body, section, title."""

    note: int
    body: int
    section: int
    title: int


def type_scale(system: QFont) -> TypeScale:
    """12, 13, 15, 20; all larger in step where the user's system font is larger than 13."""
    factor = max(1.0, QFontInfo(system).pixelSize() / _BODY)
    note, body, section, title = (round(size * factor) for size in (12, _BODY, 15, 20))
    return TypeScale(note=note, body=body, section=section, title=title)


def with_tabular_figures(font: QFont) -> QFont:
    """The font with digits of one width, for columns of money."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    return tabular


def sized(size: int, *, strong: bool = False) -> QFont:
    """The window's font at a size in pixels."""
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def bold_width(font: QFont, text: str) -> int:
    """Pixels that a word takes once it is chosen, and bold: with that room nothing moves."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(bold).horizontalAdvance(text)
