"""What a line costs: by weight, size, destination and extras; VAT once for each line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.practice.catalogue import Service
from desktop_app.practice.country_rows import Country

VAT_RATE = Decimal(20)
COVER_RATE = Decimal("0.05")
BASE_COVER = Decimal(20)
BASE_COVER_MAX_KG = Decimal(5)
VOLUME_OF_A_KG_CM3 = Decimal(5000)
FLAT_PRICES = {
    "Sms": Decimal("0.30"),
    "Signature": Decimal("1.10"),
    "DeliveryGuarantee": Decimal("1.10"),
    "PrintInStore": Decimal("0.25"),
    "ExtendedBaseCover": Decimal("0.20"),
}


@dataclass(frozen=True)
class Load:
    """One parcel as the price sees it: kg, cm (0: not said), pounds, and where it goes."""

    weight: Decimal
    height: Decimal
    width: Decimal
    length: Decimal
    value: Decimal
    to: Country


@dataclass(frozen=True)
class Price:
    """A line's price in pounds."""

    net: Decimal

    @property
    def vat(self) -> Decimal:
        """VAT on the line, half a penny rounded up: 10.99 gives 2.20."""
        return to_pence(self.net * VAT_RATE / 100)

    @property
    def total(self) -> Decimal:
        """What is paid."""
        return self.net + self.vat


def to_pence(amount: Decimal) -> Decimal:
    """Round to pence, halves up."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def carriage(service: Service, loads: Sequence[Load]) -> Decimal | None:
    """Return the price without VAT and extras; `None` when the service does not take them."""
    prices = [_parcel(service, load) for load in loads]
    if not prices or any(price is None for price in prices):
        return None
    return sum((price for price in prices if price is not None), Decimal("0.00"))


def _parcel(service: Service, load: Load) -> Decimal | None:
    rate = service.tariff.get(load.to.zone)
    if rate is None or not _serves(service, load.to) or not fits(service, load):
        return None
    weight = max(load.weight, _volume_weight(load) if service.volumetric else Decimal(0))
    beyond = max(Decimal(0), weight - service.first_kg)
    region = Decimal(0) if service.only_region else load.to.surcharge
    return to_pence(rate[0] + rate[1] * beyond + region)


def _serves(service: Service, to: Country) -> bool:
    return not service.only_region or to.subdivision == service.only_region


def fits(service: Service, load: Load) -> bool:
    """Tell whether weight and size are within the limits, the parcel turned as it fits best."""
    sides = sorted(side / 100 for side in (load.height, load.width, load.length))
    limits = sorted(service.size)
    within = all(side <= limit for side, limit in zip(sides, limits, strict=True))
    return within and 0 < load.weight <= service.max_kg


def _volume_weight(load: Load) -> Decimal:
    return load.height * load.width * load.length / VOLUME_OF_A_KG_CM3


def extra_price(
    service: Service, extra: str, loads: Sequence[Load], wanted: Iterable[str]
) -> Decimal | None:
    """Return an extra's price without VAT; `None` when the service does not offer it here.

    Cover costs a part of the value above what is covered anyway, up to the service's limit.
    """
    if extra not in service.extras:
        return None
    if extra == "Cover":
        included = base_cover(service, wanted)
        costs = (COVER_RATE * max(Decimal(0), _covered(service, load) - included) for load in loads)
        return to_pence(sum(costs, Decimal(0)))
    if extra == "ExtendedBaseCover" and any(load.weight > BASE_COVER_MAX_KG for load in loads):
        return None
    return FLAT_PRICES[extra] * len(loads)


def base_cover(service: Service, wanted: Iterable[str]) -> Decimal:
    """Return the cover that comes without `Cover`: the service's own, or the extended one."""
    extended = BASE_COVER if "ExtendedBaseCover" in wanted else Decimal(0)
    return max(Decimal(service.included_cover), extended)


def _covered(service: Service, load: Load) -> Decimal:
    return min(load.value, Decimal(service.max_cover))


def known_extra(name: str) -> str:
    """Return an extra's name as the service writes it, whatever the casing; else unchanged."""
    names = {known.lower(): known for known in (*FLAT_PRICES, "Cover")}
    return names.get(name.strip().lower(), name)
