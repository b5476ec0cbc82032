"""The ledger's screen on fakes, as a person uses it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.ledger import EntryKind
from desktop_app.services.ledger_view import Line
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.ledger.ledger_screen import LedgerScreen
from tests.fakes.office import FakeOffice

D = TypeVar("D", bound=QDialog)


class Bench:
    """The screen, and what it asked of the window around it."""

    def __init__(self, qtbot: QtBot, background: Background, fake: FakeOffice) -> None:
        self.qtbot, self.background, self.fake = qtbot, background, fake
        self.pages: list[str] = []
        self.told: list[str] = []
        self.undo: Callable[[], None] | None = None
        self.opened: list[str] = []
        self.answers: list[str] = []
        self.asked: list[Path] = []
        context = Context(fake.office, background, self._open_page, self._toast)
        self.screen = LedgerScreen(context)
        self.screen.opened.connect(self.opened.append)
        self.screen.question.ask = self._answer
        qtbot.addWidget(self.screen)
        self.screen.resize(1080, 700)
        self.screen.show()
        self.read()

    @property
    def lines(self) -> list[Line]:
        return list(self.screen.model.rows())

    @property
    def kinds(self) -> list[EntryKind]:
        return [line.entry.kind for line in self.lines]

    def read(self) -> None:
        self.screen.reload()
        self.wait()

    def wait(self) -> None:
        """Until nothing runs, and what it found is shown."""
        self.qtbot.waitUntil(lambda: not self.background.running, timeout=10_000)

    def choose(self, kind: EntryKind) -> None:
        """Selects the newest entry of a kind."""
        self.screen.table.selectRow(self.kinds.index(kind))
        self.qtbot.waitUntil(lambda: bool(self.screen.table.selected_rows()))
        self.screen._selection_moved()

    def press(self, pressed: QPushButton) -> None:
        assert pressed.isEnabled()
        assert not pressed.isHidden()
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
        self.wait()

    @contextmanager
    def dialog(self, pressed: QPushButton, kind: type[D]) -> Iterator[D]:
        """The dialog that a button opens; it has to be gone afterwards."""
        self.press(pressed)
        (shown,) = (one for one in self.screen.findChildren(kind) if one.isVisible())
        yield shown
        self.qtbot.waitUntil(lambda: not shown.isVisible())
        self.wait()

    def _open_page(self, url: str) -> bool:
        self.pages.append(url)
        return True

    def _toast(self, text: str, undo: Callable[[], None] | None) -> None:
        self.told.append(text)
        self.undo = undo

    def _answer(self, _parent: QWidget, _title: str, path: str) -> str:
        self.asked.append(Path(path))
        return self.answers.pop(0) if self.answers else ""


Open = Callable[[], Bench]
