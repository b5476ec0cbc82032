"""Saves shipments as draft files: asks where, then writes them in the background."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.services.draft_export import draft_file_name, export_draft, export_drafts
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.context import Context
from desktop_app.ui.kept_folder import kept_folder
from desktop_app.ui.wizard.kept_layouts import keep_layout

_FOLDER = "drafts.folder"
Ask = Callable[[QWidget, str, str], str]


def ask_path(parent: QWidget, title: str, path: str) -> str:
    """The system's own dialog for one file; the path chosen, or ""."""
    return QFileDialog.getSaveFileName(parent, title, path, "JSON (*.json)")[0]


def ask_folder(parent: QWidget, title: str, path: str) -> str:
    """The system's own dialog for a folder; the one chosen, or ""."""
    return QFileDialog.getExistingDirectory(parent, title, path)


class DraftSaving(QObject):
    """`failed(error)`. `ask_path` and `ask_folder` can be others, for machines without dialogs."""

    failed = Signal(object)

    def __init__(self, context: Context, screen: QWidget) -> None:
        super().__init__(screen)
        self._context = context
        self._screen = screen
        self.ask_path: Ask = ask_path
        self.ask_folder: Ask = ask_folder

    def save(self, rows: Sequence[ShipmentRow]) -> None:
        """One into a file of the user's name, several into a folder."""
        if len(rows) == 1:
            self._save_one(rows[0])
        elif rows:
            self._save_all([row.id for row in rows])

    def _save_one(self, row: ShipmentRow) -> None:
        name = draft_file_name(row.id, row.reference, row.recipient)
        title = self.tr("Save the draft file")
        chosen = self.ask_path(self._screen, title, str(self._folder() / name))
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".json")
        drafts = self._context.office.drafts
        self._start(path.parent, lambda: (export_draft(drafts, row.id, path),))

    def _save_all(self, ids: list[str]) -> None:
        title = self.tr("Choose a folder for the draft files")
        chosen = self.ask_folder(self._screen, title, str(self._folder()))
        if chosen:
            drafts = self._context.office.drafts
            self._start(Path(chosen), lambda: export_drafts(drafts, ids, Path(chosen)))

    def _start(self, folder: Path, write: Callable[[], tuple[Path, ...]]) -> None:
        settings = self._context.office.settings

        def work(_progress: object) -> tuple[Path, ...]:
            written = write()
            keep_layout(settings, _FOLDER, str(folder))
            return written

        self._context.background.start(
            work, done=self._saved, failed=self._not_saved, name=self.tr("Saving draft files")
        )

    @Slot(object)
    def _saved(self, paths: tuple[Path, ...]) -> None:
        if len(paths) == 1:
            text = self.tr("Saved as {0}.").format(paths[0].name)
        else:
            text = self.tr("{0} draft files saved.").format(len(paths))
        self._context.toast(text, None)

    @Slot(object)
    def _not_saved(self, error: Exception) -> None:
        self.failed.emit(error)

    def _folder(self) -> Path:
        return kept_folder(self._context.office.settings, _FOLDER)
