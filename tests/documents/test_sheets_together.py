"""Labels of many shipments on one paper, and pages between them."""

from collections.abc import Callable

import pytest

from desktop_app.documents.imposition import Imposition, impose
from desktop_app.domain.errors import LabelDamaged
from desktop_app.domain.paper import LabelPaper
from tests.documents.measuring import barcodes, pages

Labels = Callable[..., bytes]


@pytest.mark.parametrize("paper", list(LabelPaper))
def test_labels_that_belong_together_are_added_all_or_none(
    make_label: Labels, paper: LabelPaper
) -> None:
    with Imposition(paper) as sheets:
        sheets.add([make_label(100, 150, number="FIRST")])
        with pytest.raises(LabelDamaged):
            sheets.add([make_label(100, 150, number="SECOND"), b"junk"])
        sheets.add([make_label(100, 150, number="THIRD")])
        found = [code for page in pages(sheets.pdf()) for code in barcodes(page)]
    assert found == ["FIRST", "THIRD"]


@pytest.mark.parametrize(
    ("paper", "wanted"),
    [
        (LabelPaper.A4, ["ONE", "P0", "P1", "TWO", "P2", "THREE"]),
        (LabelPaper.SIX_BY_FOUR, ["ONE", "P0", "P1", "TWO", "P2", "THREE"]),
        (LabelPaper.A4_WITH_4X6, ["ONETWO", "P0", "P1", "P2", "THREE"]),
    ],
)
def test_pages_come_between_labels_where_their_place_was_left(
    make_label: Labels, paper: LabelPaper, wanted: list[str]
) -> None:
    between = impose([make_label(210, 297, number=f"P{n}") for n in range(3)], LabelPaper.A4)
    with Imposition(paper) as sheets:
        for number, count in (("ONE", 2), ("TWO", 1), ("THREE", 0)):
            sheets.add([make_label(100, 150, number=number)])
            sheets.leave_place(count)
        found = [sorted(barcodes(page)) for page in pages(sheets.pdf(between))]
    assert ["".join(codes) for codes in found] == wanted
