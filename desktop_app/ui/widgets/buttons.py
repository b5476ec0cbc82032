"""Buttons of each kind: plain, primary, quiet, danger, link, and with an icon alone."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.space import FIELD_HEIGHT, ICON

Kind = Literal["plain", "primary", "quiet", "danger", "link"]
_ICON_TOKENS: dict[str, str] = {"plain": "text", "primary": "on_accent", "danger": "danger"}


def button(text: str, *, kind: Kind = "plain", icon_name: str = "", name: str = "") -> QPushButton:
    """A push button; `name` is its object name. At most one primary on a page."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setObjectName(name)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_TOKENS.get(kind, "accent")))
        made.setIconSize(QSize(ICON, ICON))
    return made


def icon_button(icon_name: str, text: str, *, tint: str = "muted", name: str = "") -> QToolButton:
    """An icon alone; `text` is its tooltip and what a screen reader says."""
    made = QToolButton()
    made.setIcon(icon(icon_name, tint))
    made.setIconSize(QSize(ICON, ICON))
    made.setToolTip(text)
    made.setAccessibleName(text)
    made.setObjectName(name)
    made.setFixedSize(FIELD_HEIGHT, FIELD_HEIGHT)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
