"""The address book: found, sent to, entered, corrected, deleted and brought back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import StorageError
from desktop_app.ui.address_book import AddressBookScreen
from desktop_app.ui.dialogs.address import AddressDialog
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import NOW, RECIPIENT, SENDER, FakeOffice, make_office
from tests.ui.window.windows import Opener, quiet

BEN = RECIPIENT.model_copy(update={"name": "Ben Hill", "town": "Leeds", "postcode": "LS1 1AA"})


@pytest.fixture
def fake() -> FakeOffice:
    made = make_office()
    book = made.office.memory._address_book
    book.remember(RECIPIENT, NOW - timedelta(days=2))
    book.remember(BEN, NOW)
    return made


@pytest.fixture
def window(opened: Opener, fake: FakeOffice, qtbot: QtBot) -> Workspace:
    shown = opened(fake)
    shown.screens.show_address_book()
    quiet(qtbot, shown)
    return shown


@pytest.fixture
def book(window: Workspace) -> AddressBookScreen:
    found = window.screens.address_book
    assert found is not None
    return found


def names(book: AddressBookScreen) -> list[str]:
    return sorted(row.address.name for row in book.model.rows())


def choose(book: AddressBookScreen, qtbot: QtBot, name: str) -> None:
    keys = [row.id for row in book.model.rows() if row.address.name == name]
    with qtbot.waitSignal(book.table.selection_changed):
        book.table.select(keys)


def dialog(book: AddressBookScreen) -> AddressDialog:
    (found,) = (one for one in book.findChildren(AddressDialog) if one.isVisible())
    return found


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_parcel_goes_to_the_one_that_is_chosen(
    window: Workspace, book: AddressBookScreen, qtbot: QtBot
) -> None:
    choose(book, qtbot, "Ann Field")
    press(book.send)
    assert window.wizard is not None
    assert window.wizard.session.shipment.recipient == RECIPIENT
    assert window.wizard.session.shipment.sender == SENDER
    quiet(qtbot, window)


def test_what_needs_a_choice_is_grey_without_one(book: AddressBookScreen, qtbot: QtBot) -> None:
    assert not any(one.isEnabled() for one in (book.send, book.edit, book.remove))
    choose(book, qtbot, "Ann Field")
    assert all(one.isEnabled() for one in (book.send, book.edit, book.remove))
    assert book.add.isEnabled()


def test_a_deleted_one_comes_back_by_undo(
    window: Workspace, book: AddressBookScreen, qtbot: QtBot
) -> None:
    choose(book, qtbot, "Ann Field")
    QTest.keyClick(book.table, Qt.Key.Key_Delete)
    quiet(qtbot, window)
    assert names(book) == ["Ben Hill"]
    window.toast.undo_now()
    quiet(qtbot, window)
    assert names(book) == ["Ann Field", "Ben Hill"]


def test_one_is_corrected_and_undo_puts_the_old_one_back(
    window: Workspace, book: AddressBookScreen, qtbot: QtBot
) -> None:
    choose(book, qtbot, "Ann Field")
    press(book.edit)
    shown = dialog(book)
    town = shown.form.lines["town"]
    town.selectAll()
    QTest.keyClicks(town, "Norton")
    QTest.keyClick(town, Qt.Key.Key_Return)
    quiet(qtbot, window)
    assert {row.address.town for row in book.model.rows()} == {"Norton", "Leeds"}
    window.toast.undo_now()
    quiet(qtbot, window)
    assert {row.address.town for row in book.model.rows()} == {"Malton", "Leeds"}


def test_a_new_one_is_pasted_and_kept(
    window: Workspace, book: AddressBookScreen, qtbot: QtBot
) -> None:
    press(book.add)
    shown = dialog(book)
    shown.form.name.insert("Cat Moor\n2 Low Road\nYork\nYO1 7HH")
    shown.form.name.textEdited.emit("Cat Moor\n2 Low Road\nYork\nYO1 7HH")
    assert shown.form.address.street == "Low Road"
    assert shown.form.address.country == "GBR"
    press(shown.keep)
    if shown.isVisible():  # the region may be asked for; it is kept as it is
        press(shown.keep)
    quiet(qtbot, window)
    assert names(book) == ["Ann Field", "Ben Hill", "Cat Moor"]


def test_half_an_address_is_marked_first_and_then_kept(
    window: Workspace, book: AddressBookScreen, qtbot: QtBot
) -> None:
    press(book.add)
    shown = dialog(book)
    QTest.keyClicks(shown.form.name, "Cat Moor")
    press(shown.keep)
    assert shown.isVisible()
    postcode = shown.form.field("recipient.postcode")
    assert postcode is not None
    assert postcode.problem is not None
    press(shown.keep)
    quiet(qtbot, window)
    assert "Cat Moor" in names(book)


def test_an_odd_postcode_may_be_used_as_it_is(
    window: Workspace, book: AddressBookScreen, qtbot: QtBot
) -> None:
    choose(book, qtbot, "Ann Field")
    press(book.edit)
    shown = dialog(book)
    odd = shown.form.lines["postcode"]
    odd.selectAll()
    QTest.keyClicks(odd, "XX")
    press(shown.keep)
    field = shown.form.field("recipient.postcode")
    assert field is not None
    assert field.problem is not None
    field.accepted_as_entered.emit(field.path)
    assert shown.form.field("recipient.postcode").problem is None  # type: ignore[union-attr]
    press(shown.keep)
    quiet(qtbot, window)
    assert {row.address.postcode for row in book.model.rows()} == {"XX", "LS1 1AA"}


def test_an_empty_one_is_not_kept_and_cancel_changes_nothing(
    window: Workspace, book: AddressBookScreen, qtbot: QtBot
) -> None:
    press(book.add)
    shown = dialog(book)
    for _ in range(3):
        press(shown.keep)
    assert shown.isVisible()
    press(shown.cancel)
    quiet(qtbot, window)
    assert names(book) == ["Ann Field", "Ben Hill"]


def test_a_search_that_finds_nobody_says_so(book: AddressBookScreen, qtbot: QtBot) -> None:
    book.search.setText("zzz")
    qtbot.waitUntil(lambda: names(book) == [])
    assert book.empty.isVisible()
    assert "zzz" in book.empty.text
    book.search.clear()
    qtbot.waitUntil(lambda: len(names(book)) == 2)


def test_a_disk_that_fails_is_said_and_nothing_is_lost(
    window: Workspace, book: AddressBookScreen, fake: FakeOffice, qtbot: QtBot
) -> None:
    def fail(_entry_id: str) -> None:
        raise StorageError("The disk is full.")

    fake.office.memory._address_book.delete = fail  # type: ignore[method-assign,assignment]
    choose(book, qtbot, "Ann Field")
    press(book.remove)
    quiet(qtbot, window)
    assert book.banner.text.startswith("The disk is full.")
    assert names(book) == ["Ann Field", "Ben Hill"]
