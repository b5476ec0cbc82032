"""The shipment as one typed value: what the draft file holds, and what every page changes."""

import hashlib
import json
from datetime import date
from decimal import ROUND_DOWN, Decimal

from pydantic import Field

from desktop_app.domain.address import Address
from desktop_app.domain.customs import CustomsDeclaration, VatStatus
from desktop_app.domain.parcel import Parcel
from desktop_app.domain.value import Value

_PENNY = Decimal("0.01")


class Shipment(Value):
    """A shipment, from an empty draft to one that can be ordered.

    `extras` are the API's names (`Sms`, `Signature`, ...). `value_gbp` is what all parcels are
    worth together. `accepted_warnings` are the warnings the user chose to override.
    """

    reference: str = ""
    collection_date: date | None = None
    sender: Address = Address()
    recipient: Address = Address()
    parcels: tuple[Parcel, ...] = Field(default=(Parcel(),), max_length=100)
    value_gbp: Decimal | None = Field(default=None, ge=0, max_digits=12)
    extras: tuple[str, ...] = ()
    customs: CustomsDeclaration = CustomsDeclaration()
    notes: str = ""
    accepted_warnings: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal | None:
        """What it is all worth in pounds: as entered, else what the contents add up to."""
        if self.value_gbp is not None:
            return self.value_gbp
        return sum((parcel.contents_value for parcel in self.parcels), Decimal(0)) or None

    @property
    def total_weight_kg(self) -> Decimal:
        """The weight of all parcels together, kilograms."""
        return sum((parcel.weight_kg or Decimal(0) for parcel in self.parcels), Decimal(0))


def parcel_values(shipment: Shipment) -> tuple[Decimal, ...]:
    """What each parcel is worth in pounds; together what was entered for all, to the penny.

    A parcel is worth its contents. Where those leave something of the whole, parcels without
    contents share it; where they do not fit the whole, all parcels share it evenly.
    """
    listed = tuple(parcel.contents_value for parcel in shipment.parcels)
    whole = shipment.value_gbp
    if whole is None or not listed or sum(listed) == whole:
        return listed
    rest, blank = whole - sum(listed), listed.count(Decimal(0))
    if rest > 0 and blank:
        shares = iter(_shares(rest, blank))
        return tuple(value or next(shares) for value in listed)
    return _shares(whole, len(listed))


def _shares(whole: Decimal, count: int) -> tuple[Decimal, ...]:
    """Even shares in whole pence; the first takes what does not divide."""
    share = (whole / count).quantize(_PENNY, rounding=ROUND_DOWN)
    return (whole - share * (count - 1), *(share for _ in range(count - 1)))


def quote_key(shipment: Shipment) -> str:
    """A mark of everything a quote depends on: when it changes, the quote is void.

    It covers every field of the documented quote request but the extras, which the quote itself
    prices one by one.
    """
    places = [
        (place.country, place.subdivision, place.postcode, place.property, place.town)
        for place in (shipment.sender, shipment.recipient)
    ]
    sides = [
        [_plain(side) for side in (box.weight_kg, box.length_cm, box.width_cm, box.height_cm)]
        for box in shipment.parcels
    ]
    values = [_plain(value) for value in parcel_values(shipment)]
    status = shipment.customs.vat_status or VatStatus.INDIVIDUAL  # what a quote takes for granted
    return _digest([places, sides, values, status])


def order_key(shipment: Shipment, service: str) -> str:
    """A mark of everything an order says: when it changes, a verified price is void."""
    said = shipment.model_dump(mode="json", exclude={"notes", "accepted_warnings"})
    return _digest([said, service])


def route_key(shipment: Shipment) -> str:
    """A mark of where a shipment goes from and to: what customs want follows from it."""
    return _digest(
        [
            (place.country, place.subdivision, place.postcode)
            for place in (shipment.sender, shipment.recipient)
        ]
    )


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else format(number.normalize(), "f")


def _digest(parts: object) -> str:
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
