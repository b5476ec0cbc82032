"""A payment, and what it does to a shipment's record: begun, made, given up."""

import uuid
from collections.abc import Container
from datetime import datetime

from desktop_app.domain.errors import AlreadyBought, InputError
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.order import Order, Payment, PaymentMethod, PaymentState
from desktop_app.domain.problem import error
from desktop_app.domain.record import ShipmentRecord


def new_payment(record: ShipmentRecord, order: Order, kind: AttemptKind, now: datetime) -> Attempt:
    """An attempt to pay an order, under a key of its own."""
    return Attempt(
        key=str(uuid.uuid4()),
        kind=kind,
        state=AttemptState.STARTED,
        shipment_id=record.id,
        account_id=record.account_id,
        amount=order.price.total,
        started_at=now,
        order_id=order.order_id,
    )


def with_begun(record: ShipmentRecord, order: Order, attempt: Attempt) -> ShipmentRecord:
    """The record with a payment in hand.

    Raises AlreadyBought when another window has paid or begun to pay meanwhile, InputError when
    the order is another one now.
    """
    if record.is_locked:
        raise AlreadyBought("A payment for this shipment was begun in another window.")
    if record.order is None or record.order.order_id != order.order_id:
        message = "The order has changed in another window. Check it again."
        raise InputError(message, [error("order", message)])
    if attempt.kind is AttemptKind.PREPAY:
        payment, opened = _payment(attempt, PaymentState.UNCERTAIN), record.opened
    else:
        payment = _payment(attempt, PaymentState.WAITING)
        opened = (*(one for one in record.opened if one.order_id != order.order_id), order)
    return record.model_copy(update={"payment": payment, "opened": opened, "trouble": ""})


def without_orders(record: ShipmentRecord, lost: Container[str]) -> ShipmentRecord:
    """The record without orders that are no longer there; a payment in hand keeps its own."""
    if record.is_locked:
        return record
    opened = tuple(order for order in record.opened if order.order_id not in lost)
    is_lost = record.order is not None and record.order.order_id in lost
    order = None if is_lost else record.order
    return record.model_copy(update={"opened": opened, "order": order})


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
