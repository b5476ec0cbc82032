"""The real window on a real Office, with one practice service over HTTP behind both."""

from pathlib import Path
from typing import Any

import httpx
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.domain.address import Address
from desktop_app.domain.look import Look
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.settings import Settings
from desktop_app.domain.shipment import Shipment
from desktop_app.practice.server import PracticeServer
from desktop_app.services.booking import pick
from desktop_app.services.office import Office
from desktop_app.services.ports import Progress
from desktop_app.services.progress import QuietProgress
from desktop_app.ui.driver import Driver
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.workspace import Workspace

CTRL, NO_KEY = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
NO_WAIT: Progress = QuietProgress()


class Desk:
    """A shop's computer: it can be started again on the same data folder.

    `api_url` leads somewhere else than to the practice service, for days without one.
    """

    def __init__(self, practice: PracticeServer, folder: Path, api_url: str = "") -> None:
        self.practice = practice
        self.folder = folder
        self.office = self._open(api_url)
        self.frame: MainWindow | None = None
        self.window: Workspace | None = None

    @property
    def driver(self) -> Driver:
        """Drives the window that is open."""
        assert self.window
        return Driver(self.window, 30)

    def open(self, sender: Address | None = None) -> Driver:
        """Opens the window; a `sender` is one who was here before."""
        if sender:
            self.office.settings.save(Settings(welcomed=True, sender=sender))
        self.frame, self.window = MainWindow(Look()), Workspace(self.office)
        self.frame.move_in(self.window)
        self.frame.resize(1280, 800)
        self.frame.show()
        self.frame.activateWindow()
        self.window.begin()
        driver = self.driver
        driver.settle()
        return driver

    def start_again(self, api_url: str = "") -> Driver:
        """Closes the window and opens another on what is on disk."""
        self.close()
        self.office = self._open(api_url)
        return self.open()

    def close(self) -> None:
        """Closes the window and lets go of the data folder."""
        if self.frame:
            self.frame.close()
            self.frame.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.frame = self.window = None
        self.office.close()

    def quote(self, shipment: Shipment) -> ShipmentRecord:
        """A draft with the cheapest service chosen, made before the window opens it."""
        office = self.office
        record = office.drafts.new(shipment)
        listed = office.quoting.fetch(record.shipment, NO_WAIT)
        quote = pick(listed.quotes, "cheapest", shipment)
        return office.quoting.choose(record.id, quote, listed)

    def order(self, shipment: Shipment) -> ShipmentRecord:
        """An order that is to be paid, made before the window opens it."""
        return self.office.booking.order(self.office.drafts.new(shipment), "cheapest", NO_WAIT)

    def kept(self, shipment_id: str = "") -> ShipmentRecord:
        """A shipment as it is on disk: this one, else the one in the wizard."""
        return self.office.drafts.get(shipment_id or self.driver.wizard.session.record.id)

    def bad_day(self, **scenario: object) -> None:
        """Orders a bad day for the next matching request."""
        self._scenarios("POST", json=scenario)

    def good_day(self) -> None:
        """Clears all bad days."""
        self._scenarios("DELETE")

    def books(self) -> dict[str, Any]:
        """The service's books: its orders, payments and requests."""
        answer = httpx.get(f"{self.practice.base_url}/practice/books").raise_for_status()
        return dict(answer.json())

    def payments(self) -> list[Any]:
        """What the service has charged."""
        return list(self.books()["payments"])

    def has_seen(self, word: str) -> bool:
        """Whether a request for such a path came in."""
        return any(word in request["path"] for request in self.books()["requests"])

    def _scenarios(self, method: str, **content: Any) -> None:  # noqa: ANN401 - httpx's own
        url = f"{self.practice.base_url}/practice/scenarios"
        httpx.request(method, url, **content).raise_for_status()

    def _open(self, api_url: str) -> Office:
        return open_office(
            Arguments(
                data_dir=self.folder,
                api_url=api_url or self.practice.base_url,
                client_id=self.practice.client_id,
            )
        )


class Hand:
    """Ten fingers and no mouse: every key goes to whatever has the cursor."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        """A key, with another held down."""
        for _ in range(times):
            QTest.keyClick(self._aim(), key, held)

    def write(self, text: str) -> None:
        """Types over what stands in the field with the cursor."""
        self.press(Qt.Key.Key_A, CTRL)
        QTest.keyClicks(self._aim(), text)

    def tab_to(self, name: str) -> None:
        """Tab until the cursor stands in the part with this object name."""
        passed = []
        while (here := self._aim().objectName()) != name:
            passed.append(here)
            assert len(passed) < 60, f"Tab never reaches {name}, only {passed}"
            self.press(Qt.Key.Key_Tab)

    def fill(self, name: str, text: str) -> None:
        """Tab to a field, and type there."""
        self.tab_to(name)
        self.write(text)

    def take_offer(self) -> None:
        """The first of the completions below the field, by Down and Enter."""
        self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Return)
        # What a window manager does; the offscreen platform leaves a closed list in front.
        self._driver.settle()
        self._driver.window.activateWindow()
        self._driver.wait_until(self._driver.window.isActiveWindow, "the window in front")

    def enter(self) -> None:
        """Enter, once nothing runs any more."""
        self._driver.settle()
        self.press(Qt.Key.Key_Return)

    def _aim(self) -> QWidget:
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert found is not None, "the cursor is nowhere"
        return found


class NoMouse(QObject):
    """Fails whoever touches the mouse: it notes each press of a button."""

    def __init__(self) -> None:
        super().__init__()
        self.touched = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.touched = True
        return False
