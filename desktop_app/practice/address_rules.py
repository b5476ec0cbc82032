"""What an order's addresses need, with the sentences the service refuses them with."""

import re
from collections.abc import Iterator

from desktop_app.practice.country_rows import Country, find_country
from desktop_app.practice.order_request import Address

WITH_COUNTY = frozenset({"USA", "CAN", "AUS"})
NEEDED = {
    "contact_name": "Please enter the contact name",
    "property": "Please enter the property name or number",
    "street": "Please enter the street name",
    "town": "Please enter the town",
}


def country_of(address: Address) -> Country | None:
    """Find the row an address is priced and checked by."""
    return find_country(address.country_iso_code, address.subdivision)


def address_faults(address: Address) -> Iterator[str]:
    """Yield what any address is refused for."""
    for field, sentence in NEEDED.items():
        if not getattr(address, field):
            yield sentence
    country = country_of(address)
    if country is not None:
        yield from _local_faults(address, country)


def collection_faults(address: Address) -> Iterator[str]:
    """Yield what a collection address is refused for; the sender must be reachable."""
    if country_of(address) is None:
        yield "Invalid collection country"
    for fault in address_faults(address):
        yield f"Collection Address: {fault}"
    if not address.email:
        yield "Collection Address: Please enter the email address"
    if not address.phone:
        yield "Collection Address: Please enter the phone number"


def delivery_faults(address: Address) -> Iterator[str]:
    """Yield what a delivery address is refused for."""
    if country_of(address) is None:
        yield "Invalid delivery country"
    yield from address_faults(address)


def _local_faults(address: Address, country: Country) -> Iterator[str]:
    if country.iso3 in WITH_COUNTY and not address.county:
        yield "Please enter the county"
    if country.postcode_regex is None:
        return
    if not address.postcode:
        yield "Please enter the postcode"
    elif not re.fullmatch(country.postcode_regex, address.postcode):
        yield "Please enter a valid postcode"
