"""Which priced part of a country a postcode lies in."""

import pytest

from desktop_app.domain.country import CountryBook
from desktop_app.domain.regions import likely_region
from tests.fakes.fake_broker import BOOK, country
from tests.fakes.office import RECIPIENT

MORE = CountryBook(
    rows=(
        *BOOK.rows,
        country("Scottish Highlands and Islands", "GB", "GBR", customs=False, part="HIGH"),
        country("Isle of Man", "GB", "GBR", customs=False, part="IOM"),
        country("Madeira", "PT", "PRT", customs=True, part="PT-30"),
    )
)


@pytest.mark.parametrize(
    ("postcode", "alpha3", "part"),
    [
        ("BT1 1AA", "GBR", "NIR"),
        ("bt11aa", "GBR", "NIR"),
        ("IM1 1AA", "GBR", "IOM"),
        ("IV1 1AA", "GBR", "HIGH"),
        ("PA26 8XX", "GBR", "HIGH"),
        ("KA27 8AA", "GBR", "HIGH"),
        ("PH33 6AA", "GBR", "HIGH"),
        ("PA2 6LT", "GBR", None),
        ("PA26LT", "GBR", None),
        ("KA2 7XX", "GBR", None),
        ("PH1 5AA", "GBR", None),
        ("YO17 7LL", "GBR", None),
        ("38001", "ESP", "ES-TEN"),
        ("28001", "ESP", None),
        ("9000-001", "PRT", "PT-30"),
        ("35001", "ESP", None),
        ("", "GBR", None),
    ],
)
def test_the_part_is_found_by_the_postcode(postcode: str, alpha3: str, part: str | None) -> None:
    address = RECIPIENT.model_copy(update={"postcode": postcode, "country": alpha3})
    found = likely_region(address, MORE)
    assert (found.subdivision if found else None) == part


def test_only_parts_that_the_service_lists_are_named() -> None:
    address = RECIPIENT.model_copy(update={"postcode": "IM1 1AA"})
    assert likely_region(address, BOOK) is None
