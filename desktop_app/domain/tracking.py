"""Where a parcel is: the courier's events and the six documented stages (seed 002, Webhooks)."""

from datetime import datetime
from enum import StrEnum

from desktop_app.domain.value import Value


class TrackingStage(StrEnum):
    """The normalised stages, in their order."""

    DROPPED_OFF = "DroppedOff"
    COLLECTED = "Collected"
    IN_TRANSIT = "InTransit"
    AT_DEPOT = "AtDepot"
    DELIVERY_SCHEDULED = "DeliveryScheduled"
    DELIVERED = "Delivered"


class TrackingEvent(Value):
    """One event as the courier told it; `at` None where the time was not understood."""

    at: datetime | None = None
    description: str = ""
    details: str = ""
    status_code: str = ""
    parcel_number: str = ""
    stage: TrackingStage | None = None
