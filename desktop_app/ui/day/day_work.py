"""What the day's screen has done in the background: read, check, book, fetch labels."""

import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.day_run import DayRow, DayRun
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.combining import Offer
from desktop_app.services.ports import Progress
from desktop_app.services.preflight import DayLine, DayPlan
from desktop_app.services.progress import Braked
from desktop_app.ui.background import Job, Report
from desktop_app.ui.context import Context

_GATHERED_MS = 100
Found = tuple[tuple[ShipmentRecord, ...], DayRun | None]
T = TypeVar("T")


class DayWork(QObject):
    """One piece of work at a time; `is_busy` while there is any.

    `loaded(records, unfinished day or None)`: the drafts, or all shipments of that day;
    `lines_told(list of DayLine)` while it checks, then `checked(DayPlan)`; `offered(offers)` to
    combine some, `combined(what takes it back)`; `begun(DayRun)`, `rows_told(list of DayRow)`
    while it books, then `booked(DayRun)`; `labelled(failures by id)`. `failed(error)` ends any of
    them, `stopped()` a check; `progressed(done, total)`.
    """

    loaded = Signal(object, object)
    lines_told = Signal(object)
    checked = Signal(object)
    offered = Signal(object)
    combined = Signal(object)
    begun = Signal(object)
    rows_told = Signal(object)
    booked = Signal(object)
    labelled = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    progressed = Signal(int, int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job[Any] | None = None
        self._looking: Job[Any] | None = None
        self._brake = threading.Event()
        self._lines: _Gathering = _Gathering(self)
        self._rows: _Gathering = _Gathering(self)
        self._lines.gathered.connect(self.lines_told)
        self._rows.gathered.connect(self.rows_told)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._job is not None and self._job.is_running

    def load(self) -> None:
        """Reads the day that was cut short; where there is none, what can be bought."""
        office = self._context.office

        def read(progress: Progress) -> Found:
            run = office.day.unfinished(office.accounts.current.id)
            if run is None:
                return office.drafts.to_buy(progress), None
            return office.drafts.several([row.shipment_id for row in run.rows], progress), run

        self._start(read, self._read, self.tr("Reading the drafts"))

    def check(self, ids: Sequence[str]) -> None:
        """Prices and verifies them; nothing is bought."""
        preflight, told = self._context.office.preflight, self._lines.tell
        self._start(
            lambda progress: preflight.check(ids, progress, told),
            self._checked,
            self.tr("Checking the parcels"),
        )

    def book(self, lines: Sequence[DayLine], *, beyond_limit: bool = False) -> None:
        """Keeps what was confirmed and books it."""
        day = self._context.office.day

        def work(progress: Progress) -> DayRun:
            run = day.begin(lines, beyond_limit=beyond_limit)
            self.begun.emit(run)
            return self._go_on(run.id, progress)

        self._brake.clear()
        self._start(work, self._booked, self.tr("Ordering and paying"))

    def go_on(self, run_id: str) -> None:
        """Goes on with a day that was paused or cut short."""
        self._brake.clear()
        self._start(
            lambda progress: self._go_on(run_id, progress),
            self._booked,
            self.tr("Ordering and paying"),
        )

    def pause(self) -> None:
        """No further row is taken; those in hand are finished, and `booked` says how it stands."""
        self._brake.set()

    @property
    def is_pausing(self) -> bool:
        """Whether rows in hand are waited for."""
        return self.is_busy and self._brake.is_set()

    def look_for_savings(self, lines: Sequence[DayLine]) -> None:
        """What can go in one box, and what that saves; nothing else waits for it."""
        combining = self._context.office.combining
        self._looking = self._context.background.start(
            lambda progress: combining.offers(lines, progress),
            done=self._offers_found,
            failed=self._no_offers,
            name=self.tr("Looking for parcels to the same address"),
        )

    def combine(self, offers: Sequence[Offer]) -> None:
        """Makes one draft of each."""
        combining = self._context.office.combining
        self._start(
            lambda _progress: combining.combine(offers),
            self._combined,
            self.tr("Combining the drafts"),
        )

    def give_up(self, run_id: str) -> None:
        """What is not booked of that day stays a draft."""
        day = self._context.office.day

        def work(progress: Progress) -> Found:
            day.give_up(run_id)
            return self._context.office.drafts.to_buy(progress), None

        self._start(work, self._read, self.tr("Reading the drafts"))

    def stop_check(self) -> None:
        """Ends a check; what was found so far stays."""
        if self._job:
            self._job.cancel()

    def fetch_labels(self, ids: Sequence[str]) -> None:
        """Waits for the labels of what was booked."""
        day = self._context.office.day
        self._start(
            lambda progress: day.fetch_labels(ids, progress),
            self._labelled,
            self.tr("Fetching the labels"),
        )

    def _go_on(self, run_id: str, progress: Progress) -> DayRun:
        day = self._context.office.day
        return day.go_on(run_id, Braked(progress, self._brake), self._rows.tell)

    def _start(self, work: Callable[[Progress], T], done: Callable[[T], None], name: str) -> None:
        if self.is_busy:
            return
        if self._looking is not None:
            self._looking.cancel()
        self._job = self._context.background.start(
            work,
            done=done,
            failed=self._failed,
            cancelled=self._stopped,
            progress=self._step,
            name=name,
        )

    @Slot(object)
    def _read(self, found: Found) -> None:
        self._job = None
        self.loaded.emit(*found)

    @Slot(object)
    def _checked(self, plan: DayPlan) -> None:
        self._job = None
        self._lines.flush()
        self.checked.emit(plan)

    @Slot(object)
    def _offers_found(self, offers: tuple[Offer, ...]) -> None:
        self.offered.emit(offers)

    @Slot(object)
    def _no_offers(self, _error: Exception) -> None:
        """It would have been a saving; the day goes on without."""

    @Slot(object)
    def _combined(self, take_back: Callable[[], None]) -> None:
        self._job = None
        self.combined.emit(take_back)

    @Slot(object)
    def _booked(self, run: DayRun) -> None:
        self._job = None
        self._rows.flush()
        self.booked.emit(run)

    @Slot(object)
    def _labelled(self, failures: dict[str, PostroomError]) -> None:
        self._job = None
        self.labelled.emit(failures)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._job = None
        self._lines.flush()
        self._rows.flush()
        self.failed.emit(error)

    @Slot()
    def _stopped(self) -> None:
        self._job = None
        self._lines.flush()
        self.stopped.emit()

    @Slot(object)
    def _step(self, report: Report) -> None:
        self.progressed.emit(report.done, report.total)


class _Gathering(QObject):
    """What worker threads tell one by one reaches the window in handfuls, ten times a second."""

    gathered = Signal(object)
    _one = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[DayLine | DayRow] = []
        self._timer = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._timer.timeout.connect(self.flush)
        self._one.connect(self._take)

    def tell(self, one: DayLine | DayRow) -> None:
        """Called in any thread."""
        self._one.emit(one)

    @Slot(object)
    def _take(self, one: DayLine | DayRow) -> None:
        self._waiting.append(one)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """What has come so far."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.gathered.emit(waiting)
