"""Renders PDF pages to pictures, for the screen and for printers."""

import threading

from desktop_app.domain.errors import LabelDamaged
from desktop_app.services.ports import PagePicture

_MM = 25.4 / 72
_MOST_PAGES = 2000
# PDFium is not made for several threads at once.
_one_at_a_time = threading.Lock()


def pictures(pdf: bytes, dots_per_inch: float) -> tuple[PagePicture, ...]:
    """Every page in RGBA at this resolution; raises LabelDamaged."""
    import pypdfium2  # noqa: PLC0415 - 30 ms that only pictures need

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as wrong:
            raise LabelDamaged("The PDF cannot be read.") from wrong
        try:
            if not 0 < len(document) <= _MOST_PAGES:
                raise LabelDamaged("The PDF has no pages, or far too many.")
            return tuple(_picture(page, dots_per_inch / 72) for page in document)
        finally:
            document.close()


def _picture(page: "object", scale: float) -> PagePicture:
    width, height = page.get_size()  # type: ignore[attr-defined]
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)  # type: ignore[attr-defined]
    try:
        return PagePicture(
            width=bitmap.width,
            height=bitmap.height,
            pixels=_rows(bitmap),
            width_mm=width * _MM,
            height_mm=height * _MM,
        )
    finally:
        bitmap.close()


def _rows(bitmap: "object") -> bytes:
    """Four bytes a dot, without what lies between the rows; opaque."""
    stride, width = bitmap.stride, bitmap.width  # type: ignore[attr-defined]
    data = bytearray(bytes(bitmap.buffer))  # type: ignore[attr-defined]
    data[3::4] = b"\xff" * len(data[3::4])
    if stride == width * 4:
        return bytes(data)
    rows = range(0, len(data), stride)
    return b"".join(bytes(data[start : start + width * 4]) for start in rows)
