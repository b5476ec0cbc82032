"""The limits for one order and one day: asked before they are passed."""

from decimal import Decimal

import pytest

from desktop_app.domain.errors import LimitPassed, NotTrusted, PaymentUncertain, TimedOut
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.settings import Settings, SpendingLimits
from tests.fakes.office import SENDER, WHOLE, FakeOffice
from tests.services.conftest import NoWaiting

COST = Decimal("3.11")


def limit(fake: FakeOffice, one_order: str | None = None, one_day: str | None = None) -> None:
    limits = SpendingLimits(
        one_order=Decimal(one_order) if one_order else None,
        one_day=Decimal(one_day) if one_day else None,
    )
    fake.settings.save(Settings(welcomed=True, sender=SENDER, spending=limits))


def order(fake: FakeOffice, progress: NoWaiting) -> str:
    return fake.office.booking.order(fake.office.drafts.new(WHOLE), "cheapest", progress).id


@pytest.mark.parametrize("limits", [("3.10", None), (None, "3.10"), ("3.10", "3.10")])
@pytest.mark.parametrize("by_link", [True, False])
def test_nothing_is_paid_beyond_a_limit_unless_it_is_allowed(
    fake: FakeOffice,
    ordered: ShipmentRecord,
    progress: NoWaiting,
    limits: tuple[str | None, str | None],
    by_link: bool,
) -> None:
    limit(fake, *limits)
    paying = fake.office.paying

    def pay(*, beyond_limit: bool = False) -> ShipmentRecord:
        if by_link:
            begun = paying.start_browser_payment(ordered.id, COST, beyond_limit=beyond_limit)
            return begun[0]
        return paying.pay_with_prepay(ordered.id, COST, progress, beyond_limit=beyond_limit)

    with pytest.raises(LimitPassed, match="limit"):
        pay()
    assert fake.broker.charged == []
    assert fake.office.drafts.get(ordered.id).payment is None
    assert pay(beyond_limit=True).payment


def test_what_is_exactly_the_limit_is_within_it(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    limit(fake, "3.11", "3.11")
    assert fake.office.paying.pay_with_prepay(ordered.id, COST, progress).is_paid
    with pytest.raises(LimitPassed, match=r"today comes to £6\.22"):
        fake.office.paying.pay_with_prepay(order(fake, progress), COST, progress)


def test_a_new_day_begins_at_nothing(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    limit(fake, None, "3.11")
    assert fake.office.spending.today(paid.account_id) == COST
    fake.clock.move(days=1)
    assert fake.office.spending.today(paid.account_id) == 0
    assert fake.office.paying.pay_with_prepay(order(fake, progress), COST, progress).is_paid


def test_what_is_uncertain_counts_and_what_failed_does_not(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    def lose() -> None:
        raise TimedOut("late")

    def refuse() -> None:
        raise NotTrusted("no", may_have_arrived=False)

    fake.broker.before["pay_with_prepay"] = refuse
    with pytest.raises(NotTrusted):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.office.spending.today("practice") == 0
    fake.broker.before["pay_with_prepay"] = lose
    with pytest.raises(PaymentUncertain):
        fake.office.paying.pay_with_prepay(ordered.id, COST, progress)
    assert fake.office.spending.today("practice") == COST


def test_several_are_asked_about_together(fake: FakeOffice) -> None:
    limit(fake, "5", "10")
    fake.office.spending.require_within("practice", [Decimal(5), Decimal(5)])
    with pytest.raises(LimitPassed, match="for one day"):
        fake.office.spending.require_within("practice", [Decimal(5), Decimal(5), Decimal("0.01")])
    with pytest.raises(LimitPassed, match="for one order"):
        fake.office.spending.require_within("practice", [Decimal(1), Decimal("5.01")])
    fake.office.spending.require_within("practice", [])


def test_without_limits_nothing_is_asked(fake: FakeOffice) -> None:
    fake.office.spending.require_within("practice", [Decimal(100_000)])
