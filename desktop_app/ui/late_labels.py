"""Fetches the labels of paid shipments that are not here yet: a few at a time, again and again."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.ports import Progress
from desktop_app.ui.context import Context
from desktop_app.ui.growing_pause import GrowingPause

# A fetch waits for minutes while the courier makes the labels; other work wants its turn too.
_AT_ONCE = 2
_FIRST_MS, _LONGEST_MS, _GROWTH = 60_000, 600_000, 1.5
# What the service could not make is asked for about an hour; then only the user asks again.
_MOST_TRIES = 10


class LateLabels(QObject):
    """`kept(record)`: its labels are here. The shipment open in the wizard is left to it."""

    kept = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: list[str] = []
        self._tries = Counter[str]()
        self._fetching: set[str] = set()
        self._resting: set[str] = set()
        self._open = ""
        self.pause = GrowingPause(_FIRST_MS, _LONGEST_MS, _GROWTH, self)
        self.pause.over.connect(self.go_on)

    def follow(self, shipment_ids: Sequence[str], incomplete: Sequence[str] = ()) -> None:
        """These are paid and have no labels yet; of the `incomplete` some could not be made."""
        again = [one for one in incomplete if self._tries[one] < _MOST_TRIES]
        self._wanted = [*shipment_ids, *again]
        if not self._wanted:
            self.pause.reset()
            self._resting.clear()
        self._fetch_next()

    @Slot()
    def go_on(self) -> None:
        """Those that could not be fetched are tried again."""
        self._resting.clear()
        self._fetch_next()

    def leave(self, shipment_id: str) -> None:
        """This one is open in the wizard now, which fetches its labels itself; "" for none."""
        self._open = shipment_id
        self._fetch_next()

    def _fetch_next(self) -> None:
        busy = self._fetching | self._resting | {self._open}
        waiting = [one for one in self._wanted if one not in busy]
        for shipment_id in waiting[: max(0, _AT_ONCE - len(self._fetching))]:
            self._fetch(shipment_id)

    def _fetch(self, shipment_id: str) -> None:
        self._fetching.add(shipment_id)
        labelling = self._context.office.labelling

        def work(progress: Progress) -> ShipmentRecord:
            return labelling.fetch(shipment_id, progress)

        # Made for this one: a failure does not say whose it is.
        outcome = _Outcome(shipment_id, self)
        self._context.background.start(
            work,
            done=outcome.done,
            failed=outcome.failed,
            cancelled=outcome.cancelled,
            name=self.tr("Fetching labels"),
        )

    def ended(self, shipment_id: str, record: ShipmentRecord | None) -> None:
        """With its labels, or None: then it rests for a while, as when some are still missing."""
        self._fetching.discard(shipment_id)
        if record is None:
            self.rest(shipment_id)
        elif record.trouble:
            self._rest_incomplete(record)
        else:
            self._wanted = [one for one in self._wanted if one != shipment_id]
            self.kept.emit(record)
        self._fetch_next()

    def _rest_incomplete(self, record: ShipmentRecord) -> None:
        self._tries[record.id] += 1
        if self._tries[record.id] == 1:
            self.kept.emit(record)
        if self._tries[record.id] < _MOST_TRIES:
            self.rest(record.id)
        else:
            self._wanted = [one for one in self._wanted if one != record.id]

    def rest(self, shipment_id: str) -> None:
        """Not now: it is tried again after a pause."""
        self._fetching.discard(shipment_id)
        self._resting.add(shipment_id)
        self.pause.begin()


class _Outcome(QObject):
    def __init__(self, shipment_id: str, labels: LateLabels) -> None:
        super().__init__(labels)
        self._id = shipment_id
        self._labels = labels

    @Slot(object)
    def done(self, record: ShipmentRecord) -> None:
        self._end(record)

    @Slot(object)
    def failed(self, _error: Exception) -> None:
        self._end(None)

    @Slot()
    def cancelled(self) -> None:
        """Perhaps the window closes: nothing else is begun in its place."""
        self._labels.rest(self._id)
        self.deleteLater()

    def _end(self, record: ShipmentRecord | None) -> None:
        self._labels.ended(self._id, record)
        self.deleteLater()
