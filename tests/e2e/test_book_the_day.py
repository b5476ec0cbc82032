"""The day in the real window: many drafts booked, one mended on the way, each paid once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.record import Stage
from desktop_app.ui.day.day_state import Phase
from tests.e2e.desk import CTRL, Desk
from tests.fakes.office import SENDER, WHOLE


def add(desk: Desk, count: int) -> list[str]:
    ids = []
    for number in range(count):
        to = WHOLE.recipient.model_copy(update={"name": f"Ann Field {number}"})
        draft = WHOLE.model_copy(update={"reference": f"ORD-{number}", "recipient": to})
        ids.append(desk.office.drafts.new(draft).id)
    return ids


@pytest.mark.parametrize("late", [0, 2])
def test_a_day_is_booked_and_its_labels_are_there(desk: Desk, late: int) -> None:
    ids = add(desk, 7)
    wrong = desk.kept(ids[2]).shipment
    nowhere = wrong.recipient.model_copy(update={"postcode": ""})
    desk.office.drafts.save(ids[2], wrong.model_copy(update={"recipient": nowhere}))
    if late:
        desk.bad_day(kind="late_labels", seconds=late)
    driver = desk.open(SENDER)
    QTest.keyClick(driver.window, Qt.Key.Key_K, CTRL)
    driver.settle()
    screen = driver.window.screens.day
    assert screen is not None
    screen.foot.primary.click()
    driver.settle()

    screen.opened.emit(ids[2], "recipient.postcode")
    driver.settle()
    driver.type("recipient.postcode", "YO17 7LL")
    QTest.keyClick(driver.wizard, Qt.Key.Key_Escape)
    driver.settle()
    assert driver.window.wizard is None
    assert driver.window.screens.currentWidget() is screen
    screen.foot.primary.click()
    driver.settle()
    assert len(desk.payments()) == 0
    assert screen.foot.primary.text().endswith("for 7 parcels")
    screen.foot.primary.click()
    driver.settle()
    assert screen.day.phase is Phase.BOOKED
    assert len(desk.payments()) == 7
    assert {desk.kept(one).stage for one in ids} == {Stage.TO_PRINT}
