"""Where and when a parcel is handed over: collection dates and drop shops."""

from datetime import date
from decimal import Decimal

from desktop_app.domain.value import Value


class CollectionDate(Value):
    """A day the courier can come, and what that day adds to the price in pounds."""

    day: date
    surcharge: Decimal = Decimal(0)


class DropShop(Value):
    """A shop that takes parcels; `distance_m` in metres; `opening_times` as plain lines."""

    shop_id: str
    name: str
    address: str = ""
    postcode: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    distance_m: Decimal | None = None
    opening_times: tuple[str, ...] = ()
