"""The ledger's sums and filters: exact to the penny, whatever is added up."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.ledger import (
    Entry,
    EntryKind,
    EntryState,
    LedgerFilter,
    month_span,
    negative,
    spent_by,
    totals,
    without_vat,
)
from desktop_app.domain.money import FREE, Price, rounded

AT = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(0)))
PENCE = st.integers(0, 10_000_000).map(lambda pence: Decimal(pence) / 100)
PRICES = st.builds(lambda net, vat: Price(net=net, vat=vat, total=net + vat), PENCE, PENCE)


def price(net: str) -> Price:
    vat = rounded(Decimal(net) * Decimal("0.2"))
    return Price(net=Decimal(net), vat=vat, total=Decimal(net) + vat)


def entry(
    amount: Price,
    kind: EntryKind = EntryKind.PAYMENT,
    state: EntryState = EntryState.PAID,
    **more: Any,  # noqa: ANN401 - whatever the entry has
) -> Entry:
    made = Entry(kind, "key", state, AT, date(2026, 11, 23), amount, courier="DPD", shop="Mason")
    return made._replace(**more)


def test_the_thirty_two_lines_add_up_as_they_were_charged() -> None:
    """The recorded live order: 70.08 and 14.08 make 84.16; 20 % of 70.08 would be 14.02."""
    found = totals([entry(price("2.19"))] * 32)
    assert found.paid == Price(net=Decimal("70.08"), vat=Decimal("14.08"), total=Decimal("84.16"))
    assert found.spent == found.paid
    assert found.payments == 32


@pytest.mark.parametrize(
    ("net", "vat", "gross"),
    [
        ("10.99", "2.20", "13.19"),
        ("6.15", "1.23", "7.38"),
        ("11.19", "2.24", "13.43"),
        ("2.59", "0.52", "3.11"),
        ("2.89", "0.58", "3.47"),
    ],
)
def test_single_lines_are_as_documented(net: str, vat: str, gross: str) -> None:
    paid = totals([entry(price(net))]).paid
    assert (paid.net, paid.vat, paid.total) == (Decimal(net), Decimal(vat), Decimal(gross))


def test_only_payments_and_refunds_are_spending() -> None:
    """An order and its payment are one expense; a top-up is the user's own money still."""
    one = price("10.99")
    entries = [
        entry(one, EntryKind.ORDER),
        entry(one),
        entry(one, EntryKind.REFUND_ASKED, EntryState.ASKED),
        entry(without_vat(Decimal(50)), EntryKind.TOP_UP, EntryState.SEEN),
        entry(price("2.59"), EntryKind.REFUND, EntryState.RECEIVED),
        entry(one, state=EntryState.UNCERTAIN),
        entry(one, state=EntryState.WAITING),
    ]
    found = totals(entries)
    assert found.paid == one
    assert found.refunded == price("2.59")
    assert found.spent.total == Decimal("10.08")
    assert found.open == 2 * one.total
    assert found.topped_up == 50
    assert [each.counts for each in entries] == [False, True, False, False, True, False, False]


@given(st.lists(st.tuples(PRICES, st.booleans(), st.sampled_from("abc")), max_size=60))
def test_the_parts_make_the_whole(made: list[tuple[Price, bool, str]]) -> None:
    entries = [
        entry(amount, EntryKind.REFUND if back else EntryKind.PAYMENT, shop=shop)
        for amount, back, shop in made
    ]
    spent = totals(entries).spent
    assert spent.net + spent.vat == spent.total
    assert sum(spent_by(entries, lambda one: one.shop).values(), FREE) == spent
    assert sum((one.spent for one in entries), FREE) == spent


def test_spending_is_told_in_the_order_of_its_keys() -> None:
    days = (date(2026, 12, 1), date(2026, 11, 30), date(2026, 11, 1))
    found = spent_by([entry(price("2.19"), day=day) for day in days], lambda one: one.month)
    assert list(found) == ["2026-11", "2026-12"]
    assert found["2026-11"].total == Decimal("5.26")


def test_a_refund_makes_a_shop_with_nothing_else_negative() -> None:
    found = spent_by([entry(price("2.19"), EntryKind.REFUND)], lambda one: one.shop)
    assert found == {"Mason": negative(price("2.19"))}


@pytest.mark.parametrize(
    ("wanted", "is_taken"),
    [
        (LedgerFilter(), True),
        (LedgerFilter(text="ann 1001"), True),
        (LedgerFilter(text="ann 1002"), False),
        (LedgerFilter(courier="DPD", shop="Mason"), True),
        (LedgerFilter(courier="Evri"), False),
        (LedgerFilter(service="DPD Next Day"), False),
        (LedgerFilter(since=date(2026, 11, 23), until=date(2026, 11, 23)), True),
        (LedgerFilter(since=date(2026, 11, 24)), False),
        (LedgerFilter(until=date(2026, 11, 22)), False),
        (LedgerFilter(kinds=frozenset({EntryKind.PAYMENT})), True),
        (LedgerFilter(kinds=frozenset({EntryKind.REFUND})), False),
    ],
)
def test_a_filter_takes_what_it_names(wanted: LedgerFilter, is_taken: bool) -> None:
    one = entry(price("2.19"), recipient="Ann Field", reference="ORD-1001")
    assert wanted.takes(one) is is_taken


@pytest.mark.parametrize(
    ("month", "last"), [("2026-11", 30), ("2026-12", 31), ("2024-02", 29), ("2026-02", 28)]
)
def test_a_month_has_its_days(month: str, last: int) -> None:
    first, until = month_span(month)
    assert (f"{first:%Y-%m}", first.day, f"{until:%Y-%m}", until.day) == (month, 1, month, last)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "11/2026", "2026-11-01"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        month_span(text)
