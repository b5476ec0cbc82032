"""A confirmed day: each row by itself, halted by what meets them all, and gone on with."""

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.day_run import DayRow, DayRun, RowState
from desktop_app.domain.errors import (
    BalanceTooLow,
    Cancelled,
    DiskFull,
    InputError,
    LimitPassed,
    NameNotFound,
    NotSignedIn,
    PostroomError,
    Refused,
    ServiceBroken,
    TimedOut,
    TooManyRequests,
)
from desktop_app.domain.settings import Settings, SpendingLimits
from tests.fakes.office import SENDER, WHOLE, FakeOffice, make_office
from tests.services.conftest import NoWaiting

COST = Decimal("3.11")


def begun(fake: FakeOffice, progress: NoWaiting, number: int) -> DayRun:
    """A day that was checked and confirmed."""
    ids = []
    for one in range(number):
        to = WHOLE.recipient.model_copy(update={"name": f"Ann Field {one}"})
        draft = WHOLE.model_copy(update={"reference": f"ORD-{one}", "recipient": to})
        ids.append(fake.office.drafts.new(draft).id)
    return fake.office.day.begin(fake.office.preflight.check(ids, progress).lines)


def states(run: DayRun) -> list[RowState]:
    return [row.state for row in run.rows]


def raising_once(failure: PostroomError) -> Callable[[], None]:
    """Raises at its first call only."""
    left = [failure]

    def fail() -> None:
        if left:
            raise left.pop()

    return fail


def test_every_row_is_ordered_and_paid_once(fake: FakeOffice, progress: NoWaiting) -> None:
    run = begun(fake, progress, 9)
    assert fake.broker.charged == []
    told: list[DayRow] = []
    run = fake.office.day.go_on(run.id, progress, told.append)
    assert states(run) == [RowState.DONE] * 9
    assert len(set(fake.broker.charged)) == len(fake.broker.charged) == 9
    assert run.spent == 9 * COST
    assert run.ended_at
    assert {row.shipment_id for row in told} == {row.shipment_id for row in run.rows}
    assert all(fake.office.drafts.get(row.shipment_id).is_paid for row in run.rows)


def test_going_on_with_what_is_done_pays_nothing_again(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    run = begun(fake, progress, 3)
    fake.office.day.go_on(run.id, progress)
    fake.office.day.go_on(run.id, progress)
    assert len(fake.broker.charged) == 3


@pytest.mark.parametrize("call", ["create_order", "pay_with_prepay"])
@pytest.mark.parametrize("failure", [Refused("Not there."), ServiceBroken("Fault.")])
def test_what_fails_says_why_and_stays_a_draft(
    fake: FakeOffice, progress: NoWaiting, call: str, failure: PostroomError
) -> None:
    run = begun(fake, progress, 5)
    fake.broker.before[call] = raising_once(failure)
    run = fake.office.day.go_on(run.id, progress)
    if call == "pay_with_prepay" and isinstance(failure, ServiceBroken):
        assert run.count(RowState.UNCERTAIN) == 1, "whether it was paid only the service knows"
        assert run.ended_at is None
    else:
        (failed,) = [row for row in run.rows if row.state is RowState.FAILED]
        assert failed.words == failure.message
        kept = fake.office.drafts.get(failed.shipment_id)
        assert (kept.trouble, kept.is_locked) == (failure.message, False)
        assert run.ended_at
    assert run.count(RowState.DONE) == 4
    assert run.spent == 4 * COST


@pytest.mark.parametrize(
    ("call", "failure"),
    [
        ("create_order", NameNotFound("No such host.")),
        ("create_order", NotSignedIn("Wrong key.")),
        ("read_order", NameNotFound("No such host.")),
        ("read_order", NotSignedIn("Wrong key.")),
        ("prepay_balance", NameNotFound("No such host.")),
    ],
)
def test_what_meets_every_row_halts_the_day_and_it_goes_on_later(
    fake: FakeOffice, progress: NoWaiting, call: str, failure: PostroomError
) -> None:
    run = begun(fake, progress, 12)

    def fail() -> None:
        raise failure

    fake.broker.before[call] = fail
    with pytest.raises(type(failure)):
        fake.office.day.go_on(run.id, progress)
    halted = fake.office.day.unfinished("practice")
    assert halted
    assert states(halted) == [RowState.WAITING] * 12
    assert fake.broker.charged == []
    del fake.broker.before[call]
    assert states(fake.office.day.go_on(run.id, progress)) == [RowState.DONE] * 12
    assert len(set(fake.broker.charged)) == len(fake.broker.charged) == 12


def test_an_empty_balance_halts_before_anything_is_sent(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    run = begun(fake, progress, 6)
    fake.broker.balance = COST - Decimal("0.01")
    with pytest.raises(BalanceTooLow):
        fake.office.day.go_on(run.id, progress)
    assert fake.broker.charged == []
    fake.broker.balance = 6 * COST
    assert states(fake.office.day.go_on(run.id, progress)) == [RowState.DONE] * 6


def test_once_stopped_no_further_row_is_taken(fake: FakeOffice, progress: NoWaiting) -> None:
    fake.broker.balance = 40 * COST
    run = begun(fake, progress, 40)
    run = fake.office.day.go_on(run.id, progress, lambda _row: progress.stop())
    done = run.count(RowState.DONE)
    assert 1 <= done <= 8, "those in hand when it was stopped"
    assert run.count(RowState.WAITING) == 40 - done
    assert len(fake.broker.charged) == done
    assert fake.office.day.unfinished("practice") == run
    run = fake.office.day.go_on(run.id, NoWaiting())
    assert states(run) == [RowState.DONE] * 40
    assert len(set(fake.broker.charged)) == len(fake.broker.charged) == 40


def test_a_lost_answer_is_uncertain_and_settled_before_it_goes_on(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    run = begun(fake, progress, 3)
    fake.broker.before["pay_with_prepay"] = raising_once(TimedOut("late"))
    run = fake.office.day.go_on(run.id, progress)
    assert sorted(states(run)) == [RowState.DONE, RowState.DONE, RowState.UNCERTAIN]
    again = fake.office.day.go_on(run.id, progress)
    assert again.count(RowState.UNCERTAIN) == 1, "its answer may still be under way"
    fake.clock.move(minutes=6)
    run = fake.office.day.go_on(run.id, progress)
    assert states(run) == [RowState.DONE] * 3
    assert len(set(fake.broker.charged)) == len(fake.broker.charged) == 3


def test_a_payment_that_was_made_all_the_same_is_found(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    run = begun(fake, progress, 2)
    fake.broker.after["pay_with_prepay"] = raising_once(TimedOut("late"))
    run = fake.office.day.go_on(run.id, progress)
    assert states(run) == [RowState.DONE] * 2
    assert len(fake.broker.charged) == 2


def test_a_draft_that_was_changed_since_is_not_bought(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    run = begun(fake, progress, 2)
    changed = run.rows[0].shipment_id
    fake.office.drafts.save(changed, WHOLE.model_copy(update={"reference": "other"}))
    run = fake.office.day.go_on(run.id, progress)
    assert states(run) == [RowState.FAILED, RowState.DONE]
    assert run.rows[0].words == "The draft was changed after it was checked. Check it again."


def test_a_dearer_price_is_not_paid(fake: FakeOffice, progress: NoWaiting) -> None:
    run = begun(fake, progress, 1)
    record = fake.office.drafts.get(run.rows[0].shipment_id)
    assert record.verification
    dearer = record.verification.model_copy(update={"cost": COST + 1})
    fake.shipments.update(record.id, lambda now: now.model_copy(update={"verification": dearer}))
    run = fake.office.day.go_on(run.id, progress)
    assert run.rows[0].words == "It would cost £4.11, not £3.11 as it was confirmed."
    assert fake.broker.charged == []


def test_one_that_was_deleted_or_paid_elsewhere_stops_no_other(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    run = begun(fake, progress, 3)
    fake.office.drafts.delete([run.rows[0].shipment_id])
    second = fake.office.drafts.get(run.rows[1].shipment_id)
    fake.office.booking.order_for(second, progress)
    fake.office.paying.pay_with_prepay(second.id, COST, progress)
    run = fake.office.day.go_on(run.id, progress)
    assert states(run) == [RowState.FAILED, RowState.DONE, RowState.DONE]
    assert len(fake.broker.charged) == 2


def test_it_waits_as_long_as_the_service_asks(fake: FakeOffice, progress: NoWaiting) -> None:
    run = begun(fake, progress, 1)
    slow = TooManyRequests("Slow down.", retry_after=7)
    fake.broker.before["create_order"] = raising_once(slow)
    fake.broker.before["pay_with_prepay"] = raising_once(slow)
    run = fake.office.day.go_on(run.id, progress)
    assert states(run) == [RowState.DONE]
    assert progress.waited == 14
    assert len(fake.broker.charged) == 1


def test_a_limit_is_asked_about_before_the_day_begins(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    limits = SpendingLimits(one_day=3 * COST - Decimal("0.01"))
    fake.settings.save(Settings(welcomed=True, sender=SENDER, spending=limits))
    with pytest.raises(LimitPassed):
        begun(fake, progress, 3)
    ids = [row.id for row in fake.office.drafts.rows()]
    plan = fake.office.preflight.check(ids, progress)
    run = fake.office.day.begin(plan.lines, beyond_limit=True)
    assert states(fake.office.day.go_on(run.id, progress)) == [RowState.DONE] * 3


def test_a_day_without_a_shipment_is_no_day(fake: FakeOffice) -> None:
    with pytest.raises(InputError, match="None of these"):
        fake.office.day.begin([])


def test_all_labels_are_fetched_and_what_fails_is_told(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    run = fake.office.day.go_on(begun(fake, progress, 6).id, progress)
    ids = [row.shipment_id for row in run.rows]
    fake.broker.before["labels"] = raising_once(Refused("No label."))
    told: list[str] = []
    failed = fake.office.day.fetch_labels(ids, progress, told.append)
    assert [failure.message for failure in failed.values()] == ["No label."]
    assert sorted([*told, *failed]) == sorted(ids)
    assert all(fake.office.drafts.get(one).documents for one in told)
    assert fake.office.day.fetch_labels([*failed], progress) == {}


def test_fetching_labels_can_be_stopped(fake: FakeOffice, progress: NoWaiting) -> None:
    run = fake.office.day.go_on(begun(fake, progress, 12).id, progress)
    ids = [row.shipment_id for row in run.rows]
    with pytest.raises(Cancelled):
        fake.office.day.fetch_labels(ids, progress, lambda _id: progress.stop())
    assert sum(bool(fake.office.drafts.get(one).documents) for one in ids) < 12


def test_a_day_that_is_given_up_leaves_drafts(fake: FakeOffice, progress: NoWaiting) -> None:
    run = begun(fake, progress, 2)
    fake.office.day.give_up(run.id)
    assert fake.office.day.unfinished("practice") is None
    assert fake.broker.charged == []


FAILURES = (
    Refused("No."),
    ServiceBroken("Fault.", status=500),
    ServiceBroken("Fault.", status=502),
    TimedOut("late"),
    NameNotFound("gone", may_have_arrived=False),
    NotSignedIn("Wrong key."),
    TooManyRequests("Slow down.", retry_after=1),
    DiskFull("Full."),
)
CALLS = ("create_order", "read_order", "prepay_balance", "pay_with_prepay")
# What can be heard of a call after the service has done its work.
LIES = (Refused("No."), ServiceBroken("Fault.", status=500), TimedOut("late"))
FAULTS = st.one_of(
    st.tuples(st.just("before"), st.sampled_from(CALLS), st.sampled_from(FAILURES)),
    st.tuples(st.just("after"), st.sampled_from(CALLS), st.sampled_from(LIES)),
)


@settings(max_examples=150, deadline=None)
@given(days=st.lists(st.lists(FAULTS, max_size=6), min_size=1, max_size=4))
def test_whatever_goes_wrong_no_row_is_paid_twice(
    days: list[list[tuple[str, str, PostroomError]]],
) -> None:
    """Each day's faults come in any order, at any row; then the day is gone on with."""
    fake, progress = make_office(), NoWaiting()
    run = begun(fake, progress, 6)
    for faults in [*days, []]:
        for when, call, failure in faults:
            getattr(fake.broker, when)[call] = raising_once(failure)
        with suppress(PostroomError):
            fake.office.day.go_on(run.id, progress)
        fake.clock.move(minutes=6)
    fake.broker.before.clear()
    fake.broker.after.clear()
    for _ in range(3):
        run = fake.office.day.go_on(run.id, progress)
        fake.clock.move(minutes=6)
    assert run.open_rows == ()
    assert len(set(fake.broker.charged)) == len(fake.broker.charged)
    paid = [fake.office.drafts.get(row.shipment_id).is_paid for row in run.rows]
    assert paid == [row.state is RowState.DONE for row in run.rows]
    assert len(fake.broker.charged) == paid.count(True)
    assert run.spent == paid.count(True) * COST
