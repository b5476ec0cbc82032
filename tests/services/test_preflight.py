"""A day's drafts before anything is spent."""

from decimal import Decimal

import pytest

from desktop_app.domain.errors import (
    Cancelled,
    NameNotFound,
    NotSignedIn,
    Refused,
    ScopeMissing,
    ServiceBroken,
)
from desktop_app.domain.money import Price
from desktop_app.domain.problem import error
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.service_rule import FASTEST, Reach, ServiceRule
from desktop_app.domain.settings import Settings
from desktop_app.domain.shipment import Shipment
from desktop_app.services.preflight import DayLine, Preflight, missing_of
from tests.fakes.office import SENDER, WHOLE, FakeOffice, make_office
from tests.services.conftest import NoWaiting


def named(number: int) -> Shipment:
    to = WHOLE.recipient.model_copy(update={"name": f"Ann Field {number}"})
    return WHOLE.model_copy(update={"reference": f"ORD-{number}", "recipient": to})


def drafts(fake: FakeOffice, number: int) -> list[str]:
    return [fake.office.drafts.new(named(one)).id for one in range(number)]


@pytest.fixture
def preflight(fake: FakeOffice) -> Preflight:
    return fake.office.preflight


def test_each_draft_is_priced_and_nothing_is_ordered(
    fake: FakeOffice, preflight: Preflight, progress: NoWaiting
) -> None:
    ids = drafts(fake, 9)
    told: list[DayLine] = []
    plan = preflight.check(ids, progress, told.append)
    assert [line.record.id for line in plan.lines] == ids
    assert sorted(line.record.id for line in told) == sorted(ids)
    assert plan.total.total == Decimal("27.99")
    assert plan.balance == fake.broker.balance
    assert all(line.rule == ServiceRule() for line in plan.lines)
    assert "create_order" not in fake.broker.calls
    assert fake.broker.calls.count("quotes") == 9


def test_the_first_rule_that_holds_chooses(progress: NoWaiting) -> None:
    rules = (
        ServiceRule(service="no-such", reach=Reach.ABROAD),
        ServiceRule(service=FASTEST, over_kg=Decimal(1)),
    )
    fake = make_office(Settings(welcomed=True, sender=SENDER, rules=rules))
    (line,) = fake.office.preflight.check(drafts(fake, 1), progress).lines
    assert line.rule == rules[1]
    assert line.record.live_choice
    assert line.record.live_choice.quote.service.slug == "dpd-next-day"


def test_a_rule_decides_anew_each_time(progress: NoWaiting) -> None:
    fake = make_office(Settings(welcomed=True, sender=SENDER))
    ids = drafts(fake, 1)
    fake.office.preflight.check(ids, progress)
    fake.settings.save(Settings(welcomed=True, rules=(ServiceRule(service=FASTEST),)))
    (line,) = fake.office.preflight.check(ids, progress).lines
    assert line.record.choice
    assert line.record.choice.quote.service.slug == "dpd-next-day"


def test_what_was_checked_a_moment_ago_is_not_asked_again(
    fake: FakeOffice, preflight: Preflight, progress: NoWaiting
) -> None:
    ids = drafts(fake, 3)
    first = preflight.check(ids, progress)
    fake.office.drafts.save(ids[1], named(7))
    again = preflight.check(ids, progress)
    assert fake.broker.calls.count("verify") == 4
    assert again.total == first.total
    fake.clock.move(minutes=10)
    preflight.check(ids, progress)
    assert fake.broker.calls.count("verify") == 7


def test_what_the_user_has_chosen_no_rule_changes(
    fake: FakeOffice, preflight: Preflight, progress: NoWaiting
) -> None:
    record = fake.office.drafts.new(WHOLE)
    fake.office.booking.prepare(record, "dpd-next-day", progress)
    (line,) = preflight.check([record.id], progress).lines
    assert line.rule is None
    assert line.record.choice
    assert line.record.choice.quote.service.slug == "dpd-next-day"


def test_what_is_wrong_with_one_names_its_field_and_stops_no_other(
    fake: FakeOffice, preflight: Preflight, progress: NoWaiting
) -> None:
    nameless = WHOLE.recipient.model_copy(update={"name": ""})
    wrong = fake.office.drafts.new(WHOLE.model_copy(update={"recipient": nameless})).id
    plan = preflight.check([wrong, *drafts(fake, 2)], progress)
    assert [problem.field for problem in plan.lines[0].problems] == ["recipient.name"]
    assert plan.lines[0].price is None
    assert len(plan.ready) == 2


@pytest.mark.parametrize(
    "failure",
    [Refused("Not there.", [error("recipient.postcode", "Not there.")]), ServiceBroken("Fault.")],
)
def test_what_the_service_says_of_one_stands_in_its_line(
    fake: FakeOffice, preflight: Preflight, progress: NoWaiting, failure: Refused | ServiceBroken
) -> None:
    ids = drafts(fake, 3)
    said: list[Exception] = [failure]

    def refuse_one() -> None:
        if said:
            raise said.pop()

    fake.broker.before["verify"] = refuse_one
    plan = preflight.check(ids, progress)
    (bad,) = [line for line in plan.lines if line.failure]
    assert bad.failure is failure
    assert bad.problems == (failure.problems if isinstance(failure, Refused) else ())
    assert len(plan.ready) == 2


@pytest.mark.parametrize("failure", [NameNotFound("No such host."), NotSignedIn("Wrong key.")])
def test_what_would_meet_them_all_ends_the_check(
    fake: FakeOffice,
    preflight: Preflight,
    progress: NoWaiting,
    failure: NameNotFound | NotSignedIn,
) -> None:
    def fail() -> None:
        raise failure

    fake.broker.before["quotes"] = fail
    with pytest.raises(type(failure)):
        preflight.check(drafts(fake, 40), progress)
    assert fake.broker.calls.count("quotes") < 40


def test_it_can_be_stopped(fake: FakeOffice, preflight: Preflight, progress: NoWaiting) -> None:
    ids = drafts(fake, 40)
    with pytest.raises(Cancelled):
        preflight.check(ids, progress, lambda _line: progress.stop())
    assert fake.broker.calls.count("quotes") < 40


def test_what_is_paid_or_ordered_is_not_asked_about_again(
    fake: FakeOffice, preflight: Preflight, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    other = fake.office.booking.order(fake.office.drafts.new(named(2)), "cheapest", progress)
    asked = len(fake.broker.calls)
    plan = preflight.check([paid.id, other.id], progress)
    assert str(plan.lines[0].failure) == "It is paid."
    assert plan.lines[1].price == other.price
    assert fake.broker.calls[asked:] == ["prepay_balance"]


def test_twins_are_flagged(fake: FakeOffice, preflight: Preflight, progress: NoWaiting) -> None:
    ids = [fake.office.drafts.new(WHOLE).id, *drafts(fake, 1), fake.office.drafts.new(WHOLE).id]
    plan = preflight.check(ids, progress)
    assert [[twin.shipment_id for twin in line.twins] for line in plan.lines] == [
        [ids[2]],
        [],
        [ids[0]],
    ]
    assert [line.is_doubtful for line in plan.lines] == [False, False, True]


def test_what_is_like_one_that_was_bought_is_doubtful(
    fake: FakeOffice, preflight: Preflight, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    again = fake.office.drafts.send_again(paid.id)
    (line,) = preflight.check([again.id], progress).lines
    assert line.is_doubtful
    assert line.price, "it can be bought where that is wanted"


def test_what_is_like_a_draft_that_is_not_to_be_bought_is_only_flagged(
    fake: FakeOffice, preflight: Preflight, progress: NoWaiting
) -> None:
    one, other = fake.office.drafts.new(WHOLE).id, fake.office.drafts.new(WHOLE).id
    (line,) = preflight.check([one], progress).lines
    assert [twin.shipment_id for twin in line.twins] == [other]
    assert not line.is_doubtful


def test_a_balance_that_cannot_be_read_is_not_known(
    fake: FakeOffice, preflight: Preflight, progress: NoWaiting
) -> None:
    def refuse() -> None:
        raise ScopeMissing("No scope.")

    fake.broker.before["prepay_balance"] = refuse
    assert preflight.check(drafts(fake, 1), progress).balance is None


def test_what_prepay_lacks() -> None:
    assert missing_of(Decimal(30), Decimal("27.50")) == Decimal("2.50")
    assert missing_of(Decimal(30), Decimal(31)) == 0
    assert missing_of(Decimal(30), None) == 0


def test_no_draft_costs_nothing(preflight: Preflight, progress: NoWaiting) -> None:
    plan = preflight.check([], progress)
    assert plan.total == Price(net=Decimal(0), vat=Decimal(0), total=Decimal(0))
