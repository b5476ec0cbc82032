"""The ledger over a shipment's whole life: ordered, paid, asked back, returned."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.errors import InputError, StorageError
from desktop_app.domain.journal import AttemptKind, AttemptState
from desktop_app.domain.ledger import Entry, EntryKind, EntryState, totals
from desktop_app.domain.order import Link
from desktop_app.domain.purchase import new_payment
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.refund import RefundState
from desktop_app.services.ledger import RefundWish
from tests.fakes.office import WHOLE, FakeOffice
from tests.services.conftest import NoWaiting


def entries(fake: FakeOffice, kind: EntryKind | None = None) -> list[Entry]:
    found = fake.office.ledger.read().entries
    return [one for one in found if kind in {None, one.kind}]


def only(fake: FakeOffice, kind: EntryKind) -> Entry:
    (entry,) = entries(fake, kind)
    return entry


def asked(fake: FakeOffice, record: ShipmentRecord) -> RefundWish:
    return fake.office.ledger.ask_for_refund(record.id)


def first_sight(fake: FakeOffice) -> None:
    """The balance is read for the first time, a while after what was paid."""
    fake.clock.move(minutes=1)
    fake.office.paying.balance()


def test_a_draft_is_no_entry(fake: FakeOffice) -> None:
    fake.office.drafts.new(WHOLE)
    assert entries(fake) == []


def test_an_order_is_one_and_costs_nothing_yet(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    order = only(fake, EntryKind.ORDER)
    assert ordered.order
    assert (order.state, order.order_id) == (EntryState.UNPAID, ordered.order.order_id)
    assert (order.amount, order.shop) == (ordered.order.price, "Mason Prints")
    assert totals(entries(fake)).spent.total == 0


def test_a_payment_is_spending_once(fake: FakeOffice, paid: ShipmentRecord) -> None:
    assert paid.order
    payment = only(fake, EntryKind.PAYMENT)
    assert (payment.state, payment.method) == (EntryState.PAID, "prepay")
    assert (payment.reference, payment.recipient) == ("ORD-1001", "Ann Field")
    assert payment.day == date(2026, 11, 23)
    assert only(fake, EntryKind.ORDER).state is EntryState.PAID
    assert totals(entries(fake)).spent == paid.order.price


def test_what_is_not_certain_is_open_and_not_spent(
    fake: FakeOffice, ordered: ShipmentRecord
) -> None:
    assert ordered.price
    fake.office.paying.start_browser_payment(ordered.id, ordered.price.total)
    assert only(fake, EntryKind.PAYMENT).state is EntryState.WAITING
    found = totals(entries(fake))
    assert (found.spent.total, found.open) == (Decimal(0), ordered.price.total)


def test_an_order_that_the_draft_has_left_is_dropped(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    changed = ordered.shipment.model_copy(update={"reference": "ORD-1002"})
    fake.office.drafts.save(ordered.id, changed)
    assert only(fake, EntryKind.ORDER).state is EntryState.DROPPED
    fake.office.booking.order(fake.office.drafts.get(ordered.id), "cheapest", progress)
    assert {one.state for one in entries(fake)} == {EntryState.DROPPED, EntryState.UNPAID}


def test_a_payment_without_its_order_claims_no_vat(fake: FakeOffice, paid: ShipmentRecord) -> None:
    """Its draft has got another order since: only the total of this one was kept."""
    assert paid.order
    twice = paid.order.model_copy(update={"order_id": "7"})
    attempt = new_payment(paid, twice, AttemptKind.LINK, fake.clock.now())
    done = attempt.model_copy(update={"state": AttemptState.DONE})
    fake.journal.attempts[attempt.key] = done
    entry = next(one for one in entries(fake, EntryKind.PAYMENT) if one.order_id == "7")
    total = paid.order.price.total
    assert (entry.amount.net, entry.amount.vat, entry.note) == (total, Decimal(0), "VAT not known")
    wish = fake.office.ledger.ask_for_refund(paid.id, entry.key)
    assert (wish.refund.order_id, wish.refund.expected.total) == ("7", total)


def test_each_account_has_a_ledger_of_its_own(fake: FakeOffice, paid: ShipmentRecord) -> None:
    assert fake.office.ledger.read("live").entries == ()
    assert len(fake.office.ledger.read(paid.account_id).entries) == 2


def test_a_parcel_nobody_scanned_is_flagged(fake: FakeOffice, paid: ShipmentRecord) -> None:
    assert fake.office.ledger.read().flags == {}
    fake.clock.move(days=14)
    (flag,) = fake.office.ledger.read().flags.values()
    assert flag.days_left == 14
    fake.office.tracking.refresh(paid.id)
    assert fake.office.ledger.read().flags == {}


def test_a_flag_is_gone_once_the_money_is_asked_back(
    fake: FakeOffice, paid: ShipmentRecord
) -> None:
    fake.clock.move(days=14)
    wish = asked(fake, paid)
    assert fake.office.ledger.read().flags == {}
    fake.office.ledger.undo(wish.refund.key)
    assert list(fake.office.ledger.read().flags) == [wish.refund.key]


def test_asking_keeps_the_date_and_the_amount_expected(
    fake: FakeOffice, paid: ShipmentRecord
) -> None:
    assert paid.order
    wish = asked(fake, paid)
    assert (wish.refund.state, wish.refund.asked_at) == (RefundState.ASKED, fake.clock.now())
    assert wish.refund.expected == paid.order.price
    fake.clock.move(days=1)
    assert asked(fake, paid).refund == wish.refund, "asking again does not move the date"
    entry = only(fake, EntryKind.REFUND_ASKED)
    assert (entry.amount, entry.reference) == (paid.order.price, "ORD-1001")
    assert totals(entries(fake)).refunded.total == 0


def test_money_that_came_back_is_taken_off_the_spending(
    fake: FakeOffice, paid: ShipmentRecord
) -> None:
    assert paid.order
    key = asked(fake, paid).refund.key
    fake.clock.move(days=2)
    fake.office.ledger.refund_received(key)
    refund = only(fake, EntryKind.REFUND)
    assert (refund.amount, refund.at) == (paid.order.price, fake.clock.now())
    assert totals(entries(fake)).spent.total == 0
    assert only(fake, EntryKind.REFUND_ASKED).state is EntryState.RECEIVED
    with pytest.raises(InputError, match="come back already"):
        asked(fake, paid)


def test_a_refusal_is_kept_and_may_be_asked_anew(fake: FakeOffice, paid: ShipmentRecord) -> None:
    key = asked(fake, paid).refund.key
    fake.office.ledger.refund_refused(key, "It was scanned.")
    entry = only(fake, EntryKind.REFUND_ASKED)
    assert (entry.state, entry.note) == (EntryState.REFUSED, "It was scanned.")
    assert asked(fake, paid).refund.state is RefundState.ASKED


def test_each_step_is_undone_by_itself(fake: FakeOffice, paid: ShipmentRecord) -> None:
    first = asked(fake, paid).refund
    fake.office.ledger.refund_received(first.key, Decimal("1.00"))
    assert fake.office.ledger.undo(first.key) == first
    assert fake.office.ledger.undo(first.key) is None
    assert fake.office.ledger.undo(first.key) is None
    with pytest.raises(InputError, match="No refund"):
        fake.office.ledger.refund_received(first.key)


def test_only_what_was_paid_is_asked_back(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    with pytest.raises(InputError, match="not paid"):
        asked(fake, ordered)
    draft = fake.office.drafts.new(WHOLE)
    with pytest.raises(InputError, match="not paid"):
        asked(fake, draft)


@pytest.mark.parametrize(
    ("name", "url", "page"),
    [
        ("help", "http://127.0.0.1:9/help-centre", "http://127.0.0.1:9/help-centre"),
        ("Refund", "http://127.0.0.1:9/refund", "http://127.0.0.1:9/refund"),
        ("help", "https://elsewhere.example/help", "http://127.0.0.1:9/myaccount"),
        ("labels", "http://127.0.0.1:9/labels", "http://127.0.0.1:9/myaccount"),
    ],
)
def test_the_page_is_always_one_of_the_accounts_own(
    fake: FakeOffice, paid: ShipmentRecord, name: str, url: str, page: str
) -> None:
    assert paid.order
    order = paid.order.model_copy(update={"links": (Link(name=name, url=url),)})
    fake.shipments.update(paid.id, lambda now: now.model_copy(update={"order": order}))
    assert asked(fake, paid).page == page


def test_a_top_up_is_seen_when_the_balance_is_read(fake: FakeOffice, paid: ShipmentRecord) -> None:
    first_sight(fake)
    fake.broker.balance += 50
    fake.clock.move(minutes=5)
    fake.office.paying.balance()
    fake.office.paying.balance()
    entry = only(fake, EntryKind.TOP_UP)
    assert (entry.amount.total, entry.amount.vat, entry.at) == (
        Decimal(50), Decimal(0), fake.clock.now(),
    )  # fmt: skip
    assert totals(entries(fake)).topped_up == 50


def test_money_that_was_asked_back_is_recognised(fake: FakeOffice, paid: ShipmentRecord) -> None:
    assert paid.order
    key = asked(fake, paid).refund.key
    first_sight(fake)
    fake.broker.balance += paid.order.price.total
    fake.clock.move(days=1)
    fake.office.paying.balance()
    refund = only(fake, EntryKind.REFUND)
    assert (refund.key, refund.note) == (key, "Seen in the PrePay balance")
    assert entries(fake, EntryKind.TOP_UP) == []


def test_two_refunds_may_come_as_one(fake: FakeOffice, progress: NoWaiting) -> None:
    paid = []
    for number in range(2):
        draft = fake.office.drafts.new(WHOLE.model_copy(update={"reference": f"ORD-{number}"}))
        order = fake.office.booking.order(draft, "cheapest", progress)
        assert order.price
        paid.append(fake.office.paying.pay_with_prepay(order.id, order.price.total, progress))
    first_sight(fake)
    for record in paid:
        asked(fake, record)
        fake.broker.balance += record.order.price.total if record.order else 0
    fake.clock.move(days=1)
    fake.office.paying.balance()
    assert len(entries(fake, EntryKind.REFUND)) == 2
    assert totals(entries(fake)).spent.total == 0


def test_a_balance_is_read_even_where_nothing_can_be_kept(
    fake: FakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_sighting: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(fake.office.ledger.top_ups, "see", full)
    assert fake.office.paying.balance() == fake.broker.balance


def test_entries_are_told_newest_first(fake: FakeOffice, paid: ShipmentRecord) -> None:
    fake.clock.move(days=1)
    asked(fake, paid)
    times = [one.at for one in entries(fake)]
    assert times == sorted(times, reverse=True)
    assert times[0] - times[-1] >= timedelta(hours=20)
