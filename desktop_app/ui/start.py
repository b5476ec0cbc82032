"""Starts the window: the application, its theme, one window for each data folder."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.domain.errors import PostroomError
from desktop_app.services.office import Office
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.single_instance import SingleInstance
from desktop_app.ui.theme.apply import apply_theme
from desktop_app.ui.translation import install_translation

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


def open_window(make_office: Callable[[], Office], data_folder: Path) -> int:
    """Opens the window and stays until it is closed; the exit code.

    A second start on the same data folder raises the first window and leaves with 0.
    """
    if _no_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 1
    application = make_application()
    instance = SingleInstance(data_folder)
    if not instance.claim():
        return 0
    try:
        office = make_office()
    except PostroomError as failure:
        QMessageBox.critical(None, "Postroom", f"{failure.message}\n\n{failure.advice}".strip())
        return 1
    try:
        return _run(application, office, instance)
    finally:
        instance.close()
        office.close()


def _run(application: QApplication, office: Office, instance: SingleInstance) -> int:
    settings = office.settings.load()
    apply_theme(application, settings.theme)
    install_translation(application, settings.language)
    window = MainWindow(office)
    instance.raised.connect(window.come_forward)
    _report_faults(window)
    window.show()
    QTimer.singleShot(0, window.begin)
    return application.exec()


def _report_faults(window: MainWindow) -> None:
    """What nobody caught becomes a report to copy; the window goes on."""

    def tell(
        kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, failure, trace)
        if issubclass(kind, Exception):
            from desktop_app.ui.dialogs.report import show_report  # noqa: PLC0415 - when needed

            show_report(window, failure)

    sys.excepthook = tell


def _no_display() -> bool:
    """Whether Qt would abort: Linux without X11 or Wayland, and no other platform asked for."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
