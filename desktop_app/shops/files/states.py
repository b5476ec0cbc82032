"""States and provinces by their codes, in the countries whose addresses are written with them."""

from functools import cache

from desktop_app.shops.files.headers import plain

_WRITTEN_AS_CODES = {"USA": "US", "CAN": "CA", "AUS": "AU"}


def state_of(text: str, country: str) -> str:
    """ "NY" for "New York" or "US-NY" in the USA; the text itself where no code is known."""
    if country not in _WRITTEN_AS_CODES:
        return text
    return _codes(_WRITTEN_AS_CODES[country]).get(plain(text), text)


@cache
def _codes(country: str) -> dict[str, str]:
    import pycountry  # noqa: PLC0415 - 40 ms that start-up does not need

    found: dict[str, str] = {}
    for one in pycountry.subdivisions:
        if one.country_code != country:
            continue
        code = one.code.partition("-")[2]
        found |= {plain(one.name): code, plain(code): code, plain(one.code): code}
    return found
