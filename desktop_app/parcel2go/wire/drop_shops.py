"""A drop shop."""

from desktop_app.parcel2go.wire.base import Amount, Loose, WireModel, Word


class WireDropShop(WireModel):
    """A shop that takes parcels; distance in metres, times in HTML."""

    id: Word
    name: str
    address1: Loose = ""
    address2: Loose = ""
    postcode: Loose = ""
    latitude: Amount | None = None
    longitude: Amount | None = None
    distance: Amount | None = None
    concatenated_times: Loose = ""
