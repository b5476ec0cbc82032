"""A day of parcels booked in the window, against the limit that four requests at once allow."""

import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
from PySide6.QtWidgets import QApplication

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.domain.look import Look
from desktop_app.domain.settings import Settings
from desktop_app.services.examples import practice_parcel
from desktop_app.services.office import Office
from desktop_app.ui.day.day_screen import DayScreen
from desktop_app.ui.day.day_state import Phase
from desktop_app.ui.driver import Driver
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.workspace import Workspace
from tests.benchmarks.holding import ALLOWED_S, Heartbeat

PARCELS = 500
AT_ONCE = 4
ANSWER_S = 0.05
_PATIENCE_S = 600.0


@dataclass(frozen=True)
class Day:
    """`time` against the limit, `hold` against 50 ms, `memory` after it against before."""

    time: float
    hold: float
    memory: float


def a_day(parcels: int = PARCELS) -> Day:
    """Checked, paid and labelled against the practice service at 50 ms an answer."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, Settings().theme)
    with tempfile.TemporaryDirectory() as folder:
        office = open_office(Arguments(data_dir=Path(folder)))
        try:
            return _booked(office, parcels)
        finally:
            office.close()


def _booked(office: Office, parcels: int) -> Day:
    office.settings.save(Settings(welcomed=True))
    url = office.accounts.broker().account.base_url
    _slow_down(url)
    for number in range(parcels):
        shipment = practice_parcel()
        to = shipment.recipient.model_copy(update={"name": f"Ann Field {number}"})
        update = {"reference": f"ORD-{number}", "recipient": to}
        office.drafts.new(shipment.model_copy(update=update))
    workspace = Workspace(office)
    window = MainWindow(Look())
    window.move_in(workspace)
    window.show()
    workspace.begin()
    driver = Driver(workspace, _PATIENCE_S)
    workspace.screens.show_day()
    driver.settle()
    screen = workspace.screens.day
    assert screen
    before, asked = _memory(), _requests(url)
    heartbeat = Heartbeat(workspace)
    begun = time.perf_counter()
    _through(screen, driver)
    took = time.perf_counter() - begun
    heartbeat.stop()
    window.close()
    limit = (_requests(url) - asked) * ANSWER_S / AT_ONCE
    return Day(took / limit, heartbeat.longest / ALLOWED_S, _memory() / before)


def _through(screen: DayScreen, driver: Driver) -> None:
    screen.foot.primary.click()
    driver.wait_until(lambda: screen.day.phase is Phase.CHECKED, "prices")
    screen.foot.primary.click()
    driver.wait_until(lambda: screen.day.phase is Phase.BOOKED, "payments")
    driver.wait_until(lambda: not screen.work.is_busy, "labels")


def _slow_down(url: str) -> None:
    """Every answer takes its time from now on; labels are there at once, and so is the money."""
    for path, content in (
        ("balance", {"balance": "1000000"}),
        ("scenarios", {"kind": "late_labels", "seconds": 0}),
        ("scenarios", {"kind": "latency", "seconds": ANSWER_S, "times": 0}),
    ):
        httpx.post(f"{url}/practice/{path}", json=content).raise_for_status()


def _requests(url: str) -> int:
    """How many the service has answered."""
    asked = httpx.get(f"{url}/practice/books", timeout=60).json()["requests"]
    return sum(one["path"].startswith("/api/") for one in asked)


def _memory() -> int:
    """The most this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
