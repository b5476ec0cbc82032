"""A pause that grows, up to its longest, and begins anew when what it was for came right."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.ui.growing_pause import GrowingPause


def test_each_pause_is_longer_up_to_the_longest(qtbot: QtBot) -> None:
    owner = QObject()
    pause = GrowingPause(1, 4, 2, owner)
    lengths = []
    for _ in range(4):
        with qtbot.waitSignal(pause.over):
            pause.begin()
            lengths.append(pause.timer.interval())
    assert lengths == [1, 2, 4, 4]
    needed = [pause.was_needed]
    pause.reset()
    assert [*needed, pause.was_needed] == [True, False]
    assert pause.next_ms == 1


def test_a_pause_that_runs_is_not_begun_again(qtbot: QtBot) -> None:
    owner = QObject()
    pause = GrowingPause(60_000, 600_000, 2, owner)
    pause.begin()
    pause.begin()
    assert pause.timer.interval() == 60_000
    assert pause.next_ms == 120_000
    pause.reset()
    assert not pause.timer.isActive()
