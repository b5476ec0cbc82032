"""Every screen by keyboard and screen reader: each input has a name, a label, and a turn at Tab."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.settings import Settings
from desktop_app.flow.steps import Step
from desktop_app.services.examples import practice_parcel_abroad
from desktop_app.ui.dialogs.address import AddressDialog
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.driver import Driver
from desktop_app.ui.welcome import Welcome
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import NOW, RECIPIENT, FakeOffice, make_office
from tests.ui.window.windows import labelled

TYPED_INTO = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
INPUTS = (*TYPED_INTO, QAbstractButton, QTableView)
# What says it to the eye without a label: a search by its magnifier and placeholder, and the
# filters above a table by their first entry ("Any courier"), a parcel's count by its "×".
WITHOUT_LABEL = {"search", "handOver", "arrival", "courier", "parcels[0].count"}

Found = tuple[QWidget, Driver]


def window_on(qtbot: QtBot, fake: FakeOffice) -> Driver:
    """The whole window, shown and quiet."""
    window = Workspace(fake.office)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.begin()
    driver = Driver(window, 20)
    driver.settle()
    return driver


def wizard_at(step: Step) -> Callable[[QtBot], Found]:
    """The wizard with a parcel abroad, walked to a step by its strong button."""

    def walk(qtbot: QtBot) -> Found:
        driver = window_on(qtbot, make_office())
        driver.window.new_shipment(practice_parcel_abroad())
        driver.settle()
        driver.wizard.go_to_step(Step.ADDRESSES)
        while driver.wizard.step is not step:
            before = driver.wizard.step
            driver.press()
            driver.wait_until(lambda: driver.wizard.step is not before, f"after {before}")  # noqa: B023 - asked at once
            driver.settle()
        return driver.wizard, driver

    return walk


def welcome(qtbot: QtBot) -> Found:
    driver = window_on(qtbot, make_office(Settings()))
    return driver.find(Welcome, "welcome"), driver


def empty_list(qtbot: QtBot) -> Found:
    driver = window_on(qtbot, make_office())
    return driver.window.list, driver


def list_with_details(qtbot: QtBot) -> Found:
    fake = make_office()
    record = labelled(fake)
    driver = window_on(qtbot, fake)
    with qtbot.waitSignal(driver.window.list.table.selection_changed):
        driver.window.list.table.select([record.id])
    driver.settle()
    return driver.window.list, driver


def address_book(qtbot: QtBot) -> Found:
    fake = make_office()
    fake.office.memory._address_book.remember(RECIPIENT, NOW)
    driver = window_on(qtbot, fake)
    driver.window.screens.show_address_book()
    driver.settle()
    book = driver.window.screens.address_book
    assert book is not None
    with qtbot.waitSignal(book.table.selection_changed):
        book.table.select([row.id for row in book.model.rows()])
    return book, driver


def new_address(qtbot: QtBot) -> Found:
    _book, driver = address_book(qtbot)
    driver.find(QPushButton, "addressNew").click()
    return driver.find(AddressDialog, "addressDialog"), driver


def settings(page: str) -> Callable[[QtBot], Found]:
    """The settings on one page."""

    def opened(qtbot: QtBot) -> Found:
        driver = window_on(qtbot, make_office())
        driver.window.open_settings(page)
        driver.settle()
        return driver.find(SettingsDialog, "settingsDialog"), driver

    return opened


SCREENS: dict[str, Callable[[QtBot], Found]] = {
    "welcome": welcome,
    "empty list": empty_list,
    "list": list_with_details,
    "address book": address_book,
    "new address": new_address,
    **{f"settings, {page}": settings(page) for page in
       ("sender", "accounts", "printing", "appearance", "data")},
    **{f"wizard, {step}": wizard_at(step) for step in Step},
}  # fmt: skip


@pytest.fixture(params=SCREENS.values(), ids=[*SCREENS])
def screen(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QWidget]:
    """Each screen in turn, shown."""
    shown, driver = request.param(qtbot)
    driver.wait_until(shown.isVisible, "the screen")
    dialog = shown if shown.isWindow() else None
    yield shown
    if dialog is not None:
        dialog.close()
    driver.window.close()


def inputs(screen: QWidget) -> list[QWidget]:
    """What a person can use on it now; not the parts that a widget is itself made of."""
    found = [one for one in screen.findChildren(QWidget) if isinstance(one, INPUTS)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not _is_inner_part(one)]


def _is_inner_part(widget: QWidget) -> bool:
    """A list's line, a line's cross, a table's corner, and whatever Qt names for itself."""
    above = widget.parentWidget()
    inside = isinstance(above, QComboBox | QAbstractSpinBox | QLineEdit | QTableView)
    return inside or widget.objectName().startswith("qt_")


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def described(widget: QWidget) -> str:
    """For a failed test."""
    return f"{type(widget).__name__} “{widget.objectName()}” ({name_of(widget)!r})"


def test_each_input_has_a_name(screen: QWidget) -> None:
    found = inputs(screen)
    assert found
    assert [described(one) for one in found if not name_of(one).strip()] == []


def test_each_input_of_a_form_has_a_label_in_view(screen: QWidget) -> None:
    labels = [label for label in screen.findChildren(QLabel) if label.isVisible()]
    labelled_ones = {label.buddy() for label in labels if label.text().strip()}
    without = [
        described(one)
        for one in inputs(screen)
        if isinstance(one, TYPED_INTO)
        and one not in labelled_ones
        and one.objectName() not in WITHOUT_LABEL
    ]
    assert without == []


def test_tab_leads_to_each_input(screen: QWidget) -> None:
    wanted = [one for one in inputs(screen) if not _is_reached_by_arrows(one)]
    first = next(one for one in wanted if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    first.setFocus()
    reached = _walk_by_tab()
    assert [described(one) for one in wanted if one not in reached] == []


def _is_reached_by_arrows(widget: QWidget) -> bool:
    """Of buttons of which one is always pressed, Tab leads to that one and arrows to the others."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return bool(group and group.exclusive()) or widget.autoExclusive()


def _walk_by_tab() -> set[QWidget]:
    """Every widget that has the cursor until Tab comes round."""
    reached: list[QWidget] = []
    now = QApplication.focusWidget()
    while now is not None and now not in reached:
        reached.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
    return set(reached)
