"""Getting the prices of a shipment in the background, and knowing when they are too old."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.shipment import quote_key
from desktop_app.services.quoting import QuoteList
from desktop_app.ui.background import Job, Report
from desktop_app.ui.wizard.session import Session

_TOO_OLD = timedelta(minutes=30)


class PriceFetch(QObject):
    """One fetch at a time. `arrived`: the session has new prices; `said(text)`: what it waits for.

    `failed(exception)`; `stopped`: the user did not want to wait.
    """

    arrived = Signal()
    failed = Signal(object)
    stopped = Signal()
    said = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job[QuoteList] | None = None

    @property
    def is_running(self) -> bool:
        """Whether prices are on their way."""
        return self._job is not None and self._job.is_running

    @property
    def has_changed(self) -> bool:
        """Whether there are prices, but for another draft."""
        listed = self._session.quotes
        return listed is not None and listed.key != quote_key(self._session.shipment)

    @property
    def is_due(self) -> bool:
        """Whether prices are missing, void, or too old to go by."""
        listed = self._session.quotes
        return listed is None or self.has_changed or self.age > _TOO_OLD

    @property
    def age(self) -> timedelta:
        """How old the prices are; a clock that was set back makes them new."""
        return max(self._now() - self.moment, timedelta(0))

    @property
    def moment(self) -> datetime:
        """When the prices were asked for."""
        listed = self._session.quotes
        return listed.quoted_at if listed else self._now()

    def start(self) -> None:
        """Asks all couriers; nothing happens while an answer is on its way."""
        if self.is_running:
            return
        record, quoting = self._session.record, self._session.office.quoting
        fetch = partial(quoting.fetch, record.shipment, account_id=record.account_id)
        self._job = self._session.background.start(
            fetch,
            done=self._arrive,
            failed=self._fail,
            cancelled=self._stop,
            progress=self._say,
            name=self.tr("Getting prices"),
        )

    @Slot()
    def cancel(self) -> None:
        """Stops waiting."""
        if self._job:
            self._job.cancel()

    @Slot(object)
    def _arrive(self, listed: QuoteList) -> None:
        self._job = None
        if listed.key != quote_key(self._session.shipment):
            self.start()  # the draft has changed while they were on their way
            return
        self._session.set_quotes(listed)
        self.arrived.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)

    @Slot()
    def _stop(self) -> None:
        self._job = None
        self.stopped.emit()

    @Slot(object)
    def _say(self, report: Report) -> None:
        self.said.emit(report.text)

    def _now(self) -> datetime:
        return self._session.office.clock.now()
