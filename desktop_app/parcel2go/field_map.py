"""Which field of the draft a refusal is about, and how to mend it in a few words.

The texts are those of the documents and of what was seen (facts, Errors). A text that is not
known keeps the service's own words and stands at no field.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from desktop_app.domain.problem import Problem, error
from desktop_app.domain.shipment import Shipment

_SENDER = re.compile(
    r"\b(collection|sender'?s?|your (email|phone|(fore|sur)?name))\b", re.IGNORECASE
)
_RECIPIENT = re.compile(r"\b(delivery|receiver'?s?|recipient'?s?)\b", re.IGNORECASE)


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    field: str
    fix: str


def _rule(pattern: str, field: str, fix: str) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), field, fix)


# `{side}` is the sender or the recipient, `{parcel}` the first parcel that lacks something,
# `{text}` what the service said.
_RULES = (
    _rule(r"reason for export", "customs.export_reason", "Choose why the goods are sent."),
    _rule(
        r"(receiver|recipient)'?s? vat status",
        "customs.recipient_vat_status",
        "Choose the recipient's VAT status.",
    ),
    _rule(r"vat status", "customs.vat_status", "Choose your VAT status."),
    _rule(r"vat number", "customs.vat_number", "Enter your VAT number, or change the VAT status."),
    _rule(r"\beori\b", "customs.eori_number", "Enter an EORI number that customs knows."),
    _rule(r"\bioss\b", "customs.ioss_number", "Enter the IOSS number, or leave it empty."),
    _rule(r"\b(dni|nif)\b", "customs.nif_number", "Enter the recipient's tax number (DNI or NIF)."),
    _rule(
        r"country of (manufacture|origin)",
        "customs.origin_country",
        "Choose the country the goods were made in.",
    ),
    _rule(
        r"tariff code|commodity code",
        "{parcel}.contents",
        "Enter a commodity code for each kind of thing in the parcel.",
    ),
    _rule(
        r"international parcel's contents",
        "{parcel}.contents",
        "List what is in the parcel, one line for each kind of thing.",
    ),
    _rule(
        r"contents of (your|the) parcel|contents summary",
        "{parcel}.contents_summary",
        "Say in a few words what is in the parcel.",
    ),
    _rule(r"value (for|of) your parcel", "value_gbp", "Enter what the goods are worth."),
    _rule(
        r"price could not be found",
        "quote",
        "This service does not take this shipment. Choose another one, or ask for prices again.",
    ),
    _rule(
        r"not available for this service",
        "extras",
        "{text}. Take it off, or choose another service.",
    ),
    _rule(r"collection date", "collection_date", "Choose another day for the collection."),
    _rule(
        r"postcodes?\b.*\bsame|same\b.*\bpostcode",
        "recipient.postcode",
        "Sender and recipient have the same postcode, which Parcel2Go refuses.",
    ),
    _rule(r"\bemail", "{side}.email", "Enter the {side}'s email address."),
    _rule(r"\b(tele)?phone\b|\bmobile\b", "{side}.phone", "Enter the {side}'s phone number."),
    _rule(r"contact name|\b(fore|sur)name\b", "{side}.name", "Enter the {side}'s full name."),
    _rule(
        r"\bproperty\b|house (name|number)",
        "{side}.property",
        "Enter the house number or name of the {side}.",
    ),
    _rule(r"\bstreet\b", "{side}.street", "Enter the street of the {side}."),
    _rule(r"\bcounty\b|\bstate\b", "{side}.county", "Enter the county or state of the {side}."),
    _rule(r"\btown\b|\bcity\b", "{side}.town", "Enter the town of the {side}."),
    _rule(r"\bpost ?code\b|\bzip ?code\b", "{side}.postcode", "Check the postcode of the {side}."),
    _rule(
        r"\bcountry\b",
        "{side}.country",
        "Parcel2Go does not serve this country like this. Choose the {side}'s country again.",
    ),
    _rule(r"\bweigh", "{parcel}.weight_kg", "Check the weight: this service does not take it."),
    _rule(
        r"\b(dimensions?|too (long|large|big))\b",
        "{parcel}.length_cm",
        "Check the size: this service does not take it.",
    ),
)


def problem_of_text(text: str, draft: Shipment | None = None) -> Problem:
    """The problem behind one of the service's sentences.

    The draft tells whose street is meant where the service does not say so, and which parcel.
    """
    rule = next((rule for rule in _RULES if rule.pattern.search(text)), None)
    if rule is None:
        return error("", text)
    names = {"parcel": _parcel(rule.field, draft), "side": "", "text": text.rstrip(".")}
    if "{side}" in rule.field:
        names["side"] = _side(text, rule.field.partition(".")[2], draft)
    return error(rule.field.format(**names), rule.fix.format(**names))


def problem_of_key(key: str, text: str) -> Problem:
    """The problem behind an entry of `ModelState`, such as `request.Items[0].Parcels[0].Weight`.

    Its sentence is the service's own, since it speaks of the value rather than of the field.
    """
    folded = key.casefold()
    for pattern, path in _KEYS:
        if found := pattern.search(folded):
            return error(path(found), text)
    return error("", text)


def _side(text: str, field: str, draft: Shipment | None) -> str:
    if _SENDER.search(text):
        return "sender"
    if _RECIPIENT.search(text) or draft is None:
        return "recipient"
    lacks = not getattr(draft.sender, field) and getattr(draft.recipient, field)
    return "sender" if lacks else "recipient"


def _parcel(field: str, draft: Shipment | None) -> str:
    """The first parcel that lacks what the field asks for, else the first."""
    name = field.partition(".")[2]
    parcels = draft.parcels if draft and field.startswith("{parcel}") else ()
    lacking = (index for index, parcel in enumerate(parcels) if not getattr(parcel, name))
    return f"parcels[{next(lacking, 0)}]"


_ADDRESS_FIELDS = {
    "contactname": "name", "organisation": "organisation", "email": "email", "phone": "phone",
    "property": "property", "street": "street", "locality": "locality", "town": "town",
    "county": "county", "postcode": "postcode", "countryisocode": "country", "country": "country",
    "countryid": "country", "subdivision": "subdivision",
    "specialinstructions": "special_instructions",
}  # fmt: skip
_PARCEL_FIELDS = {
    "weight": "weight_kg", "length": "length_cm", "width": "width_cm", "height": "height_cm",
    "contentssummary": "contents_summary", "contents": "contents",
}  # fmt: skip
_LINE_FIELDS = {
    "description": "description", "quantity": "quantity", "estimatedvalue": "unit_value",
    "tariffcode": "commodity_code", "origincountry": "origin_country",
}  # fmt: skip
_ITEM_FIELDS = {
    "exportreason": "customs.export_reason", "vatstatus": "customs.vat_status",
    "recipientvatstatus": "customs.recipient_vat_status", "vatnumber": "customs.vat_number",
    "eorinumber": "customs.eori_number", "nifnumber": "customs.nif_number",
    "iosscode": "customs.ioss_number", "origincountry": "customs.origin_country",
    "collectiondate": "collection_date", "service": "quote", "serviceslug": "quote",
    "upsells": "extras", "extras": "extras", "reference": "reference",
    "customerreference": "reference",
}  # fmt: skip
_CUSTOMER_FIELDS = {"email": "email", "forename": "name", "surname": "name", "telephone": "phone"}


def _address(side: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{side}.{_ADDRESS_FIELDS.get(found['field'], 'street')}"


def _line(found: re.Match[str]) -> str:
    where = f"parcels[{found['parcel']}].contents[{found['line']}]"
    return f"{where}.{_LINE_FIELDS.get(found['field'], 'description')}"


def _box(found: re.Match[str]) -> str:
    if found["field"] in {"estimatedvalue", "value"}:
        return "value_gbp"
    field = _PARCEL_FIELDS.get(found["field"])
    return f"parcels[{found['parcel']}].{field}" if field else f"parcels[{found['parcel']}]"


def _customer(found: re.Match[str]) -> str:
    return f"sender.{_CUSTOMER_FIELDS.get(found['field'], 'name')}"


def _item(found: re.Match[str]) -> str:
    return _ITEM_FIELDS.get(found["field"], "")


_KEYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"collectionaddress\.(?P<field>\w+)"), _address("sender")),
    (re.compile(r"deliveryaddress\.(?P<field>\w+)"), _address("recipient")),
    (
        re.compile(r"parcels\[(?P<parcel>\d+)\]\.contents\[(?P<line>\d+)\]\.(?P<field>\w+)"),
        _line,
    ),
    (re.compile(r"parcels\[(?P<parcel>\d+)\]\.(?P<field>\w+)"), _box),
    (re.compile(r"customerdetails\.(?P<field>\w+)"), _customer),
    (re.compile(r"items\[\d+\]\.(?P<field>\w+)"), _item),
    (re.compile(r"(^|\.)(?P<field>[a-z]+)(\[\d+\].*)?$"), _item),
)
