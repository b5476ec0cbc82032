"""Deletes shipments, brings them back, and copies them: in the background, with Undo."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.ports import Progress, ShipmentRow
from desktop_app.ui.context import Context

_DELETABLE = {Stage.DRAFT, Stage.TO_PAY}


class RowWork(QObject):
    """`changed()` when the list is another, `copied(records)`, `failed(error)`, and `kept()` when
    some of the rows were not deleted because they are paid or being paid."""

    changed = Signal()
    copied = Signal(object)
    failed = Signal(object)
    kept = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    @Slot(object)
    def delete(self, rows: Sequence[ShipmentRow]) -> None:
        """Deletes drafts and unpaid orders; Undo brings them back."""
        ids = [row.id for row in rows if row.stage in _DELETABLE]
        if len(ids) < len(rows):
            self.kept.emit()
        if ids:
            self._context.background.start(
                self._deleting(ids),
                done=self._deleted,
                failed=self._fail,
                name=self.tr("Deleting"),
            )

    @Slot(object)
    def send_again(self, ids: Sequence[str]) -> None:
        """Copies shipments into new drafts, on purpose shipments of their own."""
        drafts, wanted = self._context.office.drafts, list(ids)
        self._context.background.start(
            lambda _progress: [drafts.send_again(one) for one in wanted],
            done=self._copied,
            failed=self._fail,
            name=self.tr("Copying"),
        )

    def _deleting(self, ids: list[str]) -> Callable[[Progress], tuple[ShipmentRecord, ...]]:
        """An order whose payment page was opened is asked for first: it may be paid, or gone."""
        office = self._context.office

        def work(progress: Progress) -> tuple[ShipmentRecord, ...]:
            for shipment_id in ids:
                progress.check()
                office.settling.forget_lost(shipment_id)
            return office.drafts.delete(ids)

        return work

    def _bring_back(self, records: tuple[ShipmentRecord, ...]) -> None:
        drafts = self._context.office.drafts
        self._context.background.start(
            lambda _progress: drafts.restore(records),
            done=self._brought_back,
            failed=self._fail,
            name=self.tr("Bringing back"),
        )

    @Slot(object)
    def _deleted(self, records: tuple[ShipmentRecord, ...]) -> None:
        self.changed.emit()
        text = (
            self.tr("Shipment deleted.")
            if len(records) == 1
            else self.tr("{0} shipments deleted.").format(len(records))
        )
        self._context.toast(text, partial(self._bring_back, records))

    @Slot(object)
    def _brought_back(self, _nothing: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _copied(self, records: Sequence[ShipmentRecord]) -> None:
        self.changed.emit()
        text = (
            self.tr("Copied as a new draft.")
            if len(records) == 1
            else self.tr("Copied as {0} new drafts.").format(len(records))
        )
        self._context.toast(text, None)
        self.copied.emit(records)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.changed.emit()
        self.failed.emit(error)
