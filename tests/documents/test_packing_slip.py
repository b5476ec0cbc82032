"""A packing slip names all that is in a shipment, on both papers, and never a price."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.documents.packing_slip import PackingSlip
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.shipment import Shipment
from tests.documents.lettered import LETTERS
from tests.documents.measuring import ink, pages, words
from tests.fakes.office import PARCEL, WHOLE
from tests.fakes.strategies import shipments

DAY = date(2026, 11, 23)
PAPERS = (LabelPaper.A4, LabelPaper.SIX_BY_FOUR)


def with_lines(*lines: ContentsLine, parcels: int = 1) -> Shipment:
    parcel = PARCEL.model_copy(update={"contents": lines})
    return WHOLE.model_copy(update={"parcels": (parcel,) * parcels})


def line(number: int) -> ContentsLine:
    description = f"Wool slippers number {number}, grey, with a soft sole"
    return ContentsLine(
        sku=f"SL-{number}", description=description, quantity=number, unit_value=Decimal("45.67")
    )


def slip(shipment: Shipment, paper: LabelPaper = LabelPaper.A4) -> bytes:
    return PackingSlip(shipment, paper, LETTERS, DAY).pdf()


@pytest.mark.parametrize("paper", LabelPaper)
def test_it_says_who_sends_what_to_whom(paper: LabelPaper) -> None:
    (said,) = words(slip(with_lines(line(3), line(4)), paper))
    for wanted in (
        "Mason Prints", "1 Raleigh Street", "Ann Field", "Malton YO17 7LL", "ORD-1001",
        "23 November 2026", "SL-3", "number 4,", "Items: 7",
    ):  # fmt: skip
        assert wanted in said
    assert "United Kingdom" not in said
    assert "45" not in said


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        (LabelPaper.A4, (210, 297)),
        (LabelPaper.A4_WITH_4X6, (210, 297)),
        (LabelPaper.SIX_BY_FOUR, (101.6, 152.4)),
    ],
)
def test_it_is_as_large_as_its_paper(paper: LabelPaper, size: tuple[float, float]) -> None:
    (page,) = pages(slip(WHOLE, paper), 72)
    assert (page.width_mm, page.height_mm) == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize("paper", PAPERS)
def test_many_lines_go_on_over_pages_under_their_heading(paper: LabelPaper) -> None:
    said = words(slip(with_lines(*map(line, range(1, 61))), paper))
    assert len(said) > 1
    assert all("SKU Description Qty" in page and "ORD-1001" in page for page in said)
    assert [f"Page {number} of {len(said)}" in page for number, page in enumerate(said, 1)]
    assert all(f"SL-{number} " in " ".join(said) for number in range(1, 61))
    assert ["Items: 1830" in page for page in said] == [False] * (len(said) - 1) + [True]


def test_each_of_several_parcels_has_its_own_heading() -> None:
    (said,) = words(slip(with_lines(line(2), parcels=3)))
    assert all(f"Parcel {number} of 3" in said for number in (1, 2, 3))
    assert said.count("SL-2") == 3


def test_without_contents_it_says_what_the_parcel_holds() -> None:
    (said,) = words(slip(WHOLE))
    assert "Slippers" in said
    assert "SKU" not in said
    assert "Items" not in said


def test_another_country_is_named() -> None:
    to = WHOLE.recipient.model_copy(update={"country": "POL", "town": "Łódź"})
    (said,) = words(slip(WHOLE.model_copy(update={"recipient": to})))
    assert "Łódź" in said
    assert "POLAND" in said


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shipments, st.sampled_from(PAPERS), st.integers(1, 100))
def test_whatever_it_holds_stays_inside_its_margins(
    shipment: Shipment, paper: LabelPaper, longer: int
) -> None:
    to = shipment.recipient
    long = to.model_copy(update={"name": to.name * longer, "street": "Street " * longer})
    changed = shipment.model_copy(update={"recipient": long, "reference": "R" * longer})
    margin = 4.8 if paper is LabelPaper.SIX_BY_FOUR else 17.8
    for page in pages(slip(changed, paper), 60):
        box = ink(page, darker_than=200)
        assert min(box.left, box.top) >= margin - 0.5
        assert box.left + box.width <= page.width_mm - margin + 0.5
        assert box.top + box.height <= page.height_mm - margin + 1
