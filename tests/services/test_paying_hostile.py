"""Money still moves once when processes die, sleep, race, or set the clock."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from desktop_app.domain.errors import (
    AlreadyBought,
    Cancelled,
    ConnectionCut,
    InputError,
    NameNotFound,
    NotFound,
    PaymentUncertain,
    PostroomError,
    Refused,
    ServiceBroken,
)
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.order import OrderStatus, Payment, PaymentMethod, PaymentState
from desktop_app.domain.record import ShipmentRecord, Stage
from tests.fakes.fake_broker import PAID_AT
from tests.fakes.office import NOW, WHOLE, FakeOffice
from tests.services.conftest import NoWaiting

COST = Decimal("3.11")
LONG = 301


class PowerCut(BaseException):
    """The process ends here."""


def cutting() -> None:
    raise PowerCut


def raising(failure: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise failure

    return fail


def state(fake: FakeOffice) -> AttemptState:
    """Of the one payment there is."""
    attempts = fake.journal.attempts.values()
    (found,) = [one.state for one in attempts if one.kind is not AttemptKind.ORDER]
    return found


def begun(record: ShipmentRecord, kind: AttemptKind = AttemptKind.PREPAY) -> Attempt:
    """A payment as it stands in the journal when its process ended right after that."""
    return Attempt(
        key="k1",
        kind=kind,
        state=AttemptState.STARTED,
        shipment_id=record.id,
        account_id=record.account_id,
        amount=COST,
        started_at=NOW,
        order_id=record.order.order_id if record.order else "",
    )


def edited(fake: FakeOffice, record: ShipmentRecord) -> ShipmentRecord:
    return fake.office.drafts.save(record.id, WHOLE.model_copy(update={"reference": "other"}))


def lose_the_answer(fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting) -> None:
    fake.broker.before["pay_with_prepay"] = raising(ConnectionCut("cut"))
    with pytest.raises(PaymentUncertain):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    del fake.broker.before["pay_with_prepay"]


@pytest.mark.parametrize("kind", [AttemptKind.PREPAY, AttemptKind.LINK])
def test_a_crash_right_after_the_journal_row_blocks_nobody_for_ever(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting, kind: AttemptKind
) -> None:
    fake.journal.begin(begun(ordered, kind))
    edited(fake, ordered)
    with pytest.raises(PostroomError):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    fake.clock.move(seconds=LONG)
    fake.office.settling.settle_all(progress)

    assert state(fake) is AttemptState.FAILED
    again = fake.office.booking.order(fake.office.drafts.get(ordered.id), "cheapest", progress)
    assert fake.office.paying.pay_with_prepay(again.id, COST, progress).is_paid


@pytest.mark.parametrize("kind", [AttemptKind.PREPAY, AttemptKind.LINK])
def test_a_crash_right_after_the_journal_row_of_an_unchanged_order(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting, kind: AttemptKind
) -> None:
    fake.journal.begin(begun(ordered, kind))
    fake.clock.move(seconds=LONG)
    fake.office.settling.settle_all(progress)
    assert fake.office.paying.pay_with_prepay(ordered.id, COST, progress).is_paid


def test_the_journal_row_of_one_order_never_pays_another(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.journal.begin(begun(ordered))
    edited(fake, ordered)
    again = fake.office.booking.order(fake.office.drafts.get(ordered.id), "cheapest", progress)
    assert again.order
    assert ordered.order
    assert again.order.order_id != ordered.order.order_id
    fake.broker.paid[ordered.order.order_id] = PAID_AT

    assert not fake.office.settling.settle(again.id).is_paid


@pytest.mark.parametrize("where", ["before", "after"])
def test_power_cut_around_the_payment(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting, where: str
) -> None:
    getattr(fake.broker, where)["pay_with_prepay"] = cutting
    with pytest.raises(PowerCut):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    getattr(fake.broker, where).clear()
    with pytest.raises(AlreadyBought):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    with pytest.raises(AlreadyBought):
        edited(fake, ordered)
    with pytest.raises(AlreadyBought):
        fake.office.drafts.delete([ordered.id])

    fake.clock.move(seconds=LONG)
    (settled,) = fake.office.settling.settle_all(progress)
    if not settled.is_paid:
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.office.drafts.get(ordered.id).is_paid
    assert len(fake.broker.charged) == 1


def test_power_cut_between_the_record_and_the_journal_needs_no_network_to_mend(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    end = fake.journal.end
    fake.journal.end = lambda *_: cutting()  # type: ignore[method-assign]
    with pytest.raises(PowerCut):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    fake.journal.end = end  # type: ignore[method-assign]
    fake.broker.before["read_order"] = raising(NameNotFound("offline", may_have_arrived=False))
    fake.clock.move(seconds=LONG)

    (settled,) = fake.office.settling.settle_all(progress)

    assert settled.is_paid
    assert state(fake) is AttemptState.DONE


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_gateway_that_gave_up_says_nothing_about_the_payment(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting, status: int
) -> None:
    fake.broker.before["pay_with_prepay"] = raising(ServiceBroken("gateway", status=status))
    with pytest.raises(PaymentUncertain):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.office.settling.settle(ordered.id).stage is Stage.UNCERTAIN


def test_one_look_right_after_a_500_settles_nothing(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    def fail() -> None:
        fake.broker.before["read_order"] = raising(ConnectionCut("cut"))
        raise ServiceBroken("An error has occurred.", status=500)

    fake.broker.before["pay_with_prepay"] = fail
    with pytest.raises(PaymentUncertain):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    del fake.broker.before["read_order"]
    assert fake.office.settling.settle(ordered.id).stage is Stage.UNCERTAIN
    fake.clock.move(seconds=10)
    assert fake.office.settling.settle(ordered.id).stage is Stage.TO_PAY


def test_stopping_while_the_order_is_read_back_is_still_uncertain(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    def lose() -> None:
        progress.stop()
        raise ConnectionCut("cut")

    fake.broker.after["pay_with_prepay"] = lose
    with pytest.raises(PaymentUncertain):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert state(fake) is AttemptState.UNCERTAIN


def test_a_connection_closed_midway_is_settled_like_a_lost_answer(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.before["pay_with_prepay"] = raising(Cancelled())
    with pytest.raises(PaymentUncertain):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert state(fake) is AttemptState.UNCERTAIN


def test_a_computer_that_slept_before_sending_sends_nothing(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    begin = fake.journal.begin

    def sleep_after(attempt: Attempt) -> None:
        begin(attempt)
        fake.clock.move(hours=1)

    fake.journal.begin = sleep_after  # type: ignore[method-assign]
    with pytest.raises(Refused, match="nothing was sent"):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.broker.charged == []
    assert fake.office.drafts.get(ordered.id).stage is Stage.TO_PAY
    assert state(fake) is AttemptState.FAILED


def test_a_payment_given_up_elsewhere_is_not_sent_any_more(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    begin = fake.journal.begin

    def settled_elsewhere(attempt: Attempt) -> None:
        begin(attempt)
        fake.journal.end(attempt.key, AttemptState.FAILED, NOW, "settled by another desk")

    fake.journal.begin = settled_elsewhere  # type: ignore[method-assign]
    with pytest.raises(Refused, match="nothing was sent"):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.broker.charged == []


def test_a_payment_made_elsewhere_during_a_sleep_is_not_overwritten(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    begin = fake.journal.begin

    def taken_over(attempt: Attempt) -> None:
        fake.journal.begin = begin  # type: ignore[method-assign]
        begin(attempt)
        fake.clock.move(seconds=LONG)
        fake.office.settling.settle(ordered.id)
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    fake.journal.begin = taken_over  # type: ignore[method-assign]
    with pytest.raises(AlreadyBought):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.office.drafts.get(ordered.id).is_paid
    assert len(fake.broker.charged) == 1


def test_a_clock_put_on_while_the_payment_is_under_way_settles_nothing(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    stages: list[Stage] = []

    def check_now() -> None:
        fake.clock.move(hours=1)
        stages.append(fake.office.settling.settle(ordered.id).stage)

    fake.broker.before["pay_with_prepay"] = check_now
    assert fake.office.paying.pay_with_prepay(ordered.id, COST, progress).is_paid
    assert stages == [Stage.UNCERTAIN]


def test_a_clock_that_was_years_ahead_does_not_block_for_years(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.clock.move(days=3650)
    lose_the_answer(fake, ordered, progress)
    fake.clock.move(days=-3650)
    assert fake.office.settling.settle(ordered.id).stage is Stage.UNCERTAIN
    fake.clock.move(seconds=LONG)
    assert fake.office.settling.settle(ordered.id).stage is Stage.TO_PAY


def test_a_late_verdict_leaves_the_next_payment_alone(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    lose_the_answer(fake, ordered, progress)
    (first,) = fake.journal.live()
    fake.clock.move(seconds=LONG)
    fake.office.settling.settle(ordered.id)
    record, _page = fake.office.paying.start_browser_payment(ordered.id, COST)

    fake.office.settling.mark_failed(ordered.id, first, "late")

    assert fake.office.drafts.get(ordered.id).payment == record.payment


def test_a_payment_found_after_the_draft_was_changed_keeps_the_order_that_was_paid(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    assert ordered.order
    lose_the_answer(fake, ordered, progress)
    (first,) = fake.journal.live()
    fake.clock.move(seconds=LONG)
    fake.office.settling.settle(ordered.id)
    edited(fake, ordered)

    record = fake.office.settling.mark_paid(ordered.id, first, ordered.order, PAID_AT)

    assert record.is_paid
    assert record.order == ordered.order
    assert "before" in record.trouble
    fake.broker.paid[ordered.order.order_id] = PAID_AT
    assert fake.office.labelling.fetch(ordered.id, progress).documents


def test_one_unreadable_shipment_keeps_no_other_from_being_settled(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    lost = begun(ordered).model_copy(update={"shipment_id": "gone"})
    fake.journal.begin(lost)
    fake.clock.move(seconds=1)
    lose_the_answer(fake, ordered, progress)
    assert ordered.order
    fake.broker.paid[ordered.order.order_id] = PAID_AT

    with pytest.raises(InputError, match="no shipment gone"):
        fake.office.settling.settle_all(progress)

    assert fake.office.drafts.get(ordered.id).is_paid


def with_stray_payment(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    """A record that says a payment is in hand, of which the journal knows nothing."""
    stray = Payment(
        method=PaymentMethod.PREPAY, state=PaymentState.UNCERTAIN, amount=COST, since=NOW
    )
    fake.shipments.records[ordered.id] = ordered.model_copy(update={"payment": stray})


def test_a_record_that_waits_for_nothing_is_put_right(
    fake: FakeOffice, ordered: ShipmentRecord
) -> None:
    with_stray_payment(fake, ordered)
    assert fake.office.settling.settle(ordered.id).stage is Stage.TO_PAY


def test_unless_it_has_moved_on_meanwhile(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    with_stray_payment(fake, ordered)
    of_shipment = fake.journal.of_shipment

    def other_window(shipment_id: str) -> tuple[Attempt, ...]:
        fake.journal.of_shipment = of_shipment  # type: ignore[method-assign]
        found = of_shipment(shipment_id)
        fake.office.settling.settle(shipment_id)
        fake.office.paying.start_browser_payment(shipment_id, COST)
        return found

    fake.journal.of_shipment = other_window  # type: ignore[method-assign]
    assert fake.office.settling.settle(ordered.id).stage is Stage.WAITING


def test_an_order_made_anew_in_another_window_is_not_paid_unseen(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    def other_window() -> None:
        record = edited(fake, ordered)
        fake.office.booking.order(record, "cheapest", NoWaiting())

    fake.broker.before["prepay_balance"] = other_window
    with pytest.raises(InputError, match="changed in another window"):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.broker.charged == []
    assert fake.office.drafts.get(ordered.id).stage is Stage.TO_PAY


def test_no_account_is_signed_out_while_only_it_can_settle_a_payment(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    lose_the_answer(fake, ordered, progress)
    with pytest.raises(InputError, match="not settled"):
        fake.office.accounts.sign_out(ordered.account_id)
    fake.clock.move(seconds=LONG)
    fake.office.settling.settle_all(progress)
    fake.office.accounts.sign_out(ordered.account_id)


def test_another_windows_new_choice_is_not_bought_at_the_old_ones_price(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    record = fake.office.drafts.new(WHOLE)
    listed = fake.office.booking.quote(record, progress)
    fake.office.quoting.choose(record.id, listed.quotes[0], listed)
    fake.office.quoting.verify(record.id, progress)

    def other_window() -> None:
        fake.office.quoting.choose(record.id, listed.quotes[1], listed)

    fake.broker.before["create_order"] = other_window
    after = fake.office.ordering.order(record.id, progress)

    assert after.order is None
    assert after.choice
    assert after.choice.quote == listed.quotes[1]


def test_two_windows_that_order_at_once_keep_the_first_order(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    record = fake.office.drafts.new(WHOLE)
    listed = fake.office.booking.quote(record, progress)
    fake.office.quoting.choose(record.id, listed.quotes[0], listed)
    fake.office.quoting.verify(record.id, progress)

    def other_window() -> None:
        fake.broker.before.clear()
        fake.office.ordering.order(record.id, progress)

    fake.broker.before["create_order"] = other_window
    after = fake.office.ordering.order(record.id, progress)
    assert after.order
    assert after.order.order_id == "26633"


def test_an_address_book_that_cannot_be_written_costs_no_order(
    fake: FakeOffice, progress: NoWaiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise PostroomError("disk full")

    monkeypatch.setattr(fake.office.memory, "remember", full)
    assert fake.office.booking.order(fake.office.drafts.new(WHOLE), "cheapest", progress).order


@pytest.mark.parametrize("call", ["verify", "create_order"])
def test_a_price_above_the_quoted_one_is_not_agreed_to_by_a_command(
    fake: FakeOffice, progress: NoWaiting, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    if call == "verify":
        monkeypatch.setattr(fake.broker, "verify", lambda *_: Decimal("9.99"))
    else:
        create = fake.broker.create_order

        def dearer(*arguments: object) -> object:
            order = create(*arguments)  # type: ignore[arg-type]
            price = order.price.model_copy(update={"total": Decimal("9.99")})
            return order.model_copy(update={"price": price})

        monkeypatch.setattr(fake.broker, "create_order", dearer)
    record = fake.office.drafts.new(WHOLE)
    with pytest.raises(Refused, match=r"£9\.99, not £3\.11"):
        fake.office.booking.order(record, "cheapest", progress)
    assert fake.broker.charged == []


def stopped_and_edited(fake: FakeOffice, ordered: ShipmentRecord) -> ShipmentRecord:
    """The payment page of the order is still open somewhere when the draft has changed."""
    fake.office.paying.start_browser_payment(ordered.id, COST)
    fake.office.paying.stop_waiting(ordered.id)
    record = edited(fake, ordered)
    assert record.order is None
    return record


def test_a_page_that_was_left_open_and_paid_is_found_before_anything_else_is_paid(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    record = stopped_and_edited(fake, ordered)
    again = fake.office.booking.order(record, "cheapest", progress)
    assert ordered.order
    fake.broker.paid[ordered.order.order_id] = PAID_AT

    paid = fake.office.paying.pay_with_prepay(again.id, COST, progress)

    assert fake.broker.charged == []
    assert paid.order == ordered.order
    assert fake.office.labelling.fetch(paid.id, progress).documents


def test_checking_now_finds_it_too(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    stopped_and_edited(fake, ordered)
    assert ordered.order
    assert not fake.office.settling.settle(ordered.id).is_paid
    fake.broker.paid[ordered.order.order_id] = PAID_AT
    assert fake.office.settling.settle(ordered.id).order == ordered.order


def test_an_unpaid_order_that_the_service_threw_away_blocks_nothing(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    record = stopped_and_edited(fake, ordered)
    again = fake.office.booking.order(record, "cheapest", progress)
    read, gone = fake.broker.read_order, ordered.order.order_id if ordered.order else ""

    def read_order(order_id: str, order_hash: str) -> OrderStatus:
        if order_id == gone:
            raise NotFound("There is no such order.")
        return read(order_id, order_hash)

    fake.broker.read_order = read_order  # type: ignore[method-assign]
    assert fake.office.paying.pay_with_prepay(again.id, COST, progress).is_paid
