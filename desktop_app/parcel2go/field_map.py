"""Which field of a draft each of the service's error texts is about, and what mends it.

Sources: seed 002 (Customs), facts section 7. A text that is not known keeps its own words.
"""

import re
from typing import Any

from desktop_app.domain.problem import Problem, error

# In the order they are tried: the first text that is found in the service's sentence wins.
_KNOWN: tuple[tuple[str, str], ...] = (
    (r"reason for export|export reason", "customs.export_reason"),
    (r"recipient.*vat|vat status of the recipient", "customs.recipient_vat_status"),
    (r"vat status", "customs.vat_status"),
    (r"vat number", "customs.vat_number"),
    (r"\beori\b", "customs.eori_number"),
    (r"\b(dni|nif)\b", "customs.nif_number"),
    (r"\bioss\b", "customs.ioss_number"),
    (r"tariff|commodity|hs code", "parcels[0].contents[0].commodity_code"),
    (r"country of (origin|manufacture)|origin country", "customs.origin_country"),
    (r"contents summary|describe the contents|parcel contents", "parcels[0].contents_summary"),
    (r"contents", "parcels[0].contents"),
    (r"value (for|of) your parcel|enter a value|estimated value", "value_gbp"),
    (r"weight", "parcels[0].weight_kg"),
    (r"\blength\b", "parcels[0].length_cm"),
    (r"\bwidth\b", "parcels[0].width_cm"),
    (r"\bheight\b", "parcels[0].height_cm"),
    (r"price could not be found|service", "quote"),
    (r"collection date", "collection_date"),
    (r"same (collection and delivery )?postcode", "recipient.postcode"),
    (r"country", "{who}.country"),
    (r"e-?mail", "{who}.email"),
    (r"phone|telephone", "{who}.phone"),
    (r"postcode|post code|zip", "{who}.postcode"),
    (r"house|property", "{who}.property"),
    (r"street", "{who}.street"),
    (r"\btown\b|\bcity\b", "{who}.town"),
    (r"county|state", "{who}.county"),
    (r"contact name|\bname\b", "{who}.name"),
)
_SENDER = re.compile(r"collection|sender|customerdetails", re.IGNORECASE)
_FIXES = {
    "customs.export_reason": "Choose why the goods are sent.",
    "customs.vat_status": "Choose your VAT status.",
    "customs.vat_number": "Enter your VAT number, or choose another VAT status.",
    "quote": "Choose another service.",
}


def problems_in(said: Any) -> tuple[Problem, ...]:  # noqa: ANN401 - any JSON
    """The problems an error answer names: `Errors[]`, `ModelState`, else `Message`."""
    if not isinstance(said, dict):
        return ()
    by_name = {str(key).casefold(): value for key, value in said.items()}
    listed = by_name.get("errors")
    found = [_listed(one) for one in listed] if isinstance(listed, list) else []
    state = by_name.get("modelstate")
    if isinstance(state, dict):
        found += [_of_model(str(key), value) for key, value in state.items()]
    message = by_name.get("message") or by_name.get("error_description") or by_name.get("error")
    if not found and isinstance(message, str) and message:
        found.append(error(field_of(message), message))
    return tuple(one for one in found if one.message)


def field_of(text: str) -> str:
    """The draft's field that a sentence of the service is about; "" when that is not known."""
    who = "sender" if _SENDER.search(text) else "recipient"
    for pattern, field in _KNOWN:
        if re.search(pattern, text, re.IGNORECASE):
            return field.format(who=who)
    return ""


def _listed(one: Any) -> Problem:  # noqa: ANN401 - any JSON
    if not isinstance(one, dict):
        return error(field_of(str(one)), str(one))
    by_name = {str(key).casefold(): value for key, value in one.items()}
    texts = (by_name.get(name) for name in ("error", "description", "message", "name"))
    text = next((text for text in texts if isinstance(text, str) and text), "")
    field = field_of(text)
    if not field and str(by_name.get("type", "")).casefold() == "service":
        field = "quote"
    fix = _FIXES.get(field, "")
    return error(field, f"{text.rstrip('.')}. {fix}" if fix else text)


def _of_model(key: str, value: Any) -> Problem:  # noqa: ANN401 - any JSON
    texts = value if isinstance(value, list) else [value]
    text = next((str(text) for text in texts if text), "")
    return error(field_of(f"{key} {text}"), text)
