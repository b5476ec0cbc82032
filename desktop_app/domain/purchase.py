"""What a payment does to a shipment's record: begun, made, given up."""

from datetime import datetime

from desktop_app.domain.errors import InputError
from desktop_app.domain.journal import Attempt, AttemptKind
from desktop_app.domain.order import Order, Payment, PaymentMethod, PaymentState
from desktop_app.domain.problem import error
from desktop_app.domain.record import ShipmentRecord


def with_begun(record: ShipmentRecord, order: Order, attempt: Attempt) -> ShipmentRecord:
    """The record with a payment in hand; raises InputError when its order is another one now."""
    if record.order is None or record.order.order_id != order.order_id:
        message = "The order has changed in another window. Check it again."
        raise InputError(message, [error("order", message)])
    by_link = attempt.kind is AttemptKind.LINK
    state = PaymentState.WAITING if by_link else PaymentState.UNCERTAIN
    return record.model_copy(update={"payment": _payment(attempt, state), "trouble": ""})


def with_paid(
    record: ShipmentRecord, order: Order, attempt: Attempt, paid_at: datetime
) -> ShipmentRecord:
    """The record once an order is known to be paid: its labels are what was bought.

    The order is the one that was paid, even where the draft has got another one since: without
    its hash the labels would be lost. A second order that turns out to be paid is told of.
    """
    same = record.order is not None and record.order.order_id == order.order_id
    if record.is_paid and not same:
        return record.model_copy(update={"trouble": _PAID_TWICE.format(order.order_id)})
    payment = _payment(attempt, PaymentState.PAID, paid_at)
    trouble = "" if same else _CHANGED_SINCE.format(order.order_id)
    return record.model_copy(update={"order": order, "payment": payment, "trouble": trouble})


def without_payment(record: ShipmentRecord, key: str) -> ShipmentRecord:
    """The record once the attempt with this key is known to have failed.

    A payment that was made, or that another attempt has begun since, stays.
    """
    payment = record.payment
    if payment is None or record.is_paid or payment.key not in {"", key}:
        return record
    return record.model_copy(update={"payment": None, "trouble": ""})


_PAID_TWICE = "Order {} was paid too. Ask Parcel2Go for the money of one of them."
_CHANGED_SINCE = "Order {} was paid before the draft was changed: it is sent as it was ordered."


def _payment(attempt: Attempt, state: PaymentState, paid_at: datetime | None = None) -> Payment:
    by_link = attempt.kind is AttemptKind.LINK
    return Payment(
        method=PaymentMethod.LINK if by_link else PaymentMethod.PREPAY,
        state=state,
        amount=attempt.amount,
        since=attempt.started_at,
        paid_at=paid_at,
        key=attempt.key,
    )
