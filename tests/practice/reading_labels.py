"""Looks at a label as a courier would: pages measured, bar codes decoded."""

import io

import pypdfium2
import zxingcpp
from PIL import Image

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
        pictures = [document[at].render(scale=200 / 72).to_pil() for at in range(len(document))]
    return [code for picture in pictures for code in _codes(picture)]


def numbers_in_png(png: bytes) -> list[str]:
    """Return what the bar codes in a picture say."""
    with Image.open(io.BytesIO(png)) as picture:
        return _codes(picture)


def picture_size(png: bytes) -> tuple[int, int]:
    """Return width and height in pixels."""
    with Image.open(io.BytesIO(png)) as picture:
        return picture.size


def consignments(books: Body) -> list[str]:
    """Return all consignment numbers in the books."""
    return [number for order in books["orders"] for number in order["consignments"]]


def _codes(picture: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(picture)
    assert all(code.format == zxingcpp.BarcodeFormat.Code128 for code in found)
    return [code.text for code in found]
