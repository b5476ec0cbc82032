"""The day's screen on fakes, as a person uses it."""

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.day_run import RowState
from desktop_app.domain.shipment import Shipment
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.day.day_screen import DayScreen
from desktop_app.ui.day.day_state import Phase
from desktop_app.ui.day.entries import Entry
from tests.fakes.office import WHOLE, FakeOffice


def named(number: int) -> Shipment:
    to = WHOLE.recipient.model_copy(update={"name": f"Ann Field {number}"})
    return WHOLE.model_copy(update={"reference": f"ORD-{number}", "recipient": to})


def add(fake: FakeOffice, *shipments: Shipment) -> list[str]:
    ids = []
    for shipment in shipments:
        fake.clock.move(seconds=1)
        ids.append(fake.office.drafts.new(shipment).id)
    return ids


class Bench:
    """The screen on fakes, as a person uses it."""

    def __init__(self, qtbot: QtBot, background: Background, fake: FakeOffice) -> None:
        self.qtbot, self.background, self.fake = qtbot, background, fake
        self.pages: list[str] = []
        self.told: list[str] = []
        self.undo: Callable[[], None] | None = None
        self.context = Context(fake.office, background, self._open_page, self._toast)
        self.screen = DayScreen(self.context)
        self.opened: list[tuple[str, str]] = []
        self.screen.opened.connect(lambda shipment, field: self.opened.append((shipment, field)))
        qtbot.addWidget(self.screen)
        self.screen.resize(1080, 700)
        self.screen.show()
        self.read()

    def _open_page(self, url: str) -> bool:
        self.pages.append(url)
        return True

    def _toast(self, text: str, undo: Callable[[], None] | None) -> None:
        self.told.append(text)
        self.undo = undo

    @property
    def phase(self) -> Phase:
        return self.screen.day.phase

    @property
    def button(self) -> str:
        """What the strong button says; "" without one."""
        primary = self.screen.foot.primary
        return "" if primary.isHidden() else primary.text()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.screen.day.entries

    def read(self) -> None:
        self.screen.reload()
        self.wait()

    def wait(self) -> None:
        """Until nothing runs."""
        self.qtbot.waitUntil(lambda: not self.background.running, timeout=10_000)

    def press(self) -> None:
        QTest.mouseClick(self.screen.foot.primary, Qt.MouseButton.LeftButton)
        self.wait()

    def stop(self) -> None:
        QTest.mouseClick(self.screen.foot.stop, Qt.MouseButton.LeftButton)

    def states(self) -> list[RowState | None]:
        return [one.row.state if one.row else None for one in self.entries]


Open = Callable[[], Bench]


def held(fake: FakeOffice, call: str) -> tuple[threading.Event, threading.Event]:
    """(somebody waits before this call, let them go)"""
    waits, go = threading.Event(), threading.Event()

    def hold() -> None:
        waits.set()
        go.wait(10)

    fake.broker.before[call] = hold
    return waits, go


def booked(bench: Open, fake: FakeOffice, count: int) -> Bench:
    add(fake, *(named(number) for number in range(count)))
    opened = bench()
    opened.press()
    opened.press()
    return opened
