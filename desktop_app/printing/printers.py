"""Fills the `Printers` port: the system's printers, through Qt's print support."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.domain.errors import PrintFailed
from desktop_app.services.ports import PagePicture, PrinterChoice

Pictures = Callable[[bytes, float], tuple[PagePicture, ...]]
_LABEL_MM = (101.6, 152.4)
_NEAR_MM = 6.0
_LABEL_WORDS = ("label", "zebra", "dymo", "thermal", "4x6", "rollo", "munbyn", "brother ql")
_SCREEN_DPI = 72.0


class SystemPrinters:
    """`pictures` renders a PDF; `make_printer` gives the QPrinter for a name, for tests to set."""

    def __init__(
        self, pictures: Pictures, make_printer: Callable[[str], QPrinter] | None = None
    ) -> None:
        self._pictures = pictures
        self._make = make_printer or _printer

    def available(self) -> tuple[PrinterChoice, ...]:
        """All of them, the default first."""
        found = [_choice(info) for info in QPrinterInfo.availablePrinters()]
        return tuple(sorted(found, key=lambda one: (not one.is_default, one.name.casefold())))

    def print_pdf(self, pdf: bytes, printer: str, title: str) -> None:
        """Spools every page at true size; raises PrintFailed. `printer` "" is the default."""
        self._spool(self._make(printer), pdf, title)

    def print_with_dialog(self, parent: object, pdf: bytes, title: str) -> str | None:
        """Asks with the system's dialog, then spools; None when it was cancelled."""
        chosen = self._make("")
        first = self._pictures(pdf, _SCREEN_DPI)[0]
        _set_paper(chosen, first)
        dialog = QPrintDialog(chosen, cast("QWidget | None", parent))
        dialog.setWindowTitle(title)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        self._spool(chosen, pdf, title)
        return chosen.printerName() or chosen.outputFileName()

    def _spool(self, printer: QPrinter, pdf: bytes, title: str) -> None:
        printer.setDocName(title)
        printer.setFullPage(True)
        pages = self._pictures(pdf, float(printer.resolution()))
        _set_paper(printer, pages[0])
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintFailed("The printer did not take the job.")
        try:
            for number, page in enumerate(pages):
                if number:
                    _set_paper(printer, page)
                    if not printer.newPage():
                        raise PrintFailed("The printer stopped between two pages.")
                painter.drawImage(0, 0, _image(page))
        finally:
            painter.end()
        if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
            raise PrintFailed("The printer reported an error.")


def _printer(name: str) -> QPrinter:
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    if info.isNull():
        if name:
            raise PrintFailed(f"There is no printer called “{name}” on this computer.")
        raise PrintFailed(
            "This computer has no printer.", advice="Save the label as a PDF instead."
        )
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _set_paper(printer: QPrinter, page: PagePicture) -> None:
    """The page's own size, upright or not as it is, without margins: nothing is scaled to fit."""
    size = QPageSize(
        QSizeF(page.width_mm, page.height_mm),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def _image(page: PagePicture) -> QImage:
    """Dot for dot: the picture was rendered at the printer's own resolution."""
    form = QImage.Format.Format_RGBA8888
    return QImage(page.pixels, page.width, page.height, page.width * 4, form).copy()


def _choice(info: QPrinterInfo) -> PrinterChoice:
    return PrinterChoice(
        name=info.printerName(),
        description=info.description() or info.makeAndModel(),
        is_default=info.isDefault(),
        is_label_printer=_is_label_printer(info),
    )


def _is_label_printer(info: QPrinterInfo) -> bool:
    words = f"{info.printerName()} {info.description()} {info.makeAndModel()}".casefold()
    if any(word in words for word in _LABEL_WORDS):
        return True
    size = info.defaultPageSize().size(QPageSize.Unit.Millimeter)
    sides = sorted((size.width(), size.height()))
    return all(abs(side - wanted) < _NEAR_MM for side, wanted in zip(sides, _LABEL_MM, strict=True))
