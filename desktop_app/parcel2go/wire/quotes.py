"""The answer to a request for prices (facts, Quotes)."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

from desktop_app.parcel2go.wire.base import (
    Amount,
    Loose,
    Objects,
    Pounds,
    WireModel,
    object_or_none,
)
from desktop_app.parcel2go.wire.services import WireService


class ExtraDetails(WireModel):
    """What an extra brings; numbers written as strings, their decimals vary."""

    included_cover: Amount | None = None
    max_weight: Amount | None = None


class WireExtra(WireModel):
    """An extra that may be added, in pounds."""

    type: str
    price: Pounds
    vat: Pounds
    total: Pounds
    details: Annotated[ExtraDetails | None, BeforeValidator(object_or_none)] = None


class WireQuote(WireModel):
    """One service at its price; dates without a zone.

    `requires_customs` is absent from older answers.
    """

    service: WireService
    total_price: Pounds
    total_price_ex_vat: Pounds
    total_vat: Pounds
    vat_rate: Amount | None = None
    discount: Amount = Decimal(0)
    collection: Loose = ""
    cut_off: Loose = ""
    estimated_delivery_date: Loose = ""
    included_cover: Amount = Decimal(0)
    distance: Amount | None = None
    available_extras: Objects = ()
    requires_customs: bool | None = None
    requires_commercial_invoice: bool = False
    country_of_manufacture_required: bool = False
    export_reason_required: bool = False
    tariff_code_required: bool = False
