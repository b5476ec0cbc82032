"""The folder in which files of some kind were saved last."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop_app.services.ports import SettingsStore
from desktop_app.ui.wizard.kept_layouts import kept_layout


def kept_folder(settings: SettingsStore, name: str) -> Path:
    """The one kept under this name while it is there; else the user's documents."""
    kept = kept_layout(settings, name)
    if kept and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))
