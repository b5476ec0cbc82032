"""A second start raises the first window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.ui.single_instance import SingleInstance


def test_the_second_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.raised):
        assert not second.claim()
    first.close()
    second.close()


def test_each_data_folder_has_its_own_window(tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "other")
    assert one.claim()
    assert other.claim()
    one.close()
    other.close()


def test_after_the_first_has_closed_the_next_is_the_first(tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.close()
    again = SingleInstance(tmp_path)
    assert again.claim()
    again.close()
