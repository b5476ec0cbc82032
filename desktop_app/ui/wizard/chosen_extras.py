"""Which extras a shipment wants after one is ticked, and what is to be said about cover."""

from decimal import Decimal

from desktop_app.domain.extras import ExtraKind, cover_with
from desktop_app.domain.quote import Quote
from desktop_app.domain.shipment import Shipment

# The standard protection is part of the full one: together they would be paid for twice.
_EXCLUDING = {
    ExtraKind.COVER.casefold(): ExtraKind.EXTENDED_BASE_COVER.casefold(),
    ExtraKind.EXTENDED_BASE_COVER.casefold(): ExtraKind.COVER.casefold(),
}


def wants(extras: tuple[str, ...], kind: str) -> bool:
    """Whether an extra is among them, in any case."""
    return kind.casefold() in {one.casefold() for one in extras}


def with_extra(extras: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """With one more; the protection it excludes goes."""
    excluded = _EXCLUDING.get(kind.casefold(), "")
    return (*without_extra(without_extra(extras, kind), excluded), kind)


def without_extra(extras: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Without one, in any case."""
    return tuple(one for one in extras if one.casefold() != kind.casefold())


def uncovered(quote: Quote, shipment: Shipment) -> Decimal:
    """How many pounds would be lost with the parcels; 0 where everything is covered."""
    value = shipment.value or Decimal(0)
    return max(value - cover_with(quote, shipment.extras, value), Decimal(0))
