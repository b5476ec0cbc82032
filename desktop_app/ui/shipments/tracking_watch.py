"""Asks where the parcel that is looked at is: once the look rests on it, and not all the time."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.ui.context import Context

_REST_MS = 700
_OFTEN_ENOUGH = timedelta(minutes=10)
_ON_ITS_WAY = {Stage.TO_PRINT, Stage.SENT}


class TrackingWatch(QObject):
    """`told(record)`: there is news of it. Quiet when the courier cannot be asked."""

    told = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: dict[str, datetime] = {}
        self._record: ShipmentRecord | None = None
        self.timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self.timer.timeout.connect(self._ask)

    def look_at(self, record: ShipmentRecord) -> None:
        """This one is shown now."""
        self.stop()
        last = self._asked.get(record.id)
        rested = last is None or self._context.office.clock.now() - last >= _OFTEN_ENOUGH
        if rested and record.stage in _ON_ITS_WAY:
            self._record = record
            self.timer.start()

    def stop(self) -> None:
        """None is shown any more."""
        self.timer.stop()

    @Slot()
    def _ask(self) -> None:
        if self._record is None:
            return
        office, wanted = self._context.office, self._record.id
        self._asked[wanted] = office.clock.now()
        self._context.background.start(
            lambda _progress: office.tracking.refresh(wanted),
            done=self._tell,
            failed=self._untold,
            name=self.tr("Asking where the parcel is"),
        )

    @Slot(object)
    def _tell(self, record: ShipmentRecord) -> None:
        if self._record and record.id == self._record.id and record.events != self._record.events:
            self.told.emit(record)

    @Slot(object)
    def _untold(self, _error: Exception) -> None:
        """The tracking page is a press away; a failure here would only disturb."""
