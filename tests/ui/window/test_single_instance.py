"""A second start raises the first window."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop_app.ui.single_instance import SingleInstance


def test_the_second_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path, patience_ms=10)
    assert first.claim()
    with qtbot.waitSignal(first.raised):
        assert not second.claim()
    first.close()
    second.close()


def test_a_draft_is_handed_on_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path, patience_ms=10)
    assert first.claim()
    draft = str(tmp_path / "Größe 1.postroom")
    with (
        qtbot.waitSignals([first.raised, first.open_asked]),
        qtbot.waitSignal(first.open_asked) as heard,
    ):
        assert not second.claim(draft)
    assert heard.args == [draft]
    first.close()
    second.close()


def test_the_first_is_asked_to_close(qtbot: QtBot, tmp_path: Path) -> None:
    first, other = SingleInstance(tmp_path), SingleInstance(tmp_path, patience_ms=10)
    assert first.claim()
    with (
        qtbot.assertNotEmitted(first.raised, wait=50),
        qtbot.waitSignal(first.close_asked),
    ):
        assert not other.dismiss(10)
    first.close()
    assert other.dismiss(10)
    again = SingleInstance(tmp_path)
    assert again.claim()
    again.close()


def test_where_none_is_open_nothing_is_to_be_closed(tmp_path: Path) -> None:
    assert SingleInstance(tmp_path).dismiss(10)


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


class Second(SingleInstance):
    """Lets the first one go on with its closing once it has been called."""

    def __init__(self, data_folder: Path, first: "subprocess.Popen[str]") -> None:
        super().__init__(data_folder)
        self._first = first

    def _await_answer(self, socket: QLocalSocket) -> bool:
        _say(self._first)
        return super()._await_answer(socket)


def test_started_while_the_first_is_closing_it_becomes_the_first(tmp_path: Path) -> None:
    words = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from desktop_app.ui.single_instance import SingleInstance;"
        "application = QCoreApplication([]);"
        f"one = SingleInstance(Path({str(tmp_path)!r})); print(one.claim(), flush=True);"
        "sys.stdin.readline(); one.close()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", words], stdin=pipe, stdout=pipe, text=True
    ) as closing:
        assert _hear(closing) == "True"
        second = Second(tmp_path, closing)
        assert second.claim()
        second.close()


def test_of_two_that_start_at_once_one_is_the_first(tmp_path: Path) -> None:
    words = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from desktop_app.ui.single_instance import SingleInstance;"
        "application = QCoreApplication([]); sys.stdin.readline();"
        f"one = SingleInstance(Path({str(tmp_path)!r}), patience_ms=10);"
        "print(one.claim(), flush=True);"
        "sys.stdin.readline(); one.close()"
    )
    pipe = subprocess.PIPE
    started = [
        subprocess.Popen([sys.executable, "-c", words], stdin=pipe, stdout=pipe, text=True)
        for _ in range(4)
    ]
    for one in started:
        _say(one)
    answers = sorted(_hear(one) for one in started)
    for one in started:
        one.communicate("\n", timeout=30)
    assert answers == ["False", "False", "False", "True"]


def _say(process: "subprocess.Popen[str]") -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def _hear(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()
