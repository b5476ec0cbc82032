"""Deletes shipments, brings them back, and copies them: in the background, with Undo."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.errors import MayBePaid, NoConnection, NotSignedIn, ServiceBroken
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.ports import Progress, ShipmentRow
from desktop_app.ui.context import Context

_DELETABLE = {Stage.DRAFT, Stage.TO_PAY}


class RowWork(QObject):
    """`changed()` when the list is another, `copied(records)`, `failed(error)`, `kept()` when
    some of the rows were not deleted because they are paid or being paid, and
    `asked(ids, MayBePaid)` when they can still be paid for: `delete_anyway(ids)` takes them."""

    changed = Signal()
    copied = Signal(object)
    failed = Signal(object)
    kept = Signal()
    asked = Signal(object, object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: tuple[str, ...] = ()

    @Slot(object)
    def delete(self, rows: Sequence[ShipmentRow]) -> None:
        """Deletes drafts and unpaid orders; Undo brings them back."""
        ids = [row.id for row in rows if row.stage in _DELETABLE]
        if len(ids) < len(rows):
            self.kept.emit()
        if ids:
            self._wanted = tuple(ids)
            self._start(self._deleting(ids))

    @Slot(object)
    def delete_anyway(self, ids: Sequence[str]) -> None:
        """Deletes what can still be paid for; Undo brings it back."""
        drafts = self._context.office.drafts
        self._start(lambda _progress: drafts.delete(ids, anyway=True))

    def _start(self, work: Callable[[Progress], tuple[ShipmentRecord, ...]]) -> None:
        self._context.background.start(
            work, done=self._deleted, failed=self._not_deleted, name=self.tr("Deleting")
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
        """An order whose payment page was opened is asked for first: it may be paid, or gone.

        Where nobody can be asked, it counts as one that can still be paid for.
        """
        office = self._context.office

        def work(progress: Progress) -> tuple[ShipmentRecord, ...]:
            for shipment_id in ids:
                progress.check()
                with suppress(NoConnection, ServiceBroken, NotSignedIn):
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
    def _not_deleted(self, error: Exception) -> None:
        if isinstance(error, MayBePaid):
            self.changed.emit()
            self.asked.emit(self._wanted, error)
        else:
            self._fail(error)

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
