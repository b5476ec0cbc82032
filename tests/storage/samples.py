"""Small records and attempts to keep."""

import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from desktop_app.domain.address import Address
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def record(
    shipment_id: str = "abc123def456", minutes: int = 0, **changes: object
) -> ShipmentRecord:
    """A draft that was made `minutes` after NOW."""
    at = NOW + timedelta(minutes=minutes)
    shipment = Shipment(reference="ORD-1", recipient=Address(name="Ann Field", town="Malton"))
    draft = ShipmentRecord(
        id=shipment_id, account_id="practice", created_at=at, updated_at=at, shipment=shipment
    )
    return draft.model_copy(update=changes)


def noted(before: ShipmentRecord, notes: str) -> ShipmentRecord:
    """The record with other notes."""
    return before.model_copy(
        update={"shipment": before.shipment.model_copy(update={"notes": notes})}
    )


def counted(before: ShipmentRecord) -> ShipmentRecord:
    """The record with one more in its notes, and the same number where the list shows it."""
    number = str(int(before.shipment.notes or 0) + 1)
    return noted(before, number).model_copy(update={"trouble": number})


def attempt(
    shipment_id: str = "abc123def456",
    kind: AttemptKind = AttemptKind.PREPAY,
    minutes: int = 0,
) -> Attempt:
    """An attempt begun `minutes` after NOW."""
    return Attempt(
        key=str(uuid.uuid4()),
        kind=kind,
        state=AttemptState.STARTED,
        shipment_id=shipment_id,
        account_id="practice",
        amount=Decimal("7.10"),
        started_at=NOW + timedelta(minutes=minutes),
        order_id="26633",
    )
