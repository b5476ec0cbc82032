"""Puts page after page on a printer at true size, dot for dot."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop_app.domain.errors import PrintFailed
from desktop_app.printing.resolution import dots_per_drawn_dot, use_own_resolution
from desktop_app.services.ports import PagePicture

Pictures = Callable[[bytes, float], Iterable[PagePicture]]
# Coarse enough to cost next to nothing.
_SKETCH_DPI = 10.0
_WRONG = {
    QPrinter.PrinterState.Error: "The printer reported an error.",
    QPrinter.PrinterState.Aborted: "The job was stopped.",
}


def sketched(pictures: Pictures, pdf: bytes) -> tuple[PagePicture, ...]:
    """Every page, coarsely: how large it is, and that it can be drawn at all."""
    pages = tuple(pictures(pdf, _SKETCH_DPI))
    if not pages:
        raise PrintFailed("There are no pages to print.", advice="Fetch the label again.")
    return pages


def spool(printer: QPrinter, pdf: bytes, pictures: Pictures, title: str) -> None:
    """Prints the pages the printer's range names (all by default).

    Raises PrintFailed, or whatever `pictures` raises. All pages are drawn coarsely first, since
    CUPS prints what it has even of a job that was given up. Then they are drawn and printed one
    after the other, so that a long batch needs the memory of one.
    """
    sketched(pictures, pdf)
    printer.setDocName(title)
    use_own_resolution(printer)
    dots = dots_per_drawn_dot(printer.resolution())
    pages = _wanted(printer, pictures(pdf, printer.resolution() / dots))
    for _, run in groupby(pages, partial(_job_of, printer)):
        _print_job(printer, run, dots)


def _job_of(printer: QPrinter, page: PagePicture) -> tuple[int, int]:
    """Pages with the same answer may share a job.

    CUPS puts a whole job on one paper: an A4 page before a label would be cut to label size. A
    file takes pages of any size, and a second job would replace it.
    """
    if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
        return 0, 0
    return round(page.width_mm), round(page.height_mm)


def _print_job(printer: QPrinter, pages: Iterable[PagePicture], dots: int) -> None:
    """`dots`: how many of the printer's dots each dot of a picture is wide and high."""
    with _job(printer) as painter:
        for number, page in enumerate(pages):
            set_paper(printer, page)
            _begin_page(painter, printer, number)
            painter.drawImage(QRect(0, 0, page.width * dots, page.height * dots), _image(page))
    if sentence := _WRONG.get(printer.printerState()):
        raise PrintFailed(sentence)


@contextmanager
def _job(printer: QPrinter) -> Iterator[QPainter]:
    """A painter that gives the job up when anything goes wrong within."""
    painter, is_whole = QPainter(), False
    try:
        yield painter
        is_whole = True
    finally:
        if not is_whole:
            printer.abort()
        if painter.isActive() and not painter.end():
            is_whole = False
    if not is_whole:
        raise PrintFailed("The printer did not take the whole job.")


def set_paper(printer: QPrinter, page: PagePicture) -> None:
    """The page's own size without margins: nothing is scaled to fit.

    A lying page is the upright paper turned, since that is what lies in the tray.
    """
    sides = sorted((page.width_mm, page.height_mm))
    lies = page.width_mm > page.height_mm
    size = QPageSize(
        QSizeF(*sides), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    upright, lying = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
    layout = QPageLayout(size, lying if lies else upright, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setFullPage(True)
    printer.setPageLayout(layout)


def _wanted(printer: QPrinter, pages: Iterable[PagePicture]) -> Iterator[PagePicture]:
    """The pages from one to the other, counted from 1; 0 and 0 are all."""
    first, last = printer.fromPage(), printer.toPage()
    for number, page in enumerate(pages, start=1):
        if number >= first and (not last or number <= last):
            yield page


def _begin_page(painter: QPainter, printer: QPrinter, number: int) -> None:
    if number and not printer.newPage():
        raise PrintFailed("The printer stopped between two pages.")
    if not number:
        if not painter.begin(printer):
            raise PrintFailed("The printer did not take the job.")
        # Qt would make a JPEG of it, and grey specks beside every bar.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)


def _image(page: PagePicture) -> QImage:
    """The picture is opaque: without an alpha channel no mask is printed along with it."""
    form = QImage.Format.Format_RGBX8888
    return QImage(page.pixels, page.width, page.height, page.width * 4, form).copy()
