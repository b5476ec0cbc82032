"""What a cell says: text, amounts, quantities, days and weights, as shops of many countries
write them. Nothing is guessed: what cannot be read is None."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.country_names import to_alpha3
from desktop_app.shops.files.headers import plain
from desktop_app.shops.files.layout import Days

_KEPT = 20_000
_SYMBOLS = (
    ("AU $", "AUD"), ("AU$", "AUD"), ("A$", "AUD"), ("US $", "USD"), ("US$", "USD"),
    ("CA $", "CAD"), ("CA$", "CAD"), ("C $", "CAD"), ("C$", "CAD"), ("NZ $", "NZD"),
    ("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"), ("£", "GBP"), ("€", "EUR"), ("zł", "PLN"),
    ("₹", "INR"), ("¥", "JPY"),
)  # fmt: skip
_CODE = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f'’]+")
_NUMBER = re.compile(r"^[-+]?(\d[\d.,]*|[.,]\d+)$")
_DAMAGED = re.compile(r"^[-+]?\d([.,]\d+)?E\+?\d+$", re.IGNORECASE)
_GRAM = Decimal("0.001")
_LARGEST = Decimal(10) ** 9
_KILOGRAMS = {
    "kg": Decimal(1), "g": Decimal("0.001"), "lb": Decimal("0.45359237"),
    "oz": Decimal("0.028349523125"),
}  # fmt: skip
_UNITS = {
    "kg": "kg", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "g": "g", "gr": "g", "gram": "g", "grams": "g", "gramm": "g", "grammes": "g",
    "lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb",
    "oz": "oz", "ounce": "oz", "ounces": "oz",
}  # fmt: skip
_WEIGHT = re.compile(r"^([\d.,]+)\s*([a-z]*)\.?$", re.IGNORECASE)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv enero gennaio",
            "feb february februar fevrier fevr fev febrero febbraio",
            "mar march marz mrz mars marzo",
            "apr april avril avr abril aprile",
            "may mai mayo maggio",
            "jun june juni juin junio giugno",
            "jul july juli juillet juil julio luglio",
            "aug august aout agosto",
            "sep sept september septembre septiembre settembre",
            "oct october oktober okt octobre octubre ottobre",
            "nov november novembre noviembre",
            "dec december dezember dez decembre diciembre dicembre",
        ),
        1,
    )
    for name in names.split()
}
_DAY_PARTS = re.compile(r"\d+|[^\W\d_]+")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")


class Amount(NamedTuple):
    """Money as it was written; `currency` "" where it names none."""

    value: Decimal
    currency: str = ""


def is_damaged(cell: str) -> bool:
    """Whether a spreadsheet has made a number of a code, and lost its last digits."""
    return cell[:1].isdigit() and "E" in cell.upper() and bool(_DAMAGED.match(cell))


@lru_cache(_KEPT)
def amount_of(cell: str, *, decimal_comma: bool = False) -> Amount | None:
    """From "AU $3,000.00", "EUR 90,00", "1 234,50 EUR" or "$45.99"; None for anything else."""
    rest, currency = _currency(cell)
    number = decimal_of(rest.strip("$ \u00a0"), decimal_comma=decimal_comma)
    return None if number is None else Amount(number, currency)


def _currency(text: str) -> tuple[str, str]:
    for symbol, code in _SYMBOLS:
        if symbol in text:
            return text.replace(symbol, ""), code
    if found := _CODE.search(text):
        return text.replace(found[0], ""), found[0]
    return text, ""


@lru_cache(_KEPT)
def decimal_of(text: str, *, decimal_comma: bool = False) -> Decimal | None:
    """A number with either mark before its decimals; of two marks the last is that one.

    One mark alone before three last digits is for thousands, if it is the one of the file's
    country; in "0,500" it cannot be.
    """
    bare = _SPACES.sub("", text)
    if not _NUMBER.match(bare):
        return None
    comma, point = bare.rfind(","), bare.rfind(".")
    mark = "," if comma > point else "."
    if (comma < 0 or point < 0) and _is_thousands(bare, mark, decimal_comma=decimal_comma):
        mark = ""
    whole, _, fraction = bare.rpartition(mark) if mark and mark in bare else (bare, "", "")
    try:
        digits = re.sub("[.,]", "", whole) or "0"
        number = Decimal(f"{digits}.{fraction}" if fraction else digits)
    except InvalidOperation:
        return None
    return number if abs(number) < _LARGEST else None


def _is_thousands(bare: str, mark: str, *, decimal_comma: bool) -> bool:
    if bare.count(mark) > 1:
        return True
    whole, _, last = bare.lstrip("+-").partition(mark)
    usual = mark == ("." if decimal_comma else ",")
    return usual and len(last) == 3 and 1 <= len(whole) <= 3 and whole != "0"


@lru_cache(_KEPT)
def quantity_of(cell: str) -> int | None:
    """A whole number, also as "2.0" or "2 x"; None for anything else."""
    number = decimal_of(cell.casefold().rstrip("x× "))
    return int(number) if number is not None and number == int(number) else None


@lru_cache(_KEPT)
def country_of(cell: str) -> str:
    """The alpha-3 code of a code or a name in several languages; "" for none that is known."""
    name = cell.replace("_", " ")
    if len(name) == 3 and name.isalpha():
        name = name.lower()  # else taken for a code without being looked up
    try:
        return to_alpha3(name)
    except ValueError:
        return ""


@lru_cache(_KEPT)
def weight_kg_of(cell: str, header: str = "", *, decimal_comma: bool = False) -> Decimal | None:
    """Kilograms; the unit stands behind the number, else in the header, else it is kilograms."""
    found = _WEIGHT.match(cell)
    if not found:
        return None
    number = decimal_of(found[1], decimal_comma=decimal_comma)
    said = found[2].casefold() or next((one for one in header.split() if one in _UNITS), "kg")
    unit = _UNITS.get(said)
    if number is None or unit is None or number < 0:
        return None
    return (number * _KILOGRAMS[unit]).quantize(_GRAM, ROUND_HALF_UP).normalize() + 0


@lru_cache(_KEPT)
def day_of(cell: str, order: Days = Days.DAY_FIRST) -> date | None:
    """From "2026-11-24T10:00:00Z", "Jul-21-25", "26-May-26", "05-oct.-26", "10-Dez-25",
    "11/24/26" or "24/11/2026"; where days are numbers only, in the file's own order."""
    text = cell
    if iso := _ISO.match(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    parts = _DAY_PARTS.findall(text)[:3]
    if len(parts) < 3:
        return None
    if named := [_month(part) for part in parts if not part.isdecimal()]:
        numbers = [int(part) for part in parts if part.isdecimal()]
        return _day(numbers[1], named[0], numbers[0]) if len(numbers) == 2 else None
    first, second, year = (int(part) for part in parts)
    if (order is Days.MONTH_FIRST and first <= 12) or second > 12:
        first, second = second, first
    return _day(year, second, first)


def _month(word: str) -> int:
    return _MONTHS.get(plain(word), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def is_moment(cell: str) -> bool:
    """Whether it says that something has happened: a day, not "no", "-" or nothing."""
    return day_of(cell) is not None
