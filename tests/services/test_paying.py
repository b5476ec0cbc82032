"""Money moves once."""

import threading
from collections.abc import Callable
from decimal import Decimal

import pytest

from desktop_app.domain.errors import (
    AlreadyBought,
    BalanceTooLow,
    ConnectionCut,
    InputError,
    NameNotFound,
    NotSignedIn,
    PaymentUncertain,
    PostroomError,
    Refused,
    ScopeMissing,
    ServiceBroken,
    TimedOut,
    TooManyRequests,
)
from desktop_app.domain.journal import AttemptKind, AttemptState
from desktop_app.domain.order import Link, PaymentMethod, PaymentState
from desktop_app.domain.record import ShipmentRecord, Stage
from tests.fakes.fake_broker import PAID_AT
from tests.fakes.office import FakeOffice
from tests.services.conftest import NoWaiting

COST = Decimal("3.11")


def raising(failure: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise failure

    return fail


def payments(fake: FakeOffice) -> list[AttemptState]:
    attempts = fake.journal.attempts.values()
    return [one.state for one in attempts if one.kind is not AttemptKind.ORDER]


def test_pays_once_and_writes_it_down(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    record = fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    assert record.is_paid
    assert record.payment
    assert record.payment.method is PaymentMethod.PREPAY
    assert fake.broker.charged == [record.order.order_id if record.order else ""]
    assert payments(fake) == [AttemptState.DONE]


def test_a_paid_shipment_is_not_paid_again(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    with pytest.raises(AlreadyBought, match="not paid again"):
        fake.office.paying.pay_with_prepay(paid.id, COST, progress)
    assert len(fake.broker.charged) == 1


def test_twenty_at_the_same_moment_pay_once(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    outcomes: list[object] = []

    def pay() -> None:
        try:
            outcomes.append(fake.office.paying.pay_with_prepay(ordered.id, COST, NoWaiting()))
        except PostroomError as failure:
            outcomes.append(failure)

    threads = [threading.Thread(target=pay) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(fake.broker.charged) == 1
    assert len(outcomes) == 20
    assert fake.office.drafts.get(ordered.id).is_paid


def test_an_order_paid_elsewhere_is_noticed_before_paying(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    assert ordered.order
    fake.broker.paid[ordered.order.order_id] = PAID_AT

    record = fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    assert record.payment
    assert record.payment.paid_at == PAID_AT
    assert fake.broker.charged == []


def test_too_little_prepay_is_said_before_anything_is_sent(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.balance = Decimal("1.00")

    with pytest.raises(BalanceTooLow) as caught:
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    assert caught.value.missing == Decimal("2.11")
    assert "pay_with_prepay" not in fake.broker.calls
    assert payments(fake) == []


def test_an_unreadable_balance_leaves_the_decision_to_the_service(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.before["prepay_balance"] = raising(ScopeMissing("not enabled"))
    assert fake.office.paying.pay_with_prepay(ordered.id, COST, progress).is_paid


def test_another_amount_than_agreed_is_not_paid(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    with pytest.raises(InputError, match=r"£3\.11, not £3\.00"):
        fake.office.paying.pay_with_prepay(ordered.id, Decimal("3.00"), progress)
    assert fake.broker.charged == []


@pytest.mark.parametrize(
    "failure",
    [
        NameNotFound("no such host", may_have_arrived=False),
        TimedOut("no connection in time", may_have_arrived=False),
        NotSignedIn("token refused"),
        ScopeMissing("payment scope missing"),
        TooManyRequests("slow down", retry_after=5),
        Refused("this order cannot be paid"),
    ],
    ids=lambda failure: type(failure).__name__,
)
def test_a_payment_that_certainly_was_not_made_can_be_tried_again(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting, failure: PostroomError
) -> None:
    fake.broker.before["pay_with_prepay"] = raising(failure)
    with pytest.raises(type(failure)):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.office.drafts.get(ordered.id).stage is Stage.TO_PAY
    assert payments(fake) == [AttemptState.FAILED]

    del fake.broker.before["pay_with_prepay"]
    assert fake.office.paying.pay_with_prepay(ordered.id, COST, progress).is_paid
    assert len(fake.broker.charged) == 1


def test_a_refusal_after_charging_is_found_out(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.after["pay_with_prepay"] = raising(Refused("errors in a 200"))
    assert fake.office.paying.pay_with_prepay(ordered.id, COST, progress).is_paid


@pytest.mark.parametrize(
    "failure",
    [ConnectionCut("cut"), TimedOut("late"), ServiceBroken("500", status=500)],
    ids=lambda failure: type(failure).__name__,
)
def test_a_lost_answer_after_charging_is_settled_by_reading_back(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting, failure: PostroomError
) -> None:
    fake.broker.after["pay_with_prepay"] = raising(failure)

    record = fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    assert record.is_paid
    assert len(fake.broker.charged) == 1


def test_a_bare_500_that_charged_nothing_is_settled_as_not_paid(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.before["pay_with_prepay"] = raising(ServiceBroken("An error", status=500))

    with pytest.raises(Refused, match="nothing was paid"):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    assert fake.office.drafts.get(ordered.id).stage is Stage.TO_PAY
    assert fake.broker.calls.count("read_order") == 3


def lose_the_answer(fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting) -> None:
    fake.broker.before["pay_with_prepay"] = raising(ConnectionCut("cut before the work"))
    with pytest.raises(PaymentUncertain):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    del fake.broker.before["pay_with_prepay"]


def test_a_lost_answer_stays_uncertain_and_cannot_be_paid_over(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    lose_the_answer(fake, ordered, progress)

    assert fake.office.drafts.get(ordered.id).stage is Stage.UNCERTAIN
    with pytest.raises(AlreadyBought):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    fake.clock.move(seconds=299)
    assert fake.office.settling.settle(ordered.id).stage is Stage.UNCERTAIN
    assert fake.broker.charged == []


def test_after_five_minutes_unpaid_is_certain(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    lose_the_answer(fake, ordered, progress)
    fake.clock.move(seconds=300)

    assert fake.office.settling.settle(ordered.id).stage is Stage.TO_PAY
    assert fake.office.paying.pay_with_prepay(ordered.id, COST, progress).is_paid


def test_a_clock_that_went_back_settles_nothing_too_early(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    lose_the_answer(fake, ordered, progress)
    fake.clock.move(hours=-1)
    assert fake.office.settling.settle(ordered.id).stage is Stage.UNCERTAIN


def test_settling_all_finds_the_payment_and_keeps_trouble_of_the_unreadable(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    lose_the_answer(fake, ordered, progress)
    fake.broker.before["read_order"] = raising(NameNotFound("offline", may_have_arrived=False))
    (troubled,) = fake.office.settling.settle_all(progress)
    assert troubled.trouble == "offline"

    del fake.broker.before["read_order"]
    assert ordered.order
    fake.broker.paid[ordered.order.order_id] = PAID_AT
    (settled,) = fake.office.settling.settle_all(progress)
    assert settled.is_paid
    assert settled.trouble == ""
    assert fake.office.settling.settle_all(progress) == ()


def test_waiting_for_the_browser_ends_when_the_order_is_paid(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    record, page = fake.office.paying.start_browser_payment(ordered.id, COST)
    assert page.endswith("/order/payment?id=26633&hash=x")
    assert record.payment
    assert record.payment.state is PaymentState.WAITING
    with pytest.raises(AlreadyBought):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    fake.clock.move(days=3)
    assert fake.office.settling.settle(ordered.id).stage is Stage.WAITING
    fake.broker.paid["26633"] = PAID_AT
    settled = fake.office.settling.settle(ordered.id)
    assert settled.payment
    assert settled.payment.method is PaymentMethod.LINK
    assert settled.is_paid


def test_waiting_can_be_stopped_and_the_order_paid_from_prepay(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.office.paying.start_browser_payment(ordered.id, COST)
    assert fake.office.paying.stop_waiting(ordered.id).stage is Stage.TO_PAY
    assert fake.office.paying.pay_with_prepay(ordered.id, COST, progress).is_paid


def test_a_payment_page_of_another_host_is_not_opened(
    fake: FakeOffice, ordered: ShipmentRecord
) -> None:
    assert ordered.order
    evil = Link(name="payment", url="http://127.0.0.1.example.com/pay")
    order = ordered.order.model_copy(update={"links": (evil,)})
    fake.shipments.records[ordered.id] = ordered.model_copy(update={"order": order})

    with pytest.raises(Refused, match="not opened"):
        fake.office.paying.start_browser_payment(ordered.id, COST)
    assert payments(fake) == []


def test_a_disk_that_is_full_before_sending_sends_nothing(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.before["prepay_balance"] = lambda: setattr(
        fake.shipments, "fails_with", PostroomError("disk full")
    )
    with pytest.raises(PostroomError, match="disk full"):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.broker.charged == []
    assert payments(fake) == [AttemptState.FAILED]


def test_a_disk_that_is_full_after_paying_is_settled_later(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.after["pay_with_prepay"] = lambda: setattr(
        fake.shipments, "fails_with", PostroomError("disk full")
    )
    with pytest.raises(PostroomError, match="disk full"):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    with pytest.raises(AlreadyBought):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)

    (settled,) = fake.office.settling.settle_all(progress)
    assert settled.is_paid
    assert len(fake.broker.charged) == 1


def test_a_top_up_page_covers_what_is_missing(fake: FakeOffice) -> None:
    page = fake.office.paying.top_up_page(Decimal("2.11"))
    assert page.endswith("/topup?amount=3")
