"""Checks an order the way `/orders` and `/orders/verify` both do, and prices its lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.practice.address_rules import collection_faults, country_of, delivery_faults
from desktop_app.practice.answers import NO_PRICE, Refusal
from desktop_app.practice.calendar_days import SATURDAY
from desktop_app.practice.catalogue import Service, find_service
from desktop_app.practice.customs_rules import customs_faults, needs_customs
from desktop_app.practice.order_request import Customer, Item, OrderRequest, Parcel
from desktop_app.practice.pricing import Load, Price, carriage, extra_price, known_extra

SATURDAY_SURCHARGE = Decimal("4.50")


@dataclass(frozen=True)
class Checked:
    """What came of a check: refusals, or the price of each item in its order."""

    refusals: tuple[Refusal, ...]
    prices: tuple[Price, ...]


def check(request: OrderRequest) -> Checked:
    """Check every item; prices are complete only without refusals."""
    refusals = list(_customer_faults(request.customer_details))
    prices = []
    for item in request.items:
        refusals.extend(_item_faults(item))
        price = price_of(item)
        if price is None:
            refusals.append(Refusal("Service", NO_PRICE, item.id))
        else:
            prices.append(price)
    return Checked(tuple(refusals), tuple(prices))


def _customer_faults(customer: Customer) -> Iterator[Refusal]:
    if not customer.email:
        yield Refusal("Customer", "Please enter your email address")
    if not customer.forename:
        yield Refusal("Customer", "Please enter your forename")
    if not customer.surname:
        yield Refusal("Customer", "Please enter your surname")


def _item_faults(item: Item) -> Iterator[Refusal]:
    for kind, faults in (
        ("Address", collection_faults(item.collection_address)),
        ("Parcel", _parcels_faults(item)),
        ("Customs", customs_faults(item) if needs_customs(item) else iter(())),
        ("Extra", _extra_faults(item)),
    ):
        yield from (Refusal(kind, fault, item.id) for fault in faults)
    for parcel in item.parcels:
        for fault in delivery_faults(parcel.delivery_address):
            yield Refusal("Address", fault, item.id)


def _parcels_faults(item: Item) -> Iterator[str]:
    for parcel in item.parcels:
        if parcel.estimated_value <= 0:
            yield "Please enter a value for your parcel"
        if not parcel.contents_summary:
            yield "Please enter the contents of your parcel"
        if _same_place(item, parcel):
            yield "The collection and delivery postcodes must not be the same"


def _same_place(item: Item, parcel: Parcel) -> bool:
    start, end = item.collection_address, parcel.delivery_address
    codes = {
        (a.country_iso_code.upper(), a.postcode.replace(" ", "").upper()) for a in (start, end)
    }
    return bool(start.postcode) and len(codes) == 1


def _extra_faults(item: Item) -> Iterator[str]:
    service, loads = find_service(item.service), loads_of(item)
    if service is None or loads is None:
        return
    wanted = wanted_extras(item)
    for name in wanted:
        if extra_price(service, name, loads, wanted) is None:
            yield f"{name} is not available for this service"


def loads_of(item: Item) -> list[Load] | None:
    """Return the parcels as the price sees them; `None` when a country is not served."""
    loads = []
    for parcel in item.parcels:
        to = country_of(parcel.delivery_address)
        if to is None:
            return None
        size = (parcel.height, parcel.width, parcel.length)
        loads.append(Load(parcel.weight, *size, parcel.estimated_value, to))
    return loads


def wanted_extras(item: Item) -> tuple[str, ...]:
    """Return the extras asked for, each once, as the service writes them."""
    return tuple(dict.fromkeys(known_extra(extra.type) for extra in item.upsells))


def price_of(item: Item) -> Price | None:
    """Return an item's exact price; `None` when the service does not take it."""
    service, loads = find_service(item.service), loads_of(item)
    start = country_of(item.collection_address)
    if service is None or loads is None or start is None or start.iso3 != "GBR":
        return None
    plain = carriage(service, loads)
    if plain is None:
        return None
    wanted = wanted_extras(item)
    extras = (extra_price(service, name, loads, wanted) or Decimal(0) for name in wanted)
    return Price(plain + sum(extras, Decimal(0)) + _day_surcharge(service, item))


def _day_surcharge(service: Service, item: Item) -> Decimal:
    day = item.collection_date
    saturday = day is not None and day.weekday() == SATURDAY and not service.drop_off_code
    return SATURDAY_SURCHARGE if saturday else Decimal(0)
