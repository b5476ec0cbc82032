"""A row of the countries endpoint."""

from desktop_app.parcel2go.wire.base import Loose, WireModel, Word


class WireCountry(WireModel):
    """A country's main row, or one part of it that is priced apart."""

    name: str
    iso2_code: str
    iso3_code: Word
    requires_customs: bool
    subdivision: Loose = ""
    postcode_regex: Loose = ""
