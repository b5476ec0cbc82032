"""Labels come out at their true size, the right way up, and can be scanned: on every paper."""

import io
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import LabelDamaged
from desktop_app.domain.label import LabelPaper
from tests.documents.conftest import MM, NUMBER, label
from tests.documents.measuring import barcodes, ink, pages

NEAR_MM = 0.3
Labels = Callable[..., bytes]
impose = LabelPapers().impose


def changed(pdf: bytes, *, turn: int = 0, shift_mm: float = 0.0, crop_mm: float = 0.0) -> bytes:
    """The same label with another `/Rotate`, another origin, or more paper around its crop box."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for page in writer.pages:
        box, by, more = page.mediabox, shift_mm * MM, crop_mm * MM
        if by:
            page.add_transformation((1, 0, 0, 1, by, by))
            corners = (by, by, float(box.width) + by, float(box.height) + by)
            page.mediabox = page.cropbox = RectangleObject(corners)
        if more:
            left, bottom, right, top = (float(side) for side in page.mediabox)
            page.mediabox = RectangleObject((left - more, bottom - more, right + more, top + more))
            page.cropbox = RectangleObject((left, bottom, right, top))
        if turn:
            page.rotate(turn)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a4_pages_are_handed_on_as_they_are(make_label: Labels) -> None:
    one, two = make_label(210, 297, pages=2), make_label(210, 297)
    found = pages(impose([one, two], LabelPaper.A4))
    assert [(round(page.width_mm), round(page.height_mm)) for page in found] == [(210, 297)] * 3
    assert ink(found[0]).width == pytest.approx(202, abs=NEAR_MM)


def test_a_label_of_100_by_150_is_centred_on_4x6_at_true_size(make_label: Labels) -> None:
    (page,) = pages(impose([make_label(100, 150)], LabelPaper.SIX_BY_FOUR))
    box = ink(page)
    assert (page.width_mm, page.height_mm) == pytest.approx((101.6, 152.4), abs=0.05)
    assert (box.width, box.height) == pytest.approx((92, 142), abs=NEAR_MM)
    assert (box.left, box.top) == pytest.approx((4.8, 5.2), abs=NEAR_MM)
    assert barcodes(page) == [NUMBER]


def test_a_small_label_is_never_made_larger(make_label: Labels) -> None:
    (page,) = pages(impose([make_label(80, 100)], LabelPaper.SIX_BY_FOUR))
    assert (ink(page).width, ink(page).height) == pytest.approx((72, 92), abs=NEAR_MM)


def test_a_larger_page_is_made_to_fit_whole(make_label: Labels) -> None:
    (page,) = pages(impose([make_label(210, 297)], LabelPaper.SIX_BY_FOUR))
    scale = min(101.6 / 210, 152.4 / 297)
    assert ink(page).width == pytest.approx(202 * scale, abs=NEAR_MM)
    assert ink(page).height == pytest.approx(289 * scale, abs=NEAR_MM)


def test_a_lying_label_is_turned_upright_on_4x6(make_label: Labels) -> None:
    (page,) = pages(impose([make_label(150, 100)], LabelPaper.SIX_BY_FOUR))
    assert (ink(page).width, ink(page).height) == pytest.approx((92, 142), abs=NEAR_MM)
    assert barcodes(page) == [NUMBER]


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (2, 1), (3, 2), (40, 20)])
def test_two_true_size_labels_share_an_a4_page(make_label: Labels, count: int, sheets: int) -> None:
    found = pages(impose([make_label(100, 150)] * count, LabelPaper.A4_WITH_4X6))
    assert len(found) == sheets
    assert all(round(page.width_mm) == 210 for page in found)
    assert sum(len(barcodes(page)) for page in found) == count


def test_labels_on_a4_keep_their_size_and_their_place(make_label: Labels) -> None:
    (one,) = pages(impose([make_label(100, 150)], LabelPaper.A4_WITH_4X6))
    (two,) = pages(impose([make_label(100, 150)] * 2, LabelPaper.A4_WITH_4X6))
    assert (ink(one).width, ink(one).height) == pytest.approx((142, 92), abs=NEAR_MM)
    assert ink(one).left == pytest.approx((210 - 142) / 2, abs=NEAR_MM)
    assert ink(two).top == pytest.approx(ink(one).top, abs=NEAR_MM)
    assert ink(two).height == pytest.approx(101.6 + 92, abs=NEAR_MM)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    width=st.integers(85, 101),
    height=st.integers(110, 152),
    turn=st.sampled_from([0, 90, 180, 270]),
    shift=st.sampled_from([0.0, 25.0]),
    crop=st.sampled_from([0.0, 30.0]),
    paper=st.sampled_from([LabelPaper.SIX_BY_FOUR, LabelPaper.A4_WITH_4X6]),
)
def test_however_a_label_is_stored_it_keeps_its_size(
    width: int, height: int, turn: int, shift: float, crop: float, paper: LabelPaper
) -> None:
    pdf = changed(label(width, height), turn=turn, shift_mm=shift, crop_mm=crop)
    (page,) = pages(impose([pdf], paper))
    box = ink(page)
    short, long = sorted((box.width, box.height))
    assert (short, long) == pytest.approx((width - 8, height - 8), abs=NEAR_MM)
    assert (box.height > box.width) == (paper is LabelPaper.SIX_BY_FOUR)
    assert barcodes(page) == [NUMBER]


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(label(100, 150))))
    writer.encrypt("password", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def without_pages() -> bytes:
    file = io.BytesIO()
    PdfWriter().write(file)
    return file.getvalue()


@pytest.mark.parametrize("paper", list(LabelPaper))
@pytest.mark.parametrize(
    "pdf",
    [b"", b"junk", b"%PDF-1.4\n", label(100, 150)[:700], locked(), without_pages()],
    ids=["empty", "junk", "header only", "cut", "locked", "no pages"],
)
def test_a_damaged_pdf_is_told_as_one(pdf: bytes, paper: LabelPaper) -> None:
    with pytest.raises(LabelDamaged):
        impose([pdf], paper)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 2000))
def test_no_bytes_break_it_in_another_way(wild: bytes, at: int) -> None:
    whole = label(100, 150)
    pdf = whole[:at] + wild + whole[at + len(wild) :]
    try:
        imposed = impose([pdf], LabelPaper.SIX_BY_FOUR)
        LabelPapers().pictures(imposed, 30)
    except LabelDamaged:
        return
    assert imposed.startswith(b"%PDF")
