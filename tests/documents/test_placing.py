"""Where labels go: whole, at their true size, none over another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.placing import (
    A4,
    CELLS,
    LABEL,
    LYING_LABEL,
    MM,
    Box,
    landed,
    matrix,
    own_room,
)
from desktop_app.domain.paper import LabelPaper

TURNS = st.sampled_from([0, 90, 180, 270])


def page(width_mm: float, height_mm: float, left: float = 0.0, bottom: float = 0.0) -> Box:
    return Box(left, bottom, width_mm * MM, height_mm * MM)


def placed(shown: Box, room: Box, turn: int) -> Box:
    return landed(shown, matrix(shown, room, turn))


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
    found = placed(shown, room, turn)
    assert lies_in(found, room)
    assert found.centre == pytest.approx(room.centre, abs=0.001)
    assert found.is_upright == room.is_upright or found.width == pytest.approx(found.height)


@given(width=st.floats(1, 101.6), height=st.floats(1, 152.4), turn=TURNS)
def test_what_fits_keeps_its_size_exactly(width: float, height: float, turn: int) -> None:
    shown = page(width, height)
    found = placed(shown, LABEL, turn)
    before = sorted((shown.width, shown.height))
    assert sorted((found.width, found.height)) == pytest.approx(before, abs=0.001)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_is_too_large_is_made_smaller_evenly(turn: int) -> None:
    found = placed(page(210, 297), LABEL, turn)
    assert min(found.width, found.height) / max(found.width, found.height) == pytest.approx(
        210 / 297
    )
    assert found.width == pytest.approx(LABEL.width) or found.height == pytest.approx(LABEL.height)


def test_cells_lie_on_their_sheet_and_not_over_each_other() -> None:
    upper, lower = CELLS
    assert all(lies_in(cell, A4) for cell in CELLS)
    assert {(cell.width, cell.height) for cell in CELLS} == {(LABEL.height, LABEL.width)}
    assert upper.bottom == pytest.approx(lower.bottom + lower.height)


@pytest.mark.parametrize(
    ("width", "height", "room"),
    [
        (101.6, 152.4, LYING_LABEL),
        (102, 152.6, LYING_LABEL),
        (150, 100, LYING_LABEL),
        (105, 148, A4),
        (210, 297, A4),
    ],
    ids=["4x6", "4x6 rounded up", "lying", "A6", "A4"],
)
def test_only_what_fits_a_cell_at_true_size_is_put_in_one(
    width: float, height: float, room: Box
) -> None:
    assert own_room(page(width, height), LabelPaper.A4_WITH_4X6) == room
    assert own_room(page(width, height), LabelPaper.SIX_BY_FOUR) == LABEL
