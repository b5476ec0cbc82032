"""Booking a confirmed day: order and pay row by row, each standing alone, and never twice."""

import threading
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from decimal import Decimal

from desktop_app.domain.day_run import DayRow, DayRun, RowState
from desktop_app.domain.errors import (
    BalanceTooLow,
    Cancelled,
    InputError,
    NoConnection,
    NotSignedIn,
    PaymentUncertain,
    PostroomError,
    Refused,
    StorageError,
    TooManyRequests,
)
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.booking import Booking
from desktop_app.services.labelling import Labelling
from desktop_app.services.paying import Paying
from desktop_app.services.ports import Clock, DayRuns, Progress, Shipments
from desktop_app.services.preflight import HANDS, DayLine
from desktop_app.services.progress import InHand, Unspoken
from desktop_app.services.settling import Settling
from desktop_app.services.spending import Spending

# What would meet every other row too: the day halts, and goes on with "Continue".
_HALTS = (NoConnection, NotSignedIn, BalanceTooLow, StorageError, Cancelled)
# As many are finished after a pause; fewer hands would leave the line idle between their questions.
_ROWS_IN_HAND = 6
_TRIES, _PAUSE, _LONGEST_PAUSE = 5, 5.0, 60.0
Told = Callable[[DayRow], None]


def _nobody(_row: DayRow) -> None:
    """Nobody is told."""


@dataclass(frozen=True)
class DayBooking:
    """A day in progress. Up to six rows are in hand at once; each is an order and a payment."""

    shipments: Shipments
    booking: Booking
    paying: Paying
    settling: Settling
    spending: Spending
    labelling: Labelling
    runs: DayRuns
    clock: Clock

    def begin(self, lines: Sequence[DayLine], *, beyond_limit: bool = False) -> DayRun:
        """Keeps what was confirmed: each line that can be bought, at no more than its price.

        Nothing is sent yet. Raises InputError when there is none, LimitPassed unless going
        `beyond_limit` was agreed to as well.
        """
        rows = tuple(
            DayRow(shipment_id=line.record.id, agreed=line.price.total)
            for line in lines
            if line.price is not None
        )
        if not rows:
            raise InputError("None of these shipments can be bought.")
        account_id = lines[0].record.account_id
        if not beyond_limit:
            self.spending.require_within(account_id, [row.agreed for row in rows])
        run = DayRun(
            id=uuid.uuid4().hex[:12], account_id=account_id, begun_at=self.clock.now(), rows=rows
        )
        self.runs.begin(run)
        return run

    def get(self, run_id: str) -> DayRun:
        """One by id; raises InputError when there is none."""
        return self.runs.get(run_id)

    def unfinished(self, account_id: str) -> DayRun | None:
        """The day that was begun last and is not over."""
        return self.runs.unfinished(account_id)

    def give_up(self, run_id: str) -> None:
        """Its open rows stay drafts."""
        self.runs.end(run_id, self.clock.now())

    def go_on(self, run_id: str, progress: Progress, told: Told = _nobody) -> DayRun:
        """Orders and pays every open row; the day as it then stands.

        Once `progress` is stopped no further row is taken, and those in hand are finished. Raises
        what would meet every row (no connection, PrePay is empty) after those in hand; the rest
        stays open. `told` of each row in a worker's thread.
        """
        run = self.runs.get(run_id)
        hands = _Hands(self, run, progress, told)
        with ThreadPoolExecutor(_ROWS_IN_HAND, thread_name_prefix="day") as pool:
            for one in [pool.submit(hands.work) for _ in range(_ROWS_IN_HAND)]:
                one.result()
        run = self.runs.get(run_id)
        if not run.open_rows:
            self.runs.end(run_id, self.clock.now())
        if hands.halted_by:
            raise hands.halted_by
        return self.runs.get(run_id)

    def fetch_labels(
        self,
        shipment_ids: Sequence[str],
        progress: Progress,
        told: Callable[[str], None] | None = None,
    ) -> dict[str, PostroomError]:
        """Fetches the labels of paid shipments, four at a time; what failed, by its id.

        Those that fail are fetched later like all others. `told` of each id that has its labels,
        in a worker's thread. Raises Cancelled.
        """

        def fetch(shipment_id: str) -> PostroomError | None:
            try:
                self.labelling.fetch(shipment_id, Unspoken(progress))
            except Cancelled:
                raise
            except PostroomError as failure:
                return failure
            if told:
                told(shipment_id)
            return None

        with ThreadPoolExecutor(HANDS, thread_name_prefix="labels") as pool:
            asked = {pool.submit(fetch, one): one for one in shipment_ids}
            try:
                for done, one in enumerate(as_completed(asked), start=1):
                    one.result()
                    progress.report("Fetching the labels", done, len(asked))
            finally:
                for one in asked:
                    one.cancel()
        outcomes = {shipment_id: one.result() for one, shipment_id in asked.items()}
        return {shipment_id: failure for shipment_id, failure in outcomes.items() if failure}

    def book(self, row: DayRow, progress: Progress) -> DayRow:
        """One row from where it stands to its payment; raises what `go_on` halts for.

        `progress` is for pauses only: a row in hand is finished.
        """
        try:
            return self._booked(row, progress)
        except _HALTS:
            raise
        except PaymentUncertain as failure:
            return _became(row, RowState.UNCERTAIN, failure.message)
        except PostroomError as failure:
            return self._failed(row, failure)

    def _booked(self, row: DayRow, progress: Progress) -> DayRow:
        record = self.shipments.get(row.shipment_id)
        if record.is_locked and not record.is_paid:
            record = self.settling.settle(record.id)
        if record.is_paid:
            return _paid(row, record)
        if record.is_locked:
            return _became(row, RowState.UNCERTAIN, "A payment for it is not settled yet.")
        _require_agreed(record, row.agreed)
        ordered = _patiently(lambda: self.booking.order_for(record, InHand(progress)), progress)
        cost = _require_agreed(ordered, row.agreed)
        paid = _patiently(
            lambda: self.paying.pay_with_prepay(
                row.shipment_id, cost, InHand(progress), beyond_limit=True
            ),
            progress,
        )
        return _paid(row, paid)

    def _failed(self, row: DayRow, failure: PostroomError) -> DayRow:
        """Why it failed, noted with the draft too, so that the list shows it among the problems.

        It may be paid all the same, by another window a moment before; a payment in hand stays
        uncertain, whatever came between. A draft that was deleted has no place for a note.
        """

        def noted(now: ShipmentRecord) -> ShipmentRecord:
            return now if now.is_locked else now.model_copy(update={"trouble": failure.message})

        try:
            kept = self.shipments.update(row.shipment_id, noted)
        except InputError:
            return _became(row, RowState.FAILED, failure.message)
        if kept.is_paid:
            return _paid(row, kept)
        state = RowState.UNCERTAIN if kept.is_locked else RowState.FAILED
        return _became(row, state, failure.message)


@dataclass
class _Hands:
    """What the threads of one day share: which rows are left, and what made it halt."""

    day: DayBooking
    run: DayRun
    progress: Progress
    told: Told
    halted_by: PostroomError | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._left = iter(self.run.open_rows)
        self._done = len(self.run.rows) - len(self.run.open_rows)

    def work(self) -> None:
        """One thread: a row after the other, until there is none or the day halts."""
        while (row := self._next()) is not None:
            try:
                became = self.day.book(row, self.progress)
                self.day.runs.put(self.run.id, became)
            except PostroomError as failure:
                self._halt(failure)
                return
            self._count()
            self.told(became)

    def _next(self) -> DayRow | None:
        with self.lock:
            try:
                self.progress.check()
            except Cancelled:
                return None
            return None if self.halted_by else next(self._left, None)

    def _halt(self, failure: PostroomError) -> None:
        with self.lock:
            if not isinstance(failure, Cancelled):
                self.halted_by = self.halted_by or failure

    def _count(self) -> None:
        with self.lock:
            self._done += 1
            self.progress.report("Ordering and paying", self._done, len(self.run.rows))


def _require_agreed(record: ShipmentRecord, agreed: Decimal) -> Decimal:
    """What it costs now; raises Refused when that is not what was confirmed."""
    price = record.exact_price
    if price is None:
        raise Refused("The draft was changed after it was checked. Check it again.")
    if price.total > agreed:
        raise Refused(f"It would cost £{price.total:.2f}, not £{agreed:.2f} as it was confirmed.")
    return price.total


def _patiently(ask: Callable[[], ShipmentRecord], progress: Progress) -> ShipmentRecord:
    """Asks again after the pause the service wants; nothing was done by what it refused so."""
    for _ in range(_TRIES - 1):
        try:
            return ask()
        except TooManyRequests as refusal:
            progress.wait(min(refusal.retry_after or _PAUSE, _LONGEST_PAUSE))
    return ask()


def _paid(row: DayRow, record: ShipmentRecord) -> DayRow:
    amount = record.payment.amount if record.payment else row.agreed
    return row.model_copy(update={"state": RowState.DONE, "paid": amount, "words": ""})


def _became(row: DayRow, state: RowState, words: str) -> DayRow:
    return row.model_copy(update={"state": state, "words": words})
