"""What the window says of itself: strips, toasts, waits, and buttons that are busy."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.account import PRACTICE, Environment
from desktop_app.domain.errors import NoConnection
from desktop_app.ui.background import Background, Progress
from desktop_app.ui.widgets.account_card import AccountCard
from desktop_app.ui.widgets.account_strip import AccountStrip
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button, icon_button
from desktop_app.ui.widgets.courier_mark import CourierMark, ground_of, initials
from desktop_app.ui.widgets.elided_label import ElidedLabel
from desktop_app.ui.widgets.money_label import MoneyLabel
from desktop_app.ui.widgets.primary_button import PrimaryButton
from desktop_app.ui.widgets.status_line import StatusLine
from desktop_app.ui.widgets.toast import Toast


class Counter(QObject):
    """Counts its calls."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    @Slot()
    def call(self, *_: object) -> None:
        self.calls += 1


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_a_busy_button_cannot_be_pressed_again(qtbot: QtBot, counter: Counter) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    pay = PrimaryButton("Pay £7.49 from PrePay", busy_on_click=True)
    QVBoxLayout(dialog).addWidget(pay)
    pay.clicked.connect(counter.call)
    with qtbot.waitExposed(dialog):
        dialog.show()
    width = pay.sizeHint()
    QTest.mouseClick(pay, Qt.MouseButton.LeftButton)
    for _ in range(2):
        QTest.mouseClick(pay, Qt.MouseButton.LeftButton)
        QTest.keyClick(pay, Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        pay.click()
    assert counter.calls == 1
    assert pay.busy
    assert pay.sizeHint() == width
    assert pay.text() == "Pay £7.49 from PrePay"
    assert not pay.grab().isNull()
    pay.set_busy(False)
    pay.click()
    assert counter.calls == 2


def test_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    copy, delete = icon_button("copy", "Copy the number"), button("Delete", icon_name="delete")
    for made in (copy, delete):
        qtbot.addWidget(made)
    assert copy.accessibleName() == "Copy the number" == copy.toolTip()
    assert not delete.icon().isNull()


def test_a_strip_says_what_happened_and_what_to_do(qtbot: QtBot, counter: Counter) -> None:
    banner = Banner(closable=True)
    qtbot.addWidget(banner)
    banner.closed.connect(counter.call)
    again = banner.add_action("Try again")
    assert banner.text == ""
    banner.show_error(NoConnection("Parcel2Go was not reached.", advice="Try again."))
    assert banner.text == "Parcel2Go was not reached. Try again."
    assert banner.property("tone") == "danger"
    assert not again.isHidden()
    banner.show_error(ValueError("odd"))
    assert banner.text == "odd"
    banner.findChild(QWidget, "bannerClose").click()  # type: ignore[union-attr]
    assert banner.isHidden()
    assert counter.calls == 1


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_was_done_is_undone_once(window: QWidget, counter: Counter) -> None:
    toast = Toast(window)
    toast.show_message("Draft deleted.", undo=counter.call)
    toast.show_message("Copied.")
    assert toast.text == "Draft deleted."
    toast.button.click()
    assert counter.calls == 1
    assert toast.text == "Copied."
    assert toast.button.isHidden()
    toast.undo_now()
    assert counter.calls == 1
    assert toast.text == ""


def test_a_toast_stays_while_it_is_used(window: QWidget, counter: Counter) -> None:
    toast = Toast(window)
    toast.show_message("Draft deleted.", undo=counter.call)
    clock = toast._timer
    assert clock.isActive()
    toast.eventFilter(toast.button, QFocusEvent(QEvent.Type.FocusIn))
    assert not clock.isActive()
    toast.eventFilter(toast.button, QFocusEvent(QEvent.Type.FocusOut))
    assert clock.isActive()
    toast.event(QEvent(QEvent.Type.Enter))
    assert not clock.isActive()
    toast.event(QEvent(QEvent.Type.Leave))
    assert clock.isActive()
    clock.timeout.emit()
    assert toast.text == ""


def test_a_toast_keeps_inside_the_window(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("A long sentence about what was done, " * 6)
    window.resize(420, 300)
    qtbot.waitUntil(lambda: window.rect().contains(toast.geometry()))
    assert toast.height() > 60
    QTest.keyClick(toast, Qt.Key.Key_Escape)
    assert toast.text == ""


def test_a_wait_is_shown_when_it_is_long_enough(qtbot: QtBot) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.start()
    assert bar.isHidden()
    qtbot.waitUntil(lambda: not bar.isHidden())
    bar.set_progress(3, 10)
    assert (bar.value(), bar.maximum()) == (3, 10)
    bar.stop()
    assert bar.isHidden()
    bar.start()
    bar.stop()
    assert not bar._delay.isActive()


def test_the_status_line_follows_and_cancels(
    qtbot: QtBot, background: Background, counter: Counter
) -> None:
    line = StatusLine(background)
    qtbot.addWidget(line)
    line.set_text("Ready")
    assert line.text == "Ready"
    assert line.cancel.isHidden()

    def work(progress: Progress) -> None:
        progress.report("page 2", 2, 5)
        progress.wait(60)

    for name in ("Reading", "Other"):
        background.start(
            work, done=counter.call, failed=counter.call, cancelled=counter.call, name=name
        )
    qtbot.waitUntil(lambda: line.text == "Reading: page 2 (and 1 more)")
    assert (line._bar.value(), line._bar.maximum()) == (2, 5)
    line.cancel.click()
    qtbot.waitUntil(lambda: line.text == "Other: page 2")
    line.cancel.click()
    qtbot.waitUntil(lambda: line.text == "Ready")
    assert counter.calls == 2


def test_offline_is_said(qtbot: QtBot, background: Background) -> None:
    line = StatusLine(background)
    qtbot.addWidget(line)
    assert line._offline.isHidden()
    line.set_offline(True)
    assert not line._offline.isHidden()
    assert line._offline.text() == "Offline, drafts are kept"


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        (Environment.PRACTICE, "PRACTICE"), (Environment.SANDBOX, "SANDBOX"),
        (Environment.LIVE, ""),
    ],
)  # fmt: skip
def test_practice_can_never_be_mistaken_for_live(
    qtbot: QtBot, environment: Environment, word: str
) -> None:
    strip, card = AccountStrip(), AccountCard()
    for made in (strip, card):
        qtbot.addWidget(made)
    strip.set_environment(environment)
    assert strip.word == word
    assert strip.isHidden() is (environment is Environment.LIVE)
    card.set_account(PRACTICE.model_copy(update={"environment": environment, "name": "Shop"}))
    card.set_balance(Decimal("92.5"))
    assert card._badge.tone == environment.value
    assert card.accessibleName() == f"{environment.value.title()}, PrePay £92.50"
    with qtbot.waitSignal(card.pressed):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("courier", "letters"),
    [
        ("DPD", "DPD"), ("Royal Mail", "RM"), ("Evri", "EV"), ("InPost", "IP"), ("FedEx", "FE"),
        ("UPS Access Point", "UPS"), ("", "?"), ("Collect+", "CO"),
    ],
)  # fmt: skip
def test_initials(courier: str, letters: str) -> None:
    assert initials(courier) == letters
    assert ground_of(courier) == ground_of(courier.upper())


def test_marks_and_badges_are_painted(qtbot: QtBot) -> None:
    mark, badge = CourierMark("DPD"), Badge("Cheapest", "success")
    for made in (mark, badge):
        qtbot.addWidget(made)
        assert len({made.grab().toImage().pixelColor(x, 12).rgb() for x in range(28)}) > 2
    assert mark.accessibleName() == "DPD"
    badge.set("Sent", "neutral")
    assert (badge.text(), badge.tone) == ("Sent", "neutral")


def test_money_and_long_words(qtbot: QtBot) -> None:
    money, label = MoneyLabel(Decimal("7.49")), ElidedLabel("Mason Prints, Raleigh Street")
    for made in (money, label):
        qtbot.addWidget(made)
    assert money.text() == "£7.49"
    money.set_amount(None)
    assert money.text() == "–"
    label.show()
    label.resize(60, 20)
    assert label.toolTip() == "Mason Prints, Raleigh Street"
    label.resize(600, 20)
    assert label.toolTip() == ""
    label.setText("x" * 400)
    assert label.toolTip() == "x" * 400
    assert not label.grab().isNull()
