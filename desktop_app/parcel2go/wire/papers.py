"""Labels, numbers, tracking (facts, section 5)."""

from typing import Any

from desktop_app.parcel2go.wire.base import WireModel


class Labels(WireModel):
    """Documents in base64; none while they are being made."""

    successful_labels: int = 0
    base64_encoded_labels: tuple[str, ...] = ()


class SeparateItem(WireModel):
    """One line's label and the courier's numbers."""

    order_line_id: str = ""
    courier_tracking_numbers: tuple[str | None, ...] = ()


class SeparateLabels(WireModel):
    """One item for each order line."""

    items: tuple[SeparateItem, ...] = ()


class ParcelNumber(WireModel):
    """A parcel's number; null in the sandbox."""

    parcel_id: str = ""
    tracking_number: str | None = None


class ParcelNumbers(WireModel):
    """All parcels of an order."""

    tracking_numbers: tuple[ParcelNumber, ...] = ()


class TrackingResult(WireModel):
    """One event."""

    timestamp: str = ""
    description: str = ""
    details: str = ""
    status_code: str = ""
    parcel_number: str = ""


class TrackingAnswer(WireModel):
    """The events, newest first."""

    results: tuple[Any, ...] = ()
