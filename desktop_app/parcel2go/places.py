"""Countries, services, collection dates and drop shops (facts, section 6)."""

import logging
from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from urllib.parse import quote as percent_encoded

from desktop_app.domain.address import Address
from desktop_app.domain.country import Country, CountryBook
from desktop_app.domain.errors import AnswerNotUnderstood
from desktop_app.domain.place import CollectionDate, DropShop
from desktop_app.domain.quote import CourierService
from desktop_app.parcel2go.moments import read_day
from desktop_app.parcel2go.plain_text import plain_text
from desktop_app.parcel2go.quotes import service_of
from desktop_app.parcel2go.session import Session
from desktop_app.parcel2go.transport import Call
from desktop_app.parcel2go.wire.places import (
    CollectionDates,
    Results,
    WireCollectionDate,
    WireCountry,
    WireDropShop,
)
from desktop_app.parcel2go.wire.quotes import QuotedService

_log = logging.getLogger(__name__)
T = TypeVar("T")


def countries(session: Session) -> CountryBook:
    """Every row in the service's order; a bare list, or one under `Results`."""
    said = session.json(Call("GET", "/api/countries", again=True))
    listed = said if isinstance(said, list) else Results.read(said).results
    if not listed:
        raise AnswerNotUnderstood("Parcel2Go's list of countries is empty.")
    return CountryBook(rows=_each(listed, _country))


def services(session: Session) -> tuple[CourierService, ...]:
    """All active services."""
    said = session.json(Call("GET", "/api/services", again=True))
    listed = said if isinstance(said, list) else Results.read(said).results
    return _each(listed, lambda one: service_of(QuotedService.read(one)))


def collection_dates(session: Session, service: str, sender: Address) -> tuple[CollectionDate, ...]:
    """The days a service can collect there."""
    body = {
        "ServiceSlug": service,
        "Postcode": sender.postcode,
        "CountryISO3Code": sender.country,
    } | ({"City": sender.town} if sender.town else {})
    said = session.json(Call("POST", "/api/collectiondates", body=body, again=True))
    return _each(CollectionDates.read(said).collection_dates, _collection_date)


def drop_shops(
    session: Session, provider: str, location: str, country: str
) -> tuple[DropShop, ...]:
    """Nearest first; the service may list a shop twice."""
    path = f"/api/dropshops/{percent_encoded(provider, safe='')}/location"
    query = {"location": location, "iso3CountryCode": country}
    said = session.json(Call("GET", path, query=query, again=True))
    shops = _each(Results.read(said).results, _drop_shop)
    once = {shop.shop_id: shop for shop in reversed(shops)}.values()
    return tuple(sorted(once, key=lambda shop: (shop.distance_m is None, shop.distance_m or 0)))


def _each(listed: Iterable[Any], read: Callable[[Any], T]) -> tuple[T, ...]:
    found = []
    for one in listed:
        try:
            found.append(read(one))
        except AnswerNotUnderstood as wrong:
            _log.warning("a row was left out: %s", wrong)
    return tuple(found)


def _country(one: Any) -> Country:  # noqa: ANN401 - any JSON
    wire = WireCountry.read(one)
    return Country(
        name=wire.name,
        alpha2=wire.iso2_code,
        alpha3=wire.iso3_code,
        requires_customs=wire.requires_customs,
        subdivision=wire.subdivision or None,
        postcode_pattern=wire.postcode_regex or None,
    )


def _collection_date(one: Any) -> CollectionDate:  # noqa: ANN401 - any JSON
    wire = WireCollectionDate.read(one)
    day = read_day(wire.collection_date)
    if day is None:
        raise AnswerNotUnderstood("Parcel2Go's answer has a collection date that is no date.")
    return CollectionDate(day=day, surcharge=wire.surcharge)


def _drop_shop(one: Any) -> DropShop:  # noqa: ANN401 - any JSON
    wire = WireDropShop.read(one)
    times = plain_text(wire.concatenated_times)
    return DropShop(
        shop_id=wire.id,
        name=wire.name,
        address=", ".join(part for part in (wire.address1, wire.address2) if part),
        postcode=wire.postcode,
        latitude=wire.latitude,
        longitude=wire.longitude,
        distance_m=wire.distance,
        opening_times=tuple(line for line in times.splitlines() if line.strip(" :")),
    )
