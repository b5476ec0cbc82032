"""Window tests: the theme once, and nothing left behind by any of them."""

import os
import threading
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from desktop_app.domain.look import Theme
from desktop_app.ui.background import Background
from desktop_app.ui.theme.apply import apply_theme


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application, dressed in the light theme whatever the machine's own is."""
    apply_theme(qapp, Theme.LIGHT)
    return qapp


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    """The door for slow work; every job has to end in time."""
    made = Background()
    yield made
    assert made.close(), "a job did not stop when it was asked to"
    made.deleteLater()


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window on screen or a job's thread running."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [window for window in qapp.topLevelWidgets() if _is_left(window)]
    assert not windows, f"still on screen: {windows}"
    jobs = [thread.name for thread in threading.enumerate() if thread.name.startswith("job: ")]
    assert not jobs, f"still running: {jobs}"


def _is_left(window: QWidget) -> bool:
    """A tooltip fades by itself."""
    tooltip = isinstance(window, QLabel) and window.metaObject().className() == "QTipLabel"
    return window.isVisible() and not tooltip and not isinstance(window, QMenu)
