"""A field of the draft by its path, such as `parcels[0].contents[1].quantity`."""

import re
from typing import Any

from desktop_app.domain.shipment import Shipment
from desktop_app.domain.value import Value

_PARCEL = re.compile(r"^parcels\[(\d+)\]")


def value_at(shipment: Shipment, path: str) -> Any:  # noqa: ANN401 - a field of any type
    """The value of a field; the whole shipment when the path leads nowhere."""
    value: Any = shipment
    for part in path.replace("[", ".").replace("]", "").split("."):
        if part.isdigit() and isinstance(value, tuple) and int(part) < len(value):
            value = value[int(part)]
        elif part and isinstance(value, Value) and hasattr(value, part):
            value = getattr(value, part)
        else:
            return shipment
    return value


def is_blank_at(shipment: Shipment, path: str) -> bool:
    """Whether nothing is entered in a field yet."""
    value = value_at(shipment, path)
    return value is None or value in ("", ())


def parcel_index(path: str) -> int | None:
    """Which parcel a field belongs to, from 0; None for a field of the whole shipment."""
    match = _PARCEL.match(path)
    return int(match[1]) if match else None


def with_parcel_index(path: str, index: int) -> str:
    """The same field of another parcel."""
    return _PARCEL.sub(f"parcels[{index}]", path)
