"""A window that is killed while it pays: the next one finds the payment and makes no second."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from desktop_app.domain.record import Stage
from desktop_app.domain.settings import Settings
from tests.e2e.conftest import ROOT
from tests.e2e.desk import Desk
from tests.fakes.office import SENDER, WHOLE

PAYING = "POST /api/orders/*/paywithprepay"
READING = "GET /api/orders"


@pytest.fixture
def paying(desk: Desk) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A shipment, and the process whose window is about to pay for it."""
    shipment = desk.order(WHOLE).id
    desk.office.settings.save(Settings(welcomed=True, sender=SENDER))
    practice = desk.practice
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.paying_window", str(desk.folder), practice.base_url,
         practice.client_id, shipment],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    yield shipment, window
    window.kill()
    window.communicate(timeout=30)


def assert_found_and_paid_once(desk: Desk, shipment: str) -> None:
    desk.good_day()
    assert desk.kept(shipment).stage is Stage.UNCERTAIN
    driver = desk.open()
    driver.wait_until(lambda: desk.kept(shipment).stage is Stage.TO_PRINT, "the payment found")
    driver.settle()
    assert len(desk.payments()) == 1


def test_killed_before_the_service_has_taken_the_money(
    desk: Desk, paying: tuple[str, "subprocess.Popen[str]"]
) -> None:
    shipment, window = paying
    desk.bad_day(kind="latency", seconds=1, match=PAYING)
    while not desk.has_seen("paywithprepay"):
        assert window.poll() is None, window.communicate()[1]
    window.kill()
    window.wait(30)
    while not desk.payments():
        assert desk.kept(shipment).stage is Stage.UNCERTAIN
    assert_found_and_paid_once(desk, shipment)


def test_killed_once_the_service_has_taken_the_money(
    desk: Desk, paying: tuple[str, "subprocess.Popen[str]"]
) -> None:
    shipment, window = paying
    desk.bad_day(kind="cut_after", match=PAYING)
    desk.bad_day(kind="latency", seconds=20, match=READING, skip=1)
    while not desk.payments():
        assert window.poll() is None, window.communicate()[1]
    window.kill()
    window.wait(30)
    assert_found_and_paid_once(desk, shipment)
