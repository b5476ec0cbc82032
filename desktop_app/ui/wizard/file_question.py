"""Asking where a file shall be saved: in the folder that was used last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.services.ports import SettingsStore
from desktop_app.ui.kept_folder import kept_folder
from desktop_app.ui.wizard.kept_layouts import keep_layout

_FOLDER = "labels.folder"
Ask = Callable[[QWidget, str, str], str]


def ask_with_dialog(parent: QWidget, title: str, path: str) -> str:
    """The system's own dialog; the path chosen, or ""."""
    return QFileDialog.getSaveFileName(parent, title, path, "PDF (*.pdf)")[0]


class FileQuestion:
    """`ask` can be another one, for machines without a system's dialog.

    `kept` is the name under which the folder is kept, `ending` what a name without one gets.
    """

    def __init__(
        self,
        settings: SettingsStore,
        ask: Ask = ask_with_dialog,
        kept: str = _FOLDER,
        ending: str = ".pdf",
    ) -> None:
        self._settings = settings
        self.ask = ask
        self._kept = kept
        self._ending = ending

    def where(self, parent: QWidget, title: str, name: str) -> Path | None:
        """A path for a file with this name as the proposal; None when the user does not want it."""
        chosen = self.ask(parent, title, str(kept_folder(self._settings, self._kept) / name))
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(self._ending)
        keep_layout(self._settings, self._kept, str(path.parent))
        return path
