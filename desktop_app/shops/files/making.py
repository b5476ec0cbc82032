"""Makes an order of its rows: who gets it, what is in it, and what there is to know of it."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from desktop_app.domain.shop_order import ImportNote, ShopLine, ShopOrder, ShopRecipient
from desktop_app.shops.files.cells import (
    Amount,
    amount_of,
    country_of,
    day_of,
    is_damaged,
    quantity_of,
    weight_kg_of,
)
from desktop_app.shops.files.fields import BILLING, Field
from desktop_app.shops.files.layout import Columns, Layout
from desktop_app.shops.files.packed_lines import packed_lines
from desktop_app.shops.files.states import state_of

Found = Mapping[Field, str]
_LINES = (Field.LINE1, Field.LINE2, Field.LINE3)
_PLACE = (*_LINES, Field.POSTCODE)
_TEXT_FIELDS = {
    "order number": Field.ORDER,
    "postcode": Field.POSTCODE,
    "phone": Field.PHONE,
    "SKU": Field.SKU,
    "commodity code": Field.HS_CODE,
}
_PENNY, _FRACTION = Decimal("0.01"), Decimal("0.0001")


class Line(NamedTuple):
    """A row that is to be sent."""

    row: int
    found: Found


def made_order(
    layout: Layout, columns: Columns, number: str, lines: Sequence[Line], whole: Found
) -> tuple[ShopOrder | None, list[ImportNote]]:
    """The order, and what to look at; None where it has no address. `whole`: all rows together."""
    recipient = _recipient(whole)
    if not (recipient.address_lines or recipient.postcode):
        return None, []
    notes = _Notes(number, lines[0].row)
    made = [one for line in lines for one in _lines(layout, columns, line, whole, notes)]
    order = ShopOrder(
        platform=layout.platform,
        order_number=number,
        recipient=recipient,
        lines=tuple(made),
        ordered_on=day_of(whole.get(Field.DATE, ""), layout.days),
        service=whole.get(Field.SERVICE, ""),
        note=whole.get(Field.NOTE, ""),
        weight_kg=_weight(Field.WEIGHT, whole, columns, layout),
    )
    _look_at(order, whole, notes)
    return order, notes.made


class _Notes:
    """Collects what there is to say of one order."""

    def __init__(self, number: str, row: int) -> None:
        self._number, self._row = number, row
        self.made: list[ImportNote] = []

    def say(self, message: str, row: int = 0) -> None:
        """Adds a sentence about a row, else about the order's first."""
        note = ImportNote(message=message, row=row or self._row, order_number=self._number)
        self.made.append(note)


def _recipient(found: Found) -> ShopRecipient:
    """Who gets it; where no place to send to is given, the buyer does."""
    if not any(one in found for one in _PLACE):
        bought = {one: found[other] for one, other in BILLING.items() if other in found}
        if any(one in bought for one in _PLACE):
            found = {**found, **bought}
    get = found.get
    country = country_of(get(Field.COUNTRY, ""))
    whole = get(Field.NAME) or f"{get(Field.FIRST, '')} {get(Field.LAST, '')}".strip()
    return ShopRecipient(
        name=whole or get(Field.BILL_NAME, ""),
        organisation=get(Field.COMPANY, ""),
        address_lines=_address_lines(get(one, "") for one in _LINES),
        town=get(Field.TOWN, ""),
        county=state_of(get(Field.COUNTY, ""), country),
        postcode=get(Field.POSTCODE, ""),
        country=country,
        email=get(Field.EMAIL) or get(Field.BILL_EMAIL, ""),
        phone=get(Field.PHONE) or get(Field.BILL_PHONE, ""),
    )


def _address_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Each line once; what holds several is taken apart where its lines end."""
    written = [line for line in lines if line]
    if any("\n" in line for line in written):
        written = [part for line in written for part in line.splitlines()]
    return tuple(dict.fromkeys(part for line in written if (part := line.strip(" ,"))))


def _lines(
    layout: Layout, columns: Columns, line: Line, whole: Found, notes: _Notes
) -> list[ShopLine]:
    """Of one row: mostly one, several where a cell holds them all."""
    currency = whole.get(Field.CURRENCY, "").upper()[:3] or layout.currency
    if packed := packed_lines(line.found.get(Field.LINES, "")):
        return [one.model_copy(update={"currency": currency, "row": line.row}) for one in packed]
    found = line.found
    quantity = quantity_of(found.get(Field.TO_SHIP) or found.get(Field.QUANTITY, "1")) or 1
    price = _price(layout, line, quantity, notes)
    hs_code = found.get(Field.HS_CODE, "")
    return [
        ShopLine(
            sku=found.get(Field.SKU, ""),
            description=" ".join(found.get(Field.TITLE, "").split()),
            quantity=quantity,
            unit_value=price.value if price else None,
            currency=(price.currency or currency) if price else currency,
            hs_code="".join(sign for sign in hs_code if sign not in ". -"),
            origin=country_of(found.get(Field.ORIGIN, "")),
            unit_weight_kg=_weight(Field.UNIT_WEIGHT, found, columns, layout),
            row=line.row,
        )
    ]


def _price(layout: Layout, line: Line, quantity: int, notes: _Notes) -> Amount | None:
    """Of one piece; what was paid for all of them is divided, as in the order they bought."""
    field = Field.UNIT_PRICE if Field.UNIT_PRICE in line.found else Field.LINE_PRICE
    said = line.found.get(field, "")
    if not said:
        return None
    amount = amount_of(said, decimal_comma=layout.decimal_comma)
    if amount is None or amount.value < 0:
        notes.say(f"“{said}” is no price that can be read. Enter the value.", line.row)
        return None
    bought = quantity_of(line.found.get(Field.QUANTITY, "")) or quantity
    if field is Field.UNIT_PRICE or bought == 1:
        return amount
    if layout.order_is_line:
        notes.say("The file does not say what each thing cost. Enter the values.", line.row)
        return None
    return Amount(_share(amount.value, bought), amount.currency)


def _share(whole: Decimal, count: int) -> Decimal:
    """To the hundredth of a penny; with two decimals where that is exact."""
    each = (whole / count).quantize(_FRACTION)
    return each.quantize(_PENNY) if each == each.quantize(_PENNY) else each


def _weight(field: Field, found: Found, columns: Columns, layout: Layout) -> Decimal | None:
    said = found.get(field, "")
    if not said:
        return None
    header = columns.headers[columns.of(field)[0]]
    weight = weight_kg_of(said, header, decimal_comma=layout.decimal_comma)
    return weight or None


def _look_at(order: ShopOrder, found: Found, notes: _Notes) -> None:
    """What the user has to mend or to know before it is bought."""
    said = found.get(Field.COUNTRY, "") or found.get(Field.BILL_COUNTRY, "")
    if not order.recipient.country:
        words = f"“{said}” is no country that is known." if said else "It names no country."
        notes.say(f"{words} Choose it in the draft.")
    if not order.recipient.name and not order.recipient.organisation:
        notes.say("It names no recipient. Enter the name in the draft.")
    for name, field in _TEXT_FIELDS.items():
        if is_damaged(found.get(field, "")):
            words = f"A spreadsheet has shortened the {name} “{found[field]}”. Look it up."
            notes.say(words)
    for currency in order.currencies:
        if currency != "GBP":
            notes.say(f"Its amounts are in {currency}. Enter their value in pounds.")
