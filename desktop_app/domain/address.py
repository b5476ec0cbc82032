"""A postal address with the person at it: the same fields for sender and recipient."""

import builtins
import re

from pydantic import field_validator

from desktop_app.domain.country_names import to_alpha3
from desktop_app.domain.value import Value

_NUMBER_FIRST = re.compile(r"^(\d+[a-zA-Z]?(?:\s*[-/]\s*\d+[a-zA-Z]?)?)[,\s]+(\S.*)$")


class Address(Value):
    """An address as the draft file writes it; every field may still be empty in a draft.

    `country` is ISO 3166 alpha-3 (alpha-2, names and translated names are understood on the way
    in); `subdivision` is a code of the countries endpoint, such as `NIR` or `ES-TEN`.
    """

    name: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    property: str = ""
    street: str = ""
    locality: str = ""
    town: str = ""
    county: str = ""
    postcode: str = ""
    country: str = ""
    subdivision: str | None = None
    special_instructions: str = ""

    @field_validator("country", mode="before")
    @classmethod
    def _as_alpha3(cls, value: object) -> object:
        return to_alpha3(value) if isinstance(value, str) else value

    @builtins.property
    def is_blank(self) -> bool:
        """Whether nothing but perhaps a country was entered."""
        return not any(value for name, value in self if name not in {"country", "subdivision"})

    @builtins.property
    def one_line(self) -> str:
        """Name, town and postcode, as a list or a summary shows it."""
        return ", ".join(part for part in (self.name, self.town, self.postcode) if part)

    @builtins.property
    def lines(self) -> tuple[str, ...]:
        """The address as a person reads it, without the country and without empty lines.

        Town, county and postcode share a line: "New York, NY 10118".
        """
        street = f"{self.property} {self.street}".strip()
        place = ", ".join(part for part in (self.town, self.county) if part)
        town = f"{place} {self.postcode}".strip()
        parts = (self.name, self.organisation, street, self.locality, town)
        return tuple(part for part in parts if part)


def property_and_street(address: Address) -> tuple[str, str]:
    """House number or name, and street, neither of them empty where one is known.

    The service refuses an empty street and wants the number apart from it; an address that has
    only a name sends it as both (facts, pitfall 6).
    """
    if address.property and address.street:
        return address.property, address.street
    entered = address.street or address.property
    match = _NUMBER_FIRST.match(entered)
    return (match[1], match[2]) if match else (entered, entered)


def forename_and_surname(name: str) -> tuple[str, str]:
    """A full name in two parts, the surname never empty, which the service refuses."""
    first, _, last = name.strip().rpartition(" ")
    return (first.strip(), last) if first else (last, last)
