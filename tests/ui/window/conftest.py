"""Windows that are closed again, with every job of theirs."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.workspace import Workspace
from tests.fakes.office import FakeOffice
from tests.ui.window.windows import Opener, quiet


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opener]:
    """Opens a window on an office and waits until its first work is done."""
    windows: list[Workspace] = []

    def open_on(fake: FakeOffice) -> Workspace:
        window = Workspace(fake.office)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.begin()
        quiet(qtbot, window)
        return window

    yield open_on
    for window in windows:
        window.close()
