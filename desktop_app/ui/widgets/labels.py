"""Labels in the type scale; the style sheet knows each by its role."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def title(text: str = "") -> QLabel:
    """20 px: the name of a page."""
    return _label(text, "title")


def section(text: str = "") -> QLabel:
    """15 px: the name of a group."""
    return _label(text, "section")


def body(text: str = "", *, strong: bool = False, wrap: bool = False) -> QLabel:
    """13 px."""
    label = _label(text, "strong" if strong else "body")
    label.setWordWrap(wrap)
    return label


def muted(text: str = "") -> QLabel:
    """13 px, quieter."""
    return _label(text, "muted")


def note(text: str = "", *, wrap: bool = True) -> QLabel:
    """12 px, quieter, wrapped."""
    label = _label(text, "note")
    label.setWordWrap(wrap)
    return label


def message(text: str, tone: str) -> QLabel:
    """12 px in the colour of "error", "warning" or "success"; may be selected and copied."""
    label = _label(text, tone)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def line() -> QWidget:
    """A thin line between two groups."""
    rule = QFrame()
    rule.setProperty("role", "line")
    return rule


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
