"""Creating the order: unpaid, it costs nothing, and its hash is kept the moment it is known."""

import uuid
from contextlib import suppress
from decimal import Decimal

from desktop_app.domain.errors import InputError, NoConnection, PostroomError, ServiceBroken
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.order import Order
from desktop_app.domain.problem import error
from desktop_app.domain.quote import Quote
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import order_key
from desktop_app.services.accounts import Accounts
from desktop_app.services.memory import Memory
from desktop_app.services.ports import Clock, Journal, Progress, Shipments


class Ordering:
    """One unpaid order for each shipment, made anew only when what it says has changed."""

    def __init__(
        self,
        shipments: Shipments,
        accounts: Accounts,
        journal: Journal,
        memory: Memory,
        clock: Clock,
    ) -> None:
        self._shipments = shipments
        self._accounts = accounts
        self._journal = journal
        self._memory = memory
        self._clock = clock

    def order(self, shipment_id: str, progress: Progress) -> ShipmentRecord:
        """Creates the order of a verified shipment, or hands out the one that still holds.

        Raises InputError when nothing was verified, Refused with the service's fields. After a
        lost answer a new order may be made: an unpaid one costs nothing.
        """
        record = self._shipments.get(shipment_id)
        if record.is_locked or record.order is not None:
            return record
        quote, verified = record.quote_to_order, record.live_verification
        if quote is None or verified is None:
            message = "Check the order before it is made: the draft has changed since."
            raise InputError(message, [error("order", message)])
        progress.report("Making the order")
        attempt = self._begin(record, verified.cost)
        order = self._create(record, quote, attempt)
        said = order_key(record.shipment, quote.service.slug)
        kept = order.model_copy(
            update={
                "said": said,
                "service": quote.service.slug,
                "created_at": self._clock.now(),
            }
        )
        changed = self._shipments.update(shipment_id, lambda now: _with_order(now, kept))
        self._journal.end(
            attempt.key, AttemptState.DONE, self._clock.now(), f"order {order.order_id}"
        )
        with suppress(PostroomError):  # what is remembered is a comfort; the order is made
            self._memory.remember(record.shipment)
        return changed

    def _begin(self, record: ShipmentRecord, amount: Decimal) -> Attempt:
        attempt = Attempt(
            key=str(uuid.uuid4()),
            kind=AttemptKind.ORDER,
            state=AttemptState.STARTED,
            shipment_id=record.id,
            account_id=record.account_id,
            amount=amount,
            started_at=self._clock.now(),
        )
        self._journal.begin(attempt)
        return attempt

    def _create(self, record: ShipmentRecord, quote: Quote, attempt: Attempt) -> Order:
        broker = self._accounts.broker(record.account_id)
        try:
            return broker.create_order(record.shipment, quote, attempt.key)
        except PostroomError as failure:
            lost = isinstance(failure, (NoConnection, ServiceBroken))
            state = AttemptState.UNCERTAIN if lost else AttemptState.FAILED
            self._journal.end(attempt.key, state, self._clock.now(), type(failure).__name__)
            raise


def _with_order(record: ShipmentRecord, order: Order) -> ShipmentRecord:
    """The order kept with its record, unless that has moved on: another window has changed the
    draft, chosen another service, or made an order itself."""
    choice = record.live_choice
    if choice is None or record.order is not None or record.is_locked:
        return record
    if order_key(record.shipment, choice.quote.service.slug) != order.said:
        return record
    return record.model_copy(update={"order": order, "trouble": ""})
