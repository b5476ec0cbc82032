"""The quote answer (facts, section 3)."""

from decimal import Decimal
from typing import Any

from desktop_app.parcel2go.wire.base import WireModel


class ExtraDetails(WireModel):
    """Numbers as strings."""

    included_cover: Decimal | None = None
    max_weight: Decimal | None = None


class AvailableExtra(WireModel):
    """An extra with its price in pounds."""

    type: str
    price: Decimal
    vat: Decimal = Decimal(0)
    total: Decimal | None = None
    details: ExtraDetails | None = None


class QuotedService(WireModel):
    """A service; limits in metres and kilograms, texts in HTML."""

    slug: str
    name: str = ""
    courier_name: str = ""
    courier_slug: str = ""
    collection_type: str = "Collection"
    delivery_type: str = "Door"
    drop_off_provider_code: str = ""
    max_weight: Decimal | None = None
    max_length: Decimal | None = None
    max_width: Decimal | None = None
    max_height: Decimal | None = None
    max_cover: Decimal | None = None
    is_printer_required: bool = False
    requires_dimensions: bool = False
    classification: str = ""
    short_descriptions: str = ""
    overview: str = ""
    features: str = ""


class WireQuote(WireModel):
    """One quote; dates without a zone."""

    service: QuotedService
    total_price: Decimal
    total_price_ex_vat: Decimal | None = None
    total_vat: Decimal | None = None
    vat_rate: Decimal | None = None
    discount: Decimal = Decimal(0)
    collection: str = ""
    cut_off: str = ""
    estimated_delivery_date: str = ""
    included_cover: Decimal = Decimal(0)
    distance: Decimal | None = None
    available_extras: tuple[Any, ...] = ()
    requires_customs: bool = False
    requires_commercial_invoice: bool = False
    country_of_manufacture_required: bool = False
    export_reason_required: bool = False
    tariff_code_required: bool = False


class QuoteAnswer(WireModel):
    """All quotes, each read on its own so that a bad one costs only itself."""

    quotes: tuple[Any, ...] = ()
