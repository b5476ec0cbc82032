"""What is shown of the ledger: the lines that are wanted, their sums, and what to choose from."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.ledger import (
    Entry,
    EntryKind,
    EntryState,
    LedgerFilter,
    Totals,
    spent_by,
    totals,
)
from desktop_app.domain.money import FREE, Price
from desktop_app.domain.refund import RefundFlag
from desktop_app.services.ledger import LedgerBook


class Grouping(StrEnum):
    """By what the spending is added up."""

    MONTH = "month"
    COURIER = "courier"
    SERVICE = "service"
    SHOP = "shop"


class Line(NamedTuple):
    """An entry, and whether its money can still be asked back."""

    entry: Entry
    flag: RefundFlag | None = None

    @property
    def id(self) -> str:
        """The entry's own: a payment and its refund have the same key."""
        return f"{self.entry.kind}:{self.entry.key}"

    @property
    def service(self) -> str:
        """The service's name."""
        return self.entry.service

    @property
    def courier(self) -> str:
        """Whose it is."""
        return self.entry.courier

    @property
    def can_be_asked_back(self) -> bool:
        """Whether it is a payment that was made; one may ask without any flag."""
        return self.entry.kind is EntryKind.PAYMENT and self.entry.state is EntryState.PAID

    @property
    def is_asked_back(self) -> bool:
        """Whether an answer of Parcel2Go's is waited for."""
        return self.entry.kind is EntryKind.REFUND_ASKED and self.entry.state is EntryState.ASKED


class Group(NamedTuple):
    """What was spent under a name, such as a courier's; `share` of all that was spent, 0 to 1."""

    name: str
    price: Price
    share: float


class Offered(NamedTuple):
    """What there is to choose from, each in its order; months newest first."""

    months: tuple[str, ...] = ()
    couriers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    shops: tuple[str, ...] = ()


class LedgerView(NamedTuple):
    """The lines that are wanted, newest first; sums, groups and months are of these lines alone.

    `months` are without a gap, oldest first. `due` are all that can still be asked back, wanted
    or not: nobody should miss the day because of a filter.
    """

    lines: tuple[Line, ...] = ()
    totals: Totals = Totals()
    groups: tuple[Group, ...] = ()
    months: tuple[Group, ...] = ()
    offered: Offered = Offered()
    due: tuple[Line, ...] = ()
    is_empty: bool = True


_KEYS: dict[Grouping, Callable[[Entry], str]] = {
    Grouping.MONTH: lambda entry: entry.month,
    Grouping.COURIER: lambda entry: entry.courier,
    Grouping.SERVICE: lambda entry: entry.service,
    Grouping.SHOP: lambda entry: entry.shop,
}


def view_of(
    book: LedgerBook, wanted: LedgerFilter, grouping: Grouping, *, only_due: bool = False
) -> LedgerView:
    """The part of a ledger that a filter takes; `only_due`: and can still be asked back."""
    lines = [_line(book, entry) for entry in book.entries]
    due = tuple(line for line in lines if line.flag)
    taken = [line for line in (due if only_due else lines) if wanted.takes(line.entry)]
    entries = [line.entry for line in taken]
    return LedgerView(
        lines=tuple(taken),
        totals=totals(entries),
        groups=_groups(entries, grouping),
        months=_months(entries),
        offered=_offered(book.entries),
        due=due,
        is_empty=not book.entries,
    )


def _line(book: LedgerBook, entry: Entry) -> Line:
    is_payment = entry.kind is EntryKind.PAYMENT
    return Line(entry, book.flags.get(entry.key) if is_payment else None)


def _groups(entries: Iterable[Entry], grouping: Grouping) -> tuple[Group, ...]:
    """The largest first; months, the newest."""
    found = _shared(spent_by(entries, _KEYS[grouping]))
    if grouping is Grouping.MONTH:
        return found[::-1]
    return tuple(sorted(found, key=lambda group: group.price.total, reverse=True))


def _months(entries: Iterable[Entry]) -> tuple[Group, ...]:
    found = spent_by(entries, _KEYS[Grouping.MONTH])
    if not found:
        return ()
    return _shared({month: found.get(month, FREE) for month in _span(min(found), max(found))})


def _span(first: str, last: str) -> Iterable[str]:
    """Each month from the first to the last."""
    at = date.fromisoformat(f"{first}-01")
    while (month := f"{at:%Y-%m}") <= last:
        yield month
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)


def _shared(found: dict[str, Price]) -> tuple[Group, ...]:
    """Refunds may make a group, or all of them, less than nothing: that has no share."""
    whole = sum((max(price.total, Decimal(0)) for price in found.values()), Decimal(0))
    return tuple(
        Group(name, price, float(max(price.total, Decimal(0)) / whole) if whole else 0.0)
        for name, price in found.items()
    )


def _offered(entries: Iterable[Entry]) -> Offered:
    kept = list(entries)
    named = (
        sorted({key(entry) for entry in kept} - {""}, key=str.casefold) for key in _KEYS.values()
    )
    months, couriers, services, shops = (tuple(names) for names in named)
    return Offered(months[::-1], couriers, services, shops)
