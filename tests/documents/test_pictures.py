"""Pages become pictures, dot for dot, from any thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import LabelDamaged
from tests.documents.conftest import label
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


@pytest.mark.parametrize(
    ("pdf", "sentence"),
    [
        (b"", "cannot be read"),
        (b"junk", "cannot be read"),
        (label(10, 10, pages=10_001, frame_mm=1), "10001 pages"),
        (label(5000, 5000), "larger than any paper"),
    ],
    ids=["empty", "junk", "too many pages", "a page of five metres"],
)
def test_what_cannot_be_drawn_is_told(pdf: bytes, sentence: str) -> None:
    with pytest.raises(LabelDamaged, match=sentence):
        LabelPapers().pictures(pdf, 203)


def test_pages_come_one_at_a_time(make_label: Labels) -> None:
    """Who stops after the first has not paid for the rest, and blocks nobody."""
    pdf = make_label(100, 150, pages=3)
    one_by_one = LabelPapers().each_picture(pdf, 72)
    first = next(one_by_one)
    with ThreadPoolExecutor(1) as pool:
        assert len(pool.submit(LabelPapers().pictures, pdf, 72).result(timeout=20)) == 3
    assert list(one_by_one) == [first, first]


def test_a_broken_page_is_told_when_it_comes_to_it(make_label: Labels) -> None:
    one_by_one = LabelPapers().each_picture(b"junk", 72)
    with pytest.raises(LabelDamaged):
        next(one_by_one)
