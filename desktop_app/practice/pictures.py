"""PNG pictures of PDF pages: grey, 200 dpi."""

import struct
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

DPI = 200
DOTS_A_METRE = round(DPI / 0.0254)
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def pictures(pdf: bytes) -> list[bytes]:
    """Return one PNG for each page; 100 × 150 mm make 787 × 1181 pixels."""
    import pypdfium2  # noqa: PLC0415 — heavy, and only where a PNG is asked for

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(document[place]) for place in range(len(document))]
    finally:
        document.close()


def _picture(page: "pypdfium2.PdfPage") -> bytes:
    # The renderer rounds sizes up; the real pictures were seen rounded down.
    width, height = (int(points * DPI / 72) for points in page.get_size())
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    dots, stride = bytes(bitmap.buffer), bitmap.stride
    bitmap.close()
    page.close()
    return _png(width, height, (dots[at * stride : at * stride + width] for at in range(height)))


def _png(width: int, height: int, rows: Iterable[bytes]) -> bytes:
    """Write 8-bit grey rows as PNG (ISO/IEC 15948), each row unfiltered."""
    image = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    density = struct.pack(">IIB", DOTS_A_METRE, DOTS_A_METRE, 1)
    chunks = ((b"IHDR", header), (b"pHYs", density), (b"IDAT", image), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
