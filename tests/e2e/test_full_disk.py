"""A disk that takes nothing more while a parcel is sent: told, and nothing is lost."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import Stage
from desktop_app.flow.steps import Step
from desktop_app.ui.driver import Driver
from desktop_app.ui.wizard.labels_page import LabelsPage
from tests.e2e.barcodes import decoded
from tests.e2e.conftest import Postroom
from tests.e2e.desk import CTRL, NO_WAIT, Desk
from tests.e2e.disk import full_disk, read_only
from tests.fakes.office import SENDER, WHOLE

PAYING = "POST /api/orders/*/paywithprepay"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")


def open_at(desk: Desk, shipment: str, step: Step) -> Driver:
    driver = desk.open(SENDER)
    driver.window.open_shipment(shipment)
    driver.wait_for_step(step)
    driver.settle()
    return driver


def wait_for_words(driver: Driver, words: str) -> None:
    driver.wait_until(lambda: words in driver.wizard.strip.text, words)
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def unsaved(desk: Desk) -> Iterator[tuple[Driver, str]]:
    """A draft whose last words are not on the disk, which is full."""
    shipment = desk.quote(WHOLE).id
    driver = open_at(desk, shipment, Step.REVIEW)
    driver.wizard.go_to_field("recipient.street")
    driver.settle()
    with full_disk():
        driver.type("recipient.street", "Far Longer Street")
        wait_for_words(driver, "there is space")
        yield driver, shipment


def typed_is_kept(driver: Driver) -> bool:
    wizard = driver.window.wizard
    return wizard is not None and wizard.session.shipment.recipient.street == "Far Longer Street"


def test_what_is_typed_meanwhile_is_on_disk_once_there_is_room(desk: Desk) -> None:
    shipment = desk.quote(WHOLE).id
    driver = open_at(desk, shipment, Step.REVIEW)
    driver.wizard.go_to_field("recipient.street")
    driver.settle()
    with full_disk():
        driver.type("recipient.street", "Far Longer Street")
        wait_for_words(driver, "there is space")
        driver.type("recipient.town", "Norton")
    driver.press_button("tryAgain")
    driver.settle()
    kept = desk.kept(shipment).shipment.recipient
    assert (kept.street, kept.town) == ("Far Longer Street", "Norton")
    assert driver.wizard.strip.text == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_B])
def test_no_way_out_of_the_wizard_loses_what_is_not_on_disk(
    unsaved: tuple[Driver, str], key: Qt.Key
) -> None:
    driver, _ = unsaved
    QTest.keyClick(driver.window, key, CTRL)
    assert typed_is_kept(driver)
    assert "there is space" in driver.wizard.strip.text


def test_the_window_does_not_close_over_what_is_not_on_disk(
    unsaved: tuple[Driver, str], desk: Desk
) -> None:
    driver, _ = unsaved
    driver.window.close()
    assert driver.window.isVisible()
    assert typed_is_kept(driver)
    driver.press_button("leaveUnsaved")
    assert driver.window.wizard is None


def test_an_order_is_made_once_there_is_room(desk: Desk) -> None:
    shipment = desk.quote(WHOLE).id
    driver = open_at(desk, shipment, Step.REVIEW)
    with full_disk():
        driver.press()
        wait_for_words(driver, "there is space")
        driver.settle()
    assert desk.books()["orders"] == []
    driver.press_button("tryAgain")
    driver.wait_for_step(Step.PAY)
    driver.settle()
    assert desk.kept(shipment).stage is Stage.TO_PAY
    assert len(desk.books()["orders"]) == 1


def test_nothing_is_paid_that_cannot_be_written_down(desk: Desk) -> None:
    shipment = desk.order(WHOLE).id
    driver = open_at(desk, shipment, Step.PAY)
    with full_disk():
        driver.press()
        wait_for_words(driver, "there is space")
        driver.settle()
    assert desk.payments() == []
    assert driver.wizard.foot.primary.text().startswith("Pay £")
    driver.press()
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    assert desk.kept(shipment).stage is Stage.TO_PRINT
    assert len(desk.payments()) == 1


def test_a_disk_that_is_full_once_the_money_has_gone_pays_no_second_time(desk: Desk) -> None:
    shipment = desk.order(WHOLE).id
    driver = open_at(desk, shipment, Step.PAY)
    desk.bad_day(kind="latency", seconds=0.3, match=PAYING)
    driver.press()
    driver.wait_until(lambda: desk.has_seen("paywithprepay"), "the payment on its way")
    with full_disk():
        driver.wait_until(desk.payments, "the payment")
        wait_for_words(driver, "there is space")
        driver.settle()
        assert driver.wizard.foot.primary.text() == "Check now"
    driver.press()
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    assert desk.kept(shipment).stage is Stage.TO_PRINT
    assert len(desk.payments()) == 1


def paid(desk: Desk) -> str:
    record = desk.order(WHOLE)
    assert record.price
    return desk.office.paying.pay_with_prepay(record.id, record.price.total, NO_WAIT).id


def labels_page(driver: Driver) -> LabelsPage:
    page = driver.wizard.page
    assert isinstance(page, LabelsPage)
    return page


def test_labels_that_found_no_room_are_fetched_by_one_press(desk: Desk) -> None:
    driver = desk.open(SENDER)
    shipment = paid(desk)
    with full_disk():
        driver.window.open_shipment(shipment)
        driver.wait_for_step(Step.LABELS)
        page = labels_page(driver)
        driver.wait_until(lambda: "the disk is full" in page.banner.text, "the sentence")
        driver.settle()
        assert "The shipment is paid. Nothing is lost." in page.banner.text
    driver.press_button("tryAgain")
    driver.settle()
    record = desk.kept(shipment)
    assert record.stage is Stage.TO_PRINT
    pdf = desk.office.labelling.save(shipment, LabelPaper.A4, desk.folder / "saved")
    assert {one.number for one in record.consignments} <= decoded(pdf)


def save_to(driver: Driver, path: Path) -> None:
    page = labels_page(driver)
    page.question.ask = lambda *_: str(path)
    can_print = page.options.can_print  # the machine of the test may have a printer
    driver.press_button("saveButton") if can_print else driver.press()
    driver.settle()


def test_a_label_is_saved_once_there_is_room(desk: Desk, tmp_path: Path) -> None:
    shipment = paid(desk)
    driver = open_at(desk, shipment, Step.LABELS)
    path = tmp_path / "saved" / "label.pdf"
    with full_disk():
        save_to(driver, path)
    assert "the disk is full" in driver.wizard.strip.text
    assert desk.kept(shipment).printed == ()
    assert list(path.parent.iterdir()) == []

    save_to(driver, path)
    assert driver.wizard.strip.text == ""
    assert decoded(path)
    assert len(desk.kept(shipment).printed) == 1


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that others may look into; pytest's own only their owner may."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)


@pytest.fixture
def readable(desk: Desk, open_folder: Path) -> Iterator[Desk]:
    """A desk whose data folder others may read."""
    made = Desk(desk.practice, open_folder / "data")
    yield made
    made.close()


def test_a_label_is_saved_elsewhere_when_its_folder_takes_none(
    readable: Desk, open_folder: Path
) -> None:
    shipment = paid(readable)
    driver = open_at(readable, shipment, Step.LABELS)
    theirs = open_folder / "theirs"
    theirs.mkdir()
    with read_only(open_folder):
        save_to(driver, theirs / "label.pdf")
    assert "may not write to" in driver.wizard.strip.text
    assert "Choose another folder" in driver.wizard.strip.text
    assert readable.kept(shipment).printed == ()
    save_to(driver, open_folder / "mine.pdf")
    assert driver.wizard.strip.text == ""
    assert decoded(open_folder / "mine.pdf")


def test_a_data_folder_that_takes_nothing_is_said_at_the_start_and_loses_nothing(
    readable: Desk,
) -> None:
    readable.open(SENDER)
    shipment = readable.quote(WHOLE).id
    readable.close()
    with read_only(readable.folder):
        driver = readable.start_again()
        assert "may not write to its database" in driver.window.list.banner.text
        driver.window.new_shipment()
        driver.settle()
        assert "may not write to its database" in driver.window.list.banner.text
        assert driver.window.wizard is None

    driver.window.show_list()
    driver.settle()
    assert driver.window.list.banner.text == ""
    assert [row.id for row in driver.window.list.model.rows()] == [shipment]
    driver.window.open_shipment(shipment)
    driver.wait_for_step(Step.REVIEW)
    driver.settle()


def test_a_command_on_a_full_disk_says_so_and_nothing_else(postroom: Postroom) -> None:
    draft = postroom.draft()
    assert postroom.run("settle").code == 0
    with full_disk():
        done = postroom.run("book", draft)
    assert "there is space" in done.messages
    assert "Traceback" not in done.messages
    assert done.code == 1
