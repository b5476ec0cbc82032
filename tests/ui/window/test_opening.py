"""From an empty window to one that can be used, and what may come in between."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import StorageError
from desktop_app.domain.look import GEOMETRY, Look, Theme
from desktop_app.domain.settings import Settings
from desktop_app.services.office import Office
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.start import Opening
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import FakeOffice, make_office
from tests.ui.window.windows import quiet

Starter = Callable[[Callable[[], Office]], Opening]
HEAVY = ("pydantic", "sqlalchemy", "httpx", "PySide6.QtPrintSupport", "desktop_app.ui.workspace")


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Starter]:
    """Begins an opening; its window and its office are let go of at the end."""
    made: list[Opening] = []

    def begin(make: Callable[[], Office]) -> Opening:
        made.append(Opening(qapp, make))
        return made[-1]

    yield begin
    for opening in made:
        if opening.window:
            opening.window.close()
            opening.window.deleteLater()
        opening.close()
        opening.deleteLater()
    apply_theme(qapp, Theme.LIGHT)


@pytest.fixture
def fake() -> FakeOffice:
    return make_office(Settings(welcomed=True, theme=Theme.LIGHT))


def test_the_window_is_shown_empty_and_filled_a_moment_later(
    start: Starter, fake: FakeOffice, qtbot: QtBot
) -> None:
    gate = threading.Event()

    def make() -> Office:
        gate.wait(10)
        return fake.office

    opening = start(make)
    with qtbot.waitSignal(opening.opened, timeout=10_000) as opened:
        window = opening.begin(Look(Theme.LIGHT))
        with qtbot.waitSignal(window.painted):
            assert window.isVisible()
        assert window.windowTitle() == "Postroom"
        assert not window.findChild(Workspace)
        gate.set()
    assert opened.args
    workspace = opened.args[0]
    assert isinstance(workspace, Workspace)
    assert window.centralWidget() is workspace
    assert window.windowTitle() == "PRACTICE – Postroom"
    with qtbot.waitSignal(workspace.list.counted):
        pass
    quiet(qtbot, workspace)


def test_what_stops_it_is_said_over_the_window_and_ends_it_with_1(
    start: Starter, qapp: QApplication, qtbot: QtBot
) -> None:
    said: list[str] = []

    def fail() -> Office:
        raise StorageError("The folder cannot be used.", advice="Choose another one.")

    def read_and_close() -> None:
        box = qapp.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.accept()
        else:
            QTimer.singleShot(10, read_and_close)

    opening = start(fail)
    opening.begin(Look(Theme.LIGHT))
    QTimer.singleShot(0, read_and_close)
    assert qapp.exec() == 1
    assert said == ["The folder cannot be used.\n\nChoose another one."]


def test_a_window_closed_while_it_opens_lets_go_of_the_office_too(
    start: Starter, fake: FakeOffice, qtbot: QtBot
) -> None:
    gate, asked, closed = threading.Event(), threading.Event(), threading.Event()
    fake.office.accounts.close = closed.set  # type: ignore[method-assign]

    def make() -> Office:
        asked.set()
        gate.wait(10)
        return fake.office

    opening = start(make)
    window = opening.begin(Look(Theme.LIGHT))
    qtbot.waitUntil(asked.is_set)
    assert window.close()
    gate.set()
    opening.close()
    assert closed.is_set()
    assert not window.findChild(Workspace)


def test_the_place_is_that_of_last_time(qtbot: QtBot) -> None:
    kept = MainWindow(Look())
    qtbot.addWidget(kept)
    kept.resize(1100, 700)  # the width is more than the screen of these tests has
    geometry = bytes(kept.saveGeometry().toBase64().data()).decode()
    again = MainWindow(Look(geometry=geometry))
    qtbot.addWidget(again)
    assert again.height() == 700


def test_what_was_kept_damaged_gives_the_first_size(qtbot: QtBot) -> None:
    window = MainWindow(Look(geometry="no geometry at all"))
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1280, 800)


class Stubborn(QWidget):
    """Stays until it is let go."""

    may_go = False

    def closeEvent(self, event: object) -> None:
        if not self.may_go:
            event.ignore()  # type: ignore[attr-defined]


def test_a_window_closes_only_when_its_content_may_go(qtbot: QtBot) -> None:
    window, content = MainWindow(Look()), Stubborn()
    qtbot.addWidget(window)
    window.move_in(content)
    window.show()
    content.setWindowTitle("LIVE")
    assert window.windowTitle() == "LIVE"
    assert not window.close()
    assert window.isVisible()
    content.may_go = True
    assert window.close()


def test_the_place_is_kept_when_the_window_closes(
    start: Starter, fake: FakeOffice, qtbot: QtBot
) -> None:
    opening = start(lambda: fake.office)
    with qtbot.waitSignal(opening.opened, timeout=10_000) as opened:
        window = opening.begin(Look(Theme.LIGHT))
    window.resize(1111, 690)
    assert opened.args
    quiet(qtbot, opened.args[0])
    assert window.close()
    again = MainWindow(Look(geometry=fake.settings.settings.layouts[GEOMETRY]))
    qtbot.addWidget(again)
    assert again.height() == 690


def test_nothing_heavy_is_imported_before_the_window_is_on_screen() -> None:
    words = "import sys, desktop_app.app, desktop_app.storage.first_look, desktop_app.ui.start;"
    found = subprocess.run(
        [sys.executable, "-c", f"{words} print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert "PySide6.QtWidgets" in found
    assert not set(HEAVY) & set(found)
