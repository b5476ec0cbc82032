"""`/api/me`: who is signed in, and the addresses saved with the account."""

from desktop_app.domain.address import Address
from desktop_app.domain.country_names import to_alpha3
from desktop_app.domain.errors import NotFound, Refused
from desktop_app.domain.profile import Profile, SavedAddresses
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.as_told import as_told
from desktop_app.parcel2go.call import Call, get
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.account import WireProfile, WireSavedAddress
from desktop_app.parcel2go.wire.reading import json_of, list_in, read, read_good

PROFILE_SCOPE = "my-profile"


def me(transport: Transport) -> Profile:
    """Who is signed in; raises ScopeMissing without the scope `my-profile`."""
    answer = _ask(transport, "/api/me/detail", "your profile")
    told = read(WireProfile, answer)
    return Profile(
        forename=told.forename, surname=told.surname, email=told.email, as_told=as_told(answer)
    )


def saved_addresses(transport: Transport) -> SavedAddresses:
    """The collection and the delivery addresses, each in the service's order."""
    return SavedAddresses(
        collection=_addresses(transport, "/api/me/collectionAddresses"),
        delivery=_addresses(transport, "/api/me/deliveryAddresses"),
    )


def _addresses(transport: Transport, path: str) -> tuple[Address, ...]:
    answer = _ask(transport, path, "your saved addresses")
    sent = list_in(json_of(answer), "Results", "Addresses")
    return tuple(map(address_of, read_good(WireSavedAddress, sent, answer)))


def _ask(transport: Transport, path: str, what: str) -> Answer:
    """The demo of 2016 posts here (facts, Me); a service that no longer takes that is read."""
    transport.require_scope(PROFILE_SCOPE)
    try:
        return transport.answer(Call("POST", path, what, body={}, repeatable=True))
    except (NotFound, Refused):
        return transport.answer(get(path, what))


def address_of(wire: WireSavedAddress) -> Address:
    """A saved address as ours, its country by code or by name."""
    country = wire.country_iso_code or wire.iso3_code or wire.country
    return Address(
        name=wire.contact_name or wire.name,
        organisation=wire.organisation, email=wire.email, phone=wire.phone,
        property=wire.property, street=wire.street, locality=wire.locality, town=wire.town,
        county=wire.county, postcode=wire.postcode, country=_alpha3(country),
    )  # fmt: skip


def _alpha3(text: str) -> str:
    """The country's code; "" for one that nobody knows, so that the rest is not lost with it."""
    try:
        return to_alpha3(text)
    except ValueError:
        return ""
