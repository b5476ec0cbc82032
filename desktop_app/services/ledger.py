"""What was spent, and what of it can still be asked back."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from desktop_app.domain.account import Account, is_own_page
from desktop_app.domain.errors import InputError, StorageError
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.ledger import Entry, Sighting, TopUp, without_vat
from desktop_app.domain.order import Order
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.refund import (
    Refund,
    RefundFlag,
    RefundState,
    undone,
    with_received,
    with_refused,
)
from desktop_app.services.accounts import Accounts
from desktop_app.services.clock import local_day
from desktop_app.services.ledger_entries import entries_of, flags_of
from desktop_app.services.ports import Clock, Journal, Purchases, Refunds, Shipments, TopUps

_SEEN = "Seen in the PrePay balance"
_PAGES = ("refund", "cancel", "help")


class LedgerBook(NamedTuple):
    """The entries, newest first, and by its payment's key what can still be asked back."""

    entries: tuple[Entry, ...] = ()
    flags: Mapping[str, RefundFlag] = MappingProxyType({})


class RefundWish(NamedTuple):
    """A refund as it is kept, and the page of Parcel2Go on which to ask for it."""

    refund: Refund
    page: str


@dataclass(frozen=True)
class Ledger:
    """The ledger of each account by itself, and its refunds.

    There is no way to cancel an order through the API (facts, Endpoints): a refund is asked for
    by the user, on a page of Parcel2Go's, and what is kept here is what they were told.
    """

    purchases: Purchases
    refunds: Refunds
    top_ups: TopUps
    shipments: Shipments
    journal: Journal
    accounts: Accounts
    clock: Clock

    def read(self, account_id: str = "") -> LedgerBook:
        """All of an account, else of the current one; 10,000 shipments take under a second."""
        account_id = account_id or self.accounts.current.id
        rows, refunds = self.purchases.rows(account_id), self.refunds.all_of(account_id)
        today = local_day(self.clock.now())
        return LedgerBook(
            entries_of(rows, refunds, self.top_ups.all_of(account_id)),
            flags_of(rows, refunds, today),
        )

    def ask_for_refund(self, shipment_id: str, key: str = "") -> RefundWish:
        """Keeps that a payment is asked back, and gives the page on which to ask.

        `key` names the payment where a shipment was paid more than once. Asked a second time it
        stays as it was first asked; one that was refused is asked for anew. Raises InputError for
        a shipment that is not paid, or whose money is back.
        """
        record = self.shipments.get(shipment_id)
        payment = self._payment(record, key)
        order = _order(record, payment)
        page = _page(order, self.accounts.broker(record.account_id).account)
        asked = Refund(
            key=payment.key,
            account_id=record.account_id,
            shipment_id=record.id,
            order_id=payment.order_id,
            asked_at=self.clock.now(),
            expected=order.price if order else without_vat(payment.amount),
        )
        kept = self.refunds.change(payment.key, lambda before: _asked(before, asked))
        return RefundWish(kept or asked, page)

    def refund_received(self, key: str, amount: Decimal | None = None) -> Refund:
        """Writes that the money came, all of it unless a smaller `amount` with VAT is named."""
        now = self.clock.now()
        return self._change(key, lambda refund: with_received(refund, amount, now))

    def refund_refused(self, key: str, why: str = "") -> Refund:
        """Writes that Parcel2Go has said no."""
        now = self.clock.now()
        return self._change(key, lambda refund: with_refused(refund, now, why))

    def undo(self, key: str) -> Refund | None:
        """One step back: received or refused becomes asked for, and asked for becomes nothing."""
        return self.refunds.change(key, lambda refund: undone(refund) if refund else None)

    def see_balance(self, account_id: str, balance: Decimal, asked_at: datetime) -> None:
        """Notices money that came into PrePay: a refund that was asked for, else a top-up.

        It is noticed by the way, so nothing fails when it cannot be kept.
        """
        with suppress(StorageError):
            found = self.top_ups.see(Sighting(account_id, balance, asked_at, self.clock.now()))
            if found:
                self._recognise(found)

    def _recognise(self, found: TopUp) -> None:
        """Money that is just what was asked back is no top-up; it can be undone."""
        back = _that_make(self.refunds.all_of(found.account_id), found.amount)
        for refund in back:
            self._change(refund.key, lambda one: with_received(one, None, found.seen_at, _SEEN))
        if back:
            self.top_ups.forget(found.key)

    def _payment(self, record: ShipmentRecord, key: str) -> Attempt:
        """The payment with this key, else the one that bought the shipment's own order."""
        own = record.order.order_id if record.order else ""
        for one in self.journal.of_shipment(record.id):
            is_made = one.kind is not AttemptKind.ORDER and one.state is AttemptState.DONE
            if is_made and (one.key == key if key else one.order_id == own):
                return one
        raise InputError("Only what was paid can be asked back. This is not paid.")

    def _change(self, key: str, change: Callable[[Refund], Refund]) -> Refund:
        kept = self.refunds.change(key, lambda refund: change(refund) if refund else None)
        if kept is None:
            raise InputError("No refund was asked for here.")
        return kept


def _asked(before: Refund | None, asked: Refund) -> Refund:
    if before is None or before.state is RefundState.REFUSED:
        return asked
    if before.state is RefundState.RECEIVED:
        raise InputError("The money for this has come back already.")
    return before


def _order(record: ShipmentRecord, payment: Attempt) -> Order | None:
    """The order that was paid: the shipment's own, or one whose page was opened before."""
    known = (*((record.order,) if record.order else ()), *record.opened)
    return next((order for order in known if order.order_id == payment.order_id), None)


def _page(order: Order | None, account: Account) -> str:
    """The order's own page about it, where it has one on the account's host; else the account."""
    links = (order.link(name) for name in _PAGES) if order else ()
    own = (url for url in links if url and is_own_page(url, account))
    return next(own, f"{account.base_url}/myaccount")


def _that_make(refunds: Iterable[Refund], amount: Decimal) -> tuple[Refund, ...]:
    """The oldest that is just this amount, else all that are open where together they make it."""
    still_open = tuple(one for one in refunds if one.state is RefundState.ASKED)
    one = next((one for one in still_open if one.expected.total == amount), None)
    together = sum((one.expected.total for one in still_open), Decimal(0))
    return (one,) if one else still_open if still_open and together == amount else ()
