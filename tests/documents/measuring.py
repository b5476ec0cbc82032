"""Measures pages: their size, where the ink is, what the barcodes say."""

import zxingcpp
from PIL import Image, ImageChops, ImageStat

from desktop_app.documents.papers import LabelPapers
from desktop_app.documents.pdfium import reading
from desktop_app.services.ports import PagePicture
from tests.documents.conftest import Ink

DPI = 203.0


def pages(pdf: bytes, dpi: float = DPI) -> tuple[PagePicture, ...]:
    """The pages as a label printer of 203 dpi would draw them."""
    return LabelPapers().pictures(pdf, dpi)


def image(page: PagePicture) -> Image.Image:
    """A page in greys."""
    return Image.frombytes("RGBA", (page.width, page.height), page.pixels).convert("L")


def ink(page: PagePicture, darker_than: int = 100) -> Ink:
    """The box around everything darker than this; by default, than the cut marks."""
    box = image(page).point(lambda grey: 255 if grey < darker_than else 0).getbbox()
    assert box is not None, "the page is empty"
    across, down = page.width_mm / page.width, page.height_mm / page.height
    left, top, right, bottom = box
    return Ink(left * across, top * down, (right - left) * across, (bottom - top) * down)


def looks_like(page: PagePicture, other: PagePicture, *, turned: int) -> bool:
    """Whether a page is the other one, turned anticlockwise by so many degrees."""
    wanted = image(other).rotate(turned, expand=True).resize((page.width, page.height))
    difference = ImageStat.Stat(ImageChops.difference(image(page), wanted)).mean[0]
    return float(difference) < 3


def barcodes(page: PagePicture) -> list[str]:
    """What a scanner reads."""
    return [found.text for found in zxingcpp.read_barcodes(image(page))]


def words(pdf: bytes) -> list[str]:
    """What each page says, its spaces evened out."""
    with reading(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
