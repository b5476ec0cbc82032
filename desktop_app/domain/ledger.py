"""The ledger: what was ordered, paid, topped up and refunded, filtered and added up exactly."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.money import FREE, Price
from desktop_app.domain.value import Value


class EntryKind(StrEnum):
    """What an entry is about."""

    ORDER = "order"
    PAYMENT = "payment"
    TOP_UP = "top-up"
    REFUND_ASKED = "refund-asked"
    REFUND = "refund"


class EntryState(StrEnum):
    """Where it stands. An order that is DROPPED was never paid, and nobody means to.

    A payment is WAITING for the browser, or UNCERTAIN until the order was read back.
    """

    UNPAID = "unpaid"
    PAID = "paid"
    DROPPED = "dropped"
    WAITING = "waiting"
    UNCERTAIN = "uncertain"
    SEEN = "seen"
    ASKED = "asked"
    RECEIVED = "received"
    REFUSED = "refused"


class Entry(NamedTuple):
    """One line of the ledger; `day` is the day it was here. `amount` is never negative.

    `key` is the attempt's or the top-up's; with the kind it is the entry's own. `shop` is whom it
    was sent for: the sender's organisation, else name. `method` is a PaymentMethod, or "".
    """

    kind: EntryKind
    key: str
    state: EntryState
    at: datetime
    day: date
    amount: Price
    shipment_id: str = ""
    order_id: str = ""
    reference: str = ""
    recipient: str = ""
    country: str = ""
    courier: str = ""
    service: str = ""
    shop: str = ""
    method: str = ""
    note: str = ""

    @property
    def month(self) -> str:
        """Such as "2026-11"."""
        return f"{self.day:%Y-%m}"

    @property
    def counts(self) -> bool:
        """Whether it is part of the spending: a payment that was made, or a refund that came.

        An order costs nothing until it is paid, and a top-up is the user's own money still.
        """
        made = self.kind is EntryKind.PAYMENT and self.state is EntryState.PAID
        return made or self.kind is EntryKind.REFUND

    @property
    def spent(self) -> Price:
        """What it adds to the spending; a refund takes away."""
        if not self.counts:
            return FREE
        return negative(self.amount) if self.kind is EntryKind.REFUND else self.amount


class TopUp(Value):
    """Money that came into PrePay: `amount` is what the balance rose by, unexplained by us."""

    key: str
    account_id: str
    seen_at: datetime
    amount: Decimal
    note: str = ""


class Sighting(NamedTuple):
    """What PrePay held, in pounds, at some moment between asking for it and being told."""

    account_id: str
    balance: Decimal
    asked_at: datetime
    told_at: datetime


class LedgerFilter(NamedTuple):
    """Which entries are wanted; what is empty wants all. Both days belong to the span."""

    text: str = ""
    courier: str = ""
    service: str = ""
    shop: str = ""
    since: date | None = None
    until: date | None = None
    kinds: frozenset[EntryKind] = frozenset()

    def takes(self, entry: Entry) -> bool:
        """Whether an entry is wanted: every word of the text stands somewhere in it."""
        return self._is_named(entry) and self._is_in_time(entry) and self._is_said(entry)

    def _is_named(self, entry: Entry) -> bool:
        named = (
            (self.courier, entry.courier),
            (self.service, entry.service),
            (self.shop, entry.shop),
        )
        return (not self.kinds or entry.kind in self.kinds) and all(
            wanted in {"", there} for wanted, there in named
        )

    def _is_in_time(self, entry: Entry) -> bool:
        since, until = self.since or date.min, self.until or date.max
        return since <= entry.day <= until

    def _is_said(self, entry: Entry) -> bool:
        words = self.text.casefold().split()
        return not words or all(word in _said(entry) for word in words)


class Totals(NamedTuple):
    """What entries add up to. `open` pounds with VAT are payments that are not certain yet."""

    paid: Price = FREE
    refunded: Price = FREE
    payments: int = 0
    open: Decimal = Decimal(0)
    topped_up: Decimal = Decimal(0)

    @property
    def spent(self) -> Price:
        """What was paid, less what came back."""
        return self.paid + negative(self.refunded)


def totals(entries: Iterable[Entry]) -> Totals:
    """The sums of entries, each part added by itself: every line is rounded already."""
    kept = list(entries)
    made = [one for one in kept if one.kind is EntryKind.PAYMENT and one.counts]
    refunds = [one for one in kept if one.kind is EntryKind.REFUND]
    return Totals(
        paid=_sum(one.amount for one in made),
        refunded=_sum(one.amount for one in refunds),
        payments=len(made),
        open=sum((one.amount.total for one in kept if one.state in _OPEN), Decimal(0)),
        topped_up=sum(
            (one.amount.total for one in kept if one.kind is EntryKind.TOP_UP), Decimal(0)
        ),
    )


def spent_by(entries: Iterable[Entry], key: Callable[[Entry], str]) -> dict[str, Price]:
    """The spending under each key, such as its month; in the order of the keys."""
    found: dict[str, list[Price]] = {}
    for entry in entries:
        if entry.counts:
            found.setdefault(key(entry), []).append(entry.spent)
    return {name: _sum(found[name]) for name in sorted(found)}


def negative(price: Price) -> Price:
    """What takes a price away again."""
    return Price(net=-price.net, vat=-price.vat, total=-price.total)


def without_vat(amount: Decimal) -> Price:
    """An amount whose VAT is not known, or that has none: none is claimed."""
    return Price(net=amount, vat=Decimal(0), total=amount)


def month_span(month: str) -> tuple[date, date]:
    """The first and the last day of a month such as "2026-11"; ValueError for other text."""
    first = date.fromisoformat(f"{month}-01")
    return first, date.fromordinal(_next_month(first).toordinal() - 1)


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _sum(prices: Iterable[Price]) -> Price:
    """Exact, and quicker than price by price: one Price is made."""
    net = vat = total = Decimal(0)
    for price in prices:
        net, vat, total = net + price.net, vat + price.vat, total + price.total
    return Price(net=net, vat=vat, total=total)


def _said(entry: Entry) -> str:
    named = (entry.reference, entry.recipient, entry.order_id, entry.courier, entry.service)
    return "\n".join((*named, entry.shop, entry.note, entry.shipment_id)).casefold()


_OPEN = frozenset({EntryState.WAITING, EntryState.UNCERTAIN})
