"""`POST /api/quotes`: every service that takes the parcels, with its price."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, Refusal, refused
from desktop_app.practice.calendar_days import add_working_days, first_collection, stamp, today
from desktop_app.practice.catalogue import SERVICES, Service
from desktop_app.practice.context import base_url, practice_of
from desktop_app.practice.country_rows import Country, find_country
from desktop_app.practice.guard import signed_in
from desktop_app.practice.pricing import (
    VAT_RATE,
    Load,
    Price,
    base_cover,
    carriage,
    extra_price,
    known_extra,
)
from desktop_app.practice.quote_request import QuoteAddress, QuoteParcel, QuoteRequest
from desktop_app.practice.reading import receive
from desktop_app.practice.service_shown import shown_service


@signed_in("public-api")
async def quotes(request: Request) -> Response:
    """Answer the quotes in no particular order; nothing fits: an empty list and 200."""
    wish = await receive(request, QuoteRequest)
    origin, to = _country(wish.collection_address), _country(wish.delivery_address)
    refusals = [
        Refusal("Address", f"Invalid {role} country")
        for role, country in (("collection", origin), ("delivery", to))
        if country is None
    ]
    if refusals or origin is None or to is None:
        return refused(refusals)
    now = practice_of(request).settings.clock()
    loads = [_load(parcel, to) for parcel in wish.parcels]
    answers = [
        _quote(service, loads, wish, now, base_url(request))
        for service in SERVICES
        if origin.iso3 == "GBR" and _asked_for(service, wish)
    ]
    return Answer({"Quotes": [answer for answer in answers if answer is not None]})


def _country(address: QuoteAddress) -> Country | None:
    return find_country(address.country, address.subdivision)


def _load(parcel: QuoteParcel, to: Country) -> Load:
    return Load(parcel.weight, parcel.height, parcel.width, parcel.length, parcel.value, to)


def _asked_for(service: Service, wish: QuoteRequest) -> bool:
    wanted = {tag.lower() for tag in wish.service_filter.include_service_tags}
    unwanted = {tag.lower() for tag in wish.service_filter.exclude_service_tags}
    tags = set(service.tags)
    named = not wish.service or wish.service.lower() == service.slug
    return named and (not wanted or bool(wanted & tags)) and not unwanted & tags


def _quote(
    service: Service, loads: list[Load], wish: QuoteRequest, now: float, site: str
) -> dict[str, Any] | None:
    plain = carriage(service, loads)
    if plain is None:
        return None
    wanted = {known_extra(extra.type) for extra in wish.extras}
    prices = {name: extra_price(service, name, loads, wanted) for name in service.extras}
    offered = {name: price for name, price in prices.items() if price is not None}
    taken = {name: price for name, price in offered.items() if name in wanted}
    price = Price(plain + sum(taken.values(), Decimal(0)))
    return {
        "AvailableExtras": [_extra(n, p) for n, p in offered.items() if n not in taken],
        "Extras": [{"Amount": amount, "Type": name} for name, amount in taken.items()],
        "Discount": 0,
        "Service": shown_service(service, site),
        "TotalPrice": price.total,
        "TotalPriceExVat": price.net,
        "TotalVat": price.vat,
        "UnitPrice": plain,
        "VatRate": VAT_RATE,
        **_days(service, now),
        "IncludedCover": base_cover(service, taken),
        "TariffSystem": None,
        "Distance": 640 if wish.included_drop_shop_distances and service.drop_off_code else None,
        **_customs(loads[0].to),
    }


def _extra(name: str, price: Decimal) -> dict[str, Any]:
    with_vat = Price(price)
    # The details are words, not numbers, and their decimals vary.
    details = {"IncludedCover": "20.0000", "MaxWeight": "5.00"}
    return {
        "Type": name,
        "Price": price,
        "Vat": with_vat.vat,
        "Total": with_vat.total,
        "Details": details if name == "ExtendedBaseCover" else None,
    }


def _days(service: Service, now: float) -> dict[str, str]:
    start = today(now) if service.drop_off_code else first_collection(now)
    arrival = add_working_days(start, service.days)
    return {
        "Collection": stamp(start),
        "CutOff": stamp(start if service.drop_off_code else _day_before(start), 23),
        "EstimatedDeliveryDate": stamp(arrival),
    }


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _customs(to: Country) -> dict[str, bool]:
    needed = to.requires_customs
    return {
        "RequiresCommercialInvoice": needed,
        "RequiresCustoms": needed,
        "CountryOfManufactureRequired": needed,
        "ExportReasonRequired": needed,
        "TariffCodeRequired": False,
    }
