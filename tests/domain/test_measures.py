"""Measures are read as people write them, and never as a hundred times as much."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.measures import (
    format_date,
    format_day,
    format_length,
    format_money,
    format_month,
    format_size,
    format_weight,
    parse_length_cm,
    parse_money,
    parse_weight_kg,
)

amounts = st.decimals(min_value=0, max_value=999_999, places=2)
grams = st.integers(0, 900_000)


@pytest.mark.parametrize(
    ("text", "kilograms"),
    [
        ("1.5 kg", "1.5"), ("1,5", "1.5"), ("1.5", "1.5"), ("500 g", "0.5"), ("500g", "0.5"),
        ("3lb 2oz", "1.417"), ("2 pounds", "0.907"), ("0,500", "0.5"), (" .5KG ", "0.5"),
        ("2.", "2"), ("1 kg 200 g", "1.2"),
    ],
)  # fmt: skip
def test_weights(text: str, kilograms: str) -> None:
    assert parse_weight_kg(text) == Decimal(kilograms)


@pytest.mark.parametrize(
    ("text", "centimetres"),
    [
        ("30", "30"), ("12 in", "30.48"), ('12"', "30.48"), ("1.2 m", "120"), ("300mm", "30"),
        ("1ft 2in", "35.56"), ("5'6\"", "167.64"), ("30,5 cm", "30.5"),
    ],
)  # fmt: skip
def test_lengths(text: str, centimetres: str) -> None:
    assert parse_length_cm(text) == Decimal(centimetres)


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£45.00", "45"), ("45,00", "45"), ("45,5", "45.50"), ("1,234.50", "1234.50"),
        ("1 234,50", "1234.50"), ("1.234,50", "1234.50"), ("1'234.50", "1234.50"),
        ("1,234", "1234"), ("45 GBP", "45"), (".99", "0.99"), ("£ 7", "7"),
    ],
)  # fmt: skip
def test_money(text: str, pounds: str) -> None:
    assert parse_money(text) == Decimal(pounds)


@pytest.mark.parametrize("text", ["", "kg", "-1", "2 3", "1e5", "1.2.3", "5 stone", "1 kg 5", "∞"])
def test_no_weight(text: str) -> None:
    with pytest.raises(ValueError, match=r"Enter a weight such as 1\.5 kg\."):
        parse_weight_kg(text)


@pytest.mark.parametrize("text", ["", "£", "-5", "45.123", "1.234", "12 50", "4.5.6", "1,23,4.5"])
def test_no_money(text: str) -> None:
    with pytest.raises(ValueError, match=r"Enter an amount such as 45\.00\."):
        parse_money(text)


def test_a_number_that_can_be_read_in_two_ways_is_asked_about() -> None:
    with pytest.raises(ValueError, match=r"Write 1\.5 or 1500\."):
        parse_weight_kg("1,500")


@pytest.mark.parametrize("text", ["€45", "45 USD", "$5"])
def test_another_currency_is_not_taken_for_pounds(text: str) -> None:
    with pytest.raises(ValueError, match="in pounds"):
        parse_money(text)


@pytest.mark.parametrize("text", ["99999999", "1,000,000"])
def test_too_much(text: str) -> None:
    with pytest.raises(ValueError, match="too large"):
        parse_money(text)
    with pytest.raises(ValueError, match="too large"):
        parse_length_cm("99999999")


@given(amounts)
def test_money_comes_back_in_every_spelling(amount: Decimal) -> None:
    british = f"{amount:,.2f}"
    continental = british.replace(",", " ").replace(".", ",")
    for text in (british, continental, f"£{british}", f"{amount:.2f}", format_money(amount)):
        assert parse_money(text) == amount


@given(grams)
def test_weights_come_back(weight_g: int) -> None:
    weight_kg = Decimal(weight_g) / 1000
    assert parse_weight_kg(format_weight(weight_kg)) == weight_kg
    assert parse_weight_kg(f"{weight_g} g") == weight_kg


@given(st.decimals(min_value=0, max_value=9999, places=2))
def test_lengths_come_back(length_cm: Decimal) -> None:
    assert parse_length_cm(format_length(length_cm)) == length_cm


@given(st.text())
def test_any_text_is_a_number_or_a_sentence(text: str) -> None:
    for parse in (parse_weight_kg, parse_length_cm, parse_money):
        try:
            assert parse(text) >= 0
        except ValueError as error:
            assert str(error).endswith(".")  # noqa: PT017 - only where it is raised


def test_how_postroom_writes() -> None:
    assert format_weight(Decimal("1.500")) == "1.5 kg"
    assert format_weight(Decimal(10)) == "10 kg"
    assert format_length(Decimal("1E+2")) == "100 cm"
    assert format_size(Decimal(30), Decimal("20.0"), Decimal(10)) == "30 × 20 × 10 cm"
    assert format_money(Decimal("7.495")) == "£7.50"
    assert format_money(Decimal("-1234.5")) == "−£1,234.50"
    assert format_money(Decimal(5), "CHF") == "CHF 5.00"
    assert format_day(date(2026, 11, 24)) == "Tue 24 Nov"


def test_a_date_of_any_year_and_a_month_are_said_with_it() -> None:
    assert format_date(date(2026, 11, 4)) == "4 Nov 2026"
    assert format_month("2027-01") == "Jan 2027"
