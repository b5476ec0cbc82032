"""How the window stood: its place and size, and whether its navigation was folded."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from desktop_app.domain.settings import Settings
from desktop_app.ui.widgets.nav_rail import NavRail

_GEOMETRY, _FOLDED = "window.geometry", "window.folded"
_FIRST_SIZE = (1280, 800)


def restore_window(window: QMainWindow, rail: NavRail, settings: Settings) -> None:
    """Lets a window stand as it was kept; the first time at a size that suits most screens."""
    window.resize(*_FIRST_SIZE)
    if geometry := settings.layouts.get(_GEOMETRY):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    rail.set_folded(bool(settings.layouts.get(_FOLDED)))


def with_window(settings: Settings, window: QMainWindow, rail: NavRail) -> Settings:
    """The settings with how the window stands now."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    folded = "1" if rail.is_folded else ""
    layouts = {**settings.layouts, _GEOMETRY: geometry, _FOLDED: folded}
    return settings.model_copy(update={"layouts": layouts})
