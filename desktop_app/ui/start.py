"""Starts the window: on screen first, and one for each data folder.

Only Qt and the theme are imported here. What is in the window, and all that stands behind it,
takes several times as long to import as the window takes to be shown, so a thread does that once
the window is painted.
"""

import os
import sys
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.look import Look
from desktop_app.ui.background import Background, Progress
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.single_instance import SingleInstance
from desktop_app.ui.theme.apply import apply_theme

# ruff: noqa: PLC0415 - see above

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.settings import Settings
    from desktop_app.services.office import Office
    from desktop_app.ui.workspace import Workspace

_CLOSING_MS = 60_000
NO_DISPLAY = (
    "There is no display to open the window on. Start Postroom on a desktop, "
    "or use its commands: postroom --help"
)


def make_application() -> QApplication:
    """The one QApplication, with its name."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Postroom")
    application.setDesktopFileName("postroom")
    return application


def open_window(
    make_office: "Callable[[], Office]", data_folder: Path, look: Look, draft: Path | None = None
) -> int:
    """Opens the window, on a draft file if one is named, and stays until it is closed.

    The exit code. A second start on the same data folder raises the first window, hands the draft
    on to it and leaves with 0.
    """
    if without_a_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 1
    application = make_application()
    instance = SingleInstance(data_folder)
    named = str(draft.absolute()) if draft else ""
    if not instance.claim(named):
        return 0
    opening = Opening(application, make_office, named)
    try:
        window = opening.begin(look)
        instance.raised.connect(window.come_forward)
        instance.open_asked.connect(opening.open_draft)
        instance.close_asked.connect(window.close)
        _report_faults(window)
        return application.exec()
    finally:
        instance.close()
        opening.close()


def close_window(data_folder: Path) -> int:
    """Asks an open window to close and waits for it; 0 when none is open any more.

    For installers: what the window has in hand, as a payment, it brings to its end first.
    """
    if without_a_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application()
    return 0 if SingleInstance(data_folder).dismiss(_CLOSING_MS) else 1


class Opening(QObject):
    """From an empty window to one that can be used: `opened(Workspace)`.

    What stops it is said over the empty window, and then the application ends with 1.
    """

    opened = Signal(object)

    def __init__(
        self, application: QApplication, make_office: "Callable[[], Office]", draft: str = ""
    ) -> None:
        super().__init__()
        self._drafts = [draft] if draft else []
        self._workspace: Workspace | None = None
        self._application = application
        self._make_office = make_office
        self._office: Office | None = None
        self._background = Background(self)
        self.window: MainWindow | None = None

    def begin(self, look: Look) -> MainWindow:
        """The window as it looked last, shown; the rest follows in the event loop."""
        apply_theme(self._application, look.theme)
        self.window = MainWindow(look)
        self.window.painted.connect(self._fetch)
        self.window.show()
        return self.window

    def close(self) -> None:
        """Lets go of the office, also of one that was still being made."""
        self._background.close()
        if self._office:
            self._office.close()

    @Slot(str)
    def open_draft(self, path: str) -> None:
        """Opens a draft file, once there is a window to open it in."""
        self._drafts.append(path)
        self._open_drafts()

    @Slot()
    def _open_drafts(self) -> None:
        if self._workspace and self._drafts:
            paths, self._drafts = [Path(path) for path in self._drafts], []
            self._workspace.drafts.read(paths)

    @Slot()
    def _fetch(self) -> None:
        self._background.start(
            self._import_all, done=self._move_in, failed=self._stop, name=self.tr("Opening")
        )

    def _import_all(self, _progress: Progress) -> "Settings":
        """In a thread: what takes its time."""
        import_module("desktop_app.ui.workspace")
        self._office = self._make_office()
        return self._office.settings.load()

    @Slot(object)
    def _move_in(self, settings: "Settings") -> None:
        from desktop_app.ui.translation import install_translation
        from desktop_app.ui.workspace import Workspace

        if not (self.window and self._office):
            return
        apply_theme(self._application, settings.theme)
        install_translation(self._application, settings.language)
        workspace = Workspace(self._office, self._background)
        self.window.move_in(workspace)
        self._workspace = workspace
        self.opened.emit(workspace)
        QTimer.singleShot(0, workspace.begin)
        QTimer.singleShot(0, self._open_drafts)

    @Slot(object)
    def _stop(self, failure: Exception) -> None:
        if not isinstance(failure, PostroomError):
            raise failure
        from PySide6.QtWidgets import QMessageBox

        words = f"{failure.message}\n\n{failure.advice}".strip()
        QMessageBox.critical(self.window, "Postroom", words)
        self._application.exit(1)


def _report_faults(window: QWidget) -> None:
    """What nobody caught becomes a report to copy; the window goes on."""

    def tell(
        kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, failure, trace)
        if issubclass(kind, Exception):
            from desktop_app.ui.dialogs.report import show_report

            show_report(window, failure)

    sys.excepthook = tell


def without_a_display() -> bool:
    """Whether Qt would abort: Linux without X11 or Wayland, and no other platform asked for."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
