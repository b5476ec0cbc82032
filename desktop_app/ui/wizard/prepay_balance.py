"""The balance of PrePay, read in the background."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.ui.wizard.session import Session

if TYPE_CHECKING:
    from desktop_app.ui.background import Job


class PrepayBalance(QObject):
    """`changed`: `amount`, `error` or `is_reading` is another. One reading at a time."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job[Decimal] | None = None
        self.amount: Decimal | None = None
        self.error: Exception | None = None

    @property
    def is_reading(self) -> bool:
        """Whether it is being read."""
        return self._job is not None and self._job.is_running

    @Slot()
    def read(self) -> None:
        """Reads it again; what was known stays until the answer is here."""
        if self.is_reading:
            return
        paying, account_id = self._session.office.paying, self._session.record.account_id
        self._job = self._session.background.start(
            lambda _progress: paying.balance(account_id),
            done=self._arrived,
            failed=self._failed,
            cancelled=self._stopped,
            name=self.tr("Reading the PrePay balance"),
        )
        self.changed.emit()

    def missing_for(self, cost: Decimal) -> Decimal:
        """What PrePay lacks for this; 0 while the balance is not known."""
        return max(cost - self.amount, Decimal(0)) if self.amount is not None else Decimal(0)

    @Slot(object)
    def _arrived(self, amount: Decimal) -> None:
        self._job, self.amount, self.error = None, amount, None
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._job, self.amount, self.error = None, None, error
        self.changed.emit()

    @Slot()
    def _stopped(self) -> None:
        self._job = None
        self.changed.emit()
