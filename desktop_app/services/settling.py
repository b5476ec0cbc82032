"""Finding out what became of a payment: by reading the order back, never by paying again."""

from datetime import datetime, timedelta
from enum import Enum, auto

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.order import Order, Payment, PaymentMethod, PaymentState
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.accounts import Accounts
from desktop_app.services.ports import Clock, Journal, Progress, Shipments

REFUSED_BY_500 = "answered with a fault"
# A request ends after 20 s; whatever the service still does with it is over long before this.
_LATEST = timedelta(minutes=2)


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
        attempt = self._live_attempt(shipment_id)
        if record.order is None or attempt is None:
            return self._without_attempt(record)
        paid_at = self.read_back(record, record.order)
        if paid_at:
            return self.mark_paid(record.id, attempt, paid_at)
        if attempt.kind is AttemptKind.PREPAY and self._is_over(attempt):
            return self.mark_failed(record.id, attempt, "read back as not paid")
        return record

    def settle_all(self, progress: Progress) -> tuple[ShipmentRecord, ...]:
        """Settles every live payment; one that cannot be read now keeps its trouble's sentence."""
        attempts = self._journal.live()
        settled = []
        for done, attempt in enumerate(attempts):
            progress.check()
            progress.report("Settling payments", done, len(attempts))
            try:
                settled.append(self.settle(attempt.shipment_id))
            except PostroomError as failure:
                settled.append(self._troubled(attempt.shipment_id, failure.message))
        return tuple(settled)

    def settle_after_fault(
        self, record: ShipmentRecord, attempt: Attempt, progress: Progress
    ) -> Verdict:
        """Settles a payment that was just answered with a fault or not at all.

        A whole answer that says 500 is what too small a balance looks like (facts, Paying): two
        read-backs that say "not paid" settle it. A lost answer needs longer than anyone waits
        here, unless it turns out to be paid.
        """
        unpaid = 0
        for pause in (0.0, 1.0, 2.0, 4.0):
            progress.wait(pause)
            try:
                paid_at = self.read_back(record, record.order) if record.order else None
            except PostroomError:
                continue
            if paid_at:
                self.mark_paid(record.id, attempt, paid_at)
                return Verdict.PAID
            unpaid += 1
            if unpaid == 2 and attempt.note == REFUSED_BY_500:
                self.mark_failed(record.id, attempt, "read back twice as not paid")
                return Verdict.NOT_PAID
        return Verdict.UNKNOWN

    def mark_paid(self, shipment_id: str, attempt: Attempt, paid_at: datetime) -> ShipmentRecord:
        """Writes that a payment was made: first in the record, then in the journal."""
        method = PaymentMethod.LINK if attempt.kind is AttemptKind.LINK else PaymentMethod.PREPAY
        payment = Payment(
            method=method,
            state=PaymentState.PAID,
            amount=attempt.amount,
            since=attempt.started_at,
            paid_at=paid_at,
        )
        record = self._shipments.update(
            shipment_id,
            lambda now: now.model_copy(update={"payment": payment, "trouble": ""}),
        )
        self._journal.end(attempt.key, AttemptState.DONE, self._clock.now(), "paid")
        return record

    def mark_failed(self, shipment_id: str, attempt: Attempt, why: str) -> ShipmentRecord:
        """Writes that a payment was certainly not made: the shipment can be paid again."""
        record = self._shipments.update(shipment_id, _without_payment)
        self._journal.end(attempt.key, AttemptState.FAILED, self._clock.now(), why)
        return record

    def _without_attempt(self, record: ShipmentRecord) -> ShipmentRecord:
        """A record that says a payment is in hand, with no attempt for it, is put right."""
        if record.payment is None or record.is_paid:
            return record
        return self._shipments.update(record.id, _without_payment)

    def _live_attempt(self, shipment_id: str) -> Attempt | None:
        live = (AttemptState.STARTED, AttemptState.UNCERTAIN)
        attempts = self._journal.of_shipment(shipment_id)
        payments = (one for one in attempts if one.kind is not AttemptKind.ORDER)
        return next((one for one in payments if one.state in live), None)

    def _is_over(self, attempt: Attempt) -> bool:
        age = self._clock.now() - attempt.started_at
        return age >= _LATEST or (age >= timedelta(0) and attempt.note == REFUSED_BY_500)

    def _troubled(self, shipment_id: str, trouble: str) -> ShipmentRecord:
        return self._shipments.update(
            shipment_id, lambda now: now.model_copy(update={"trouble": trouble})
        )


def _without_payment(record: ShipmentRecord) -> ShipmentRecord:
    if record.is_paid:
        return record
    return record.model_copy(update={"payment": None, "trouble": ""})
