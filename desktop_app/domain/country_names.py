"""Country codes and names, in English and in other languages, to ISO 3166 alpha-3."""

import gettext
import unicodedata
from functools import cache

_ALSO_CALLED = {
    "uk": "GBR",
    "great britain": "GBR",
    "britain": "GBR",
    "england": "GBR",
    "scotland": "GBR",
    "wales": "GBR",
    "northern ireland": "GBR",
    "u.k": "GBR",
    "grossbritannien": "GBR",
    "grande-bretagne": "GBR",
    "grande bretagne": "GBR",
    "gran bretana": "GBR",
    "gran bretagna": "GBR",
    "angleterre": "GBR",
    "republic of ireland": "IRL",
    "ireland, republic of": "IRL",
    "roi": "IRL",
    "eire": "IRL",
    "u.s": "USA",
    "u.s.a": "USA",
    "the netherlands": "NLD",
    "the united states of america": "USA",
    "usa": "USA",
    "united states of america": "USA",
    "america": "USA",
    "holland": "NLD",
    "south korea": "KOR",
    "czech republic": "CZE",
    "ivory coast": "CIV",
    "russia": "RUS",
    "turkey": "TUR",
    "vietnam": "VNM",
    "macau": "MAC",
    "kosovo": "XKX",
    "macedonia": "MKD",
    "cape verde": "CPV",
    "vatican city": "VAT",
    "palestine": "PSE",
    "uae": "ARE",
}
_LANGUAGES = ("de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi")


def to_alpha3(text: str) -> str:
    """The alpha-3 code for a code or a name; "" stays "".

    Raises ValueError with a sentence when no country is called that.
    """
    entered = text.strip()
    if not entered or (len(entered) == 3 and entered.isascii() and entered.isupper()):
        return entered
    found = _index().get(_folded(entered))
    if found is None:
        raise ValueError(f"No country is called “{entered}”. Use its name or its ISO code.")
    return found


@cache
def is_alpha3(code: str) -> bool:
    """Whether ISO 3166 has this alpha-3 code."""
    return code in set(_index().values())


@cache
def known_countries() -> tuple[str, ...]:
    """Every alpha-3 code of ISO 3166."""
    return tuple(sorted(set(_index().values())))


@cache
def english_name(code: str) -> str:
    """The English name for an alpha-3 code, as a customs form prints it; the code if unknown."""
    import pycountry  # noqa: PLC0415 - 40 ms that start-up does not need

    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return code
    return str(getattr(country, "common_name", country.name))


@cache
def alpha2(code: str) -> str:
    """The alpha-2 code for an alpha-3 code; "" when there is none."""
    import pycountry  # noqa: PLC0415 - 40 ms that start-up does not need

    country = pycountry.countries.get(alpha_3=code)
    return str(country.alpha_2) if country else ""


@cache
def _index() -> dict[str, str]:
    import pycountry  # noqa: PLC0415 - 40 ms that start-up does not need

    tongues = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[tongue], fallback=True)
        for tongue in _LANGUAGES
    ]
    index: dict[str, str] = {}
    for country in pycountry.countries:
        common = getattr(country, "common_name", country.name)
        names = {country.alpha_2, country.alpha_3, country.name, common}
        names |= {tongue.gettext(country.name) for tongue in tongues}
        for name in names:
            index.setdefault(_folded(name), country.alpha_3)
    return index | _ALSO_CALLED


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).strip(" .")
