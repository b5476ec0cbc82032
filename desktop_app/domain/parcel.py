"""A parcel and what is in it."""

import re
from decimal import Decimal

from pydantic import Field, field_validator

from desktop_app.domain.country_names import to_alpha3
from desktop_app.domain.value import Value


class ContentsLine(Value):
    """One kind of thing in a parcel, as a customs form lists it."""

    description: str = ""
    quantity: int = Field(default=1, ge=0, le=1_000_000)
    unit_value: Decimal | None = Field(default=None, ge=0, max_digits=12)
    commodity_code: str = ""
    origin_country: str = ""
    unit_weight_kg: Decimal | None = Field(default=None, ge=0, max_digits=12)
    sku: str = ""

    @field_validator("origin_country", mode="before")
    @classmethod
    def _as_alpha3(cls, value: object) -> object:
        return to_alpha3(value) if isinstance(value, str) else ("" if value is None else value)

    @field_validator("commodity_code", mode="before")
    @classmethod
    def _digits_only(cls, value: object) -> object:
        if isinstance(value, str):
            return re.sub(r"[.\s-]", "", value)
        return "" if value is None else value

    @property
    def value(self) -> Decimal:
        """What the line is worth: unit value times quantity, in pounds."""
        return (self.unit_value or Decimal(0)) * self.quantity


class Parcel(Value):
    """One box: weight in kilograms, sides in centimetres."""

    weight_kg: Decimal | None = Field(default=None, ge=0, max_digits=12)
    length_cm: Decimal | None = Field(default=None, ge=0, max_digits=12)
    width_cm: Decimal | None = Field(default=None, ge=0, max_digits=12)
    height_cm: Decimal | None = Field(default=None, ge=0, max_digits=12)
    contents_summary: str = ""
    contents: tuple[ContentsLine, ...] = ()

    @property
    def contents_value(self) -> Decimal:
        """What the contents lines add up to, in pounds; 0 without lines."""
        return sum((line.value for line in self.contents), Decimal(0))

    @property
    def summary(self) -> str:
        """What is in it in a few words: as entered, else the descriptions of its contents."""
        if self.contents_summary:
            return self.contents_summary
        return ", ".join(line.description for line in self.contents if line.description)


class ParcelPreset(Value):
    """A parcel size kept under a name."""

    name: str
    weight_kg: Decimal | None = None
    length_cm: Decimal
    width_cm: Decimal
    height_cm: Decimal
