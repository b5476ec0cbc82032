"""What the window remembers: its place and size, and whether its navigation was folded."""

from PySide6.QtWidgets import QWidget

from desktop_app.domain.look import GEOMETRY
from desktop_app.domain.settings import Settings
from desktop_app.ui.widgets.nav_rail import NavRail

_FOLDED = "window.folded"


def restore_rail(rail: NavRail, settings: Settings) -> None:
    """Folds the navigation if it was; the window's place is restored before all else."""
    rail.set_folded(bool(settings.layouts.get(_FOLDED)))


def with_window(settings: Settings, window: QWidget, rail: NavRail) -> Settings:
    """The settings with how the window stands now."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    folded = "1" if rail.is_folded else ""
    layouts = {**settings.layouts, GEOMETRY: geometry, _FOLDED: folded}
    return settings.model_copy(update={"layouts": layouts})
