"""Addresses are checked field by field, and a real one always has a way on."""

import pytest

from desktop_app.domain.address import Address
from desktop_app.domain.address_checks import check_address, is_possible_phone
from desktop_app.domain.country import CountryBook
from desktop_app.domain.problem import Severity
from tests.fakes.fake_broker import BOOK
from tests.fakes.office import RECIPIENT, SENDER

EMPTY_BOOK = CountryBook()


def fields(
    address: Address, *, book: CountryBook = BOOK, must_reach: bool = False
) -> dict[str, str]:
    found = check_address(address, "recipient", book, must_reach=must_reach)
    return {problem.field.removeprefix("recipient."): problem.severity.value for problem in found}


def changed(**update: object) -> Address:
    return RECIPIENT.model_copy(update=update)


def test_whole_addresses_have_no_problem() -> None:
    assert fields(RECIPIENT, must_reach=True) == {}
    assert check_address(SENDER, "sender", BOOK, must_reach=True) == ()


@pytest.mark.parametrize("field", ["name", "country", "town", "postcode"])
def test_each_required_field_is_named(field: str) -> None:
    assert fields(changed(**{field: ""}))[field] == Severity.ERROR


def test_a_house_name_alone_is_a_street() -> None:
    assert fields(changed(street="", property="Rose Cottage")) == {}
    assert fields(changed(street="", property="")) == {"street": "error"}


def test_the_sender_has_to_be_reached() -> None:
    bare = SENDER.model_copy(update={"email": "", "phone": ""})
    found = check_address(bare, "sender", BOOK, must_reach=True)
    assert {problem.field for problem in found} == {"sender.email", "sender.phone"}


def test_a_recipient_without_phone_is_fine_unless_somebody_must_call() -> None:
    assert fields(changed(phone="", email="")) == {}
    assert fields(changed(phone=""), must_reach=True) == {"phone": "error"}


@pytest.mark.parametrize("mail", ["ann", "ann@", "@example.com", "a b@example.com", "ann@example"])
def test_what_is_not_a_mail_address_is_said(mail: str) -> None:
    assert fields(changed(email=mail)) == {"email": "error"}


@pytest.mark.parametrize(
    ("country", "postcode", "fits"),
    [
        ("GBR", "YO12 7JZ", True),
        ("GBR", "yo127jz", True),
        ("GBR", "12345", False),
        ("USA", "90210", True),
        ("USA", "90210-1234", True),
        ("USA", "SW1A 1AA", False),
        ("DEU", "10115", True),
        ("DEU", "1011", False),
        ("IRL", "", True),
        ("HKG", "", True),
    ],
)
def test_postcodes_follow_their_country(country: str, postcode: str, *, fits: bool) -> None:
    address = changed(country=country, postcode=postcode, county="X", phone="")
    assert fields(address, book=EMPTY_BOOK) == ({} if fits else {"postcode": "warning"})


def test_a_missing_state_stops_a_missing_province_warns() -> None:
    usa = changed(country="USA", postcode="90210", county="")
    spain = changed(country="ESP", postcode="28039", county="")
    assert fields(usa)["county"] == "error"
    assert fields(spain)["county"] == "warning"


@pytest.mark.parametrize(
    ("phone", "country", "possible"),
    [
        ("07700900123", "GBR", True),
        ("+44 7777 777777", "GBR", True),
        ("+1 212 555 0100", "GBR", True),
        ("12", "GBR", False),
        ("call me", "GBR", False),
        ("+44 7700 900123", "", True),
    ],
)
def test_phones(phone: str, country: str, *, possible: bool) -> None:
    assert is_possible_phone(phone, country) is possible


def test_a_country_that_is_not_served_is_said_with_a_way_on() -> None:
    (problem,) = check_address(
        changed(country="IMN", postcode="IM1 1AA"), "recipient", BOOK, must_reach=False
    )
    assert "choose United Kingdom and the region Isle of Man" in problem.message
    (problem,) = check_address(
        changed(country="JPN", postcode="100-0001", county="Tokyo", phone=""),
        "recipient",
        BOOK,
        must_reach=False,
    )
    assert problem.message.startswith("Parcel2Go does not send to Japan")


def test_an_unknown_region_is_said() -> None:
    found = check_address(changed(subdivision="ES-TF"), "recipient", BOOK, must_reach=False)
    assert "no region “ES-TF”" in found[0].message


@pytest.mark.parametrize(
    ("country", "postcode", "region"),
    [("GBR", "BT1 5GS", "Northern Ireland"), ("ESP", "38001", "Tenerife")],
)
def test_a_region_with_its_own_price_is_offered(country: str, postcode: str, region: str) -> None:
    address = changed(country=country, postcode=postcode, county="X", phone="")
    (problem,) = check_address(address, "recipient", BOOK, must_reach=False)
    assert problem.field == "recipient.subdivision"
    assert region in problem.message
