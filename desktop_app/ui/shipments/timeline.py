"""What has happened to a shipment, newest first, in the user's words."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.order import PaymentMethod
from desktop_app.domain.record import ShipmentRecord

translate = QCoreApplication.translate


class Moment(NamedTuple):
    """One line of the timeline; `at` in UTC."""

    at: datetime
    text: str


def timeline(record: ShipmentRecord) -> tuple[Moment, ...]:
    """Everything that is known of it, the newest first; at one time, what came of it first."""
    steps = tuple(_steps(record))
    ranked = [*zip(_in_turn(steps), steps, strict=True)]
    ranked += [(event.at, event) for event in _events(record)]
    ranked.sort(key=lambda pair: pair[0])
    return tuple(moment for _, moment in reversed(ranked))


def _in_turn(steps: Iterable[Moment]) -> Iterator[datetime]:
    """When each step was at the earliest: the service's clock is not this computer's, and an
    order is not paid before it is made.
    """
    return accumulate((step.at for step in steps), max)


def _steps(record: ShipmentRecord) -> Iterator[Moment]:
    yield Moment(record.created_at, translate("Timeline", "Draft begun"))
    if record.order and record.order.created_at:
        yield Moment(
            record.order.created_at,
            translate("Timeline", "Order {0} made").format(record.order.order_id),
        )
    if record.payment:
        by_page = record.payment.method is PaymentMethod.LINK
        words = (
            translate("Timeline", "Payment page opened")
            if by_page
            else translate("Timeline", "Payment sent from PrePay")
        )
        yield Moment(record.payment.since, words)
    if record.payment and record.payment.paid_at:
        yield Moment(record.payment.paid_at, translate("Timeline", "Paid"))
    if record.documents:
        yield Moment(
            min(one.kept_at for one in record.documents), translate("Timeline", "Labels kept")
        )
    for number, note in enumerate(record.printed):
        word = (
            translate("Timeline", "Printed again") if number else translate("Timeline", "Printed")
        )
        where = f": {note.printer}" if note.printer else ""
        yield Moment(note.printed_at, f"{word}{where}")


def _events(record: ShipmentRecord) -> Iterator[Moment]:
    for event in record.events:
        if event.at:
            yield Moment(event.at, event.description or event.status_code)
