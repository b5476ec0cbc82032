"""Prices: to the penny, and their parts always make the whole."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.money import FREE, Price, at_total, rounded

PENCE = st.decimals(min_value=0, max_value=100_000, places=2)


def test_each_line_is_rounded_by_itself_before_it_is_added() -> None:
    """32 lines of £2.19 without VAT (the service's own example): 70.08, 14.08 and 84.16."""
    net = Decimal("2.19")
    vat = rounded(net * Decimal("0.2"))
    lines = [Price(net=net, vat=vat, total=net + vat)] * 32
    whole = sum(lines, FREE)
    assert (whole.net, whole.vat, whole.total) == (
        Decimal("70.08"),
        Decimal("14.08"),
        Decimal("84.16"),
    )
    assert rounded(whole.net * Decimal("0.2")) == Decimal("14.02"), "which is not what is charged"


def test_halves_go_up() -> None:
    assert [rounded(Decimal(text)) for text in ("0.005", "0.015", "0.025", "0.0249")] == [
        Decimal("0.01"),
        Decimal("0.02"),
        Decimal("0.03"),
        Decimal("0.02"),
    ]


@given(net=PENCE, vat=PENCE, total=PENCE)
def test_a_price_at_its_exact_total_still_adds_up(
    net: Decimal, vat: Decimal, total: Decimal
) -> None:
    price = Price(net=net, vat=vat, total=net + vat)
    exact = at_total(price, total)
    assert exact.net + exact.vat == exact.total
    assert exact.total == (total if price.total else price.total)


def test_the_same_total_changes_nothing() -> None:
    price = Price(net=Decimal("2.59"), vat=Decimal("0.52"), total=Decimal("3.11"))
    assert at_total(price, Decimal("3.11")) is price
    assert at_total(price, Decimal("6.22")).vat == Decimal("1.04")
