"""The day's screen, opened on what was added."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.background import Background
from tests.fakes.office import FakeOffice, make_office
from tests.ui.day.bench import Bench, Open


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def bench(qtbot: QtBot, background: Background, fake: FakeOffice) -> Open:
    """Opens the screen on what was added."""
    return lambda: Bench(qtbot, background, fake)
