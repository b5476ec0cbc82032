"""Puts label pages on paper at their true size, without touching what is drawn on them."""

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app.documents.pdfium import check_page_count, unlocked
from desktop_app.documents.placing import (
    MM,
    Box,
    Place,
    Sheet,
    matrix,
    one_label_a_sheet,
    two_labels_a_sheet,
)
from desktop_app.domain.errors import LabelDamaged
from desktop_app.domain.paper import LabelPaper

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import EncodedStreamObject, IndirectObject, RectangleObject

_MARK_FROM, _MARK_TO = 0.7 * MM, 4 * MM
# What pypdf lets through, besides its own errors, when a file is not what it says it is.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def impose(labels: Sequence[bytes], paper: LabelPaper) -> bytes:
    """One PDF of all pages of these PDFs on this paper; raises LabelDamaged.

    A4: the pages as they are. 4x6: each on a page of 4 by 6 inches, centred, made smaller only
    where it would not fit. A4 with 4x6: labels lying, two to a page; other pages as they are.
    """
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415 - 80 ms only papers need

    try:
        pages = [page for pdf in labels for page in _pages(pdf)]
        if not pages:
            raise LabelDamaged("There are no labels to put on paper.")
        return _written(pages, paper)
    except (PyPdfError, DependencyError, *_FAULTS) as wrong:
        raise LabelDamaged("The label's PDF cannot be read.") from wrong


def _pages(pdf: bytes) -> Iterator["PageObject"]:
    from pypdf import PdfReader  # noqa: PLC0415 - as above

    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        reader = PdfReader(io.BytesIO(unlocked(pdf)))
    check_page_count(len(reader.pages))
    yield from reader.pages


def _written(pages: Sequence["PageObject"], paper: LabelPaper) -> bytes:
    from pypdf import PdfWriter  # noqa: PLC0415 - as above

    writer = PdfWriter()
    match paper:
        case LabelPaper.A4:
            for page in pages:
                writer.add_page(page)
        case LabelPaper.SIX_BY_FOUR:
            _draw_sheets(writer, pages, one_label_a_sheet(_looked_at(pages)))
        case LabelPaper.A4_WITH_4X6:
            _draw_sheets(writer, pages, two_labels_a_sheet(_looked_at(pages)))
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _looked_at(pages: Sequence["PageObject"]) -> list[Box]:
    return [_visible(page) for page in pages]


def _draw_sheets(
    writer: "PdfWriter", pages: Sequence["PageObject"], sheets: Sequence[Sheet]
) -> None:
    from pypdf.generic import DictionaryObject, NameObject  # noqa: PLC0415 - as above

    for sheet in sheets:
        paper = writer.add_blank_page(sheet.width, sheet.height)
        forms = DictionaryObject()
        for place in sheet.places:
            forms[NameObject(_name(place))] = _form(writer, pages[place.page])
        paper[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
        paper[NameObject("/Contents")] = _added(writer, _stream(_drawing(pages, sheet)))


def _drawing(pages: Sequence["PageObject"], sheet: Sheet) -> bytes:
    """The sheet's own drawing: every page in its place, and marks where it is cut."""
    lines = []
    for place in sheet.places:
        page = pages[place.page]
        moved = matrix(_visible(page), place.room, _turn(page))
        lines.append(f"q {' '.join(f'{part:.5f}' for part in moved)} cm {_name(place)} Do Q")
        if sheet.is_cut:
            lines += _cut_marks(place.room)
    return "\n".join(lines).encode()


def _name(place: Place) -> str:
    return f"/Label{place.page}"


def _form(writer: "PdfWriter", page: "PageObject") -> "IndirectObject":
    """The page's own drawing, byte for byte, as one thing that can be drawn elsewhere.

    PDF 32000-1, 8.10 (form XObjects); `/Group` says how the page's transparency is mixed.
    """
    from pypdf.generic import ArrayObject, FloatObject, NameObject  # noqa: PLC0415 - as above

    contents = page.get_contents()
    form = _stream(b"" if contents is None else contents.get_data())
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    box = _visible(page)
    corners = (box.left, box.bottom, box.left + box.width, box.bottom + box.height)
    form[NameObject("/BBox")] = ArrayObject(FloatObject(corner) for corner in corners)
    for name in ("/Resources", "/Group"):
        if name in page:
            form[NameObject(name)] = page[name].clone(writer)
    return _added(writer, form)


def _added(writer: "PdfWriter", stream: "EncodedStreamObject") -> "IndirectObject":
    return writer._add_object(stream)  # noqa: SLF001 - pypdf has no other way for what is no page


def _stream(data: bytes) -> "EncodedStreamObject":
    from pypdf.generic import DecodedStreamObject  # noqa: PLC0415 - as above

    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream.flate_encode()


def _visible(page: "PageObject") -> Box:
    """What is shown of a page, unturned: its crop box, as far as it lies in the media box."""
    left, bottom, right, top = _corners(page.mediabox)
    crop_left, crop_bottom, crop_right, crop_top = _corners(page.cropbox)
    left, bottom = max(left, crop_left), max(bottom, crop_bottom)
    width, height = min(right, crop_right) - left, min(top, crop_top) - bottom
    if width <= 0 or height <= 0:
        raise LabelDamaged("A page of the label's PDF has no size.")
    return Box(left, bottom, width, height)


def _corners(box: "RectangleObject") -> tuple[float, float, float, float]:
    """Lower left and upper right, in whatever order the file names them."""
    one, two, three, four = (float(side) for side in box)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _turn(page: "PageObject") -> int:
    """0, 90, 180 or 270; anything else is no rotation in PDF and turns nothing."""
    turn = page.rotation % 360
    return turn if turn % 90 == 0 else 0


def _cut_marks(room: Box) -> list[str]:
    """Thin grey strokes outside the corners, level with the upper and lower edge."""
    outer = ((room.left, -1), (room.left + room.width, 1))
    lines = (
        f"{x + outwards * _MARK_FROM:.2f} {y:.2f} m {x + outwards * _MARK_TO:.2f} {y:.2f} l S"
        for x, outwards in outer
        for y in (room.bottom, room.bottom + room.height)
    )
    return ["q 0.6 G 0.4 w", *lines, "Q"]
