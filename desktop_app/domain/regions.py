"""Parts of countries that are priced apart: which one a postcode lies in.

The countries endpoint lists such parts and their codes, but not their postcodes; only names are
known here, and a code is always looked up in the service's own list (facts, section 6).
"""

import re

from desktop_app.domain.address import Address
from desktop_app.domain.country import Country, CountryBook

_BY_POSTCODE = (
    ("GBR", re.compile(r"^BT\d+$", re.IGNORECASE), "Northern Ireland"),
    ("GBR", re.compile(r"^IM\d+$", re.IGNORECASE), "Isle of Man"),
    (
        "GBR",
        re.compile(r"^((IV|HS|KW)\d+|KA2[78]|PA[2-7]\d|PH(1[5-9]|[2-5]\d))$", re.IGNORECASE),
        "Highlands",
    ),
    ("PRT", re.compile(r"^9[0-4]"), "Madeira"),
    ("PRT", re.compile(r"^9[5-9]"), "Azores"),
    ("ESP", re.compile(r"^07"), "Balearic"),
    ("ESP", re.compile(r"^38"), "Tenerife"),
    ("ESP", re.compile(r"^35"), "Gran Canaria"),
    ("ESP", re.compile(r"^51"), "Ceuta"),
    ("ESP", re.compile(r"^52"), "Melilla"),
    ("ITA", re.compile(r"^9[0-8]"), "Sicily"),
    ("ITA", re.compile(r"^0[7-9]"), "Sardinia"),
    ("FRA", re.compile(r"^20"), "Corsica"),
)


def likely_region(address: Address, book: CountryBook) -> Country | None:
    """The listed part of its country that the postcode seems to lie in; None: the main part."""
    postcode = _district(address)
    names = (
        name
        for country, pattern, name in _BY_POSTCODE
        if country == address.country and pattern.match(postcode)
    )
    wanted = next(names, "")
    rows = book.subdivisions(address.country) if wanted else ()
    return next((row for row in rows if wanted.casefold() in row.name.casefold()), None)


def _district(address: Address) -> str:
    """A postcode without blanks; a British one without its last three signs, the house's.

    Else PA2 6LT in Paisley would look like PA26 in Argyll.
    """
    postcode = re.sub(r"\s", "", address.postcode)
    whole = address.country == "GBR" and re.search(r"\d[A-Za-z]{2}$", postcode)
    return postcode[:-3] if whole else postcode
