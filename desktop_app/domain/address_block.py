"""Takes a pasted address block apart into fields; what is not recognised stays visible."""

import re

from desktop_app.domain.address import Address
from desktop_app.domain.address_format import address_format
from desktop_app.domain.country_names import is_alpha3, to_alpha3

_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]{2,}")
_MAIL_WORD = re.compile(r"^e-?mail\W*", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:^|(?<=\s))(?:tel|phone|mobile|t|m|ph)?[.: ]*(\+?[\d()][\d\s()./-]{7,}\d)$", re.IGNORECASE
)
_UK_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)
_US_LINE = re.compile(
    r"^(?P<town>[^,\d]+?),?\s+(?P<state>[A-Z]{2})\.?,?\s+(?P<zip>\d{5}(?:-\d{4})?)$"
)
_CODE_FIRST = re.compile(
    r"^(?:[A-Z]{1,2}-)?(?P<code>\d{3}\s?\d{2}|\d{4}(?:\s?[A-Z]{2})?|\d{2}-\d{3})\s+(?P<town>\D.*)$"
)
_NUMBER = re.compile(r"^(\d+[A-Za-z]?(?:\s*[-/]\s*\d+[A-Za-z]?)?)[,\s]+(\D.*)$")
_COMPANY = re.compile(
    r"\b(ltd|limited|llp|plc|inc|llc|gmbh|s\.?a\.?r\.?l|b\.?v|corp|co)\b\.?", re.IGNORECASE
)

_COUNTY = re.compile(
    r"(shire|sussex|yorks|lancs|lincs|^co(unty)? .*|^(greater|tyne) .*|^(cornwall|cumbria|devon|"
    r"dorset|durham|essex|kent|merseyside|middlesex|norfolk|northumberland|rutland|somerset|"
    r"suffolk|surrey|west midlands|isle of wight|fife|angus|moray|gwent|gwynedd|dyfed|clwyd|powys|"
    r"antrim|armagh|down|fermanagh|tyrone))$",
    re.IGNORECASE,
)


def split_address(block: str, country: str = "GBR") -> Address:
    """An address from lines or from one line with commas; `country` where it names none.

    Never loses text: what fits no field goes into the locality.
    """
    lines = _lines(block)
    found: dict[str, str] = {"country": country}
    lines = _take_contacts(lines, found)
    lines = _take_country(lines, found)
    lines = _take_postcode(lines, found)
    if lines and not re.match(r"\d", lines[0]):
        found["name"] = lines.pop(0)
    if lines and _COMPANY.search(lines[0]):
        found["organisation"] = lines.pop(0)
    _take_street(lines, found)
    return Address(**found)


def _lines(block: str) -> list[str]:
    parts = block.splitlines()
    if len([part for part in parts if part.strip()]) == 1:
        parts = block.split(",")
    return [line for part in parts if (line := part.strip(" \t,;"))]


def _take_contacts(lines: list[str], found: dict[str, str]) -> list[str]:
    left = []
    for line in lines:
        text = line
        if "email" not in found and (match := _MAIL.search(text)):
            found["email"] = match[0]
            text = _MAIL_WORD.sub("", text.replace(match[0], "", 1)).strip(" :<>;,")
        if "phone" not in found and (match := _PHONE.search(text)):
            found["phone"] = match[1].strip()
            text = text[: match.start()].strip(" :,;")
        if text:
            left.append(text)
    return left


def _take_country(lines: list[str], found: dict[str, str]) -> list[str]:
    if not lines or re.search(r"\d", lines[-1]):
        return lines
    if len(lines[-1]) < 3 and not re.fullmatch("[A-Z]{2}", lines[-1]):
        return lines  # "Co" and "no" are words; "CO" is a code
    try:
        code = to_alpha3(lines[-1])
    except ValueError:
        return lines
    if not is_alpha3(code):
        return lines
    found["country"] = code
    return lines[:-1]


def _take_postcode(lines: list[str], found: dict[str, str]) -> list[str]:
    for index in range(len(lines) - 1, 0, -1):
        rest = _split_place(lines[index], found)
        if rest is not None:
            return [*lines[:index], *lines[index + 1 :], *([rest] if rest else [])]
    return lines


def _split_place(line: str, found: dict[str, str]) -> str | None:
    """What is left of a line once its postcode is taken; None when it holds none."""
    if found["country"] == "GBR" and (match := _UK_POSTCODE.search(line)):
        found["postcode"] = f"{match[1]} {match[2]}".upper()
        return (line[: match.start()] + line[match.end() :]).strip(" ,")
    if match := _US_LINE.match(line):
        if found["country"] == "GBR":
            found["country"] = "USA"
        found |= {"town": match["town"], "county": match["state"], "postcode": match["zip"]}
        return ""
    if found["country"] != "GBR" and (match := _CODE_FIRST.match(line)):
        found |= {"postcode": match["code"], "town": match["town"]}
        return ""
    rules = address_format(found["country"])
    if found["country"] != "GBR" and rules.postcode_patterns and rules.accepts(line):
        found["postcode"] = line
        return ""
    return None


def _take_street(lines: list[str], found: dict[str, str]) -> None:
    if lines and (match := _NUMBER.match(lines[0])):
        found |= {"property": match[1], "street": match[2]}
        lines.pop(0)
    elif len(lines) > 1 and (match := _NUMBER.match(lines[1])) and len(lines) > 2:
        found |= {"property": f"{lines[0]}, {match[1]}", "street": match[2]}
        del lines[:2]
    elif lines:
        found["street"] = lines.pop(0)
    if "town" in found:
        found["locality"] = ", ".join(lines)
        return
    if len(lines) > 1 and found["country"] == "GBR" and _COUNTY.search(lines[-1]):
        found["county"] = lines.pop()
    if lines:
        found["town"] = lines.pop()
    found["locality"] = ", ".join(lines)
