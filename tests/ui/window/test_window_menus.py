"""The menus do what they say, by their keys, and what cannot be done is grey."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.account import Account, Environment
from desktop_app.domain.settings import Settings
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import WHOLE, make_office
from tests.ui.window.windows import Opener, quiet

_CTRL = Qt.KeyboardModifier.ControlModifier


def actions(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def press(qtbot: QtBot, window: Workspace, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(QApplication.focusWidget() or window, key, _CTRL)
    quiet(qtbot, window)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the cursor is nowhere"
    return found


def test_no_two_actions_share_a_key_and_no_two_entries_a_letter(opened: Opener) -> None:
    window = opened(make_office())
    keys = [
        key.toString()
        for action in {*window.findChildren(QAction), *window.list.on_selected.all}
        for key in action.shortcuts()
    ]
    assert keys
    assert sorted(keys) == sorted(set(keys))
    titles = [action.text() for action in window.menus.actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert sorted(letters) == sorted(set(letters))


def test_ctrl_n_opens_a_new_shipment(opened: Opener, qtbot: QtBot) -> None:
    window = opened(make_office())
    press(qtbot, window, Qt.Key.Key_N)
    assert window.screens.currentWidget() is window.wizard
    assert window.wizard is not None


def test_ctrl_b_and_ctrl_l_go_to_the_address_book_and_back(opened: Opener, qtbot: QtBot) -> None:
    window = opened(make_office())
    press(qtbot, window, Qt.Key.Key_B)
    assert window.screens.currentWidget() is window.screens.address_book
    press(qtbot, window, Qt.Key.Key_L)
    assert window.screens.currentWidget() is window.list
    assert QApplication.focusWidget() is window.list.table


def test_ctrl_f_searches_the_screen_that_is_shown(opened: Opener, qtbot: QtBot) -> None:
    window = opened(make_office())
    press(qtbot, window, Qt.Key.Key_F)
    assert window.list.isAncestorOf(focused())
    press(qtbot, window, Qt.Key.Key_B)
    press(qtbot, window, Qt.Key.Key_F)
    book = window.screens.address_book
    assert book is not None
    assert book.isAncestorOf(focused())
    window.new_shipment(WHOLE)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(qtbot, window, Qt.Key.Key_F)
    assert window.list.isAncestorOf(focused())


def test_ctrl_z_brings_back_what_was_deleted(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    record = fake.office.drafts.new(WHOLE)
    window = opened(fake)
    window.list.table.select([record.id])
    window.list.table.setFocus()
    QTest.keyClick(window.list.table, Qt.Key.Key_Delete)
    quiet(qtbot, window)
    assert fake.shipments.records == {}
    press(qtbot, window, Qt.Key.Key_Z)
    assert list(fake.shipments.records) == [record.id]


def test_what_is_for_selected_shipments_is_grey_without_them(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    record = fake.office.drafts.new(WHOLE)
    window = opened(fake)
    assert window.menus.shipment.isEnabled()
    assert not any(action.isEnabled() for action in actions(window.menus.shipment))
    with qtbot.waitSignal(window.list.table.selection_changed):
        window.list.table.select([record.id])
    on = window.list.on_selected
    assert [action for action in on.all if action.isEnabled()] == [
        on.open,
        on.again,
        on.export,
        on.delete,
    ]
    window.new_shipment(WHOLE)
    assert not window.menus.shipment.isEnabled()


def test_a_practice_parcel_is_offered_in_practice_only(opened: Opener, qtbot: QtBot) -> None:
    live = Account(
        id="live-1", environment=Environment.LIVE, name="Live", client_id="x",
        base_url="https://www.parcel2go.com",
    )  # fmt: skip
    fake = make_office()
    window = opened(fake)
    window.menus.parcel_abroad()
    assert window.wizard is not None
    assert window.wizard.session.shipment.recipient.country == "USA"
    window.show_list()
    fake.settings.settings = Settings(welcomed=True, accounts=(live,), account_id="live-1")
    assert window.menus.practice.menuAction().isVisible()
    menu = next(one.menu() for one in window.menus.actions() if one.text() == "&File")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert not window.menus.practice.menuAction().isVisible()
    quiet(qtbot, window)


def test_details_are_closed_and_opened_from_the_menu(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    record = fake.office.drafts.new(WHOLE)
    window = opened(fake)
    with qtbot.waitSignal(window.list.table.selection_changed):
        window.list.table.select([record.id])
    qtbot.waitUntil(window.list.detail.isVisible)
    window.menus.details.trigger()
    assert not window.list.detail.isVisible()
    window.menus.details.trigger()
    qtbot.waitUntil(window.list.detail.isVisible)
    quiet(qtbot, window)
