"""The whole window on fakes, for tests of what holds its parts together."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.progress import QuietProgress
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import FakeOffice
from tests.ui.wizard.opened import paid

Opener = Callable[[FakeOffice], Workspace]


def quiet(qtbot: QtBot, window: Workspace) -> None:
    """Until nothing runs in the background."""
    qtbot.waitUntil(lambda: not window.background.running, timeout=10_000)


def labelled(fake: FakeOffice) -> ShipmentRecord:
    """A shipment that is paid and whose labels are here."""
    return fake.office.labelling.fetch(paid(fake).id, QuietProgress())


def stages(window: Workspace) -> list[Stage]:
    """Of the rows that the list shows."""
    return [row.stage for row in window.list.model.rows()]
