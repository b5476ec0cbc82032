"""Asking where a file shall be saved: in the folder that was used last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.services.ports import SettingsStore
from desktop_app.ui.wizard.kept_layouts import keep_layout, kept_layout

_FOLDER = "labels.folder"
Ask = Callable[[QWidget, str, str], str]


def ask_with_dialog(parent: QWidget, title: str, path: str) -> str:
    """The system's own dialog; the path chosen, or ""."""
    return QFileDialog.getSaveFileName(parent, title, path, "PDF (*.pdf)")[0]


class FileQuestion:
    """`ask` can be another one, for machines without a system's dialog."""

    def __init__(self, settings: SettingsStore, ask: Ask = ask_with_dialog) -> None:
        self._settings = settings
        self.ask = ask

    def where(self, parent: QWidget, title: str, name: str) -> Path | None:
        """A path for a file with this name as the proposal; None when the user does not want it."""
        chosen = self.ask(parent, title, str(self._folder() / name))
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".pdf")
        keep_layout(self._settings, _FOLDER, str(path.parent))
        return path

    def _folder(self) -> Path:
        kept = kept_layout(self._settings, _FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents))
