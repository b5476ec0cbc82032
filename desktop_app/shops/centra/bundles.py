"""Bundles in a Centra shipment: their contents or themselves are counted, never both.

A shop's settings give a bundle in one of four ways:
    only containing items            its contents as lines, each with its share of the price
    containing items in bundles      the bundle with its price, its contents nested in it
    only bundles                     the bundle alone, its price 0, its original price its own
    bundles and containing items     the bundle with price 0, and its contents as lines
"""

from decimal import Decimal

from desktop_app.shops.centra.wire import Item
from desktop_app.shops.web.mapping import kilograms


def counted(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The lines to count: a bundle without a price gives way to its contents beside it."""
    if not any(item.is_part_of_bundle and not item.is_bundle for item in items):
        return items
    return tuple(item for item in items if not (item.is_bundle and not item.price))


def line_price(item: Item) -> Decimal | None:
    """What one piece was sold for; None where nothing is set.

    0 is a price for a gift, but for a bundle it says that the price stands elsewhere.
    """
    if item.is_bundle and not item.price:
        return item.original_price or None
    return item.price


def line_weight_kg(item: Item) -> Decimal | None:
    """The weight of the whole line in kilograms; a bundle without one weighs what is in it."""
    pieces = max(item.qty or 1, 1)
    own = kilograms(item.weight, item.weight_unit or "kg")
    if own is not None:
        return own * pieces
    inside = [line_weight_kg(part) for part in item.bundle]
    known = [weight for weight in inside if weight is not None]
    if not inside or len(known) < len(inside):
        return None
    return sum(known, Decimal(0)) * pieces
