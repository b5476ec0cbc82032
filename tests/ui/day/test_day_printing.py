"""The labels of a booked day on paper: one job, marked once it was taken; saved; listed."""

from pathlib import Path

import pytest

from desktop_app.domain.paper import LabelPaper, PrintOrder
from desktop_app.domain.settings import PrintSettings
from tests.fakes.office import FakeOffice
from tests.ui.day.bench import Open, booked


@pytest.mark.parametrize("printer", ["", "Bench 4x6"])
def test_all_labels_are_one_print_job_and_marked_once_it_was_taken(
    bench: Open, fake: FakeOffice, printer: str
) -> None:
    printing = PrintSettings(paper=LabelPaper.SIX_BY_FOUR, label_printer=printer)
    fake.settings.save(fake.settings.load().model_copy(update={"printing": printing}))
    opened = booked(bench, fake, 3)
    fake.printers.broken = True
    opened.press()
    assert opened.screen.banner.text.startswith("The printer did not take the job.")
    assert not any(fake.office.drafts.get(one.id).printed for one in opened.entries)
    fake.printers.broken = False
    opened.press()
    assert len(fake.printers.printed) == 1
    used = printer or fake.printers.chosen_in_dialog
    assert opened.told[-1] == f"The labels of 3 parcels were printed on {used}."
    for entry in opened.entries:
        (noted,) = fake.office.drafts.get(entry.id).printed
        assert (noted.printer, noted.paper) == (used, LabelPaper.SIX_BY_FOUR)


def test_a_reprint_says_that_it_is_one(bench: Open, fake: FakeOffice) -> None:
    opened = booked(bench, fake, 3)
    used = fake.printers.chosen_in_dialog
    first, *others = [one.id for one in opened.entries]
    fake.office.labelling.mark_printed(first, "Bench 4x6", LabelPaper.A4)
    opened.press()
    assert opened.told[-1] == (
        f"The labels of 3 parcels were printed on {used}. 1 of them had been printed before."
    )
    opened.screen.printing.print_all([first, *others])
    opened.wait()
    assert opened.told[-1] == f"The labels of 3 parcels were printed again on {used}."


def test_a_cancelled_print_dialog_marks_nothing(bench: Open, fake: FakeOffice) -> None:
    fake.printers.chosen_in_dialog = None
    opened = booked(bench, fake, 2)
    opened.press()
    assert not any(fake.office.drafts.get(one.id).printed for one in opened.entries)
    assert opened.button == "Print the labels of 2 parcels"


def test_labels_and_lists_are_saved_where_the_user_wants_them(
    bench: Open, fake: FakeOffice, tmp_path: Path
) -> None:
    opened = booked(bench, fake, 2)
    screen = opened.screen
    screen.printing.ask_path = lambda *_asked: str(tmp_path / "day")
    screen.printing.ask_folder = lambda *_asked: str(tmp_path)
    screen.papers.save.click()
    opened.wait()
    screen.papers.lists.click()
    opened.wait()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["Evri-2026-11-23.pdf", "day.pdf"]
    assert opened.told[-2:] == [
        "The labels of 2 parcels were saved.",
        "The courier's list was saved.",
    ]
    assert all(fake.office.drafts.get(one.id).printed for one in opened.entries)


def test_the_order_and_the_slips_are_remembered(bench: Open, fake: FakeOffice) -> None:
    opened = booked(bench, fake, 1)
    opened.screen.papers.slips.click()
    orders = opened.screen.papers.orders
    place = orders.findData(PrintOrder.SKU)
    orders.setCurrentIndex(place)
    orders.activated.emit(place)
    kept = fake.settings.load().printing
    assert (kept.slips, kept.order) == (True, PrintOrder.SKU)
    again = bench()
    assert again.screen.papers.order is PrintOrder.SKU
    assert again.screen.papers.slips.isChecked()


def test_a_label_that_is_not_here_keeps_no_other_back(bench: Open, fake: FakeOffice) -> None:
    opened = booked(bench, fake, 3)
    first = opened.entries[0].id
    fake.shipments.update(first, lambda now: now.model_copy(update={"documents": ()}))
    opened.press()
    assert "2 parcels were printed" in opened.told[-1]
    assert opened.screen.banner.text.startswith("Not on paper: ORD-0: ")
    assert not fake.office.drafts.get(first).printed
