"""A parcel to another country, with customs, paid on the payment page in the browser."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QRadioButton

from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import Stage
from desktop_app.flow.steps import Step
from desktop_app.tour import PracticeCustomer
from desktop_app.ui.driver import Driver
from tests.e2e.barcodes import decoded
from tests.e2e.desk import Desk, Hand
from tests.e2e.drafts import ABROAD
from tests.fakes.office import SENDER, WHOLE


def to_the_payment(desk: Desk, driver: Driver) -> Hand:
    """From the prices on by Enter; customs is met on the way where it is asked for."""
    hand = Hand(driver)
    for step in (Step.QUOTES, Step.EXTRAS, Step.CUSTOMS, Step.REVIEW):
        driver.wait_for_step(step)
        hand.enter()
    driver.wait_for_step(Step.PAY)
    driver.settle()
    assert desk.kept().stage is Stage.TO_PAY
    return hand


def pay_in_the_browser(driver: Driver, hand: Hand) -> PracticeCustomer:
    """Chooses the page, and waits until the browser has it."""
    driver.find(QRadioButton, "browserCardRadio").click()
    browser = PracticeCustomer()
    browser.listen()
    hand.enter()
    driver.wait_until(lambda: browser.page, "the payment page in the browser")
    return browser


def assert_labels(desk: Desk, shipment_id: str) -> None:
    """Each paper's barcodes read as the consignments, and it was paid once."""
    record = desk.kept(shipment_id)
    assert record.stage is Stage.TO_PRINT
    assert record.consignments
    for paper in (LabelPaper.A4, LabelPaper.SIX_BY_FOUR):
        pdf = desk.office.labelling.save(record.id, paper, desk.folder / "saved")
        assert {one.number for one in record.consignments} <= decoded(pdf), paper
    assert len(desk.payments()) == 1


def test_it_is_paid_in_the_browser_and_goes_on_by_itself(desk: Desk) -> None:
    driver = desk.open(SENDER)
    driver.window.new_shipment(ABROAD)
    hand = to_the_payment(desk, driver)
    browser = pay_in_the_browser(driver, hand)
    shipment = desk.kept().id
    assert desk.kept().stage is Stage.WAITING
    assert desk.payments() == []

    browser.pay()
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    assert_labels(desk, shipment)


def test_waiting_survives_a_restart(desk: Desk) -> None:
    driver = desk.open(SENDER)
    driver.window.new_shipment(ABROAD)
    browser = pay_in_the_browser(driver, to_the_payment(desk, driver))
    shipment = desk.kept().id
    desk.close()
    browser.pay()

    driver = desk.start_again()
    driver.wait_until(lambda: desk.kept(shipment).stage is Stage.TO_PRINT, "the labels")
    driver.settle()
    assert_labels(desk, shipment)


def test_customs_is_asked_only_where_the_countries_list_says_so(desk: Desk) -> None:
    driver = desk.open(SENDER)
    driver.window.new_shipment(WHOLE)
    driver.wait_for_step(Step.QUOTES)
    assert Step.CUSTOMS not in driver.wizard.session.journey.path
    driver.window.new_shipment(ABROAD)
    driver.wait_for_step(Step.QUOTES)
    assert Step.CUSTOMS in driver.wizard.session.journey.path
    driver.settle()


def test_a_browser_that_does_not_open_leaves_the_address_to_copy(
    desk: Desk, pay_by_card: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shipment = desk.order(ABROAD).id
    driver = desk.open(SENDER)
    opened: list[str] = []

    def fail(url: QUrl) -> bool:
        opened.append(url.toString())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", fail)
    driver.window.open_shipment(shipment)
    driver.wait_for_step(Step.PAY)
    driver.settle()
    driver.find(QRadioButton, "browserCardRadio").click()
    driver.press()
    driver.wait_until(lambda: opened, "the page that did not open")
    driver.press_button("copyAddress")
    assert QApplication.clipboard().text() == opened[0]

    pay_by_card(opened[0])
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    assert_labels(desk, shipment)
