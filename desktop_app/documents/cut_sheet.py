"""One A4 sheet out of which labels are cut: every label in its cell, with marks where to cut."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.documents.placing import A4, CELLS, MM, Box

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MARK_FROM, _MARK_TO = 0.7 * MM, 4 * MM
_GREY, _THICKNESS = 153, 0.4


@contextmanager
def cut_sheet(labels: "PdfDocument", pages: Sequence[int]) -> Iterator["PdfDocument"]:
    """A document of one A4 page with these pages of `labels`, which lie 6 by 4 inches, on it.

    A document of its own: PDFium looks through all of one whenever a page in it is drawn on.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - 30 ms, when first needed

    document = PdfDocument.new()
    try:
        sheet = document.new_page(A4.width, A4.height)
        for number, cell in zip(pages, CELLS, strict=False):
            _put(document, sheet, labels, number, cell)
            _mark(sheet, cell)
        sheet.gen_content()
        sheet.close()
        yield document
    finally:
        document.close()


def _put(
    document: "PdfDocument", sheet: "PdfPage", labels: "PdfDocument", number: int, cell: Box
) -> None:
    from pypdfium2 import PdfMatrix  # noqa: PLC0415 - as above

    label = labels.page_as_xobject(number, document)
    placed = label.as_pageobject()
    placed.set_matrix(PdfMatrix().translate(cell.left, cell.bottom))
    sheet.insert_obj(placed)
    label.close()


def _mark(sheet: "PdfPage", cell: Box) -> None:
    """Thin grey strokes outside the corners, level with the upper and lower edge."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    for x, outwards in ((cell.left, -1), (cell.left + cell.width, 1)):
        for y in (cell.bottom, cell.bottom + cell.height):
            mark = raw.FPDFPageObj_CreateNewPath(x + outwards * _MARK_FROM, y)
            raw.FPDFPath_LineTo(mark, x + outwards * _MARK_TO, y)
            raw.FPDFPath_SetDrawMode(mark, raw.FPDF_FILLMODE_NONE, True)
            raw.FPDFPageObj_SetStrokeColor(mark, _GREY, _GREY, _GREY, 255)
            raw.FPDFPageObj_SetStrokeWidth(mark, _THICKNESS)
            raw.FPDFPage_InsertObject(sheet, mark)
