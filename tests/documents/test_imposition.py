"""Labels come out at their true size, the right way up, and can be scanned: on every paper."""

import io
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, RectangleObject, StreamObject

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import LabelDamaged
from desktop_app.domain.paper import LabelPaper
from tests.documents.conftest import MM, NUMBER, label
from tests.documents.measuring import barcodes, ink, looks_like, pages

NEAR_MM = 0.2
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
    return written(writer)


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


def test_an_invoice_among_labels_stays_as_large_as_it_is(make_label: Labels) -> None:
    labels = [make_label(100, 150), make_label(210, 297), make_label(100, 150)]
    found = pages(impose(labels, LabelPaper.A4_WITH_4X6))
    assert [len(barcodes(page)) for page in found] == [2, 1]
    assert (ink(found[1]).width, ink(found[1]).height) == pytest.approx((202, 289), abs=NEAR_MM)


@pytest.mark.parametrize("paper", list(LabelPaper))
def test_nothing_is_made_an_image_and_no_drawing_is_changed(
    make_label: Labels, paper: LabelPaper
) -> None:
    original = make_label(100, 150)
    drawn = PdfReader(io.BytesIO(original)).pages[0].get_contents()
    imposed = PdfReader(io.BytesIO(impose([original], paper)))
    assert drawn is not None
    assert any(drawn.get_data() in stream for stream in streams(imposed))


def streams(pdf: PdfReader) -> Iterator[bytes]:
    """All that is drawn anywhere in a document, and nothing that is an image."""
    for number in range(1, int(str(pdf.trailer["/Size"]))):
        found = pdf.get_object(number)
        if isinstance(found, StreamObject):
            assert found.get("/Subtype") != NameObject("/Image")
            yield found.get_data()


def test_cut_marks_are_light_and_outside_the_labels(make_label: Labels) -> None:
    (page,) = pages(impose([make_label(100, 150)], LabelPaper.A4_WITH_4X6))
    marks = ink(page, darker_than=230)
    assert (marks.left, marks.width) == pytest.approx((28.8 - 4, 152.4 + 8), abs=NEAR_MM)
    stroke_mm = 0.4 / MM
    assert marks.top == pytest.approx(46.9 - stroke_mm / 2, abs=NEAR_MM)
    assert marks.height == pytest.approx(101.6 + stroke_mm, abs=NEAR_MM)
    assert ink(page).width < 143


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_label_reads_as_its_own_viewer_shows_it(make_label: Labels, turn: int) -> None:
    upright = turn % 180 == 0
    pdf = changed(make_label(101.6, 152.4), turn=turn, shift_mm=25, crop_mm=30)
    (shown,), (printed,) = pages(pdf), pages(impose([pdf], LabelPaper.SIX_BY_FOUR))
    assert looks_like(printed, shown, turned=0 if upright else 90)
    assert not looks_like(printed, shown, turned=180 if upright else 270)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    width=st.integers(85, 101),
    height=st.integers(110, 152),
    turn=st.sampled_from([0, 90, 180, 270, -90, 450]),
    shift=st.sampled_from([0.0, 25.0, -400.0]),
    crop=st.sampled_from([0.0, 30.0]),
    frame=st.sampled_from([0.4, 4.0]),
    paper=st.sampled_from([LabelPaper.SIX_BY_FOUR, LabelPaper.A4_WITH_4X6]),
)
def test_however_a_label_is_stored_it_keeps_its_size(
    width: int, height: int, turn: int, shift: float, crop: float, frame: float, paper: LabelPaper
) -> None:
    pdf = changed(label(width, height, frame_mm=frame), turn=turn, shift_mm=shift, crop_mm=crop)
    (page,) = pages(impose([pdf], paper))
    box = ink(page)
    short, long = sorted((box.width, box.height))
    assert (short, long) == pytest.approx((width - 2 * frame, height - 2 * frame), abs=NEAR_MM)
    assert (box.height > box.width) == (paper is LabelPaper.SIX_BY_FOUR)
    assert barcodes(page) == [NUMBER]


def with_boxes(**boxes: tuple[float, float, float, float]) -> bytes:
    """A label of 100 by 150 mm with boxes of our own, in millimetres."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(label(100, 150))))
    for name, corners in boxes.items():
        box = RectangleObject(tuple(side * MM for side in corners))
        writer.pages[0][NameObject(f"/{name}")] = box
    return written(writer)


def test_a_box_named_from_its_upper_right_corner_is_the_same_box() -> None:
    (page,) = pages(impose([with_boxes(MediaBox=(100, 150, 0, 0))], LabelPaper.SIX_BY_FOUR))
    assert (ink(page).width, ink(page).height) == pytest.approx((92, 142), abs=NEAR_MM)


def test_a_crop_box_counts_only_inside_the_media_box() -> None:
    pdf = with_boxes(MediaBox=(0, 0, 100, 150), CropBox=(-50, -50, 400, 400))
    (page,) = pages(impose([pdf], LabelPaper.SIX_BY_FOUR))
    assert (ink(page).left, ink(page).top) == pytest.approx((4.8, 5.2), abs=NEAR_MM)


def test_what_a_crop_box_hides_stays_hidden() -> None:
    pdf = with_boxes(CropBox=(20, 0, 100, 150))
    (page,) = pages(impose([pdf], LabelPaper.SIX_BY_FOUR))
    assert ink(page).width == pytest.approx(76, abs=NEAR_MM)


def written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def locked(user_password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(label(100, 150))))
    writer.encrypt(user_password, owner_password="owner", algorithm="RC4-128")
    return written(writer)


def test_a_pdf_that_only_forbids_changes_is_printed() -> None:
    (page,) = pages(impose([locked("")], LabelPaper.SIX_BY_FOUR))
    assert barcodes(page) == [NUMBER]


def test_what_is_wrong_with_another_pdf_is_not_said_of_this_one() -> None:
    for pdf, sentence in ((locked("secret"), "password"), (written(PdfWriter()), "cannot be read")):
        with pytest.raises(LabelDamaged, match=sentence):
            impose([pdf], LabelPaper.A4)


def patterned(pages: int) -> bytes:
    """Pages that share a pattern of stripes, their origin far from their corner."""
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + pages))
    stripes = "0 0 20 40 re f"
    drawing = "/Pattern cs /P scn 310 320 200 300 re f"
    parts = [
        "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        f"2 0 obj <</Type /Pages /Count {pages} /Kids [{kids}]>> endobj",
        (
            "3 0 obj <</Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 40 40] "
            f"/XStep 40 /YStep 40 /Resources <<>> /Length {len(stripes)}>> stream\n{stripes}\n"
            "endstream endobj"
        ),
        f"4 0 obj <</Length {len(drawing)}>> stream\n{drawing}\nendstream endobj",
    ]
    page = (
        "{} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [300 300 588 732] /Contents 4 0 R "
        "/Resources <</Pattern <</P 3 0 R>>>>>> endobj"
    )
    parts += [page.format(number) for number in range(5, 5 + pages)]
    return "\n".join(["%PDF-1.7", *parts, "trailer <</Root 1 0 R>>"]).encode()


def test_patterns_move_with_what_they_fill() -> None:
    pdf = patterned(2)
    shown, printed = pages(pdf), pages(impose([pdf], LabelPaper.SIX_BY_FOUR))
    assert ink(shown[0]).width == pytest.approx(180 / MM, abs=NEAR_MM)
    assert all(looks_like(one, other, turned=0) for one, other in zip(printed, shown, strict=True))


def test_no_labels_are_told_as_such() -> None:
    with pytest.raises(LabelDamaged, match="no labels"):
        impose([], LabelPaper.A4)


@pytest.mark.parametrize("paper", list(LabelPaper))
@pytest.mark.parametrize(
    ("pdf", "sentence"),
    [
        (b"", "cannot be read"),
        (b"junk", "cannot be read"),
        (b"%PDF-1.4\n", "cannot be read"),
        (label(100, 150)[:700], "PDF"),
        (locked("secret"), "locked with a password"),
        (written(PdfWriter()), "cannot be read"),
        (label(10, 10, pages=2000, frame_mm=1), "2000 pages"),
    ],
    ids=["empty", "junk", "header only", "cut", "locked", "no pages", "2000 pages"],
)
def test_a_damaged_pdf_is_told_as_one(pdf: bytes, sentence: str, paper: LabelPaper) -> None:
    with pytest.raises(LabelDamaged, match=sentence):
        impose([pdf], paper)


@pytest.mark.parametrize("paper", [LabelPaper.SIX_BY_FOUR, LabelPaper.A4_WITH_4X6])
def test_a_page_without_any_size_is_told(paper: LabelPaper) -> None:
    with pytest.raises(LabelDamaged, match="no size"):
        impose([with_boxes(MediaBox=(0, 0, 0, 0), CropBox=(0, 0, 0, 0))], paper)


def spoilt(wild: bytes, at: int, plain: bool) -> bytes:
    """A label with foreign bytes in it; `plain`: they can reach its uncompressed drawing."""
    whole = PLAIN if plain else label(100, 150)
    return whole[:at] + wild + whole[at + len(wild) :]


def _plain() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(label(100, 150))))
    for stream in writer.pages:
        contents = stream.get_contents()
        assert contents is not None
        stream.replace_contents(contents)
    return written(writer)


PLAIN = _plain()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 3000), st.booleans(), st.sampled_from(LabelPaper))
def test_no_bytes_break_it_in_another_way(
    wild: bytes, at: int, plain: bool, paper: LabelPaper
) -> None:
    try:
        imposed = impose([spoilt(wild, at, plain)], paper)
        LabelPapers().pictures(imposed, 30)
    except LabelDamaged:
        return
    assert imposed.startswith(b"%PDF")
