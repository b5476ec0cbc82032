"""Countries, collection dates, drop shops (facts, section 6)."""

from decimal import Decimal
from typing import Any

from desktop_app.parcel2go.wire.base import WireModel


class WireCountry(WireModel):
    """A country, or one priced part of it."""

    name: str
    iso2_code: str = ""
    iso3_code: str
    requires_customs: bool = False
    subdivision: str | None = None
    postcode_regex: str | None = None


class WireCollectionDate(WireModel):
    """A day, without a zone, and its surcharge."""

    collection_date: str
    surcharge: Decimal = Decimal(0)


class CollectionDates(WireModel):
    """The days to come."""

    collection_dates: tuple[Any, ...] = ()


class WireDropShop(WireModel):
    """A drop shop; distance in metres, times in HTML."""

    id: str
    name: str = ""
    address1: str = ""
    address2: str = ""
    postcode: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    distance: Decimal | None = None
    concatenated_times: str = ""


class Results(WireModel):
    """A list of anything."""

    results: tuple[Any, ...] = ()
