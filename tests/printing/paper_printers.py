"""Printers that write what they were given into a PDF, to be measured."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter


def set_up(printer: QPrinter, path: Path, dpi: int) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dpi)
    return printer


def to_file(path: Path, dpi: int = 203) -> Callable[[str], QPrinter]:
    """Fits `SystemPrinters(make_printer=…)`."""

    def make(_name: str) -> QPrinter:
        return set_up(QPrinter(QPrinter.PrinterMode.HighResolution), path, dpi)

    return make


class JammedPrinter(QPrinter):
    """Takes one page and no second one."""

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        """No."""
        return False


class BrokenPrinter(QPrinter):
    """Takes all of it and then says that it went wrong."""

    state = QPrinter.PrinterState.Error

    def printerState(self) -> QPrinter.PrinterState:  # noqa: N802 - Qt's name
        """What it says of the job."""
        return self.state


class WatchedPrinter(QPrinter):
    """Says that it is no file, as a real printer; remembers each paper it began a job or page on.

    `given_up`: whether a job was aborted.
    """

    def __init__(self) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.papers: list[str] = []
        self.given_up = False

    def outputFormat(self) -> QPrinter.OutputFormat:  # noqa: N802 - Qt's name
        """A printer."""
        return QPrinter.OutputFormat.NativeFormat

    def setPageLayout(self, layout: QPageLayout) -> bool:  # noqa: N802 - Qt's name
        """Which paper, and whether it lies."""
        size = layout.fullRect(QPageLayout.Unit.Millimeter).size()
        self.papers.append(f"{size.width():.0f}x{size.height():.0f}")
        return super().setPageLayout(layout)

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        """In the same job."""
        self.papers.append("and")
        return super().newPage()

    def abort(self) -> bool:
        """Given up."""
        self.given_up = True
        return super().abort()
