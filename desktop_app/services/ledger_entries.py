"""The entries of the ledger, out of what the journal, the refunds and the balance have told."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from desktop_app.domain.journal import AttemptKind, AttemptState
from desktop_app.domain.ledger import Entry, EntryKind, EntryState, TopUp, without_vat
from desktop_app.domain.money import Price
from desktop_app.domain.order import PaymentMethod
from desktop_app.domain.refund import Refund, RefundFlag, RefundState, refund_due
from desktop_app.services.clock import local_day
from desktop_app.services.ports import PurchaseRow

VAT_UNKNOWN = "VAT not known"


class _Sent(NamedTuple):
    """A paid parcel, as far as its refund is concerned."""

    paid_on: date
    collection_day: date | None
    is_scanned: bool


def entries_of(
    rows: Sequence[PurchaseRow], refunds: Sequence[Refund], top_ups: Sequence[TopUp]
) -> tuple[Entry, ...]:
    """All of them, newest first."""
    payments = {row.key: row for row in rows if row.kind is not AttemptKind.ORDER}
    paid = {row.order_id for row in payments.values() if row.state is AttemptState.DONE}
    found = [
        *(_order(row, paid) for row in rows if row.kind is AttemptKind.ORDER),
        *(_payment(row) for row in payments.values()),
        *_refunds(refunds, payments),
        *(_top_up(one) for one in top_ups),
    ]
    return tuple(sorted(found, key=lambda entry: entry.at, reverse=True))


def flags_of(
    rows: Iterable[PurchaseRow], refunds: Iterable[Refund], today: date
) -> dict[str, RefundFlag]:
    """Payments whose parcel nobody has scanned and nobody has asked the money back of, by key."""
    asked = {refund.key for refund in refunds}
    found = {
        row.key: refund_due(_sent(row), today)
        for row in rows
        if row.kind is not AttemptKind.ORDER
        and row.state is AttemptState.DONE
        and row.key not in asked
    }
    return {key: flag for key, flag in found.items() if flag}


def _sent(row: PurchaseRow) -> _Sent:
    return _Sent(_payment(row).day, row.collection_day, row.is_scanned)


def _order(row: PurchaseRow, paid: set[str]) -> Entry:
    state = EntryState.UNPAID if _is_kept(row) else EntryState.DROPPED
    return _entry(
        row,
        EntryKind.ORDER,
        state=EntryState.PAID if row.order_id in paid else state,
        at=row.ended_at or row.started_at,
    )


def _payment(row: PurchaseRow) -> Entry:
    by_link = row.kind is AttemptKind.LINK
    entry = _entry(
        row,
        EntryKind.PAYMENT,
        state=EntryState.WAITING if by_link else EntryState.UNCERTAIN,
        at=row.started_at,
    )
    entry = entry._replace(method=PaymentMethod.LINK if by_link else PaymentMethod.PREPAY)
    if row.state is not AttemptState.DONE:
        return entry
    at = (row.paid_at if _is_kept(row) else None) or row.ended_at or row.started_at
    return entry._replace(state=EntryState.PAID, at=at, day=local_day(at))


def _entry(row: PurchaseRow, kind: EntryKind, *, state: EntryState, at: datetime) -> Entry:
    price = _price(row)
    return Entry(
        kind=kind,
        key=row.key,
        state=state,
        at=at,
        day=local_day(at),
        amount=price or without_vat(row.amount),
        shipment_id=row.shipment_id,
        order_id=row.order_id,
        reference=row.reference,
        recipient=row.recipient,
        country=row.country,
        courier=row.courier,
        service=row.service,
        shop=row.shop,
        note="" if price else VAT_UNKNOWN,
    )


def _is_kept(row: PurchaseRow) -> bool:
    return bool(row.order_id) and row.order_id == row.kept_order_id


def _price(row: PurchaseRow) -> Price | None:
    """The order's own; of one that the draft no longer has, only the total was kept."""
    return row.price if _is_kept(row) else None


def _refunds(refunds: Iterable[Refund], payments: dict[str, PurchaseRow]) -> Iterator[Entry]:
    for refund in refunds:
        row = payments.get(refund.key)
        bought = _payment(row) if row else None
        yield _asked(refund, bought)
        if refund.state is RefundState.RECEIVED and refund.ended_at:
            yield _received(refund, bought, refund.ended_at)


def _asked(refund: Refund, bought: Entry | None) -> Entry:
    state = EntryState(refund.state.value)
    note = refund.note if refund.state is RefundState.REFUSED else ""
    return _about(refund, bought, EntryKind.REFUND_ASKED, refund.asked_at)._replace(
        state=state, amount=refund.expected, note=note
    )


def _received(refund: Refund, bought: Entry | None, at: datetime) -> Entry:
    return _about(refund, bought, EntryKind.REFUND, at)._replace(
        state=EntryState.RECEIVED, amount=refund.price_received, note=refund.note
    )


def _about(refund: Refund, bought: Entry | None, kind: EntryKind, at: datetime) -> Entry:
    """What is known of the payment it is about."""
    blank = Entry(kind, refund.key, EntryState.ASKED, at, local_day(at), refund.expected)
    known = bought._replace(kind=kind, at=at, day=local_day(at)) if bought else blank
    return known._replace(shipment_id=refund.shipment_id, order_id=refund.order_id)


def _top_up(one: TopUp) -> Entry:
    day = local_day(one.seen_at)
    amount = without_vat(one.amount)
    return Entry(
        EntryKind.TOP_UP, one.key, EntryState.SEEN, one.seen_at, day, amount,
        method=PaymentMethod.PREPAY, note=one.note,
    )  # fmt: skip
