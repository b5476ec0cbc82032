"""What pages remember of themselves between two starts, among the settings."""

from desktop_app.domain.errors import PostroomError
from desktop_app.services.ports import SettingsStore


def kept_layout(settings: SettingsStore, name: str) -> str:
    """What was kept under a name, or ""."""
    try:
        return settings.load().layouts.get(name, "")
    except PostroomError:
        return ""


def keep_layout(settings: SettingsStore, name: str, text: str) -> None:
    """Keeps it; a layout is not worth a sentence to the user when it cannot be kept."""
    try:
        now = settings.load()
        if now.layouts.get(name, "") != text:
            settings.save(now.model_copy(update={"layouts": {**now.layouts, name: text}}))
    except PostroomError:
        return
