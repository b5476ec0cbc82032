"""The documented body of `POST /api/orders` and `/api/orders/verify`."""

import re
import uuid
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from desktop_app.practice.answers import NO_ITEM
from desktop_app.practice.received import Amount, ExtraWish, Received


class BadFormatError(ValueError):
    """A thing of another shape stands where the service wants a plain word."""


def as_guid(value: object) -> object:
    """Return a GUID in lower case; a plain number becomes a zero-padded one, as was recorded."""
    text = str(value).strip()
    if re.fullmatch(r"[0-9]{1,31}", text):
        text = f"{text:0>32}"
    try:
        return str(uuid.UUID(text))
    except ValueError as error:
        raise BadFormatError("not a GUID") from error


def as_slug(value: object) -> object:
    """Refuse the quote's whole Service object, the commonest mistake with orders."""
    if not isinstance(value, str):
        raise BadFormatError("not a slug")
    return value


def as_day(value: object) -> object:
    """Take the day of an ISO date, with or without a time, a fraction or a zone."""
    if isinstance(value, str):
        return date.fromisoformat(value.strip()[:10])
    return value


Guid = Annotated[str, BeforeValidator(as_guid)]
Slug = Annotated[str, BeforeValidator(as_slug)]
Day = Annotated[date, BeforeValidator(as_day)]


class Address(Received):
    """A collection or delivery address; empty words are found by the rules, not here."""

    contact_name: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    property: str = ""
    street: str = ""
    locality: str = ""
    town: str = ""
    county: str = ""
    postcode: str = ""
    country_iso_code: str = ""
    special_instructions: str = ""
    subdivision: str = ""
    shop_id: str = ""


class Content(Received):
    """One line of a parcel's contents; the value is the line's total in pounds."""

    description: str = ""
    quantity: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    estimated_value: Amount = Decimal(0)
    tariff_code: str = ""
    origin_country: str = ""


class Parcel(Received):
    """One parcel: lengths in cm, weight in kg, value in pounds."""

    id: Guid = NO_ITEM
    height: Amount = Decimal(0)
    length: Amount = Decimal(0)
    width: Amount = Decimal(0)
    weight: Amount = Decimal(0)
    estimated_value: Amount = Decimal(0)
    delivery_address: Address = Address()
    contents_summary: str = ""
    contents: tuple[Content, ...] = ()


class Item(Received):
    """One order line asked for: a service, from one address, for one or more parcels."""

    id: Guid = NO_ITEM
    collection_date: Day | None = None
    service: Slug = ""
    reference: str = ""
    customer_reference: str = ""
    origin_country: str = ""
    export_reason: str = ""
    vat_status: str = ""
    recipient_vat_status: str = ""
    vat_number: str = ""
    eori_number: str = ""
    nif_number: str = ""
    ioss_code: str = ""
    upsells: tuple[ExtraWish, ...] = ()
    collection_address: Address = Address()
    parcels: Annotated[tuple[Parcel, ...], Field(min_length=1, max_length=50)]


class Customer(Received):
    """Who orders."""

    email: str = ""
    forename: str = ""
    surname: str = ""
    reference: str = ""
    telephone: str = ""


class OrderRequest(Received):
    """The whole body."""

    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=200)]
    customer_details: Customer = Customer()
