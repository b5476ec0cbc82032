"""Postroom's own icon; start-up waits for it, and for none of the others."""

from PySide6.QtGui import QIcon

from desktop_app.system.resources import resource


def app_icon() -> QIcon:
    """In its own colours, at any size."""
    return QIcon(str(resource("icons/postroom.svg")))
