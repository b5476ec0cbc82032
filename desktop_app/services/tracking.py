"""Asking where a parcel is, and the public page that shows it."""

from desktop_app.domain.errors import InputError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.accounts import Accounts
from desktop_app.services.ports import Shipments


class Tracking:
    """The courier's events of each paid shipment, kept with it."""

    def __init__(self, shipments: Shipments, accounts: Accounts) -> None:
        self._shipments = shipments
        self._accounts = accounts

    def refresh(self, shipment_id: str) -> ShipmentRecord:
        """Reads the events of all its order lines; raises InputError for an unpaid one."""
        record = self._shipments.get(shipment_id)
        if record.order is None or not record.is_paid:
            raise InputError("Tracking begins when the order is paid.")
        broker = self._accounts.broker(record.account_id)
        events = tuple(
            event for line in record.order.lines for event in broker.tracking(line.order_line_id)
        )
        return self._shipments.update(
            shipment_id, lambda now: now.model_copy(update={"events": events})
        )

    def page(self, record: ShipmentRecord) -> str:
        """The public tracking page of its first order line; "" before there is one."""
        if record.order is None or not record.order.lines:
            return ""
        base = self._accounts.broker(record.account_id).account.base_url
        return f"{base}/tracking/{record.order.lines[0].order_line_id}"
