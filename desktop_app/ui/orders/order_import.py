"""Bringing orders in from files: asked for, dropped onto the window, or pasted from a sheet."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.domain.again import Again
from desktop_app.domain.import_batch import Brought
from desktop_app.services.importing import Imported, OrdersRead
from desktop_app.services.ports import Progress
from desktop_app.ui.context import Context

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".ods")
_LEAST_ROWS = 2


class OrderImport(QObject):
    """`changed()`: drafts were made, or taken back; `failed(error)`."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._found: OrdersRead | None = None

    @Slot()
    def ask(self) -> None:
        """Asks which files, and reads them."""
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        words = self.tr("Order files ({0})").format(kinds)
        title = self.tr("Bring in orders from files")
        paths, _kind = QFileDialog.getOpenFileNames(self._window, title, "", words)
        self.read([Path(path) for path in paths])

    def read(self, paths: Sequence[Path]) -> None:
        """Shows what is in the files; nothing is kept before the user says so."""
        if paths:
            importing = self._context.office.importing
            self._start(
                lambda progress: importing.read(paths, progress), self.tr("Reading order files")
            )

    @Slot()
    def ask_shops(self) -> None:
        """Reads what the connected shops have to send."""
        importing = self._context.office.shop_importing
        self._start(importing.read, self.tr("Reading the shops"))

    @Slot()
    def paste(self) -> None:
        """Reads the rows that were copied from a spreadsheet."""
        text = QApplication.clipboard().text()
        if len(text.splitlines()) < _LEAST_ROWS:
            words = self.tr("Copy the orders with their header row in your spreadsheet first.")
            self._context.toast(words, None)
            return
        self._start(partial(self._read_text, text), self.tr("Reading order files"))

    def _read_text(self, text: str, progress: Progress) -> OrdersRead:
        with TemporaryDirectory(prefix="postroom-") as folder:
            path = Path(folder) / self.tr("Copied rows.tsv")
            path.write_text(text, encoding="utf-8")
            return self._context.office.importing.read([path], progress)

    def _start(self, work: Callable[[Progress], OrdersRead], name: str) -> None:
        self._context.background.start(work, done=self._show, failed=self._failed, name=name)

    @Slot(object)
    def _show(self, found: OrdersRead) -> None:
        from desktop_app.ui.orders.import_dialog import ImportDialog  # noqa: PLC0415 - when asked

        self._found = found
        dialog = ImportDialog(found, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._bring_in)
        dialog.open()

    @Slot(object, object)
    def _bring_in(self, again: Again, rates: dict[str, Decimal]) -> None:
        found, importing = self._found, self._context.office.shop_importing
        if found is None:
            return
        files = [one.file for one in found.files]
        self._context.background.start(
            lambda progress: importing.bring_in(
                found.orders, again, progress, files=files, rates=rates
            ),
            done=self._brought,
            failed=self._failed,
            name=self.tr("Making drafts"),
        )

    @Slot(object)
    def _brought(self, made: Imported) -> None:
        new, updated = made.count(Brought.MADE), made.count(Brought.UPDATED)
        words = self.tr("1 draft made.") if new == 1 else self.tr("{0} drafts made.").format(new)
        if updated:
            words = self.tr("{0} drafts made, {1} brought up to date.").format(new, updated)
        self._context.toast(words, partial(self._take_back, made.batch_id))
        self.changed.emit()

    def _take_back(self, batch_id: str) -> None:
        importing = self._context.office.importing
        self._context.background.start(
            lambda _progress: importing.undo(batch_id),
            done=self._taken_back,
            failed=self._failed,
            name=self.tr("Taking the import back"),
        )

    @Slot(object)
    def _taken_back(self, _count: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)


def dropped_order_files(data: QMimeData) -> list[Path]:
    """The order files among what is dragged."""
    paths = (Path(url.toLocalFile()) for url in data.urls())
    return [path for path in paths if path.suffix.lower() in ENDINGS]
