"""The couriers' numbers of an order's parcels."""

from desktop_app.parcel2go.wire.base import Loose, WireModel


class ParcelNumber(WireModel):
    """A parcel and its number; null in the sandbox, and while its label is not made."""

    parcel_id: Loose = ""
    tracking_number: Loose = ""
