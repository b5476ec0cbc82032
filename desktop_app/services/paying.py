"""Paying an order once: the journal first, the request once, and never again by itself."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import ROUND_UP, Decimal

from desktop_app.domain.account import is_own_page
from desktop_app.domain.errors import (
    AlreadyBought,
    BalanceTooLow,
    InputError,
    NoConnection,
    NotFound,
    NotSignedIn,
    PaymentUncertain,
    PostroomError,
    Refused,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.order import Order
from desktop_app.domain.problem import error
from desktop_app.domain.purchase import new_payment, with_begun
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.accounts import Accounts
from desktop_app.services.ports import Broker, Clock, Journal, Progress, Shipments
from desktop_app.services.settling import REFUSED_BY_500, Settling, Verdict
from desktop_app.services.spending import Spending

# A payment that could not be sent by then (the computer slept) is not sent: another window may
# have given it up.
_SENT_WITHIN = timedelta(minutes=1)
# Told of an account's balance in pounds, and when it was asked for.
BalanceHeard = Callable[[str, Decimal, datetime], None]
_PAYMENT_PAGES = ("payment", "card", "PayByCard", "paypal", "barclaycard")


def _unheard(_account_id: str, _balance: Decimal, _asked_at: datetime) -> None:
    """Nobody wants to know."""


class Paying:
    """PrePay, or the payment page in the browser. Every way in goes through the journal."""

    def __init__(  # noqa: PLR0913 - the last is told, the others are asked
        self,
        shipments: Shipments,
        accounts: Accounts,
        journal: Journal,
        settling: Settling,
        spending: Spending,
        clock: Clock,
        *,
        on_balance: BalanceHeard = _unheard,
    ) -> None:
        self._shipments = shipments
        self._accounts = accounts
        self._journal = journal
        self._settling = settling
        self._spending = spending
        self._clock = clock
        self._on_balance = on_balance

    def balance(self, account_id: str = "") -> Decimal:
        """What PrePay of a shipment's account holds, else of the current one, in pounds."""
        broker, asked_at = self._accounts.broker(account_id), self._clock.now()
        balance = broker.prepay_balance()
        self._on_balance(broker.account.id, balance, asked_at)
        return balance

    def top_up_page(self, missing: Decimal, account_id: str = "") -> str:
        """The page on which PrePay is topped up by at least this, in whole pounds."""
        pounds = missing.quantize(Decimal(1), rounding=ROUND_UP)
        broker = self._accounts.broker(account_id)
        return _own_page(broker, broker.top_up_link(max(pounds, Decimal(1))))

    def pay_with_prepay(
        self,
        shipment_id: str,
        amount: Decimal,
        progress: Progress,
        *,
        beyond_limit: bool = False,
    ) -> ShipmentRecord:
        """Pays the order from PrePay; `amount` is what the user agreed to.

        Raises LimitPassed unless going `beyond_limit` was agreed to as well, AlreadyBought,
        BalanceTooLow and other refusals when certainly nothing was paid, and PaymentUncertain
        when that is not known; then only `settle` goes on.
        """
        record, order = self._payable(shipment_id, amount, beyond_limit=beyond_limit)
        broker = self._accounts.broker(record.account_id)
        progress.report("Making sure that the order is not paid yet")
        if paid := self._settling.paid_elsewhere(record):
            return paid
        _require_balance(broker, amount)
        progress.check()
        progress.report("Paying from PrePay")
        attempt = self._begin(record, order, AttemptKind.PREPAY)
        with self._settling.hands_off(attempt):
            self._require_still_ours(attempt)
            return self._send(record, order, attempt, progress)

    def start_browser_payment(
        self, shipment_id: str, amount: Decimal, *, beyond_limit: bool = False
    ) -> tuple[ShipmentRecord, str]:
        """Begins waiting for a payment in the browser; the record, and the page to open.

        Waiting survives a restart and ends when the order is read back as paid. While it lasts
        the order cannot be paid from PrePay.
        """
        record, order = self._payable(shipment_id, amount, beyond_limit=beyond_limit)
        page = self.payment_page(record)
        if paid := self._settling.paid_elsewhere(record):
            return paid, page
        self._begin(record, order, AttemptKind.LINK)
        return self._shipments.get(shipment_id), page

    def payment_page(self, record: ShipmentRecord) -> str:
        """The order's own payment page, its host checked; raises Refused when it has none."""
        url = record.order.link(*_PAYMENT_PAGES) if record.order else None
        if not url:
            raise Refused("This order has no payment page.", advice="Pay it from PrePay.")
        return _own_page(self._accounts.broker(record.account_id), url)

    def stop_waiting(self, shipment_id: str) -> ShipmentRecord:
        """Ends waiting for the browser: paid if the order says so now, else unpaid again."""
        record = self._settling.settle(shipment_id)
        if record.is_paid or record.payment is None:
            return record
        attempt = self._settling.live_attempt(shipment_id)
        if attempt is None or attempt.kind is not AttemptKind.LINK:
            return record
        return self._settling.mark_failed(shipment_id, attempt, "waiting was stopped")

    def _payable(
        self, shipment_id: str, amount: Decimal, *, beyond_limit: bool
    ) -> tuple[ShipmentRecord, Order]:
        record = self._shipments.get(shipment_id)
        if record.is_locked:
            raise AlreadyBought(_in_hand(record))
        if record.order is None:
            message = "There is no order to pay yet: check it first."
            raise InputError(message, [error("order", message)])
        if record.order.price.total != amount:
            message = f"The order costs £{record.order.price.total:.2f}, not £{amount:.2f}."
            raise InputError(message, [error("order", message)])
        if not beyond_limit:
            self._spending.require_within(record.account_id, [amount])
        return record, record.order

    def _begin(self, record: ShipmentRecord, order: Order, kind: AttemptKind) -> Attempt:
        """The journal row, synced, and the payment on the record: before anything is sent."""
        attempt = new_payment(record, order, kind, self._clock.now())
        self._journal.begin(attempt)
        try:
            self._shipments.update(record.id, lambda now: with_begun(now, order, attempt))
        except PostroomError:
            self._journal.end(attempt.key, AttemptState.FAILED, self._clock.now(), "not sent")
            raise
        return attempt

    def _require_still_ours(self, attempt: Attempt) -> None:
        """The last look before money moves: the attempt is young, and nobody has settled it."""
        age = self._clock.now() - attempt.started_at
        kept = self._settling.live_attempt(attempt.shipment_id)
        ours = kept is not None and (kept.key, kept.state) == (attempt.key, AttemptState.STARTED)
        if ours and abs(age) <= _SENT_WITHIN:
            return
        self._settling.mark_failed(attempt.shipment_id, attempt, "not sent")
        raise Refused(_NOT_SENT, advice="Look at the shipment, then pay again.")

    def _send(
        self, record: ShipmentRecord, order: Order, attempt: Attempt, progress: Progress
    ) -> ShipmentRecord:
        try:
            self._accounts.broker(record.account_id).pay_with_prepay(order)
        except (NotSignedIn, NotFound, TooManyRequests):
            self._settling.mark_failed(record.id, attempt, "refused")
            raise
        except Refused as refusal:
            return self._refused(record, order, attempt, refusal)
        except NoConnection as failure:
            if failure.may_have_arrived:
                return self._uncertain(record, order, attempt, failure, progress)
            self._settling.mark_failed(record.id, attempt, "not sent")
            raise
        except PostroomError as failure:
            return self._uncertain(record, order, attempt, failure, progress)
        return self._settling.mark_paid(record.id, attempt, order, self._clock.now())

    def _refused(
        self, record: ShipmentRecord, order: Order, attempt: Attempt, refusal: Refused
    ) -> ShipmentRecord:
        """A refusal is believed once the order was read back as unpaid.

        A 200 may carry errors too, and what was charged then only the order itself knows.
        """
        try:
            paid_at = self._settling.read_back(record, order)
        except PostroomError as unread:
            self._write_uncertain(attempt, "refused, not read back")
            raise PaymentUncertain(_UNCERTAIN) from unread
        if paid_at:
            return self._settling.mark_paid(record.id, attempt, order, paid_at)
        self._settling.mark_failed(record.id, attempt, "refused")
        raise refusal

    def _uncertain(
        self,
        record: ShipmentRecord,
        order: Order,
        attempt: Attempt,
        failure: PostroomError,
        progress: Progress,
    ) -> ShipmentRecord:
        """Only a bare 500 is the service's own no; a gateway's 502 to 504 leaves it open whether
        the service still works on it."""
        bare = isinstance(failure, ServiceBroken) and failure.status == 500
        attempt = self._write_uncertain(attempt, REFUSED_BY_500 if bare else "answer lost")
        progress.report("The answer was lost. Reading the order back")
        verdict = self._settling.settle_after_fault(record, order, attempt, progress)
        if verdict is Verdict.PAID:
            return self._shipments.get(record.id)
        if verdict is Verdict.NOT_PAID:
            _require_balance(self._accounts.broker(record.account_id), attempt.amount)
            raise Refused(_NOT_PAID, advice=BalanceTooLow.advice) from failure
        raise PaymentUncertain(_UNCERTAIN) from failure

    def _write_uncertain(self, attempt: Attempt, note: str) -> Attempt:
        self._journal.end(attempt.key, AttemptState.UNCERTAIN, self._clock.now(), note)
        return attempt.model_copy(update={"state": AttemptState.UNCERTAIN, "note": note})


_UNCERTAIN = "The answer to the payment was lost. It is not known yet whether it was made."
_NOT_SENT = "The payment was held up for too long, so nothing was sent."
_NOT_PAID = "Parcel2Go could not take the payment, and nothing was paid."


def _in_hand(record: ShipmentRecord) -> str:
    if record.is_paid:
        return "This shipment is paid. It is not paid again."
    return "A payment for this shipment is in hand. It is not paid a second time."


def _require_balance(broker: Broker, amount: Decimal) -> None:
    """Nothing is sent that PrePay cannot cover; where the balance cannot be read, the service
    decides (PrePay may answer 401 or 403 until it is enabled: facts, section 1)."""
    try:
        balance = broker.prepay_balance()
    except (NotSignedIn, Refused):
        return
    if balance < amount:
        missing = amount - balance
        words = f"PrePay holds £{balance:.2f}, £{missing:.2f} too little."
        raise BalanceTooLow(words, missing=missing, balance=balance)


def _own_page(broker: Broker, url: str) -> str:
    if not is_own_page(url, broker.account):
        message = "The link leads somewhere else than to Parcel2Go. It is not opened."
        raise Refused(message, advice="Open the order on Parcel2Go's own website.")
    return url
