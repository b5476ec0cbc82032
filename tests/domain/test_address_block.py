"""A pasted address is taken apart, and none of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.address import Address
from desktop_app.domain.address_block import split_address

BLOCKS = [
    (
        ("Ann Field\n11 Saville Street\nMalton\nNorth Yorkshire\nYO17 7LL\nUnited Kingdom\n"
        "07700 900456\nann@example.com"),
        {
            "name": "Ann Field", "property": "11", "street": "Saville Street", "town": "Malton",
            "county": "North Yorkshire", "postcode": "YO17 7LL", "country": "GBR",
            "phone": "07700 900456", "email": "ann@example.com",
        },
    ),
    (
        "Ann Field, 11a Saville Street, Malton, yo177ll",
        {
            "name": "Ann Field", "property": "11a", "street": "Saville Street", "town": "Malton",
            "postcode": "YO17 7LL", "country": "GBR",
        },
    ),
    (
        "Jo Mason\nMason Prints Ltd\nUnit 4\n1 Raleigh Street\nScarborough YO12 7JZ",
        {
            "name": "Jo Mason", "organisation": "Mason Prints Ltd", "property": "Unit 4, 1",
            "street": "Raleigh Street", "town": "Scarborough", "postcode": "YO12 7JZ",
            "country": "GBR",
        },
    ),
    (
        "Sam Reed\n350 Fifth Avenue\nNew York, NY 10118\nUSA",
        {
            "name": "Sam Reed", "property": "350", "street": "Fifth Avenue", "town": "New York",
            "county": "NY", "postcode": "10118", "country": "USA",
        },
    ),
    (
        "Eva Klein\nHauptstraße 5\n10115 Berlin\nDeutschland",
        {
            "name": "Eva Klein", "street": "Hauptstraße 5", "town": "Berlin", "postcode": "10115",
            "country": "DEU",
        },
    ),
    (
        "Rose Hill\nRose Cottage\nThornton-le-Dale\nYO18 7LF\nTel: +44 1751 477000",
        {
            "name": "Rose Hill", "street": "Rose Cottage", "town": "Thornton-le-Dale",
            "postcode": "YO18 7LF", "phone": "+44 1751 477000", "country": "GBR",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("block", "wanted"), BLOCKS)
def test_splits(block: str, wanted: dict[str, str]) -> None:
    found = {name: value for name, value in split_address(block) if value}
    assert found == wanted


def test_an_empty_block_is_an_empty_address() -> None:
    assert split_address("  \n \n") == Address(country="GBR")


@given(st.lists(st.text(alphabet=st.characters(categories=("Ll", "Lu")), min_size=1), max_size=8))
def test_no_word_is_lost(words: list[str]) -> None:
    address = split_address("\n".join(words))
    kept = " ".join(str(value) for _, value in address if value)
    missing = [word for word in words if word not in kept]
    assert len(missing) <= 1, "only the country's own name may turn into its code"


PIECES = st.sampled_from(
    (
        "Ann Field", "Flat 2", "12-14 High St", "Rose Cottage", "Mason Prints Ltd", "YO17 7LL",
        "Malton", "London SW1A 1AA", "Springfield, IL 62704", "10115 Berlin", "1234 AB Amsterdam",
        "Kent", "jo@x.org", "ann@example.com", "+44 7700 900456", "07700900123 (2)",
        "0161 496 0000", "Unit 5, The Maltings", "c/o Jane", "12", "Co. Antrim", "co", "Attn: Bob",
    )
)  # fmt: skip


@given(
    st.lists(PIECES | st.text("xQ1 ,.-@:+()", max_size=12), max_size=9),
    st.sampled_from(["\n", ", "]),
    st.sampled_from(["GBR", "USA", "DEU", "IRL"]),
)
def test_no_letter_or_digit_of_a_pasted_block_is_lost(
    lines: list[str], between: str, country: str
) -> None:
    block = between.join(lines)
    kept = "".join(
        re.findall(r"\w", " ".join(str(value) for _, value in split_address(block, country)))
    )
    for word in re.findall(r"\w+", block):
        assert word.casefold() in kept.casefold()


def test_a_second_address_to_write_to_stays_to_be_seen() -> None:
    address = split_address("Ann Field\nann@example.com\njo@x.org\n1 High Street\nMalton\nYO17 7LL")
    assert address.email == "ann@example.com"
    assert "jo@x.org" in address.model_dump_json()


@given(st.text(max_size=300))
def test_nothing_breaks_it(text: str) -> None:
    address = split_address(text)
    assert re.fullmatch(r"[A-Z]{3}", address.country)
