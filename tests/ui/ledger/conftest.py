"""The ledger's screen, opened on what was bought before."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.background import Background
from tests.fakes.office import FakeOffice, make_office
from tests.ui.ledger.bench import Bench, Open


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def bench(qtbot: QtBot, background: Background, fake: FakeOffice) -> Open:
    """Opens the screen."""
    return lambda: Bench(qtbot, background, fake)
