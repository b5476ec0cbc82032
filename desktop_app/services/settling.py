"""Finding out what became of a payment: by reading the order back, never by paying again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import Enum, auto

from desktop_app.domain.errors import Cancelled, NotFound, PostroomError
from desktop_app.domain.journal import LIVE, Attempt, AttemptKind, AttemptState
from desktop_app.domain.order import Order
from desktop_app.domain.purchase import new_payment, with_paid, without_orders, without_payment
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.accounts import Accounts
from desktop_app.services.ports import Clock, Journal, Progress, Shipments

REFUSED_BY_500 = "answered with a fault"
# Signing in, asking once, and again with a new token take two minutes at the worst, and a payment
# that was not sent within one minute is not sent at all: after this none can be under way.
_LATEST = timedelta(minutes=5)
_AFTER_A_500 = timedelta(seconds=10)


class Verdict(Enum):
    """What reading an order back has shown."""

    PAID = auto()
    NOT_PAID = auto()
    UNKNOWN = auto()


class Settling:
    """Settles payments whose answer was lost, and ends waiting for those made in the browser."""

    def __init__(
        self, shipments: Shipments, accounts: Accounts, journal: Journal, clock: Clock
    ) -> None:
        self._shipments = shipments
        self._accounts = accounts
        self._journal = journal
        self._clock = clock
        self._being_sent: set[str] = set()

    @property
    def is_sending(self) -> bool:
        """Whether a payment is being sent from here right now."""
        return bool(self._being_sent)

    @contextmanager
    def hands_off(self, attempt: Attempt) -> Iterator[None]:
        """While its payment is sent from here, nothing else here settles this attempt.

        Its age alone would not say so after a sleep, or when the clock is set meanwhile.
        """
        self._being_sent.add(attempt.key)
        try:
            yield
        finally:
            self._being_sent.discard(attempt.key)

    def read_back(self, record: ShipmentRecord, order: Order) -> datetime | None:
        """When the service says the order was paid; None: it is not, as far as it knows."""
        broker = self._accounts.broker(record.account_id)
        return broker.read_order(order.order_id, order.hash).paid_at

    def settle(self, shipment_id: str) -> ShipmentRecord:
        """Reads a shipment's order back once and writes what is certain now.

        Paid: so it is marked. Not paid: the payment is given up once no answer can still be
        under way. Raises what the connection brings; nothing changes then.
        """
        record = self._shipments.get(shipment_id)
        attempt = self.live_attempt(shipment_id)
        if attempt is None:
            return self._without_attempt(record)
        if attempt.key in self._being_sent:
            return record
        if record.is_paid:
            self._journal.end(attempt.key, AttemptState.DONE, self._clock.now(), "paid")
            return record
        order = record.order
        if order is None or order.order_id != attempt.order_id:
            return self._unpaid(record, attempt)
        paid_at = self.read_back(record, order)
        if paid_at is None:
            return self._unpaid(record, attempt)
        return self.mark_paid(record.id, attempt, order, paid_at)

    def paid_elsewhere(self, record: ShipmentRecord) -> ShipmentRecord | None:
        """The record as paid, when its order was paid behind our back; None when it was not.

        So may be an order that the draft had before: its payment page is open to whoever has it.
        """
        current = record.order.order_id if record.order else ""
        earlier = (one for one in record.opened if one.order_id != current)
        for order in (*((record.order,) if record.order else ()), *earlier):
            if paid_at := self._read_if_there(record, order):
                attempt = new_payment(record, order, AttemptKind.LINK, self._clock.now())
                self._journal.begin(attempt)
                return self.mark_paid(record.id, attempt, order, paid_at)
        return None

    def forget_lost(self, shipment_id: str) -> ShipmentRecord:
        """Forgets the payment pages of orders that the service has thrown away: nobody can pay
        there any more. One that turns out to be paid is settled.

        Asks nothing for a shipment whose page was never opened; raises what the connection brings.
        """
        record = self._shipments.get(shipment_id)
        if not record.opened or record.is_locked:
            return record
        lost = {order.order_id for order in record.opened if self._is_lost(record, order)}
        if lost:
            record = self._shipments.update(shipment_id, lambda now: without_orders(now, lost))
        return self.settle(shipment_id) if record.opened else record

    def settle_all(self, progress: Progress) -> tuple[ShipmentRecord, ...]:
        """Settles every live payment; one that cannot be read now keeps its trouble's sentence.

        A shipment that cannot be read or written itself is raised once all others are settled.
        """
        attempts = self._journal.live()
        settled, failures = [], []
        for done, attempt in enumerate(attempts):
            progress.check()
            progress.report("Settling payments", done, len(attempts))
            try:
                settled.append(self._settle_or_note(attempt.shipment_id))
            except PostroomError as failure:
                failures.append(failure)
        if failures:
            raise failures[0]
        return tuple(settled)

    def settle_after_fault(
        self, record: ShipmentRecord, order: Order, attempt: Attempt, progress: Progress
    ) -> Verdict:
        """Settles a payment that was just answered with a fault or not at all.

        A whole answer that says 500 is what too small a balance looks like (facts, Paying): two
        read-backs that say "not paid" settle it. A lost answer needs longer than anyone waits
        here, unless it turns out to be paid. Stopping leaves it unknown.
        """
        unpaid = 0
        for pause in (0.0, 1.0, 2.0, 4.0):
            try:
                progress.wait(pause)
                paid_at = self.read_back(record, order)
            except Cancelled:
                break
            except PostroomError:
                continue
            if paid_at:
                self.mark_paid(record.id, attempt, order, paid_at)
                return Verdict.PAID
            unpaid += 1
            if unpaid == 2 and attempt.note == REFUSED_BY_500:
                self.mark_failed(record.id, attempt, "read back twice as not paid")
                return Verdict.NOT_PAID
        return Verdict.UNKNOWN

    def mark_paid(
        self, shipment_id: str, attempt: Attempt, order: Order, paid_at: datetime
    ) -> ShipmentRecord:
        """Writes that an order was paid: first in the record, then in the journal."""
        record = self._shipments.update(
            shipment_id, lambda now: with_paid(now, order, attempt, paid_at)
        )
        self._journal.end(attempt.key, AttemptState.DONE, self._clock.now(), "paid")
        return record

    def mark_failed(self, shipment_id: str, attempt: Attempt, why: str) -> ShipmentRecord:
        """Writes that a payment was certainly not made: the shipment can be paid again."""
        record = self._shipments.update(shipment_id, lambda now: without_payment(now, attempt.key))
        self._journal.end(attempt.key, AttemptState.FAILED, self._clock.now(), why)
        return record

    def live_attempt(self, shipment_id: str) -> Attempt | None:
        """The payment of a shipment that was begun and is not settled."""
        attempts = self._journal.of_shipment(shipment_id)
        payments = (one for one in attempts if one.kind is not AttemptKind.ORDER)
        return next((one for one in payments if one.state in LIVE), None)

    def _unpaid(self, record: ShipmentRecord, attempt: Attempt) -> ShipmentRecord:
        """Gives up what is not paid, in time.

        Waiting for the browser has no end, but an attempt that never reached the record has: no
        page was opened for it. Its process ended before it sent anything.
        """
        waiting = attempt.kind is AttemptKind.LINK and record.payment is not None
        if waiting or not self._has_waited(attempt):
            return record
        return self.mark_failed(record.id, attempt, "read back as not paid")

    def _has_waited(self, attempt: Attempt) -> bool:
        """Whether nothing of an attempt can still be under way.

        A clock that was put back makes it begin in the future: then the wait begins anew.
        """
        now = self._clock.now()
        since = attempt.ended_at or attempt.started_at
        if since - now > _LATEST:
            self._journal.end(attempt.key, AttemptState.UNCERTAIN, now, attempt.note)
        return now - since >= (_AFTER_A_500 if attempt.note == REFUSED_BY_500 else _LATEST)

    def _without_attempt(self, record: ShipmentRecord) -> ShipmentRecord:
        """A record that says a payment is in hand, with no attempt for it, is put right.

        Not so when it has moved on since it was read: another window may be paying by now. One
        whose payment page was opened once may have been paid there all the same.
        """
        if record.is_paid:
            return record
        if record.opened and (paid := self.paid_elsewhere(record)):
            return paid
        if record.payment is None:
            return record
        put_right = without_payment(record, record.payment.key)
        return self._shipments.update(record.id, lambda now: put_right if now == record else now)

    def _read_if_there(self, record: ShipmentRecord, order: Order) -> datetime | None:
        try:
            return self.read_back(record, order)
        except NotFound:
            if record.order and record.order.order_id == order.order_id:
                raise
            return None  # the service has thrown away what was never paid

    def _is_lost(self, record: ShipmentRecord, order: Order) -> bool:
        try:
            self.read_back(record, order)
        except NotFound:
            return True
        return False

    def _settle_or_note(self, shipment_id: str) -> ShipmentRecord:
        try:
            return self.settle(shipment_id)
        except PostroomError as failure:
            trouble = failure.message
        return self._shipments.update(
            shipment_id,
            lambda now: now if now.is_paid else now.model_copy(update={"trouble": trouble}),
        )
