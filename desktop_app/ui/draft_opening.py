"""Opening draft files: asked for by name, or dropped onto the window."""

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.services.draft_file import read_draft
from desktop_app.services.files import read_text


class DraftOpening(QObject):
    """`opened(Shipment)`; `failed(error)`: what is wrong with the file."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def ask(self) -> None:
        """Asks which file, and reads it."""
        words = self.tr("Draft files (*.json)")
        title = self.tr("Open a draft file")
        path, _kind = QFileDialog.getOpenFileName(self._window, title, "", words)
        if path:
            self.read(path)

    def read(self, path: str) -> None:
        """Makes a shipment of a file."""
        try:
            shipment = read_draft(read_text(path))
        except PostroomError as error:
            self.failed.emit(error)
            return
        self.opened.emit(shipment)


def dropped_draft(data: QMimeData) -> str:
    """The path of the first draft file among what is dragged; "" for none."""
    paths = (url.toLocalFile() for url in data.urls())
    return next((path for path in paths if path.endswith(".json")), "")
