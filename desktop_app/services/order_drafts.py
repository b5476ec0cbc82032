"""Makes a draft of an order from a shop: what is known is filled in, and nothing is guessed."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.domain.address import Address
from desktop_app.domain.country_names import alpha2
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient

Rates = Mapping[str, Decimal]
FindProduct = Callable[[str, str], ContentsLine | None]

# Where the house's number stands behind the street.
_NUMBER_LAST = {
    "DEU", "AUT", "CHE", "NLD", "BEL", "DNK", "SWE", "NOR", "FIN", "ITA", "ESP", "PRT", "POL",
    "CZE", "SVK", "SVN", "HRV", "HUN", "ISL", "EST", "LVA", "LTU",
}  # fmt: skip
_FIRST = re.compile(r"^(\d+[a-zA-Z]?(?:\s*[-/]\s*\d+[a-zA-Z]?)?)[,\s]+(\D.*)$")
_LAST = re.compile(r"^(\D.*?)[,\s]+(\d+\s?[a-zA-Z]?(?:\s*[-/]\s*\d+\s?[a-zA-Z]?)?)$")
_WITHIN = re.compile(r"^(flat|unit|apartment|apt|suite|room|floor|studio)\b", re.IGNORECASE)
_PENNY = Decimal("0.01")


def draft_of(order: ShopOrder, usual: Shipment, rates: Rates, product: FindProduct) -> Shipment:
    """The draft; amounts in a currency without a rate stay empty, and so are asked for.

    `rates` are pounds for one of a currency. What the order says of a product goes before what
    is remembered of it.
    """
    lines = tuple(_line(one, rates, product(one.sku, one.description)) for one in order.lines)
    length_cm, width_cm, height_cm = order.size_cm or (None, None, None)
    parcel = Parcel(
        weight_kg=order.weight_kg or _weight(lines),
        length_cm=length_cm,
        width_cm=width_cm,
        height_cm=height_cm,
        contents=lines,
        contents_summary=_summary(order.lines),
    )
    return usual.model_copy(
        update={
            "reference": order.order_number,
            "recipient": recipient_of(order.recipient),
            "parcels": (parcel,),
            "value_gbp": None,
            "notes": order.note,
        }
    )


def updated(draft: Shipment, made: Shipment) -> Shipment:
    """A draft with what the order says now; boxes, extras and the sender stay as they are."""
    first, *others = draft.parcels or (Parcel(),)
    fresh = made.parcels[0]
    parcel = first.model_copy(
        update={
            "contents": fresh.contents,
            "contents_summary": fresh.contents_summary,
            "weight_kg": fresh.weight_kg or first.weight_kg,
        }
    )
    new = {"recipient": made.recipient, "reference": made.reference, "notes": made.notes}
    return draft.model_copy(update={**new, "parcels": (parcel, *others)})


def recipient_of(one: ShopRecipient) -> Address:
    """With the house's number apart from its street, and the phone as it is dialled from abroad."""
    number, street, rest = _street(one.address_lines, one.country)
    return Address(
        name=one.name or one.organisation,
        organisation=one.organisation if one.name else "",
        email=one.email,
        phone=international(one.phone, one.country),
        property=number,
        street=street,
        locality=", ".join(rest),
        town=one.town,
        county=one.county,
        postcode=one.postcode,
        country=one.country,
    )


def international(phone: str, country: str) -> str:
    """Such as "+447700900456"; as it was written where it is no number of its country."""
    import phonenumbers  # noqa: PLC0415 - 80 ms that start-up does not need

    try:
        number = phonenumbers.parse(phone, alpha2(country) or None)
    except phonenumbers.NumberParseException:
        return phone
    if not phonenumbers.is_possible_number(number):
        return phone
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _street(lines: Sequence[str], country: str) -> tuple[str, str, Sequence[str]]:
    """House number, street, and the lines that are left."""
    if not lines:
        return "", "", ()
    first, *rest = lines
    if rest and _WITHIN.match(first) and (found := _FIRST.match(rest[0])):
        return f"{first}, {found[1]}", found[2], rest[1:]
    if country in _NUMBER_LAST and (found := _LAST.match(first)):
        return found[2], found[1], rest
    if found := _FIRST.match(first):
        return found[1], found[2], rest
    if rest and (found := _FIRST.match(rest[0])):
        return f"{first}, {found[1]}", found[2], rest[1:]
    return "", first, rest


def _line(line: ShopLine, rates: Rates, known: ContentsLine | None) -> ContentsLine:
    known = known or ContentsLine()
    return ContentsLine(
        description=line.description or known.description,
        quantity=line.quantity,
        unit_value=_pounds(line, rates),
        commodity_code=line.hs_code or known.commodity_code,
        origin_country=line.origin or known.origin_country,
        unit_weight_kg=line.unit_weight_kg or known.unit_weight_kg,
        sku=line.sku,
    )


def _pounds(line: ShopLine, rates: Rates) -> Decimal | None:
    """Pounds, at the rate that the user gave; an amount that names no currency is in pounds."""
    if line.unit_value is None:
        return None
    rate = Decimal(1) if line.currency in {"", "GBP"} else rates.get(line.currency)
    return None if rate is None else (line.unit_value * rate).quantize(_PENNY, ROUND_HALF_UP)


def _weight(lines: Sequence[ContentsLine]) -> Decimal | None:
    """Of all lines; None where one of them is not known: half a weight is a wrong one."""
    weights = [line.unit_weight_kg * line.quantity for line in lines if line.unit_weight_kg]
    return sum(weights, Decimal(0)) if weights and len(weights) == len(lines) else None


def _summary(lines: Sequence[ShopLine]) -> str:
    names = dict.fromkeys(line.description for line in lines if line.description)
    return ", ".join(names)[:100]
