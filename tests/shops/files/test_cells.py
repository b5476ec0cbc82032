"""What cells say, as shops of many countries write it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.shops.files.cell_text import text_of
from desktop_app.shops.files.cells import (
    Amount,
    amount_of,
    country_of,
    day_of,
    decimal_of,
    is_damaged,
    quantity_of,
    weight_kg_of,
)
from desktop_app.shops.files.layout import Days


@pytest.mark.parametrize(
    ("cell", "value", "currency"),
    [
        ("AU $3,000.00", "3000.00", "AUD"),
        ("EUR 90,00", "90.00", "EUR"),
        ("1 234,50 EUR", "1234.50", "EUR"),
        ("$45.99", "45.99", ""),
        ("£1,234.50", "1234.50", "GBP"),
        ("1.234,50 €", "1234.50", "EUR"),
        ("45,00", "45.00", ""),
        ("3,000", "3000", ""),
        ("0,500", "0.500", ""),
        ("US $4.00", "4.00", "USD"),
        ("1'234.50", "1234.50", ""),
        ("1,234,567.89", "1234567.89", ""),
        ("-5.00", "-5.00", ""),
    ],
)
def test_money_is_read_as_it_was_meant(cell: str, value: str, currency: str) -> None:
    assert amount_of(cell) == Amount(Decimal(value), currency)


@pytest.mark.parametrize("cell", ["", "free", "12 apples", "1.2.3,4,5x", "£", "9" * 40])
def test_what_is_no_money_is_none(cell: str) -> None:
    assert amount_of(cell) is None


def test_a_mark_before_three_digits_is_that_of_the_files_country() -> None:
    assert decimal_of("3.000", decimal_comma=True) == 3000
    assert decimal_of("3.000") == 3
    assert decimal_of("3,000") == 3000
    assert decimal_of("3,000", decimal_comma=True) == 3


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Jul-21-25", date(2025, 7, 21)),
        ("26-May-26", date(2026, 5, 26)),
        ("05-oct.-26", date(2026, 10, 5)),
        ("10-Dez-25", date(2025, 12, 10)),
        ("24. März 2026", date(2026, 3, 24)),
        ("Nov 24, 2026", date(2026, 11, 24)),
        ("2026-11-24T10:00:00Z", date(2026, 11, 24)),
        ("2026-11-24 10:00:00 +0000", date(2026, 11, 24)),
        ("24/11/2026 10:00", date(2026, 11, 24)),
        ("11/24/26", date(2026, 11, 24)),
        ("31/31/26", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_in_many_forms(cell: str, day: date | None) -> None:
    assert day_of(cell) == day


def test_days_that_are_only_numbers_are_in_the_files_order() -> None:
    assert day_of("03/04/26") == date(2026, 4, 3)
    assert day_of("03/04/26", Days.MONTH_FIRST) == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("GB", "GBR"), ("gbr", "GBR"), ("United Kingdom", "GBR"), ("UK", "GBR"),
        ("England", "GBR"), ("Großbritannien", "GBR"), ("Royaume-Uni", "GBR"),
        ("Vereinigtes Königreich", "GBR"), ("Deutschland", "DEU"), ("Allemagne", "DEU"),
        ("U.S.A.", "USA"), ("United States", "USA"), ("Republic of Ireland", "IRL"),
        ("España", "ESP"), ("Nowhere", ""), ("ABC", ""), ("", ""),
    ],
)  # fmt: skip
def test_countries_by_code_and_by_name(cell: str, code: str) -> None:
    assert country_of(cell) == code


@pytest.mark.parametrize(
    ("cell", "header", "kg"),
    [
        ("1.5", "weight", "1.5"),
        ("500 g", "weight", "0.5"),
        ("500", "weight g", "0.5"),
        ("1,5 kg", "weight g", "1.5"),
        ("2lb", "weight", "0.907"),
        ("12oz", "weight", "0.34"),
        ("100", "weight grams", "0.1"),
    ],
)
def test_weights_in_their_units(cell: str, header: str, kg: str) -> None:
    assert weight_kg_of(cell, header) == Decimal(kg)


@pytest.mark.parametrize("cell", ["heavy", "", "5 stone", "-1"])
def test_what_is_no_weight_is_none(cell: str) -> None:
    assert weight_kg_of(cell) is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'YO17 7LL", "YO17 7LL"),
        ('="00123"', "00123"),
        ("=SUM(A1:A9)", "=SUM(A1:A9)"),
        ("Tom &amp; Jo", "Tom & Jo"),
        ("R & D", "R & D"),
        ("", ""),
    ],
)
def test_text_stays_text(cell: str, text: str) -> None:
    assert text_of(cell) == text


def test_what_a_spreadsheet_has_shortened_is_seen() -> None:
    assert is_damaged("1.23457E+11")
    assert is_damaged("4,4E+10")
    assert not any(is_damaged(one) for one in ("1E", "E1 6AN", "123", "2E5X", ""))


def test_quantities_are_whole() -> None:
    assert [quantity_of(one) for one in ("2", "2.0", "3 x", "0", "1.5", "two", "")] == [
        2, 2, 3, 0, None, None, None,
    ]  # fmt: skip


@given(st.text(max_size=40), st.sampled_from(Days), st.booleans())
def test_no_cell_is_too_wild(cell: str, order: Days, decimal_comma: bool) -> None:
    amount = amount_of(cell, decimal_comma=decimal_comma)
    assert amount is None or abs(amount.value) < 10**9
    assert isinstance(day_of(cell, order), date | None)
    assert isinstance(quantity_of(cell), int | None)
    assert isinstance(weight_kg_of(cell), Decimal | None)
    assert len(country_of(cell)) in {0, 3}
    assert isinstance(text_of(cell), str)
