"""Puts label pages on paper at their true size, without touching what is drawn on them."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.errors import LabelDamaged
from desktop_app.domain.label import LabelPaper

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter

_MM = 72 / 25.4
_A4 = (210 * _MM, 297 * _MM)
_SIX_BY_FOUR = (4 * 72.0, 6 * 72.0)
# A label of 4x6 inches lying on its side; two of them stand one above the other on A4.
_CELL = (_SIX_BY_FOUR[1], _SIX_BY_FOUR[0])
_CELLS_A_PAGE = 2
_MARK = 4 * _MM


@dataclass(frozen=True)
class Box:
    """A place on paper, in points, from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


def impose(labels: Sequence[bytes], paper: LabelPaper) -> bytes:
    """One PDF of all pages of these PDFs on this paper; raises LabelDamaged.

    A4: the pages as they are. 4x6: each on a page of 4 by 6 inches, centred, made smaller only
    where it would not fit. A4 with 4x6: lying, two to a page; four do not fit at true size.
    """
    from pypdf import PdfWriter  # noqa: PLC0415 - 80 ms that only printing needs
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        pages = [page for pdf in labels for page in _pages(pdf)]
        writer = PdfWriter()
        match paper:
            case LabelPaper.A4:
                for page in pages:
                    writer.add_page(page)
            case LabelPaper.SIX_BY_FOUR:
                for page in pages:
                    _on_label(writer, page)
            case LabelPaper.A4_WITH_4X6:
                _on_a4(writer, pages)
        file = io.BytesIO()
        writer.write(file)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise LabelDamaged("The label's PDF cannot be read.") from wrong
    return file.getvalue()


def _pages(pdf: bytes) -> Iterator["PageObject"]:
    from pypdf import PdfReader  # noqa: PLC0415 - as above

    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        raise LabelDamaged("The label's PDF is locked with a password.")
    if not reader.pages:
        raise LabelDamaged("The label's PDF has no pages.")
    yield from reader.pages


def _on_label(writer: "PdfWriter", page: "PageObject") -> None:
    width, height = _SIX_BY_FOUR
    sheet = writer.add_blank_page(width, height)
    upright = _size(page)[0] <= _size(page)[1]
    _place(sheet, page, Box(0, 0, width, height), turned=not upright)


def _on_a4(writer: "PdfWriter", pages: Iterable["PageObject"]) -> None:
    left = (_A4[0] - _CELL[0]) / 2
    margin = (_A4[1] - _CELLS_A_PAGE * _CELL[1]) / 2
    sheet = None
    for number, page in enumerate(pages):
        row = number % _CELLS_A_PAGE
        if sheet is None or row == 0:
            sheet = writer.add_blank_page(*_A4)
        bottom = _A4[1] - margin - (row + 1) * _CELL[1]
        box = Box(left, bottom, *_CELL)
        upright = _size(page)[0] <= _size(page)[1]
        _place(sheet, page, box, turned=upright)
        _mark_corners(writer, sheet, box)


def _size(page: "PageObject") -> tuple[float, float]:
    """Width and height as the page is looked at, in points."""
    box = page.cropbox
    sides = (float(box.width), float(box.height))
    return (sides[1], sides[0]) if page.rotation % 180 else sides


def _place(sheet: "PageObject", page: "PageObject", box: Box, *, turned: bool) -> None:
    """Draws a page into a box, centred, never larger than it is."""
    from pypdf import Transformation  # noqa: PLC0415 - as above

    width, height = _size(page)
    angle = (-page.rotation) % 360
    if turned:
        width, height = height, width
        angle = (angle + 90) % 360
    scale = min(1.0, box.width / width, box.height / height)
    crop = page.cropbox
    moved = Transformation().translate(
        -(float(crop.left) + float(crop.width) / 2), -(float(crop.bottom) + float(crop.height) / 2)
    )
    centre = (box.left + box.width / 2, box.bottom + box.height / 2)
    page.rotation = 0
    sheet.merge_transformed_page(page, moved.rotate(angle).scale(scale).translate(*centre))


def _mark_corners(writer: "PdfWriter", sheet: "PageObject", box: Box) -> None:
    """Thin grey strokes outside the corners, to cut along."""
    from pypdf.generic import DecodedStreamObject, NameObject  # noqa: PLC0415 - as above

    edges = ((box.left, -1), (box.left + box.width, 1))
    strokes = (
        f"{x + outwards * 2:.2f} {y:.2f} m {x + outwards * _MARK:.2f} {y:.2f} l S"
        for x, outwards in edges
        for y in (box.bottom, box.bottom + box.height)
    )
    stream = DecodedStreamObject()
    stream.set_data("\n".join(("q 0.6 G 0.4 w", *strokes, "Q")).encode())
    marks = writer.add_blank_page(*_A4)
    marks[NameObject("/Contents")] = stream
    sheet.merge_page(marks)
    writer.remove_page(marks)
