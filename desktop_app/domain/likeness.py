"""When two shipments are probably one: the same order of a shop, or the same goods to the same
person."""

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from desktop_app.domain.address import Address
from desktop_app.domain.shipment import Shipment

_SPACES = re.compile(r"[\W_]+")


class Likeness(StrEnum):
    """What two shipments have in common."""

    ORDER = "order"
    GOODS = "goods"


def likeness(one: Shipment, other: Shipment) -> Likeness | None:
    """Why they are probably the same parcel twice; None when nothing says so."""
    if plain(one.reference) and plain(one.reference) == plain(other.reference):
        return Likeness.ORDER
    if goods(one) and place(one.recipient) == place(other.recipient) and goods(one) == goods(other):
        return Likeness.GOODS
    return None


def place(address: Address) -> tuple[str, ...]:
    """Who and where, whatever the spelling of it: letters and digits only."""
    parts = (address.name, address.property, address.street, address.postcode, address.country)
    return tuple(plain(part) for part in parts)


def goods(shipment: Shipment) -> frozenset[tuple[str, int]]:
    """How many of what, over all parcels; empty when nothing is said of it."""
    counted = Counter[str]()
    for name, quantity in _named(shipment):
        counted[name] += quantity
    return frozenset((name, number) for name, number in counted.items() if name)


def _named(shipment: Shipment) -> Iterable[tuple[str, int]]:
    for parcel in shipment.parcels:
        for line in parcel.contents:
            yield plain(line.sku or line.description), line.quantity
        if not parcel.contents:
            yield plain(parcel.contents_summary), 1


def plain(text: str) -> str:
    """Letters and digits only, in one case: what spelling does not change."""
    return _SPACES.sub("", text).casefold()
