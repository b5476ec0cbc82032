"""Two Postrooms on one data folder: a second start, one that was killed, a command meanwhile."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.record import Stage
from desktop_app.flow.steps import Step
from desktop_app.ui.single_instance import SingleInstance
from tests.e2e.conftest import ROOT, Postroom
from tests.e2e.desk import CTRL, Desk
from tests.fakes.office import SENDER, WHOLE


@contextmanager
def started(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program itself, as a desktop's icon starts it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    arguments = [sys.executable, "-m", "desktop_app", "--data-dir", str(folder)]
    window = subprocess.Popen(arguments, env=environment, stderr=subprocess.PIPE)
    try:
        yield window
    finally:
        window.kill()
        window.communicate(timeout=30)


def wait_until_open(window: "subprocess.Popen[bytes]", folder: Path) -> None:
    """It reads the list once it is on screen, and takes its name before that."""
    while not (folder / "postroom.db").exists():
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(0.1)


def test_a_second_start_brings_the_first_window_to_the_front(desk: Desk) -> None:
    driver = desk.open(SENDER)
    instance = SingleInstance(desk.folder)
    assert instance.claim()
    assert desk.frame
    window = desk.frame
    instance.raised.connect(window.come_forward)
    window.showMinimized()
    with started(desk.folder) as second:
        driver.wait_until(lambda: second.poll() is not None, "the second one's end")
        assert second.returncode == 0
    driver.wait_until(lambda: not window.isMinimized(), "the first one in front")
    instance.close()


def test_what_a_killed_window_left_behind_does_not_stop_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with started(folder) as first:
        wait_until_open(first, folder)
        first.kill()
        first.wait(30)
    for path in folder.glob("postroom.db*"):
        path.unlink()
    with started(folder) as second:
        wait_until_open(second, folder)
        assert second.poll() is None
        with started(folder) as third:
            assert third.wait(30) == 0
        assert second.poll() is None


@pytest.mark.parametrize("button", ["takeTheirs", "keepMine"])
def test_a_draft_changed_at_another_desk_is_asked_about(desk: Desk, button: str) -> None:
    theirs = WHOLE.model_copy(update={"notes": "theirs"})
    draft = desk.office.drafts.new(WHOLE).id
    driver = desk.open(SENDER)
    driver.window.open_shipment(draft)
    driver.wizard.go_to_field("recipient.street")
    driver.settle()
    desk.office.drafts.save(draft, theirs)
    driver.type("recipient.street", "Another Street")
    QTest.keyClick(driver.wizard, Qt.Key.Key_Escape)
    wizard = driver.window.wizard
    assert wizard is not None, "it stays until it is said whose draft holds"
    driver.press_button(button)
    driver.settle()
    assert desk.kept(draft).shipment == theirs
    drafts = [desk.kept(row.id).shipment for row in desk.office.drafts.rows()]
    mine = [one for one in drafts if one.recipient.street == "Another Street"]
    assert len(mine) == (1 if button == "keepMine" else 0)
    assert driver.wizard.session.shipment == (mine[0] if mine else theirs)


@pytest.mark.parametrize("way", ["Escape", "Ctrl+L"])
def test_what_is_typed_into_a_draft_paid_by_a_command_gives_way_with_a_word(
    desk: Desk, postroom: Postroom, way: str
) -> None:
    shipment = desk.order(WHOLE).id
    driver = desk.open(SENDER)
    driver.window.open_shipment(shipment)
    driver.wait_for_step(Step.PAY)
    driver.wizard.go_to_field("recipient.street")
    driver.settle()
    assert postroom.run("pay", shipment).code == 0
    driver.type("recipient.street", "Another Street")
    leave = {
        "Escape": lambda: QTest.keyClick(driver.wizard, Qt.Key.Key_Escape),
        "Ctrl+L": lambda: QTest.keyClick(driver.window, Qt.Key.Key_L, CTRL),
    }
    leave[way]()
    assert driver.window.wizard is None
    assert QApplication.activeModalWidget() is None
    assert driver.window.toast.text.startswith("This shipment is paid")
    driver.settle()
    assert desk.kept(shipment).shipment == WHOLE
    assert desk.kept(shipment).stage in {Stage.TO_PRINT, Stage.PAID}
    assert len(desk.payments()) == 1
