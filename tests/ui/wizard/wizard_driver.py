"""The real wizard on fakes, driven as a user at the keyboard does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.parcel import Parcel
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.flow.steps import Step
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.wizard.wizard import Wizard
from tests.fakes.office import FakeOffice

Undo = Callable[[], None]
W = TypeVar("W", bound=QWidget)


@dataclass
class Driven:
    """The wizard, what stands behind it, and what it said to the window around it."""

    wizard: Wizard
    fake: FakeOffice
    qtbot: QtBot
    said: list[tuple[str, Undo | None]] = field(default_factory=list)
    closed: list[None] = field(default_factory=list)

    @property
    def shipment(self) -> Shipment:
        """The draft as the wizard has it."""
        return self.wizard.session.shipment

    def step(self) -> Step:
        """The step shown."""
        return self.wizard.step

    def parcels(self) -> tuple[Parcel, ...]:
        """The draft's parcels."""
        return self.shipment.parcels

    def kept(self) -> ShipmentRecord:
        """The record as it is on disk."""
        return self.fake.office.drafts.get(self.wizard.session.record.id)

    def write(self, *words: str) -> None:
        """Each word into the field with the cursor, and Tab after it."""
        for word in words:
            focused = self.wizard.focusWidget()
            if word:
                self.qtbot.keyClicks(focused, word)
            self.press(Qt.Key.Key_Tab)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Keys, to the list that is open, else to whatever has the cursor."""
        for key in keys:
            popup = QApplication.activePopupWidget()
            focused = popup or QApplication.focusWidget() or self.wizard
            modifier = held or Qt.KeyboardModifier.NoModifier
            self.qtbot.keyClick(focused, key, modifier)

    def field(self, path: str) -> Field:
        """The field of a path on the page shown."""
        found = [one for one in self.wizard.page.findChildren(Field) if one.path == path]
        assert found, f"no field {path} on {self.wizard.step}"
        return found[0]

    def message(self, path: str) -> str:
        """What is said below a field; "" for nothing."""
        problem = self.field(path).problem
        return problem.message if problem else ""

    def part(self, kind: type[W], name: str) -> W:
        """A part of the wizard by its object name."""
        found = self.wizard.findChild(kind, name)
        assert found is not None, f"nothing is called {name}"
        return found

    def saved_words(self) -> str:
        """What the foot says of the draft."""
        return self.part(QLabel, "savedNote").text()

    def settle(self) -> None:
        """Until the draft is on disk and nothing runs any more."""
        session = self.wizard.session
        self.qtbot.waitUntil(lambda: session.is_saved and not session.background.running)

    def go_on(self, step: Step) -> None:
        """Ctrl+Enter, and the step it should lead to."""
        self.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
        self.qtbot.waitUntil(lambda: self.wizard.step is step)


def drive(qtbot: QtBot, background: Background, fake: FakeOffice, record: ShipmentRecord) -> Driven:
    """The wizard, shown and in front, with its first work done."""
    said: list[tuple[str, Undo | None]] = []
    context = Context(
        fake.office, background, lambda _url: True, lambda text, undo: said.append((text, undo))
    )
    wizard = Wizard(context, record)
    driven = Driven(wizard, fake, qtbot, said)
    wizard.closed.connect(lambda: driven.closed.append(None))
    qtbot.addWidget(wizard)
    wizard.resize(1080, 760)
    with qtbot.waitExposed(wizard):
        wizard.show()
    wizard.activateWindow()
    wizard.page.enter()
    qtbot.waitUntil(lambda: not background.running)
    return driven
