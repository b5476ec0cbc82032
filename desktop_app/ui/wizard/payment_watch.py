"""Looks again and again whether a payment was made, with growing pauses, by reading only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.record import ShipmentRecord
from desktop_app.ui.wizard.session import Session

if TYPE_CHECKING:
    from desktop_app.ui.background import Job

_FIRST_MS, _LONGEST_MS, _GROWTH = 3_000, 30_000, 1.5


class PaymentWatch(QObject):
    """`looked(record)`: the order was read back, and the session has what it said.

    `failed(exception)`: it could not be read this time; it is tried again. `checking`: a look
    begins or ends. It stops by itself once nothing is in hand any more.
    """

    looked = Signal(object)
    failed = Signal(object)
    checking = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job[ShipmentRecord] | None = None
        self.timer = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self.timer.timeout.connect(self.look)

    @property
    def is_looking(self) -> bool:
        """Whether the order is being read."""
        return self._job is not None and self._job.is_running

    def start(self) -> None:
        """Looks from now on; nothing changes where it does so already."""
        if not self.timer.isActive() and not self.is_looking:
            self.timer.setInterval(_FIRST_MS)
            self.timer.start()

    def stop(self) -> None:
        """Looks no more."""
        self.timer.stop()
        if self._job:
            self._job.cancel()

    @Slot()
    def look_now(self) -> None:
        """At once, and often again."""
        self.timer.setInterval(_FIRST_MS)
        self.look()

    @Slot()
    def look(self) -> None:
        """Reads the order back once; not while other work on the shipment is under way."""
        if self.is_looking:
            return
        if self._session.is_busy:
            self.timer.start()
            return
        self.timer.stop()
        settling, record_id = self._session.office.settling, self._session.record.id
        self._job = self._session.background.start(
            lambda _progress: settling.settle(record_id),
            done=self._read,
            failed=self._not_read,
            name=self.tr("Looking whether the order is paid"),
        )
        self.checking.emit()

    @Slot(object)
    def _read(self, record: ShipmentRecord) -> None:
        self._job = None
        if record.payment is not None and not record.is_paid:
            self._again_later()
        if not self._session.is_busy:
            self._session.reload(record)
        self.checking.emit()
        self.looked.emit(record)

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self._job = None
        self._again_later()
        self.checking.emit()
        self.failed.emit(error)

    def _again_later(self) -> None:
        self.timer.setInterval(min(int(self.timer.interval() * _GROWTH), _LONGEST_MS))
        self.timer.start()
