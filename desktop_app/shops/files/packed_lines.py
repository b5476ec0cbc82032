"""Order lines that a plugin has packed into one cell: "name:Mug|sku:M-1|quantity:2|total:9.00"."""

import re
from decimal import Decimal

from desktop_app.domain.shop_order import ShopLine
from desktop_app.shops.files.cells import amount_of, quantity_of

_PAIR = re.compile(r"(?:^|\|)\s*([a-z_ ]+):", re.IGNORECASE)
_NAMES = {"name": "description", "product": "description", "product name": "description",
          "item name": "description", "qty": "quantity", "item sku": "sku"}  # fmt: skip
_PENNY = Decimal("0.01")


def packed_lines(cell: str) -> tuple[ShopLine, ...]:
    """The lines of a cell; () where it holds none in this way."""
    if "|" not in cell or ":" not in cell:
        return ()
    found = (_pairs(part) for part in cell.split(";"))
    return tuple(_line(one) for one in found if "description" in one or "sku" in one)


def _pairs(text: str) -> dict[str, str]:
    parts = _PAIR.split(text)[1:]
    names = (name.strip().casefold().replace("_", " ") for name in parts[::2])
    values = (value.strip(" |") for value in parts[1::2])
    return {_NAMES.get(name, name): value for name, value in zip(names, values, strict=True)}


def _line(found: dict[str, str]) -> ShopLine:
    quantity = quantity_of(found.get("quantity", "1")) or 1
    each = amount_of(found.get("price", "") or found.get("unit price", ""))
    whole = amount_of(found.get("sub total", "") or found.get("subtotal", "") or
                      found.get("total", ""))  # fmt: skip
    value = each.value if each else (whole.value / quantity).quantize(_PENNY) if whole else None
    return ShopLine(
        sku=found.get("sku", ""),
        description=found.get("description", ""),
        quantity=quantity,
        unit_value=value,
    )
