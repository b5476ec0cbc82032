"""Pages become pictures, dot for dot, from any thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import LabelDamaged
from tests.documents.measuring import barcodes

Labels = Callable[..., bytes]


@pytest.mark.parametrize("dpi", [72.0, 203.0, 300.0])
def test_a_picture_has_its_pages_dots(make_label: Labels, dpi: float) -> None:
    (page,) = LabelPapers().pictures(make_label(101.6, 152.4), dpi)
    assert page.width == pytest.approx(4 * dpi, abs=1)
    assert page.height == pytest.approx(6 * dpi, abs=1)
    assert len(page.pixels) == page.width * page.height * 4
    assert (page.width_mm, page.height_mm) == pytest.approx((101.6, 152.4), abs=0.01)


def test_paper_is_white_and_opaque(make_label: Labels) -> None:
    (page,) = LabelPapers().pictures(make_label(101.6, 152.4), 72)
    assert page.pixels[:4] == b"\xff\xff\xff\xff"
    assert set(page.pixels[3::4]) == {255}


def test_many_threads_may_ask_at_once(make_label: Labels) -> None:
    pdf = make_label(100, 150)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: LabelPapers().pictures(pdf, 203), range(24)))
    assert all(len(barcodes(pages[0])) == 1 for pages in found)


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(LabelDamaged):
        LabelPapers().pictures(b"junk", 72)
