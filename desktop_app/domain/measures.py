"""Weights, lengths, money and days as people type them, and as Postroom writes them."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

_KILOGRAMS = {
    "kg": Decimal(1),
    "g": Decimal("0.001"),
    "lb": Decimal("0.45359237"),  # exact by definition: the international avoirdupois pound
    "oz": Decimal("0.028349523125"),
}
_CENTIMETRES = {
    "cm": Decimal(1),
    "mm": Decimal("0.1"),
    "m": Decimal(100),
    "in": Decimal("2.54"),  # exact by definition: the international inch
    "ft": Decimal("30.48"),
}
_SPELLINGS = {
    "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "gr": "g", "gram": "g", "grams": "g",
    "lbs": "lb", "pound": "lb", "pounds": "lb",
    "ounce": "oz", "ounces": "oz",
    "millimetre": "mm", "millimetres": "mm", "centimetre": "cm", "centimetres": "cm",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m",
    '"': "in", "″": "in", "”": "in", "inch": "in", "inches": "in",
    "'": "ft", "′": "ft", "’": "ft", "foot": "ft", "feet": "ft",
}  # fmt: skip
_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}
_PART = re.compile(r"([0-9][0-9.,]*|[.,][0-9]+)\s*([a-z]+|[\"'″”′’])?\s*")
_GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[.,])[0-9]{3}((?P=mark)[0-9]{3})*")
_SPACED_THOUSANDS = re.compile(r"(?<=[0-9])[\s'’](?=[0-9]{3}(?![0-9]))")
_POUNDS = re.compile(r"^(£|GBP)\s*|\s*(£|GBP)$", re.IGNORECASE)
_LARGEST = Decimal(1_000_000)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def parse_weight_kg(text: str) -> Decimal:
    """Kilograms, to the gram, from "1.5 kg", "500 g", "3lb 2oz", or a bare number of kilograms.

    Raises ValueError with a sentence for the user.
    """
    return _measured(text, _KILOGRAMS, "kg", Decimal("0.001"), "Enter a weight such as 1.5 kg.")


def parse_length_cm(text: str) -> Decimal:
    """Centimetres, to a tenth of a millimetre, from "30", "300mm", "12 in", "1.2 m", "1ft 2in".

    Raises ValueError with a sentence for the user.
    """
    return _measured(text, _CENTIMETRES, "cm", Decimal("0.01"), "Enter a length such as 30 cm.")


def parse_money(text: str) -> Decimal:
    """Pounds from "£45.00", "45,00", "1,234.50" or "1 234,50"; at most two decimals.

    A comma before one or two last digits is a decimal comma: "45,00" is 45 pounds, never 4500.
    Raises ValueError with a sentence for the user.
    """
    bare = _SPACED_THOUSANDS.sub("", text.strip())
    if re.search(r"[€$¥]|EUR|USD", bare, re.IGNORECASE):
        raise ValueError("Enter the amount in pounds.")
    bare = _POUNDS.sub("", bare, count=1)
    whole, pence = _split_money(bare)
    amount = Decimal(f"{whole}.{pence}")
    if amount >= _LARGEST:
        raise ValueError("That amount is too large.")
    return amount.quantize(Decimal("0.01"))


def format_weight(weight_kg: Decimal) -> str:
    """Such as "1.5 kg"."""
    return f"{_plain(weight_kg)} kg"


def format_length(length_cm: Decimal) -> str:
    """Such as "30 cm"."""
    return f"{_plain(length_cm)} cm"


def format_size(length_cm: Decimal, width_cm: Decimal, height_cm: Decimal) -> str:
    """Such as "30 × 20 × 10 cm"."""
    return " × ".join(_plain(side) for side in (length_cm, width_cm, height_cm)) + " cm"


def format_money(amount: Decimal, currency: str = "GBP") -> str:
    """Such as "£7.49", "−£1,234.50" or "CHF 7.49"."""
    sign = "−" if amount < 0 else ""
    symbol = _SYMBOLS.get(currency, f"{currency} ")
    return f"{sign}{symbol}{abs(amount).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):,}"


def format_day(day: date) -> str:
    """Such as "Tue 24 Nov"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def format_date(day: date) -> str:
    """Such as "4 Nov 2026", where the year matters."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def format_month(month: str) -> str:
    """Such as "Nov 2026" of "2026-11"."""
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def _measured(
    text: str, units: dict[str, Decimal], bare_unit: str, step: Decimal, advice: str
) -> Decimal:
    """Add up the parts of "3lb 2oz"; a part without a unit is only allowed on its own."""
    wanted = text.strip().lower()
    parts = list(_PART.finditer(wanted))
    if not parts or "".join(part.group() for part in parts) != wanted:
        raise ValueError(advice)
    if len(parts) > 1 and any(part.group(2) is None for part in parts):
        raise ValueError(advice)
    total = Decimal(0)
    for part in parts:
        unit = part.group(2) or bare_unit
        factor = units.get(_SPELLINGS.get(unit, unit))
        if factor is None:
            raise ValueError(advice)
        total += _number(part.group(1), advice) * factor
    if total >= _LARGEST:
        raise ValueError("That is too large. " + advice)
    return Decimal(_plain(total.quantize(step, rounding=ROUND_HALF_UP)))


def _number(text: str, advice: str) -> Decimal:
    """A number with a decimal point or comma; one that can be read in two ways is refused."""
    if "," in text and _GROUPED.fullmatch(text) and not text.startswith("0"):
        small, large = (
            _plain(Decimal(text.replace(",", ".", 1).replace(",", ""))),
            text.replace(",", ""),
        )
        raise ValueError(f"“{text}” can be read in two ways. Write {small} or {large}.")
    number = text.replace(",", ".")
    if not re.fullmatch(r"[0-9]{0,12}(\.[0-9]{0,12})?", number):
        raise ValueError(advice)
    return Decimal(f"0{number}0" if number.endswith(".") else f"0{number}")


def _split_money(bare: str) -> tuple[str, str]:
    """Whole pounds and pence, both as digits."""
    advice = "Enter an amount such as 45.00."
    found = re.fullmatch(r"(?P<whole>[0-9.,]*?)(?:[.,](?P<pence>[0-9]{1,2}))?", bare)
    if not found or not re.search(r"[0-9]", bare):
        raise ValueError(advice)
    whole, pence = found["whole"], found["pence"] or "0"
    decimal_mark = bare[len(whole)] if found["pence"] else "."
    if decimal_mark in whole:
        raise ValueError(advice)
    if whole.isdigit() or not whole:
        return whole or "0", pence
    if not _GROUPED.fullmatch(whole) or (not found["pence"] and whole.count(".") == 1):
        raise ValueError(advice)
    return re.sub(r"[.,]", "", whole), pence


def _plain(number: Decimal) -> str:
    """Without an exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
