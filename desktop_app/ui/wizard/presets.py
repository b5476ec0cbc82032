"""Parcel sizes kept by name, and the few one starts with."""

from decimal import Decimal

from desktop_app.domain.measures import format_size, format_weight
from desktop_app.domain.parcel import Parcel, ParcelPreset


def _size(name: str, weight: str, length: int, width: int, height: int) -> ParcelPreset:
    sides = {"length_cm": length, "width_cm": width, "height_cm": height}
    return ParcelPreset(
        name=name, weight_kg=Decimal(weight), **{key: Decimal(side) for key, side in sides.items()}
    )


# Sizes at which British couriers change their price; used until one's own are kept.
STARTERS = (
    _size("Large letter", "0.25", 35, 25, 2),
    _size("Small parcel", "2", 45, 35, 16),
    _size("Shoe box", "1.5", 35, 25, 15),
    _size("Medium parcel", "5", 61, 46, 46),
)


def preset_words(preset: ParcelPreset) -> str:
    """Such as "Shoe box · 35 × 25 × 15 cm, 1.5 kg"."""
    size = format_size(preset.length_cm, preset.width_cm, preset.height_cm)
    weight = f", {format_weight(preset.weight_kg)}" if preset.weight_kg else ""
    return f"{preset.name} · {size}{weight}"


def preset_of(parcel: Parcel, name: str) -> ParcelPreset | None:
    """A parcel's size under a name; None while a side is missing."""
    length, width, height = parcel.length_cm, parcel.width_cm, parcel.height_cm
    if not (length and width and height):
        return None
    return ParcelPreset(
        name=name, weight_kg=parcel.weight_kg, length_cm=length, width_cm=width, height_cm=height
    )


def with_size(parcel: Parcel, preset: ParcelPreset) -> Parcel:
    """The parcel in that size; its own weight stays where the preset has none."""
    return parcel.model_copy(
        update={
            "weight_kg": preset.weight_kg or parcel.weight_kg,
            "length_cm": preset.length_cm,
            "width_cm": preset.width_cm,
            "height_cm": preset.height_cm,
        }
    )
