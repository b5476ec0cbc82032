"""What a service costs for one shipment, and what may be added to it."""

import re
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from desktop_app.domain.money import FREE, Price
from desktop_app.domain.value import Value

# "Tracked", "Full tracking"; not "Untracked", "No tracking", "Not tracked", "Without tracking".
_TRACKED = re.compile(
    r"(?<!\w)(?<!no )(?<!not )(?<!non-)(?<!without )(?:tracked|tracking)\b", re.IGNORECASE
)


class Speed(StrEnum):
    """The service's own classification."""

    FAST = "Fast"
    MEDIUM = "Medium"
    SLOW = "Slow"
    UNKNOWN = ""


class CourierService(Value):
    """A courier's service. Limits are kilograms and centimetres (the wire says metres); None: none.

    `collection` is the wire's `Collection`, `Shop` or `Locker`; `drop_off_provider` is "" for a
    collection, else the code under which its drop shops are found. Texts are plain, not HTML.
    """

    slug: str
    name: str
    courier: str
    courier_slug: str = ""
    collection: str = "Collection"
    delivery: str = "Door"
    drop_off_provider: str = ""
    max_weight_kg: Decimal | None = None
    max_length_cm: Decimal | None = None
    max_width_cm: Decimal | None = None
    max_height_cm: Decimal | None = None
    max_cover: Decimal | None = None
    printer_required: bool = False
    requires_dimensions: bool = False
    speed: Speed = Speed.UNKNOWN
    description: str = ""
    features: str = ""

    @property
    def is_drop_off(self) -> bool:
        """Whether the sender carries the parcel to a shop or a locker."""
        return self.collection.casefold() != "collection"

    @property
    def is_tracked(self) -> bool:
        """Whether its own texts say so: the API has no field for it."""
        return bool(_TRACKED.search(f"{self.name}\n{self.features}\n{self.description}"))


class OfferedExtra(Value):
    """An extra this quote offers, with its price; Details where the service gives them."""

    kind: str
    price: Price
    included_cover: Decimal | None = None
    max_weight_kg: Decimal | None = None


class Quote(Value):
    """One service at its price. Dates are UK local time, as the service means them."""

    service: CourierService
    price: Price
    vat_rate: Decimal | None = None
    discount: Decimal = Decimal(0)
    collection_date: date | None = None
    cut_off: datetime | None = None
    estimated_delivery: date | None = None
    included_cover: Decimal = Decimal(0)
    extras: tuple[OfferedExtra, ...] = ()
    requires_customs: bool = False
    requires_commercial_invoice: bool = False
    country_of_manufacture_required: bool = False
    export_reason_required: bool = False
    tariff_code_required: bool = False
    drop_shop_distance_m: Decimal | None = None

    def extra(self, kind: str) -> OfferedExtra | None:
        """The offer for an extra, by its API name in any case; None when it is not offered."""
        wanted = kind.casefold()
        return next((offer for offer in self.extras if offer.kind.casefold() == wanted), None)

    def price_with(self, extras: tuple[str, ...]) -> Price:
        """The price with the extras it offers out of those wanted."""
        offers = [self.extra(kind) for kind in dict.fromkeys(extras)]
        return sum((offer.price for offer in offers if offer), self.price)


class Choice(Value):
    """The chosen quote, when it was made, and what it was made for (`quote_key`).

    `rule` is what the rule named that chose it ("cheapest", a slug); "": the user chose it himself,
    and no rule changes that.
    """

    quote: Quote
    quoted_at: datetime
    key: str
    rule: str = ""


class Verification(Value):
    """The exact price of one order as the service verified it, for one `order_key`."""

    cost: Decimal
    key: str
    verified_at: datetime


def extras_price(quote: Quote, extras: tuple[str, ...]) -> Price:
    """What the wanted extras add to a quote."""
    offers = [quote.extra(kind) for kind in dict.fromkeys(extras)]
    return sum((offer.price for offer in offers if offer), FREE)


def cheapest(quotes: tuple[Quote, ...], extras: tuple[str, ...] = ()) -> Quote | None:
    """The one with the lowest total, the wanted extras included."""
    return min(
        quotes,
        key=lambda quote: (quote.price_with(extras).total, quote.service.name),
        default=None,
    )


def cheapest_tracked(quotes: tuple[Quote, ...], extras: tuple[str, ...] = ()) -> Quote | None:
    """The cheapest of those whose texts say that they are tracked."""
    return cheapest(tuple(quote for quote in quotes if quote.service.is_tracked), extras)


_ORDER = {Speed.FAST: 0, Speed.MEDIUM: 1, Speed.SLOW: 2, Speed.UNKNOWN: 3}


def fastest(quotes: tuple[Quote, ...], extras: tuple[str, ...] = ()) -> Quote | None:
    """The one that arrives first; then by classification, then the cheaper with these extras."""
    return min(
        quotes,
        key=lambda quote: (
            quote.estimated_delivery or date.max,
            _ORDER[quote.service.speed],
            quote.price_with(extras).total,
        ),
        default=None,
    )
