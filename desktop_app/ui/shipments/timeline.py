"""What has happened to a shipment, newest first, in the user's words."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.order import PaymentMethod
from desktop_app.domain.record import ShipmentRecord


class Moment(NamedTuple):
    """One line of the timeline; `at` in UTC."""

    at: datetime
    text: str


def timeline(record: ShipmentRecord) -> tuple[Moment, ...]:
    """Everything that is known of it, the newest first; at one time, what came of it first."""
    latest_first = reversed(tuple(_moments(record)))
    return tuple(sorted(latest_first, key=lambda moment: moment.at, reverse=True))


def _moments(record: ShipmentRecord) -> Iterator[Moment]:
    yield Moment(record.created_at, _tr("Draft begun"))
    if record.order and record.order.created_at:
        yield Moment(record.order.created_at, _tr("Order {0} made").format(record.order.order_id))
    if record.payment:
        by_page = record.payment.method is PaymentMethod.LINK
        words = _tr("Payment page opened") if by_page else _tr("Payment sent from PrePay")
        yield Moment(record.payment.since, words)
    if record.payment and record.payment.paid_at:
        yield Moment(record.payment.paid_at, _tr("Paid"))
    if record.documents:
        yield Moment(min(one.kept_at for one in record.documents), _tr("Labels kept"))
    for number, note in enumerate(record.printed):
        word = _tr("Printed again") if number else _tr("Printed")
        where = f": {note.printer}" if note.printer else ""
        yield Moment(note.printed_at, f"{word}{where}")
    for event in record.events:
        if event.at:
            yield Moment(event.at, event.description or event.status_code)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
