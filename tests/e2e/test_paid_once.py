"""However often and from wherever it is paid: one shipment, one payment."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.domain.record import Stage
from desktop_app.flow.steps import Step
from desktop_app.ui.driver import Driver
from desktop_app.ui.wizard.pay_page import PayPage
from tests.e2e.conftest import Postroom
from tests.e2e.desk import Desk
from tests.fakes.office import SENDER, WHOLE

PAYING = "POST /api/orders/*/paywithprepay"
READING = "GET /api/orders"


def open_at_the_payment(desk: Desk, shipment: str) -> Driver:
    driver = desk.open(SENDER)
    driver.window.open_shipment(shipment)
    driver.wait_for_step(Step.PAY)
    driver.settle()
    return driver


def pay_page(driver: Driver) -> PayPage:
    page = driver.wizard.page
    assert isinstance(page, PayPage)
    return page


def test_twenty_presses_and_clicks_pay_once(desk: Desk) -> None:
    shipment = desk.order(WHOLE).id
    desk.bad_day(kind="latency", seconds=0.3, match=PAYING, times=0)
    driver = open_at_the_payment(desk, shipment)
    button = driver.wizard.foot.primary
    for _ in range(20):
        QTest.keyClick(button, Qt.Key.Key_Return)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(driver.wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    assert desk.kept().stage is Stage.TO_PRINT
    assert len(desk.payments()) == 1


def test_the_window_and_a_command_at_the_same_moment_pay_once(
    desk: Desk, postroom: Postroom
) -> None:
    shipment = desk.order(WHOLE).id
    driver = open_at_the_payment(desk, shipment)
    desk.bad_day(kind="latency", seconds=1, match="GET /api/prepay", times=0)
    desk.bad_day(kind="latency", seconds=1, match=PAYING, times=0)
    command = postroom.start("pay", shipment)
    driver.press()
    driver.wait_until(lambda: command.poll() is not None, "the command's end")
    driver.wait_until(lambda: not driver.wizard.session.is_busy, "the window's end")
    _, err = command.communicate()

    assert command.returncode in {0, 3}, err
    driver.wait_until(lambda: desk.kept(shipment).stage is Stage.TO_PRINT, "the labels")
    driver.settle()
    assert len(desk.payments()) == 1


def test_what_a_killed_program_was_paying_is_settled_by_the_next_window(
    desk: Desk, postroom: Postroom
) -> None:
    shipment = desk.order(WHOLE).id
    desk.bad_day(kind="cut_after", match=PAYING)
    desk.bad_day(kind="latency", seconds=20, match=READING, skip=1)
    command = postroom.start("pay", shipment)
    while not desk.payments():
        assert command.poll() is None, "it came to its end before it was killed"
    command.kill()
    command.communicate()
    desk.good_day()
    assert desk.kept(shipment).stage is Stage.UNCERTAIN

    driver = desk.open(SENDER)
    driver.wait_until(lambda: desk.kept(shipment).stage is Stage.TO_PRINT, "the payment found")
    driver.settle()
    assert len(desk.payments()) == 1


def lose_the_answer(desk: Desk, *, patient: bool = False) -> tuple[Driver, str]:
    """The work is done, its answer is cut off, and the order cannot be read back either.

    Unless the user is patient, Escape ends the reading back.
    """
    shipment = desk.order(WHOLE).id
    driver = open_at_the_payment(desk, shipment)
    desk.bad_day(kind="cut_after", match=PAYING)
    desk.bad_day(kind="body", shape="html", match=READING, skip=1, times=0)
    driver.press()
    driver.wait_until(lambda: desk.kept(shipment).stage is Stage.UNCERTAIN, "the lost answer")
    if not patient:
        QTest.keyClick(driver.wizard, Qt.Key.Key_Escape)
    driver.wait_until(lambda: not driver.wizard.session.is_busy, "the end of reading back")
    return driver, shipment


def test_a_lost_answer_is_said_and_settled_by_check_now(desk: Desk) -> None:
    driver, shipment = lose_the_answer(desk, patient=True)
    assert "The answer to the payment was lost." in pay_page(driver).waiting.text
    assert driver.wizard.strip.text == ""
    assert "It is not known yet whether" in pay_page(driver).waiting.text
    assert driver.wizard.foot.primary.text() == "Check now"
    assert desk.kept().stage is Stage.UNCERTAIN

    desk.good_day()
    driver.press()
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    assert desk.kept(shipment).stage is Stage.TO_PRINT
    assert len(desk.payments()) == 1


def test_a_lost_answer_is_settled_by_the_next_start(desk: Desk) -> None:
    _, shipment = lose_the_answer(desk)
    desk.close()
    desk.good_day()
    driver = desk.start_again()
    driver.wait_until(lambda: desk.kept(shipment).stage is Stage.TO_PRINT, "the payment found")
    driver.settle()
    assert len(desk.payments()) == 1


def test_an_uncertain_payment_is_shown_on_the_list_and_offers_no_second_one(desk: Desk) -> None:
    _, shipment = lose_the_answer(desk)
    driver = desk.start_again()
    assert [row.stage for row in driver.window.list.model.rows()] == [Stage.UNCERTAIN]
    driver.window.open_shipment(shipment)
    driver.wait_for_step(Step.PAY)
    assert driver.wizard.foot.primary.text() == "Check now"
    assert not any("Pay £" in label.text() for label in driver.wizard.findChildren(QLabel))
    assert len(desk.payments()) == 1
