"""The longest time the UI thread is held by one event while a parcel is booked."""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.domain.settings import Settings
from desktop_app.flow.steps import Step
from desktop_app.services.examples import practice_parcel_abroad
from desktop_app.ui.driver import Driver
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.workspace import Workspace

ALLOWED_S = 0.050


class TimedApplication(QApplication):
    """Times every event; those inside another event count as part of it."""

    def __init__(self) -> None:
        super().__init__([])
        self.longest = 0.0
        self.what = ""
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth:
            return bool(super().notify(receiver, event))
        self._depth += 1
        begun = time.perf_counter()
        kind, name = event.type().name, type(receiver).__name__
        try:
            return bool(super().notify(receiver, event))
        finally:
            self._depth -= 1
            taken = time.perf_counter() - begun
            if taken > self.longest:
                self.longest, self.what = taken, f"{kind} at {name}"


def longest_hold() -> tuple[float, str]:
    """Against the 50 ms that are allowed, and which event it was; from an open window on."""
    application = TimedApplication()
    with tempfile.TemporaryDirectory() as folder:
        office = open_office(Arguments(data_dir=Path(folder)))
        office.settings.save(Settings(welcomed=True))
        apply_theme(application, office.settings.load().theme)
        window = Workspace(office)
        window.resize(1280, 800)
        window.show()
        window.begin()
        driver = Driver(window)
        driver.settle()
        application.longest = 0.0
        _book(window, driver)
        window.close()
        office.close()
    return application.longest / ALLOWED_S, application.what


def _book(window: Workspace, driver: Driver) -> None:
    QTimer.singleShot(0, lambda: window.new_shipment(practice_parcel_abroad()))
    driver.wait_until(lambda: window.wizard, "the wizard")
    driver.wait_for_step(Step.QUOTES)
    driver.wait_until(lambda: driver.wizard.page.primary().enabled, "prices")
    for step in (Step.EXTRAS, Step.CUSTOMS, Step.REVIEW, Step.PAY, Step.LABELS):
        driver.press()
        driver.wait_for_step(step)
        driver.settle()
    driver.wait_until(lambda: driver.wizard.session.record.documents, "labels")
    driver.settle()
