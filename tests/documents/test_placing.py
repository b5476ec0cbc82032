"""Where labels go: every page once, whole, at its true size, none over another."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.placing import (
    A4,
    LABEL,
    MM,
    Box,
    Place,
    Sheet,
    matrix,
    one_label_a_sheet,
    two_labels_a_sheet,
)

TURNS = st.sampled_from([0, 90, 180, 270])


def page(width_mm: float, height_mm: float, left: float = 0.0, bottom: float = 0.0) -> Box:
    return Box(left, bottom, width_mm * MM, height_mm * MM)


def landed(shown: Box, room: Box, turn: int) -> Box:
    """Where a page's four corners come to lie."""
    a, b, c, d, e, f = matrix(shown, room, turn)
    xs, ys = zip(
        *(
            (a * x + c * y + e, b * x + d * y + f)
            for x in (shown.left, shown.left + shown.width)
            for y in (shown.bottom, shown.bottom + shown.height)
        ),
        strict=True,
    )
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def lies_in(inner: Box, outer: Box) -> bool:
    near = 0.001
    return (
        inner.left >= outer.left - near
        and inner.bottom >= outer.bottom - near
        and inner.left + inner.width <= outer.left + outer.width + near
        and inner.bottom + inner.height <= outer.bottom + outer.height + near
    )


@given(
    shown=st.builds(
        page,
        st.floats(1, 1000),
        st.floats(1, 1000),
        st.floats(-2000, 2000),
        st.floats(-2000, 2000),
    ),
    room=st.sampled_from([LABEL, A4, Box(50, 60, LABEL.height, LABEL.width)]),
    turn=TURNS,
)
def test_a_page_lies_whole_and_centred_in_its_room(shown: Box, room: Box, turn: int) -> None:
    found = landed(shown, room, turn)
    assert lies_in(found, room)
    assert found.centre == pytest.approx(room.centre, abs=0.001)
    assert found.is_upright == room.is_upright or found.width == pytest.approx(found.height)


@given(width=st.floats(1, 101.6), height=st.floats(1, 152.4), turn=TURNS)
def test_what_fits_keeps_its_size_exactly(width: float, height: float, turn: int) -> None:
    shown = page(width, height)
    found = landed(shown, LABEL, turn)
    before = sorted((shown.width, shown.height))
    assert sorted((found.width, found.height)) == pytest.approx(before, abs=0.001)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_is_too_large_is_made_smaller_evenly(turn: int) -> None:
    found = landed(page(210, 297), LABEL, turn)
    assert min(found.width, found.height) / max(found.width, found.height) == pytest.approx(
        210 / 297
    )
    assert found.width == pytest.approx(LABEL.width) or found.height == pytest.approx(LABEL.height)


def pages_of(sheets: Sequence[Sheet]) -> list[int]:
    return [place.page for sheet in sheets for place in sheet.places]


def test_each_label_has_a_sheet_of_its_own_on_4x6() -> None:
    sheets = one_label_a_sheet([page(100, 150)] * 3)
    assert pages_of(sheets) == [0, 1, 2]
    assert {(sheet.width, sheet.height) for sheet in sheets} == {(288.0, 432.0)}


@given(st.lists(st.sampled_from([page(100, 150), page(150, 100), page(210, 297)]), max_size=30))
def test_on_a4_every_page_is_placed_once_and_none_over_another(pages: list[Box]) -> None:
    sheets = two_labels_a_sheet(pages)
    assert sorted(pages_of(sheets)) == list(range(len(pages)))
    assert sum(sheet.is_cut and len(sheet.places) == 1 for sheet in sheets) <= 1
    for sheet in sheets:
        assert all(lies_in(place.room, A4) for place in sheet.places)
        assert _clear_of_each_other(sheet.places)


def _clear_of_each_other(places: Sequence[Place]) -> bool:
    rooms = sorted((place.room.bottom, place.room.bottom + place.room.height) for place in places)
    return all(top <= bottom + 0.001 for (_, top), (bottom, _) in pairwise(rooms))


def test_a_free_cell_is_used_past_an_invoice() -> None:
    label, invoice = page(100, 150), page(210, 297)
    assert pages_of(two_labels_a_sheet([label, invoice, label, invoice])) == [0, 2, 1, 3]


@pytest.mark.parametrize(
    ("width", "height", "is_cut"),
    [(101.6, 152.4, True), (102, 152.6, True), (105, 148, False), (210, 297, False)],
    ids=["4x6", "4x6 rounded up", "A6", "A4"],
)
def test_only_what_fits_a_cell_at_true_size_is_put_in_one(
    width: float, height: float, is_cut: bool
) -> None:
    (sheet,) = two_labels_a_sheet([page(width, height)])
    assert sheet.is_cut is is_cut
