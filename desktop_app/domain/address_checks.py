"""What is wrong with an address, field by field, before the service has to say so."""

import re
from collections.abc import Iterator

from desktop_app.domain.address import Address
from desktop_app.domain.address_format import address_format
from desktop_app.domain.country import CountryBook
from desktop_app.domain.country_names import alpha2, english_name
from desktop_app.domain.problem import Problem, error, warning
from desktop_app.domain.regions import likely_region

_MAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}$")


def check_address(
    address: Address, where: str, book: CountryBook, *, must_reach: bool
) -> tuple[Problem, ...]:
    """All problems of one address; `where` is "sender" or "recipient".

    `must_reach`: a phone number and an email address are required (the service refuses a sender
    without them, and customs wants to be able to call the recipient).
    """
    return (
        *_check_person(address, where),
        *_check_country(address, where, book),
        *_check_place(address, where),
        *_check_region(address, where, book),
        *_check_email(address, where, required=where == "sender"),
        *_check_phone(address, where, required=must_reach),
    )


def _check_person(address: Address, where: str) -> Iterator[Problem]:
    if not address.name:
        yield error(f"{where}.name", "Enter the name of a person.")


def _check_country(address: Address, where: str, book: CountryBook) -> Iterator[Problem]:
    if not address.country:
        yield error(f"{where}.country", "Choose a country.")
        return
    if book.rows and book.row(address.country, address.subdivision) is None:
        yield error(f"{where}.country", _not_served(address, book))


def _not_served(address: Address, book: CountryBook) -> str:
    name = english_name(address.country)
    if address.country == "IMN":
        return "For the Isle of Man choose United Kingdom and the region Isle of Man."
    if address.subdivision and book.row(address.country, None):
        return f"Parcel2Go has no region “{address.subdivision}” in {name}. Choose one of the list."
    return f"Parcel2Go does not send to {name}. Choose a country of the list."


def _check_place(address: Address, where: str) -> Iterator[Problem]:
    rules = address_format(address.country)
    if not address.street and not address.property:
        yield error(f"{where}.street", "Enter the street.")
    if not address.town:
        yield error(f"{where}.town", "Enter the town.")
    if rules.needs_county and not address.county:
        said = f"Enter the {rules.county_word}."
        strict = rules.county_word == "state"
        yield error(f"{where}.county", said) if strict else warning(f"{where}.county", said)
    if not address.postcode:
        if rules.needs_postcode:
            yield error(f"{where}.postcode", f"Enter the {rules.postcode_word}.")
    elif not rules.accepts(address.postcode):
        yield warning(f"{where}.postcode", _odd_postcode(address), address.postcode)


def _odd_postcode(address: Address) -> str:
    rules = address_format(address.country)
    example = f", such as {rules.postcode_example}" if rules.postcode_example else ""
    name = english_name(address.country)
    return f"This does not look like a {rules.postcode_word} in {name}{example}."


def _check_region(address: Address, where: str, book: CountryBook) -> Iterator[Problem]:
    if address.subdivision or not address.postcode:
        return
    if region := likely_region(address, book):
        yield warning(
            f"{where}.subdivision",
            f"This postcode seems to be in {region.name}, which has its own prices. "
            "Choose it as the region.",
            address.postcode,
        )


def _check_email(address: Address, where: str, *, required: bool) -> Iterator[Problem]:
    if not address.email:
        if required:
            yield error(
                f"{where}.email", "Enter an email address: Parcel2Go requires the sender's."
            )
    elif not _MAIL.match(address.email):
        yield error(
            f"{where}.email", "This is not an email address. It looks like name@example.com."
        )


def _check_phone(address: Address, where: str, *, required: bool) -> Iterator[Problem]:
    if not address.phone:
        if required:
            why = "Parcel2Go requires it" if where == "sender" else "customs or the text message"
            need = f"{why} needs it" if where == "recipient" else why
            yield error(f"{where}.phone", f"Enter a phone number: {need}.")
    elif not is_possible_phone(address.phone, address.country):
        name = english_name(address.country) if address.country else "that country"
        yield warning(
            f"{where}.phone", f"This does not look like a phone number in {name}.", address.phone
        )


def is_possible_phone(phone: str, country: str) -> bool:
    """Whether a number can be dialled from its country, or carries its own country code."""
    import phonenumbers  # noqa: PLC0415 - 80 ms that start-up does not need

    try:
        number = phonenumbers.parse(phone, alpha2(country) or None)
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_possible_number(number))
