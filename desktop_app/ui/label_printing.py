"""Printing from the list: one shipment's labels are opened, those of several go to the printer."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.record import Stage
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.context import Context


class LabelPrinting(QObject):
    """`open_asked(id)`; `printed()` and `failed(error)` once several were sent to the printer."""

    open_asked = Signal(str)
    printed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._again = 0

    @Slot(object)
    def print_labels(self, rows: Sequence[ShipmentRow | str]) -> None:
        """Rows or ids of shipments; those without a label are left out."""
        ids = [row if isinstance(row, str) else row.id for row in rows if _has_label(row)]
        if len(ids) == 1:
            self.open_asked.emit(ids[0])
        elif ids:
            again = (row for row in rows if not isinstance(row, str) and row.stage is Stage.SENT)
            self._again = sum(1 for _ in again)
            self._print_all(ids)

    def _print_all(self, ids: list[str]) -> None:
        office = self._context.office
        printing = office.settings.load().printing
        self._context.background.start(
            lambda progress: office.labelling.print_all(ids, printing, office.printers, progress),
            done=self._printed,
            failed=self._failed,
            name=self.tr("Printing labels"),
        )

    @Slot(object)
    def _printed(self, count: int) -> None:
        words = self.tr("{0} labels sent to the printer.").format(count)
        if self._again:
            words += self.tr(" {0} of them had been printed before.").format(self._again)
        self._context.toast(words, None)
        self.printed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _has_label(row: ShipmentRow | str) -> bool:
    return isinstance(row, str) or row.stage in {Stage.TO_PRINT, Stage.SENT}
