"""Drives the real window as a person at the keyboard does; for the tour and for tests."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from desktop_app.flow.steps import Step
from desktop_app.ui.wizard.wizard import Wizard
from desktop_app.ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)
_LOOK_EVERY_MS = 15


class NotSeen(Exception):
    """What was waited for did not come; the message says what it was."""


class Driver:
    """Types, presses and waits; `seconds` is how long it has patience for one thing."""

    def __init__(self, window: Workspace, seconds: float = 60.0) -> None:
        self.window = window
        self._seconds = seconds

    @property
    def wizard(self) -> Wizard:
        """The open wizard; raises NotSeen when there is none."""
        if self.window.wizard is None:
            raise NotSeen("no wizard is open")
        return self.window.wizard

    def wait_until(self, seen: Callable[[], object], what: str) -> None:
        """Lets the window live until something is true; raises NotSeen when it never is."""
        end = time.monotonic() + self._seconds
        while not seen():
            if time.monotonic() > end:
                raise NotSeen(what)
            loop = QEventLoop()
            QTimer.singleShot(_LOOK_EVERY_MS, loop.quit)
            loop.exec()

    def settle(self) -> None:
        """Waits until nothing runs in the background, all is saved, and everything is painted."""
        self.wait_until(self._is_quiet, "quiet")
        QCoreApplication.processEvents()

    def _is_quiet(self) -> bool:
        wizard = self.window.wizard
        if self.window.background.running:
            return False
        if wizard is None:
            return True
        return wizard.session.is_saved and not (wizard.is_turning or wizard.is_preparing)

    def find(self, kind: type[W], name: str, inside: QObject | None = None) -> W:
        """A visible widget by its object name."""
        for found in (inside or self.window).findChildren(kind, name):
            if found.isVisible():
                return found
        raise NotSeen(f"{kind.__name__} {name}")

    def type(self, path: str, text: str) -> None:
        """Types into the field with this path, in place of what is there."""
        edit = self.find(QLineEdit, path, self.wizard)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Tab)

    def choose(self, path: str, value: object) -> None:
        """Chooses the entry with this data in a list of choices."""
        self.choose_in(self.find(QComboBox, path, self.wizard), value)

    def choose_in(self, box: QComboBox, value: object) -> None:
        """Chooses the entry with this data."""
        place = box.findData(value)
        if place < 0:
            raise NotSeen(f"{value} in {box.objectName()}")
        box.setCurrentIndex(place)
        box.activated.emit(place)

    def press_button(self, name: str) -> None:
        """Presses a button by its object name."""
        button = self.find(QAbstractButton, name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def press(self) -> None:
        """Presses the wizard's one strong button by Enter, once it can be pressed."""
        button = self.wizard.foot.primary
        self.wait_until(lambda: button.isEnabled() and not button.busy, f"“{button.text()}” ready")
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)

    def _stands_at(self, step: Step) -> bool:
        wizard = self.wizard
        return wizard.step is step and not (wizard.is_turning or wizard.session.is_busy)

    def wait_for_step(self, step: Step) -> None:
        """Waits until the wizard shows a step and is not busy."""
        self.wait_until(
            lambda: self._stands_at(step),
            f"the step “{step}”, not “{self.wizard.step}”: {self.wizard.strip.text}",
        )
