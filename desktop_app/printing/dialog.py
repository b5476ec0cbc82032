"""Asks with the system's print dialog; the window stays alive while the job is made."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEventLoop, QMetaObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.printing.spool import Pictures, set_paper, sketched, spool


class Ask(Protocol):
    """Lets the user set the printer up; whether it shall print."""

    def __call__(self, parent: QWidget | None, printer: QPrinter, title: str, pages: int) -> bool:
        """`pages` is how many there are to choose from."""


def system_dialog(parent: QWidget | None, printer: QPrinter, title: str, pages: int) -> bool:
    """Asks with the system's own print dialog."""
    dialog = QPrintDialog(printer, parent)
    try:
        dialog.setWindowTitle(title)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
        dialog.setMinMax(1, pages)
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


def ask_and_print(
    parent: QWidget | None,
    printer: QPrinter,
    pdf: bytes,
    pictures: Pictures,
    title: str,
    ask: Ask = system_dialog,
) -> str | None:
    """Prints on what is chosen, the paper set from the PDF.

    The printer's name (a file's, where it was printed into one), None when it was cancelled.
    Raises PrintFailed.
    """
    pages = sketched(pictures, pdf)
    set_paper(printer, pages[0])
    if not ask(parent, printer, title, len(pages)):
        return None
    _while_the_window_lives(lambda: spool(printer, pdf, pictures, title))
    return Path(printer.outputFileName()).name or printer.printerName()


def _while_the_window_lives(work: Callable[[], None]) -> None:
    """Does it in a thread, while the window is painted but takes no clicks and keys."""
    loop = QEventLoop()

    def leave(_done: Future[None]) -> None:
        QMetaObject.invokeMethod(loop, "quit", Qt.ConnectionType.QueuedConnection)

    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="print") as pool:
            job = pool.submit(work)
            job.add_done_callback(leave)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        job.result()
    finally:
        QGuiApplication.restoreOverrideCursor()
