"""Asking where parcels are: one, or all that are due; and the public page that shows one."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.errors import InputError, NotFound
from desktop_app.domain.polling import is_delivered, is_due
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.accounts import Accounts
from desktop_app.services.ports import Clock, Progress, Shipments

_PAID = frozenset({Stage.PAID, Stage.TO_PRINT, Stage.SENT})


class Tracking:
    """The courier's events of each paid shipment, kept with it.

    When a parcel was last asked about is known for this run only: a start asks once about each
    parcel that is under way.
    """

    def __init__(self, shipments: Shipments, accounts: Accounts, clock: Clock) -> None:
        self._shipments = shipments
        self._accounts = accounts
        self._clock = clock
        self._asked: dict[str, datetime] = {}

    def refresh(self, shipment_id: str) -> ShipmentRecord:
        """Reads the events of all its order lines; raises InputError for an unpaid one."""
        record = self._shipments.get(shipment_id)
        if record.order is None or not record.is_paid:
            raise InputError("Tracking begins when the order is paid.")
        broker = self._accounts.broker(record.account_id)
        self._asked[shipment_id] = self._clock.now()
        events = tuple(
            event for line in record.order.lines for event in broker.tracking(line.order_line_id)
        )
        return self._shipments.update(
            shipment_id, lambda now: now.model_copy(update={"events": events})
        )

    def lines(self, shipment_id: str) -> tuple[str, ...]:
        """The numbers of a shipment's order lines; () before it is ordered."""
        order = self._shipments.get(shipment_id).order
        return tuple(line.order_line_id for line in order.lines) if order else ()

    def due(self, account_id: str) -> tuple[str, ...]:
        """The shipments of an account to ask about now."""
        now = self._clock.now()
        rows = (row for row in self._shipments.rows(account_id) if row.stage in _PAID)
        records = (self._shipments.get(row.id) for row in rows)
        return tuple(record.id for record in records if self._is_due(record, now))

    def sweep(self, account_id: str, progress: Progress) -> Sequence[ShipmentRecord]:
        """Asks about all that are due; those of which something new was told.

        A parcel the service does not know is passed over; any other failure ends the sweep, since
        it would meet the next parcel as well.
        """
        changed = []
        due = self.due(account_id)
        for done, shipment_id in enumerate(due):
            progress.check()
            progress.report("Asking where the parcels are", done, len(due))
            before = self._shipments.get(shipment_id).events
            try:
                after = self.refresh(shipment_id)
            except (NotFound, InputError):
                continue
            if after.events != before:
                changed.append(after)
        return changed

    def page(self, record: ShipmentRecord) -> str:
        """The public tracking page of its first order line; "" before there is one."""
        if record.order is None or not record.order.lines:
            return ""
        base = self._accounts.broker(record.account_id).account.base_url
        return f"{base}/tracking/{record.order.lines[0].order_line_id}"

    def _is_due(self, record: ShipmentRecord, now: datetime) -> bool:
        paid_at = record.payment.paid_at or record.payment.since if record.payment else now
        return is_due(paid_at, self._asked.get(record.id), record.events, now)


def newly_delivered(before: ShipmentRecord, after: ShipmentRecord) -> bool:
    """Whether a sweep has brought the news that it has arrived."""
    return is_delivered(after.events) and not is_delivered(before.events)
