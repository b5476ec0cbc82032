"""Whether a declaration is needed follows the service's own list."""

import pytest

from desktop_app.domain.address import Address
from desktop_app.domain.country import CountryBook
from tests.fakes.fake_broker import BOOK, country

MORE = CountryBook(
    rows=(
        *BOOK.rows,
        country("Isle of Man", "GB", "GBR", customs=False, part="IOM"),
        country("Ireland", "IE", "IRL", customs=True),
        country("Jersey", "JE", "JEY", customs=True),
        country("Heligoland", "DE", "DEU", customs=False, part="DE-H"),
    )
)


@pytest.mark.parametrize(
    ("sender", "recipient", "needed"),
    [
        ("GBR", "GBR", False),
        ("GBR", "GBR/NIR", False),
        ("GBR/NIR", "GBR", False),
        ("GBR", "GBR/IOM", False),
        ("GBR/IOM", "GBR/NIR", False),
        ("GBR", "JEY", True),
        ("GBR", "IRL", True),
        ("IRL", "GBR", True),
        ("GBR/NIR", "IRL", True),
        ("GBR", "ESP/ES-TEN", True),
        ("ESP/ES-TEN", "GBR", True),
        ("GBR", "USA", True),
        ("ESP", "ESP", False),
        ("ESP/ES-TEN", "ESP/ES-TEN", False),
        ("ESP/ES-TEN", "ESP", False),
        ("DEU", "DEU/DE-H", True),
        ("GBR", "BRA", None),
        ("GBR/ZZZ", "USA", None),
        ("", "GBR", None),
    ],
)
def test_the_two_rows_decide(sender: str, recipient: str, needed: bool | None) -> None:
    assert MORE.requires_customs(at(sender), at(recipient)) is needed


def test_without_a_list_nothing_is_known() -> None:
    assert CountryBook().requires_customs(at("GBR"), at("USA")) is None


def at(place: str) -> Address:
    alpha3, _, part = place.partition("/")
    return Address(country=alpha3, subdivision=part or None)
