"""The rails and the summary lead where they say, by mouse and by key."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.problem import error, warning
from desktop_app.ui.widgets.nav_rail import NARROW, WIDE, NavRail, Place
from desktop_app.ui.widgets.step_rail import Step, StepRail, StepState
from desktop_app.ui.widgets.summary_panel import SummaryPanel
from desktop_app.ui.widgets.wrapped_link import WrappedLink

STEPS = [
    Step("addresses", "Addresses", StepState.DONE),
    Step("parcels", "Parcels", StepState.ERROR, "1 thing missing"),
    Step("quotes", "Quotes", StepState.WARNING),
    Step("extras", "Extras"),
    Step("pay", "Pay", StepState.LOCKED),
]


def press(rail: object, name: str) -> QPushButton:
    found = rail.findChild(QPushButton, name)  # type: ignore[attr-defined]
    assert isinstance(found, QPushButton)
    return found


@pytest.fixture
def steps(qtbot: QtBot) -> StepRail:
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.set_steps(STEPS, current="extras")
    return rail


def test_a_step_is_chosen_by_mouse_and_by_number(qtbot: QtBot, steps: StepRail) -> None:
    with qtbot.waitExposed(steps):
        steps.show()
    steps.activateWindow()
    with qtbot.waitSignal(steps.chosen) as chosen:
        press(steps, "step:parcels").click()
    assert chosen.args == ["parcels"]
    press(steps, "step:addresses").setFocus()
    with qtbot.waitSignal(steps.chosen) as chosen:
        QTest.keyClick(steps, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert chosen.args == ["quotes"]


def test_a_step_says_how_it_stands(steps: StepRail) -> None:
    parcels, extras = press(steps, "step:parcels"), press(steps, "step:extras")
    assert parcels.accessibleName() == "Step 2: Parcels"
    assert parcels.accessibleDescription() == "has something to mend, 1 thing missing"
    assert extras.accessibleDescription() == "you are here, to do"
    assert not press(steps, "step:pay").isEnabled()


def test_a_locked_step_is_not_gone_to(qtbot: QtBot, steps: StepRail) -> None:
    with qtbot.assertNotEmitted(steps.chosen):
        press(steps, "step:pay").click()


def test_steps_that_are_no_longer_needed_go(steps: StepRail) -> None:
    first = press(steps, "step:addresses")
    steps.set_steps(STEPS[:2], current="addresses")
    assert press(steps, "step:addresses") is first
    shown = [made for made in steps.findChildren(QPushButton) if made.isVisibleTo(steps)]
    assert [made.objectName() for made in shown][:2] == ["step:addresses", "step:parcels"]
    assert not steps.grab().isNull()


def test_arrows_go_from_step_to_step(qtbot: QtBot, steps: StepRail) -> None:
    with qtbot.waitExposed(steps):
        steps.show()
    steps.activateWindow()
    first = press(steps, "step:addresses")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert steps.focusWidget() is press(steps, "step:parcels")
    QTest.keyClick(press(steps, "step:parcels"), Qt.Key.Key_Up)
    assert steps.focusWidget() is first


@pytest.fixture
def nav(qtbot: QtBot) -> NavRail:
    rail = NavRail([
        Place("shipments", "Shipments", "shipments"),
        Place("settings", "Settings", "settings", at_foot=True),
    ])  # fmt: skip
    rail.footer.addWidget(QLabel("Practice"))
    qtbot.addWidget(rail)
    return rail


def test_the_navigation_leads_and_marks_the_place(qtbot: QtBot, nav: NavRail) -> None:
    with qtbot.waitSignal(nav.chosen) as chosen:
        press(nav, "nav:settings").click()
    assert chosen.args == ["settings"]
    nav.set_current("shipments")
    assert press(nav, "nav:shipments").isChecked()
    assert not press(nav, "nav:settings").isChecked()


def test_a_press_on_the_current_place_keeps_its_mark(nav: NavRail) -> None:
    nav.set_current("shipments")
    press(nav, "nav:shipments").click()
    assert press(nav, "nav:shipments").isChecked()


def test_counts_are_read_out(nav: NavRail) -> None:
    nav.set_count("shipments", "3 to pay, 2 to print")
    shipments = press(nav, "nav:shipments")
    assert shipments.accessibleDescription() == "3 to pay, 2 to print"
    assert shipments.sizeHint().height() > press(nav, "nav:settings").sizeHint().height()


def test_the_navigation_folds_to_icons_with_tooltips(qtbot: QtBot, nav: NavRail) -> None:
    nav.set_count("shipments", "3 to pay")
    with qtbot.waitSignal(nav.folded):
        nav.toggle_folded()
    assert nav.is_folded
    assert nav.width() == NARROW
    assert press(nav, "nav:shipments").toolTip() == "Shipments: 3 to pay"
    assert not nav.grab().isNull()
    nav.set_folded(False)
    assert nav.maximumWidth() == WIDE
    assert not nav.grab().isNull()


def test_each_line_of_the_summary_leads_to_its_field(qtbot: QtBot) -> None:
    panel = SummaryPanel()
    qtbot.addWidget(panel)
    panel.heading("Summary")
    panel.row("To", "Ann Lee, Portland", "recipient")
    panel.row("Parcels", "1 parcel")
    panel.line()
    panel.money("DPD", Decimal("6.24"), "quote")
    panel.money("Total", Decimal("7.49"), strong=True)
    panel.note("VAT included")
    panel.problems((error("recipient.town", "Enter the town."), warning("x", "Odd.", "y")))
    assert [link.text() for link in panel.links()] == [
        "Ann Lee, Portland", "DPD", "Enter the town.", "Odd.",
    ]  # fmt: skip
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.links()[2].click()
    assert chosen.args == ["recipient.town"]
    panel.clear()
    assert panel.links() == []


def test_a_long_link_grows_downwards(qtbot: QtBot) -> None:
    link = WrappedLink("Recipient: enter the town, as the courier cannot do without it.")
    qtbot.addWidget(link)
    assert link.heightForWidth(120) > 2 * link.heightForWidth(600)
    assert link.minimumSizeHint().width() < 120
    link.resize(120, link.heightForWidth(120))
    assert not link.grab().isNull()
