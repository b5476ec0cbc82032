"""The documented body of `POST /api/quotes`."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from desktop_app.practice.received import Amount, ExtraWish, Received


class QuoteAddress(Received):
    """Where from or where to; the key is `Country` here, `CountryIsoCode` on orders."""

    country: Annotated[str, Field(min_length=1)]
    postcode: str = ""
    property: str = ""
    town: str = ""
    vat_status: str = ""
    subdivision: str = ""


class QuoteParcel(Received):
    """kg, cm and pounds; only the weight is needed."""

    weight: Amount
    length: Amount = Decimal(0)
    width: Amount = Decimal(0)
    height: Amount = Decimal(0)
    value: Amount = Decimal(0)


class ServiceFilter(Received):
    """Services by their tags."""

    include_service_tags: tuple[str, ...] = ()
    exclude_service_tags: tuple[str, ...] = ()


class QuoteRequest(Received):
    """The whole body."""

    collection_address: QuoteAddress
    delivery_address: QuoteAddress
    parcels: Annotated[tuple[QuoteParcel, ...], Field(min_length=1, max_length=50)]
    service: str = ""
    extras: tuple[ExtraWish, ...] = ()
    included_drop_shop_distances: bool = False
    service_filter: ServiceFilter = ServiceFilter()
