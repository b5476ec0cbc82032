"""Fills the `Printers` port: the system's printers, through Qt's print support."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop_app.domain.errors import PrintFailed
from desktop_app.printing.choices import printer_choice
from desktop_app.printing.dialog import ask_and_print
from desktop_app.printing.spool import Pictures, spool
from desktop_app.services.ports import PrinterChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SystemPrinters:
    """Keeps nothing of a job: each has a QPrinter of its own, so threads may print at once.

    `pictures` renders a PDF's pages, best one by one. `make_printer` gives the QPrinter of a name
    ("" is the default one) and raises PrintFailed; tests print into files with it.
    """

    def __init__(
        self, pictures: Pictures, make_printer: Callable[[str], QPrinter] | None = None
    ) -> None:
        self._pictures = pictures
        self._make = make_printer or system_printer

    def available(self) -> tuple[PrinterChoice, ...]:
        """All of them, the default first."""
        found = [printer_choice(info) for info in QPrinterInfo.availablePrinters()]
        return tuple(sorted(found, key=lambda one: (not one.is_default, one.name.casefold())))

    def print_pdf(self, pdf: bytes, printer: str, title: str) -> None:
        """Spools every page at true size; raises PrintFailed. `printer` "" is the default."""
        spool(self._make(printer), pdf, self._pictures, title)

    def print_with_dialog(self, parent: object, pdf: bytes, title: str) -> str | None:
        """Asks with the system's dialog, then spools; None when it was cancelled.

        `parent` is a QWidget or None; only from the window's own thread.
        """
        names = QPrinterInfo.availablePrinterNames()
        first = self._make(QPrinterInfo.defaultPrinterName() or next(iter(names), ""))
        window = cast("QWidget | None", parent)
        return ask_and_print(window, first, pdf, self._pictures, title)


def system_printer(name: str) -> QPrinter:
    """A printer of this computer by name, "" the default; it prints on one side only.

    Raises PrintFailed when there is none.
    """
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise _not_found(name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    # Where both sides are the printer's habit, the second label would be on the first one's back.
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    return printer


def _not_found(name: str) -> PrintFailed:
    if name:
        return PrintFailed(
            f"There is no printer called “{name}” on this computer.",
            advice="Choose another printer, then print again. The label is kept.",
        )
    if QPrinterInfo.availablePrinterNames():
        return PrintFailed(
            "This computer has no default printer.",
            advice="Choose a printer, then print again. The label is kept.",
        )
    return PrintFailed("This computer has no printer.", advice="Save the label as a PDF instead.")
