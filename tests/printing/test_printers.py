"""What reaches the paper is measured: its size, its place, its barcodes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import LabelDamaged, PrintFailed
from desktop_app.domain.label import LabelPaper
from desktop_app.printing.printers import SystemPrinters
from tests.documents.conftest import NUMBER, label
from tests.documents.measuring import barcodes, ink, pages

papers = LabelPapers()


def to_file(path: Path, dpi: int = 203) -> Callable[[str], QPrinter]:
    """A printer that writes what it was given into a PDF."""

    def make(_name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(dpi)
        return printer

    return make


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_a_4x6_label_fills_its_label_at_true_size(qtbot: QtBot, tmp_path: Path, dpi: int) -> None:
    path = tmp_path / "out.pdf"
    pdf = papers.impose([label(100, 150)], LabelPaper.SIX_BY_FOUR)
    SystemPrinters(papers.pictures, to_file(path, dpi)).print_pdf(pdf, "", "Label")

    (page,) = pages(path.read_bytes())
    assert (page.width_mm, page.height_mm) == pytest.approx((101.6, 152.4), abs=0.4)
    assert (ink(page).width, ink(page).height) == pytest.approx((92, 142), abs=0.5)
    assert (ink(page).left, ink(page).top) == pytest.approx((4.8, 5.2), abs=0.5)
    assert barcodes(page) == [NUMBER]


def test_a4_and_4x6_pages_in_one_job_keep_their_own_paper(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    pdf = papers.impose([label(210, 297), label(100, 150)], LabelPaper.A4)
    SystemPrinters(papers.pictures, to_file(path)).print_pdf(pdf, "", "Labels")
    found = pages(path.read_bytes())
    assert [round(page.width_mm) for page in found] == [210, 100]
    assert [barcodes(page) for page in found] == [[NUMBER], [NUMBER]]


def test_every_page_of_a_batch_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    pdf = papers.impose([label(100, 150)] * 7, LabelPaper.SIX_BY_FOUR)
    SystemPrinters(papers.pictures, to_file(path)).print_pdf(pdf, "", "Labels")
    assert len(pages(path.read_bytes())) == 7


def test_a_printer_that_is_gone_is_named(qtbot: QtBot) -> None:
    pdf = label(100, 150)
    with pytest.raises(PrintFailed, match="no printer called “Bench 4x6”"):
        SystemPrinters(papers.pictures).print_pdf(pdf, "Bench 4x6", "Label")


# Qt says so itself, beside the answer that is looked at here.
@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_file_that_cannot_be_written_is_a_failed_print(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "no-such-folder" / "out.pdf"
    with pytest.raises(PrintFailed):
        SystemPrinters(papers.pictures, to_file(path)).print_pdf(label(100, 150), "", "Label")


def test_a_damaged_label_never_reaches_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    with pytest.raises(LabelDamaged):
        SystemPrinters(papers.pictures, to_file(path)).print_pdf(b"junk", "", "Label")
    assert not path.exists()


def test_the_list_of_printers_can_be_read(qtbot: QtBot) -> None:
    found = SystemPrinters(papers.pictures).available()
    assert [one for one in found if one.is_default] == list(found[:1]) or not any(
        one.is_default for one in found
    )
