"""A computer whose clock is wrong, or is set while a parcel is sent; tokens that end midway."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from desktop_app.domain.record import Stage
from desktop_app.domain.settings import Settings
from desktop_app.flow.steps import Step
from desktop_app.services import clock
from desktop_app.services.clock import local_day
from desktop_app.ui.driver import Driver
from desktop_app.ui.wizard.quotes_page import QuotesPage
from tests.e2e.desk import Desk
from tests.fakes.office import SENDER, WHOLE

HOUR = timedelta(hours=1)
Wrong = Callable[[timedelta], None]
EVERY_STEP = (
    "POST /api/quotes",
    "POST /api/orders/verify",
    "POST /api/orders",
    "GET /api/prepay",
    "POST /api/orders/*/paywithprepay",
    "GET /api/labels/*",
)


@pytest.fixture
def set_clock(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Wrong:
    """Sets this computer's clock that far wrong, whenever it is called; the service's is right."""
    wrong = [timedelta(0)]

    class WrongClock(clock.SystemClock):
        def now(self) -> datetime:
            return super().now() + wrong[0]

    monkeypatch.setattr(clock, "SystemClock", WrongClock)
    desk.office.settings.save(Settings(welcomed=True, sender=SENDER))
    desk.start_again()

    def set_to(by: timedelta) -> None:
        wrong[0] = by

    return set_to


def press_through(driver: Driver, *steps: Step) -> None:
    for step in steps:
        driver.wait_for_step(step)
        driver.settle()
        driver.press()


def assert_sent_once(desk: Desk) -> None:
    desk.driver.wait_for_step(Step.LABELS)
    desk.driver.settle()
    record = desk.kept()
    assert desk.driver.wizard.strip.text == ""
    assert record.stage is Stage.TO_PRINT
    assert record.consignments
    assert len(desk.books()["orders"]) == 1
    assert len(desk.payments()) == 1


@pytest.mark.parametrize("wrong", [HOUR, -HOUR], ids=["fast", "slow"])
def test_an_hour_off_a_parcel_with_a_day_for_its_collection_is_sent(
    desk: Desk, set_clock: Wrong, wrong: timedelta
) -> None:
    set_clock(wrong)
    driver = desk.driver
    day = local_day(desk.office.clock.now()) + timedelta(days=2)
    driver.window.new_shipment(WHOLE.model_copy(update={"collection_date": day}))
    driver.wait_for_step(Step.QUOTES)
    driver.settle()
    page = driver.wizard.page
    assert isinstance(page, QuotesPage)
    assert page.fetch.age < timedelta(minutes=1)
    assert not page.fetch.is_due
    press_through(driver, Step.QUOTES, Step.EXTRAS, Step.REVIEW, Step.PAY)
    assert_sent_once(desk)
    (order,) = desk.practice.state.orders.all()
    assert [line.item.collection_date for line in order.lines] == [day]


@pytest.mark.parametrize(("step", "set_to"), [(Step.QUOTES, HOUR), (Step.PAY, -HOUR)])
def test_a_clock_that_is_set_midway_costs_nothing(
    desk: Desk, set_clock: Wrong, step: Step, set_to: timedelta
) -> None:
    driver = desk.driver
    driver.window.new_shipment(WHOLE)
    steps = (Step.QUOTES, Step.EXTRAS, Step.REVIEW, Step.PAY)
    press_through(driver, *steps[: steps.index(step)])
    driver.wait_for_step(step)
    driver.settle()
    set_clock(set_to)
    press_through(driver, *steps[steps.index(step) :])
    assert_sent_once(desk)


@pytest.mark.parametrize("set_to", [HOUR, -HOUR], ids=["put on", "put back"])
def test_a_payment_whose_answer_was_lost_is_found_by_any_clock(
    desk: Desk, set_clock: Wrong, set_to: timedelta
) -> None:
    driver = desk.driver
    driver.window.new_shipment(WHOLE)
    press_through(driver, Step.QUOTES, Step.EXTRAS, Step.REVIEW)
    driver.wait_for_step(Step.PAY)
    driver.settle()
    desk.bad_day(kind="latency", seconds=0.3, match="GET /api/orders", skip=1)
    desk.bad_day(kind="cut_after", match="POST /api/orders/*/paywithprepay")
    driver.press()
    driver.wait_until(lambda: desk.kept().stage is Stage.UNCERTAIN, "the lost answer")
    set_clock(set_to)
    assert_sent_once(desk)


def test_a_token_that_ends_before_every_step_is_never_seen(desk: Desk) -> None:
    driver = desk.open(SENDER)
    for match in EVERY_STEP:
        desk.bad_day(kind="expire_tokens", match=match)
    driver.window.new_shipment(WHOLE)
    press_through(driver, Step.QUOTES, Step.EXTRAS, Step.REVIEW, Step.PAY)
    assert_sent_once(desk)
    refused = [one for one in desk.books()["requests"] if one["status"] == 401]
    assert len(refused) == len(EVERY_STEP)
