"""Whatever the service answers at whichever step: the page says so, and the parcel is sent then."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop_app.domain.record import Stage
from desktop_app.flow.steps import Step
from desktop_app.parcel2go import retrying
from desktop_app.ui.driver import Driver
from tests.e2e.desk import NO_WAIT, Desk
from tests.fakes.office import SENDER, WHOLE

DAYS: dict[str, tuple[dict[str, Any], str]] = {
    "429": ({"kind": "retry_after", "seconds": 3600}, "asks for a pause"),
    "500": ({"kind": "status", "status": 500}, "has a fault at the moment (500)"),
    "HTML": ({"kind": "body", "shape": "html"}, "A web page came instead of"),
    "cut JSON": ({"kind": "body", "shape": "cut_json"}, "is cut short or garbled"),
    "50 MB": ({"kind": "huge", "megabytes": 50}, "is far too large"),
}
PAYING = "POST /api/orders/*/paywithprepay"
NOT_PAID = {
    "429": "asks for a pause",
    "500": "could not take the payment, and nothing was paid",
}


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked again is asked as often as ever, but sooner."""
    monkeypatch.setattr(retrying, "_PAUSES", (0.01, 0.02, 0.04))


def said(driver: Driver) -> str:
    """All that can be read in the wizard."""
    labels = driver.wizard.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def opened_at(desk: Desk, shipment: str, step: Step) -> Driver:
    driver = desk.open(SENDER)
    driver.window.open_shipment(shipment)
    driver.wait_for_step(step)
    return driver


def ask_for_prices(desk: Desk, bad: dict[str, Any]) -> Driver:
    desk.bad_day(match="POST /api/quotes", times=0, **bad)
    driver = desk.open(SENDER)
    driver.window.new_shipment(WHOLE)
    driver.wait_for_step(Step.QUOTES)
    return driver


def have_it_checked(desk: Desk, bad: dict[str, Any]) -> Driver:
    shipment = desk.quote(WHOLE).id
    desk.bad_day(match="POST /api/orders/verify", times=0, **bad)
    return opened_at(desk, shipment, Step.REVIEW)


def order(desk: Desk, bad: dict[str, Any]) -> Driver:
    driver = opened_at(desk, desk.quote(WHOLE).id, Step.REVIEW)
    driver.settle()
    desk.bad_day(match="POST /api/orders", times=0, **bad)
    driver.press()
    return driver


def fetch_the_labels(desk: Desk, bad: dict[str, Any]) -> Driver:
    record = desk.order(WHOLE)
    assert record.price
    desk.office.paying.pay_with_prepay(record.id, record.price.total, NO_WAIT)
    desk.bad_day(match="GET /api/labels/*", times=0, **bad)
    return opened_at(desk, record.id, Step.LABELS)


ASKED: dict[str, Callable[[Desk, dict[str, Any]], Driver]] = {
    "quotes": ask_for_prices,
    "verify": have_it_checked,
    "order": order,
    "labels": fetch_the_labels,
}


def pay(desk: Desk, bad: dict[str, Any]) -> Driver:
    driver = opened_at(desk, desk.order(WHOLE).id, Step.PAY)
    driver.settle()
    desk.bad_day(match=PAYING, times=0, **bad)
    driver.press()
    return driver


def left(driver: Driver, step: Step) -> bool:
    return driver.wizard.step is not step


def send(driver: Driver) -> None:
    """On to the labels, by Enter alone, as soon as each step is there."""
    for step in driver.wizard.session.journey.path[:-1]:
        if step is driver.wizard.step:
            driver.press()
            driver.wait_until(partial(left, driver, step), f"the end of {step}")
            driver.settle()
    driver.wait_for_step(Step.LABELS)
    driver.settle()


def assert_said_once(driver: Driver, sentence: str) -> None:
    """In one place, with at most one button to try again, and true of a paid shipment too."""
    words = said(driver)
    assert words.count(sentence) == 1, words
    again = driver.wizard.findChildren(QAbstractButton, "tryAgain")
    assert sum(button.isVisible() for button in again) <= 1
    assert not (driver.wizard.session.record.is_paid and "draft is kept" in words), words


def assert_usable(driver: Driver) -> None:
    """Nothing is in the way: no report, no wait without end, and there is a way on."""
    assert QApplication.activeModalWidget() is None
    wizard = driver.wizard
    assert not wizard.foot.primary.busy
    assert wizard.rail.isEnabled()
    assert wizard.page.isEnabled()


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("step", ASKED)
def test_it_is_said_and_tried_again_and_the_parcel_is_sent(desk: Desk, step: str, day: str) -> None:
    bad, sentence = DAYS[day]
    driver = ASKED[step](desk, bad)
    driver.wait_until(lambda: sentence in said(driver), f"“{sentence}”")
    driver.settle()
    assert_said_once(driver, sentence)
    assert_usable(driver)
    assert desk.kept().shipment == WHOLE

    desk.good_day()
    driver.press_button("tryAgain")
    driver.settle()
    send(driver)
    assert desk.kept().stage is Stage.TO_PRINT
    assert sentence not in said(driver)
    assert len(desk.payments()) == 1


@pytest.mark.parametrize("day", NOT_PAID)
def test_a_payment_that_was_refused_is_said_and_made_by_the_same_button(
    desk: Desk, day: str
) -> None:
    driver = pay(desk, DAYS[day][0])
    driver.wait_until(lambda: NOT_PAID[day] in said(driver), "that nothing was paid")
    driver.settle()
    assert_said_once(driver, NOT_PAID[day])
    assert_usable(driver)
    assert desk.kept().stage is Stage.TO_PAY
    assert desk.payments() == []

    desk.good_day()
    send(driver)
    assert desk.kept().stage is Stage.TO_PRINT
    assert len(desk.payments()) == 1


@pytest.mark.parametrize("day", [day for day in DAYS if day not in NOT_PAID])
def test_a_payment_with_an_answer_nobody_can_read_is_found_and_goes_on(
    desk: Desk, day: str
) -> None:
    driver = pay(desk, DAYS[day][0])
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    assert_usable(driver)
    assert desk.kept().stage is Stage.TO_PRINT
    assert len(desk.payments()) == 1
