"""One tracking event."""

from desktop_app.parcel2go.wire.base import Loose, WireModel


class WireEvent(WireModel):
    """What the courier told; any of it may be missing."""

    timestamp: Loose = ""
    description: Loose = ""
    details: Loose = ""
    status_code: Loose = ""
    tracking_stage: Loose = ""
    parcel_number: Loose = ""
