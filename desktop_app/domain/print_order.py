"""In which order the labels of a day leave the printer."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from desktop_app.domain.paper import PrintOrder
from desktop_app.domain.record import ShipmentRecord

_DIGITS = re.compile("([0-9]+)")

# A part of a text: whether it is a number, how long that is, what it says.
Part = tuple[bool, int, str]
# What sorts a shipment; one that has nothing to sort it by comes last.
Key = tuple[bool, tuple[tuple[Part, ...], ...]]


def in_print_order(
    records: Iterable[ShipmentRecord], order: PrintOrder
) -> tuple[ShipmentRecord, ...]:
    """All of them, once each; equal ones stay as they were listed."""
    return tuple(sorted(records, key=_KEYS[order]))


def reading_order(text: str) -> tuple[Part, ...]:
    """A key under which "SL-2" comes before "SL-10", whatever the case and the accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    parts = enumerate(_DIGITS.split(plain.strip()))
    return tuple(_part(part, is_number=number % 2 == 1) for number, part in parts if part)


def _part(text: str, *, is_number: bool) -> Part:
    significant = text.lstrip("0") if is_number else text
    return not is_number, len(significant) if is_number else 0, significant


def _listed(_record: ShipmentRecord) -> Key:
    return False, ()


def _courier(record: ShipmentRecord) -> Key:
    return _key((record.courier,))


def _skus(record: ShipmentRecord) -> Key:
    """By the first of its SKUs, then the next: who picks goes along the shelves once."""
    lines = (line for parcel in record.shipment.parcels for line in parcel.contents)
    return _key(line.sku for line in lines)


def _recipient(record: ShipmentRecord) -> Key:
    to = record.shipment.recipient
    return _key((to.name or to.organisation,))


def _key(texts: Iterable[str]) -> Key:
    parts = tuple(sorted(key for text in texts if (key := reading_order(text))))
    return not parts, parts


_KEYS: dict[PrintOrder, Callable[[ShipmentRecord], Key]] = {
    PrintOrder.LIST: _listed,
    PrintOrder.COURIER: _courier,
    PrintOrder.SKU: _skus,
    PrintOrder.RECIPIENT: _recipient,
}
