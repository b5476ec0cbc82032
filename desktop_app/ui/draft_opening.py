"""Opening draft files: asked for by name, or dropped onto the window; one, or many at once."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.draft_file import read_draft
from desktop_app.services.draft_reading import FilesRead, read_draft_files
from desktop_app.services.files import read_text
from desktop_app.ui.context import Context

_MOST_NAMED = 5
# The first is the one that the installers tell the system of.
ENDINGS = (".postroom", ".json")


class DraftOpening(QObject):
    """`opened(Shipment)`: of one file, to go on with; `changed()`: many have become drafts, or no
    longer are. `unread(text)` names those of many that could not be read, `failed(error)` says why
    there is none at all."""

    opened = Signal(object)
    changed = Signal()
    unread = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    @Slot()
    def ask(self) -> None:
        """Asks which files, and reads them."""
        words = self.tr("Draft files (*.postroom *.json)")
        title = self.tr("Open draft files")
        paths, _kind = QFileDialog.getOpenFileNames(self._window, title, "", words)
        self.read([Path(path) for path in paths])

    def read(self, paths: Sequence[Path]) -> None:
        """Makes a shipment of each file: in the background, and it can be stopped."""
        if len(paths) == 1:
            self._read_one(paths[0])
        elif paths:
            self._read_all(paths)

    def _read_one(self, path: Path) -> None:
        self._context.background.start(
            lambda _progress: read_draft(read_text(path)),
            done=self._read_it,
            failed=self._not_read,
            name=self.tr("Reading the draft file"),
        )

    def _read_all(self, paths: Sequence[Path]) -> None:
        drafts = self._context.office.drafts
        self._context.background.start(
            lambda progress: read_draft_files(drafts, paths, progress),
            done=self._read_them,
            failed=self._not_read,
            name=self.tr("Reading draft files"),
        )

    @Slot(object)
    def _read_it(self, shipment: object) -> None:
        self.opened.emit(shipment)

    @Slot(object)
    def _read_them(self, found: FilesRead) -> None:
        if found.made:
            self.changed.emit()
            words = self.tr("{0} drafts added.").format(len(found.made))
            if len(found.made) == 1:
                words = self.tr("1 draft added.")
            self._context.toast(words, partial(self._take_back, found.made))
        if found.unread:
            self.unread.emit(self._summary(found))

    def _summary(self, found: FilesRead) -> str:
        """How many of how many, then each with its reason."""
        count, total = len(found.unread), len(found.unread) + len(found.made)
        words = self.tr("{0} of {1} files could not be read.").format(count, total)
        more = count - _MOST_NAMED
        rest = [self.tr("And {0} more.").format(more)] if more > 0 else []
        return "\n".join((words, *found.unread[:_MOST_NAMED], *rest))

    def _take_back(self, records: tuple[ShipmentRecord, ...]) -> None:
        drafts, ids = self._context.office.drafts, [record.id for record in records]
        self._context.background.start(
            lambda _progress: drafts.delete(ids),
            done=self._taken_back,
            failed=self._not_read,
            name=self.tr("Deleting"),
        )

    @Slot(object)
    def _taken_back(self, _records: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self.failed.emit(error)


def dropped_drafts(data: QMimeData) -> list[Path]:
    """The draft files among what is dragged."""
    paths = (Path(url.toLocalFile()) for url in data.urls())
    return [path for path in paths if path.suffix.lower() in ENDINGS]
