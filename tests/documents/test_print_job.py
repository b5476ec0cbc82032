"""Labels of a day in one document, each followed by what is in the parcel."""

from collections.abc import Callable
from datetime import date

import pytest

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import LabelDamaged
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.shipment import Shipment
from desktop_app.system.resources import resource
from tests.documents.measuring import barcodes, pages, words
from tests.fakes.office import WHOLE

Labels = Callable[..., bytes]
DAY = date(2026, 11, 23)
PAPERS = LabelPapers(resource("fonts"))


def shipment(reference: str) -> Shipment:
    return WHOLE.model_copy(update={"reference": reference})


@pytest.mark.parametrize(
    ("paper", "wanted"),
    [
        (LabelPaper.A4, ["A1", "slip A", "B1", "B2", "slip B"]),
        (LabelPaper.SIX_BY_FOUR, ["A1", "slip A", "B1", "B2", "slip B"]),
        (LabelPaper.A4_WITH_4X6, ["A1 B1", "slip A", "B2", "slip B"]),
    ],
)
def test_a_slip_follows_its_labels(
    make_label: Labels, paper: LabelPaper, wanted: list[str]
) -> None:
    size = (210, 297) if paper is LabelPaper.A4 else (100, 150)
    with PAPERS.print_job(paper, DAY) as job:
        job.add([make_label(*size, number="A1")], shipment("A"))
        with pytest.raises(LabelDamaged):
            job.add([make_label(*size, number="C1"), b"junk"], shipment("C"))
        job.add([make_label(*size, number=number) for number in ("B1", "B2")], shipment("B"))
        pdf = job.pdf()
    said = [
        " ".join(sorted(barcodes(page))) or f"slip {text.split('Reference ')[1][0]}"
        for page, text in zip(pages(pdf), words(pdf), strict=True)
    ]
    assert said == wanted
    assert len({(round(page.width_mm), round(page.height_mm)) for page in pages(pdf, 30)}) == 1


def test_without_slips_there_are_only_labels(make_label: Labels) -> None:
    with PAPERS.print_job(LabelPaper.SIX_BY_FOUR, DAY) as job:
        job.add([make_label(100, 150)])
        assert len(pages(job.pdf())) == 1


def test_many_slips_share_their_fonts(make_label: Labels) -> None:
    sizes = []
    for count in (1, 41):
        with PAPERS.print_job(LabelPaper.SIX_BY_FOUR, DAY) as job:
            for _ in range(count):
                job.add([make_label(100, 150)], WHOLE)
            sizes.append(len(job.pdf()))
    assert (sizes[1] - sizes[0]) / 40 < 6000


def test_an_empty_job_is_told() -> None:
    with (
        PAPERS.print_job(LabelPaper.A4, DAY) as job,
        pytest.raises(LabelDamaged, match="no labels"),
    ):
        job.pdf()


def test_single_papers_are_drawn_too() -> None:
    assert "ORD-1001" in words(PAPERS.packing_slip(WHOLE, LabelPaper.A4, DAY))[0]
    assert "Despatch list: DPD" in words(PAPERS.despatch_list("DPD", (), DAY))[0]
