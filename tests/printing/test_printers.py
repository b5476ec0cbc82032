"""What reaches the paper is measured: its size, its place, its barcodes, every dot."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import LabelDamaged, PrintFailed
from desktop_app.domain.paper import LabelPaper
from desktop_app.printing.printers import SystemPrinters
from desktop_app.services.ports import PagePicture
from tests.documents.conftest import NUMBER, label
from tests.documents.measuring import barcodes, image, ink, pages
from tests.printing.paper_printers import (
    BrokenPrinter,
    JammedPrinter,
    WatchedPrinter,
    set_up,
    to_file,
)

papers = LabelPapers()


def printed_label(path: Path, dpi: int, paper: LabelPaper = LabelPaper.SIX_BY_FOUR) -> bytes:
    """Prints one label of 100 by 150 mm; what was printed, as it was imposed."""
    pdf = papers.impose([label(100, 150)], paper)
    SystemPrinters(papers.each_picture, to_file(path, dpi)).print_pdf(pdf, "", "Label")
    return pdf


def dots(path: Path) -> Image.Image:
    """The one image on the one page of a printed file."""
    (page,) = PdfReader(io.BytesIO(path.read_bytes())).pages
    (found,) = page.images
    assert found.image is not None
    return found.image.convert("L")


@pytest.mark.parametrize("dpi", [203, 300, 600, 1200])
def test_a_4x6_label_fills_its_label_at_true_size(qtbot: QtBot, tmp_path: Path, dpi: int) -> None:
    path = tmp_path / "out.pdf"
    printed_label(path, dpi)
    (page,) = pages(path.read_bytes())
    assert (page.width_mm, page.height_mm) == pytest.approx((101.6, 152.4), abs=0.05)
    assert (ink(page).width, ink(page).height) == pytest.approx((92, 142), abs=0.25)
    assert (ink(page).left, ink(page).top) == pytest.approx((4.8, 5.2), abs=0.25)
    assert barcodes(page) == [NUMBER]


def test_labels_on_a4_come_out_at_true_size(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    printed_label(path, 300, LabelPaper.A4_WITH_4X6)
    (page,) = pages(path.read_bytes())
    assert (page.width_mm, page.height_mm) == pytest.approx((210, 297), abs=0.2)
    assert (ink(page).width, ink(page).height) == pytest.approx((142, 92), abs=0.25)
    assert barcodes(page) == [NUMBER]


@pytest.mark.parametrize(("dpi", "drawn_at"), [(203, 203), (300, 300), (1200, 600)])
def test_every_dot_arrives_as_it_was_drawn(
    qtbot: QtBot, tmp_path: Path, dpi: int, drawn_at: int
) -> None:
    path = tmp_path / "out.pdf"
    (drawn,) = papers.pictures(printed_label(path, dpi), drawn_at)
    arrived = dots(path)
    assert arrived.size == (drawn.width, drawn.height)
    assert ImageChops.difference(arrived, image(drawn)).getbbox() is None


def test_a4_and_4x6_pages_in_one_job_keep_their_own_paper(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    pdf = papers.impose([label(210, 297), label(100, 150)], LabelPaper.A4)
    SystemPrinters(papers.pictures, to_file(path)).print_pdf(pdf, "", "Labels")
    found = pages(path.read_bytes())
    assert [round(page.width_mm) for page in found] == [210, 100]
    assert [barcodes(page) for page in found] == [[NUMBER], [NUMBER]]


def test_a_lying_page_is_printed_lying_on_the_same_paper(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    SystemPrinters(papers.pictures, to_file(path)).print_pdf(label(297, 210), "", "Invoice")
    (page,) = pages(path.read_bytes())
    assert (page.width_mm, page.height_mm) == pytest.approx((297, 210), abs=0.4)
    assert (ink(page).width, ink(page).height) == pytest.approx((289, 202), abs=0.4)


def test_every_page_of_a_batch_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    pdf = papers.impose([label(100, 150)] * 7, LabelPaper.SIX_BY_FOUR)
    SystemPrinters(papers.each_picture, to_file(path)).print_pdf(pdf, "", "Labels")
    assert len(pages(path.read_bytes())) == 7


@pytest.mark.parametrize(("first", "last", "count"), [(2, 3, 2), (4, 0, 2), (0, 2, 2), (0, 0, 5)])
def test_only_the_pages_asked_for_are_printed(
    qtbot: QtBot, tmp_path: Path, first: int, last: int, count: int
) -> None:
    path = tmp_path / "out.pdf"

    class Ranged(QPrinter):
        def fromPage(self) -> int:  # noqa: N802 - Qt's name
            return first

        def toPage(self) -> int:  # noqa: N802 - Qt's name
            return last

    printer = set_up(Ranged(), path, 203)
    pdf = label(100, 150, pages=5)
    SystemPrinters(papers.pictures, lambda _name: printer).print_pdf(pdf, "", "Labels")
    assert len(pages(path.read_bytes())) == count


def test_a_printer_that_is_gone_is_named(qtbot: QtBot) -> None:
    pdf = label(100, 150)
    with pytest.raises(PrintFailed, match="no printer called “Bench 4x6”"):
        SystemPrinters(papers.pictures).print_pdf(pdf, "Bench 4x6", "Label")


# Qt says so itself, beside the answer that is looked at here.
@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_file_that_cannot_be_written_is_a_failed_print(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "no-such-folder" / "out.pdf"
    with pytest.raises(PrintFailed, match="did not take the job"):
        SystemPrinters(papers.pictures, to_file(path)).print_pdf(label(100, 150), "", "Label")


def test_a_printer_that_stops_between_pages_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    printer = set_up(JammedPrinter(), tmp_path / "out.pdf", 203)
    with pytest.raises(PrintFailed, match="stopped between two pages"):
        SystemPrinters(papers.pictures, lambda _name: printer).print_pdf(
            label(100, 150, pages=2), "", "Label"
        )


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (QPrinter.PrinterState.Error, "reported an error"),
        (QPrinter.PrinterState.Aborted, "was stopped"),
    ],
)
def test_what_the_printer_says_of_the_job_is_heard(
    qtbot: QtBot, tmp_path: Path, state: QPrinter.PrinterState, sentence: str
) -> None:
    printer = BrokenPrinter()
    printer.state = state
    set_up(printer, tmp_path / "out.pdf", 203)
    with pytest.raises(PrintFailed, match=sentence):
        SystemPrinters(papers.pictures, lambda _name: printer).print_pdf(
            label(100, 150), "", "Label"
        )


def test_a_damaged_label_never_reaches_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    with pytest.raises(LabelDamaged):
        SystemPrinters(papers.each_picture, to_file(path)).print_pdf(b"junk", "", "Label")
    assert not path.exists()


def test_a_page_that_cannot_be_drawn_is_found_before_any_is_printed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def one_page_only(pdf: bytes, dots_per_inch: float) -> Iterator[PagePicture]:
        yield papers.pictures(pdf, dots_per_inch)[0]
        raise LabelDamaged("The second page cannot be read.")

    path = tmp_path / "out.pdf"
    with pytest.raises(LabelDamaged, match="second page"):
        SystemPrinters(one_page_only, to_file(path)).print_pdf(label(100, 150), "", "Labels")
    assert not path.exists()


def test_a_job_that_breaks_midway_is_given_up(qtbot: QtBot, tmp_path: Path) -> None:
    def fine_until_it_counts(pdf: bytes, dots_per_inch: float) -> Iterator[PagePicture]:
        yield papers.pictures(pdf, dots_per_inch)[0]
        if dots_per_inch > 100:
            raise LabelDamaged("The second page cannot be read.")

    printer = WatchedPrinter()
    set_up(printer, tmp_path / "out.pdf", 203)
    with pytest.raises(LabelDamaged, match="second page"):
        SystemPrinters(fine_until_it_counts, lambda _name: printer).print_pdf(
            label(100, 150), "", "Labels"
        )
    assert printer.given_up


def test_a_printer_gets_a_job_for_each_paper(qtbot: QtBot, tmp_path: Path) -> None:
    """CUPS prints a whole job on one paper: an A4 page before a label was cut to label size."""
    printer = WatchedPrinter()
    set_up(printer, tmp_path / "out.pdf", 203)
    mixed = [label(210, 297), label(100, 150, pages=2), label(297, 210)]
    pdf = papers.impose(mixed, LabelPaper.A4)
    SystemPrinters(papers.each_picture, lambda _name: printer).print_pdf(pdf, "", "Labels")
    assert printer.papers == ["210x297", "100x150", "100x150", "and", "297x210"]
    assert not printer.given_up


def test_a_pdf_without_pages_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(PrintFailed, match="no pages"):
        SystemPrinters(lambda _pdf, _dpi: (), to_file(tmp_path / "out.pdf")).print_pdf(
            label(100, 150), "", "Labels"
        )


def test_the_list_of_printers_can_be_read(qtbot: QtBot) -> None:
    found = SystemPrinters(papers.pictures).available()
    assert [one for one in found if one.is_default] == list(found[:1]) or not any(
        one.is_default for one in found
    )
