"""`GET /api/addressrules`: what addresses need for a country and service (path and form ours)."""

from desktop_app.domain.guidance import AddressRule, AddressRules
from desktop_app.parcel2go.as_told import as_told
from desktop_app.parcel2go.call import get
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.guidance import WireRule
from desktop_app.parcel2go.wire.reading import json_of, list_in, read_good

_FIELDS = {
    "contactname": "name", "name": "name", "organisation": "organisation", "email": "email",
    "phone": "phone", "property": "property", "street": "street", "locality": "locality",
    "town": "town", "county": "county", "postcode": "postcode", "country": "country",
    "countryisocode": "country", "subdivision": "subdivision",
    "specialinstructions": "special_instructions",
}  # fmt: skip


def address_rules(transport: Transport, service: str, country: str) -> AddressRules:
    """The rules of a service (its slug) for an alpha-3 country; none where none are understood."""
    query = {"serviceSlug": service, "iso3CountryCode": country}
    answer = transport.answer(get("/api/addressrules", "the address rules", query))
    sent = list_in(json_of(answer), "Results", "AddressRules", "Rules")
    rows = read_good(WireRule, sent, answer)
    rules = (_rule(row) for row in rows)
    return AddressRules(rules=tuple(rule for rule in rules if rule.name), as_told=as_told(answer))


def _rule(wire: WireRule) -> AddressRule:
    name = wire.field or wire.property_name or wire.name
    return AddressRule(
        name=name,
        field=_FIELDS.get(name.casefold(), ""),
        is_required=bool(wire.required or wire.is_required),
        max_length=_length(wire.max_length),
        pattern=wire.pattern or wire.regex,
        message=wire.message or wire.error,
    )


def _length(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
