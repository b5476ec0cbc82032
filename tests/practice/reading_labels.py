"""Looks at a label as a courier would: pages measured, bar codes decoded."""

import pypdfium2
import zxingcpp
from PySide6.QtGui import QImage

from tests.practice.orders_sent import Body

Size = tuple[float, float]
MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
LABEL = (100 * MM, 150 * MM)


def pages(pdf: bytes) -> list[Size]:
    """Return the sizes of all pages in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [document[place].get_size() for place in range(len(document))]


def words(pdf: bytes) -> str:
    """Return all text of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(
            document[place].get_textpage().get_text_bounded() for place in range(len(document))
        )


def numbers_in_pdf(pdf: bytes) -> list[str]:
    """Return what the bar code of each page says, read at 200 dpi."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [code for at in range(len(document)) for code in _on_page(document[at])]


def numbers_in_png(png: bytes) -> list[str]:
    """Return what the bar codes in a picture say."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Grayscale8)
    return _codes(bytes(image.constBits()), image.bytesPerLine())


def picture_size(png: bytes) -> tuple[int, int]:
    """Return width and height in pixels."""
    size = QImage.fromData(png).size()
    return size.width(), size.height()


def consignments(books: Body) -> list[str]:
    """Return all consignment numbers in the books."""
    return [number for order in books["orders"] for number in order["consignments"]]


def _on_page(page: pypdfium2.PdfPage) -> list[str]:
    bitmap = page.render(scale=200 / 72, grayscale=True)
    return _codes(bytes(bitmap.buffer), bitmap.stride)


def _codes(grey: bytes, stride: int) -> list[str]:
    rows = memoryview(grey).cast("B", (len(grey) // stride, stride))
    found = zxingcpp.read_barcodes(rows)
    assert all(code.format == zxingcpp.BarcodeFormat.Code128 for code in found)
    return [code.text for code in found]
