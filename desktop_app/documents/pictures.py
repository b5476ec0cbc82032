"""Renders PDF pages to pictures, for the screen and for printers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.documents.pdfium import MOST_PRINTED, one_at_a_time, reading
from desktop_app.domain.errors import LabelDamaged
from desktop_app.services.ports import PagePicture

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfPage

_MM = 25.4 / 72
# An A4 page at 1200 dots per inch has 139 million.
_MOST_DOTS = 160_000_000


def pictures(pdf: bytes, dots_per_inch: float) -> tuple[PagePicture, ...]:
    """Every page in RGBA at this resolution; raises LabelDamaged."""
    return tuple(each_picture(pdf, dots_per_inch))


def each_picture(pdf: bytes, dots_per_inch: float) -> Iterator[PagePicture]:
    """The same, one page at a time: an A4 page at 600 dots per inch takes 140 MB."""
    with reading(pdf, MOST_PRINTED) as document:
        for number in range(len(document)):
            with one_at_a_time:
                page = document[number]
                try:
                    picture = _picture(page, dots_per_inch / 72)
                finally:
                    page.close()
            yield picture


def _picture(page: "PdfPage", scale: float) -> PagePicture:
    width, height = page.get_size()
    if not 0 < width * height * scale**2 <= _MOST_DOTS:
        raise LabelDamaged("A page of the PDF is larger than any paper.")
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    try:
        pixels = _opaque_rows(bitmap)
        return PagePicture(bitmap.width, bitmap.height, pixels, width * _MM, height * _MM)
    finally:
        bitmap.close()


def _opaque_rows(bitmap: "PdfBitmap") -> bytes:
    """Four bytes a dot, without what lies between the rows."""
    data = bytearray(bitmap.buffer)
    data[3::4] = b"\xff" * (len(data) // 4)
    stride, wanted = bitmap.stride, bitmap.width * 4
    if stride == wanted:
        return bytes(data)
    return b"".join(data[start : start + wanted] for start in range(0, len(data), stride))
