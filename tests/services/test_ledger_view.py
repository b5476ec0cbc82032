"""The part of a ledger that is shown: filtered, added up, and what can be asked back."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop_app.domain.ledger import Entry, EntryKind, EntryState, LedgerFilter
from desktop_app.domain.money import Price
from desktop_app.domain.refund import RefundFlag
from desktop_app.services.ledger import LedgerBook
from desktop_app.services.ledger_view import Grouping, LedgerView, view_of

ENDS = RefundFlag(ends_on=date(2027, 2, 7), days_left=3)


def price(pounds: str) -> Price:
    net = Decimal(pounds)
    vat = net / 5
    return Price(net=net, vat=vat, total=net + vat)


def payment(
    key: str, day: date, pounds: str, courier: str = "Evri", kind: EntryKind = EntryKind.PAYMENT
) -> Entry:
    return Entry(
        kind=kind,
        key=key,
        state=EntryState.RECEIVED if kind is EntryKind.REFUND else EntryState.PAID,
        at=datetime(day.year, day.month, day.day, tzinfo=UTC),
        day=day,
        amount=price(pounds),
        courier=courier,
        service=f"{courier} Next Day",
        shop="Mason Prints",
    )


LATE = payment("c", date(2027, 2, 10), "30", "DPD")
EARLY = payment("a", date(2026, 11, 3), "10")
BACK = payment("a", date(2026, 11, 20), "10", kind=EntryKind.REFUND)
BOOK = LedgerBook((LATE, BACK, EARLY), {"c": ENDS})


def seen(
    wanted: LedgerFilter | None = None,
    grouping: Grouping = Grouping.MONTH,
    book: LedgerBook = BOOK,
    *,
    only_due: bool = False,
) -> LedgerView:
    return view_of(book, wanted or LedgerFilter(), grouping, only_due=only_due)


def test_everything_is_wanted_unless_a_filter_says_else() -> None:
    view = seen()
    assert [line.entry for line in view.lines] == [LATE, BACK, EARLY]
    assert view.totals.spent == price("30")
    assert not view.is_empty


def test_a_payment_and_its_refund_are_two_rows() -> None:
    ids = [line.id for line in seen().lines]
    assert len(set(ids)) == 3


def test_months_in_between_without_spending_are_shown_as_nothing() -> None:
    months = seen().months
    names = [(one.name, one.price.total) for one in months]
    assert names == [
        ("2026-11", 0), ("2026-12", 0), ("2027-01", 0), ("2027-02", Decimal(36)),
    ]  # fmt: skip


def test_months_are_added_up_newest_first() -> None:
    assert [one.name for one in seen().groups] == ["2027-02", "2026-11"]


@pytest.mark.parametrize(
    ("grouping", "names"),
    [
        (Grouping.COURIER, ["DPD", "Evri"]),
        (Grouping.SERVICE, ["DPD Next Day", "Evri Next Day"]),
        (Grouping.SHOP, ["Mason Prints"]),
    ],
)
def test_groups_begin_with_the_largest(grouping: Grouping, names: list[str]) -> None:
    groups = seen(grouping=grouping).groups
    assert [one.name for one in groups] == names
    assert sum(one.price.total for one in groups) == seen().totals.spent.total


def test_shares_are_of_what_was_spent_and_never_below_nothing() -> None:
    only_back = LedgerBook((LATE, BACK))
    shares = {one.name: one.share for one in seen(grouping=Grouping.COURIER, book=only_back).groups}
    assert shares == {"DPD": 1.0, "Evri": 0.0}
    nothing = LedgerBook((BACK,))
    assert [one.share for one in seen(book=nothing).groups] == [0.0]


def test_what_can_be_asked_back_is_told_whatever_is_filtered() -> None:
    view = seen(LedgerFilter(courier="Evri"))
    assert [line.entry for line in view.lines] == [BACK, EARLY]
    assert [(line.entry, line.flag) for line in view.due] == [(LATE, ENDS)]


def test_only_what_can_be_asked_back() -> None:
    assert [line.entry for line in seen(only_due=True).lines] == [LATE]
    assert seen(LedgerFilter(courier="Evri"), only_due=True).lines == ()


def test_a_refund_is_not_flagged_like_its_payment() -> None:
    book = LedgerBook((BACK, EARLY), {"a": ENDS})
    assert [bool(line.flag) for line in seen(book=book).lines] == [False, True]


def test_what_there_is_to_choose_from_is_of_all_entries() -> None:
    offered = seen(LedgerFilter(courier="DPD")).offered
    assert offered.months == ("2027-02", "2026-11")
    assert offered.couriers == ("DPD", "Evri")
    assert offered.shops == ("Mason Prints",)


def test_nothing_spent_yet() -> None:
    view = seen(book=LedgerBook())
    assert view == LedgerView()
