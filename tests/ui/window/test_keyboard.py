"""A parcel is sent by keys alone: the cursor is always where the next key makes sense."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.record import Stage
from desktop_app.flow.steps import Step
from desktop_app.services.examples import practice_parcel
from desktop_app.ui.driver import Driver
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import FakeOffice, make_office


class Strangers(QObject):
    """Notes every window that comes on screen beside the main one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and watched is not self._window
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def driver(qtbot: QtBot, fake: FakeOffice) -> Iterator[Driver]:
    window = Workspace(fake.office)
    qtbot.addWidget(window)
    window.show()
    window.begin()
    made = Driver(window, 20)
    made.settle()
    yield made
    window.close()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the cursor is nowhere"
    return found


def test_a_new_shipment_begins_with_the_cursor_in_the_first_field(driver: Driver) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    assert focused().objectName() == "recipient.name"


def test_from_a_filled_draft_to_the_label_by_enter_alone(driver: Driver, fake: FakeOffice) -> None:
    strangers = Strangers(driver.window)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(strangers)
    driver.window.new_shipment(practice_parcel())
    driver.settle()
    for step in (Step.QUOTES, Step.EXTRAS, Step.REVIEW, Step.PAY):
        driver.wait_for_step(step)
        driver.settle()
        assert driver.wizard.isAncestorOf(focused()), step
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    application.removeEventFilter(strangers)

    (record,) = fake.shipments.records.values()
    assert record.stage is Stage.TO_PRINT
    assert len(fake.broker.charged) == 1
    assert strangers.seen == []


def test_escape_brings_the_cursor_back_to_the_list(driver: Driver) -> None:
    driver.window.new_shipment(practice_parcel())
    driver.settle()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    driver.settle()
    assert focused() is driver.window.list.table
