"""The labels: waited for, looked at, printed, printed again, saved; a paid one is never lost."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import NoConnection, StorageError
from desktop_app.domain.label import DocumentKind
from desktop_app.domain.paper import LabelMedia, LabelPaper
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.ports import DocumentName
from desktop_app.services.progress import QuietProgress
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.labels_page import LabelsPage
from tests.fakes.office import NOW, FakeOffice, make_office
from tests.ui.wizard.opened import Opened, enter_page, held, open_page, paid, part, raising


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def opened(qtbot: QtBot, background: Background, fake: FakeOffice) -> Opened[LabelsPage]:
    return open_page(qtbot, background, fake, LabelsPage, fetched(fake))


def fetched(fake: FakeOffice) -> ShipmentRecord:
    return fake.office.labelling.fetch(paid(fake).id, QuietProgress())


def choose_printer(opened: Opened[LabelsPage], name: str) -> None:
    printers = opened.page.options.list
    printers.setCurrentIndex(printers.findData(name))


def saves_to(opened: Opened[LabelsPage], path: Path | None) -> list[str]:
    """Answers the question for a file; the proposals that were made."""
    proposals: list[str] = []

    def ask(_parent: QWidget, _title: str, proposal: str) -> str:
        proposals.append(proposal)
        return str(path) if path else ""

    opened.page.question.ask = ask
    return proposals


def test_labels_that_failed_are_said_and_tried_again(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = fetched(fake)
    told = record.model_copy(update={"trouble": "1 label is missing."})
    fake.shipments.records[record.id] = told
    opened = open_page(qtbot, background, fake, LabelsPage, told)
    page = opened.page
    assert page.desk.isVisible()
    assert page.banner.text == "1 label is missing."
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    opened.wait()
    assert opened.kept().trouble == ""
    assert not page.banner.isVisible()
    assert page.pictures.pdf is not None


def test_numbers_that_were_missing_come_when_it_is_opened_again(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    fake.broker.before["consignments"] = raising(NoConnection("The line is gone."))
    record = fetched(fake)
    assert not record.consignments
    del fake.broker.before["consignments"]
    opened = open_page(qtbot, background, fake, LabelsPage, record)
    assert opened.kept().consignments
    assert opened.session.record.consignments == opened.kept().consignments
    assert opened.page.primary().text == "Print…"


def test_labels_are_fetched_when_the_page_is_entered(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, LabelsPage, paid(fake))
    assert opened.kept().documents
    assert opened.page.desk.isVisible()
    assert opened.page.primary().text == "Print…"
    assert opened.page.primary().enabled


def test_fetching_says_so_can_be_stopped_and_goes_on(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    gate = threading.Event()
    fake.broker.before["labels"] = held(gate)
    opened = enter_page(qtbot, background, fake, LabelsPage, paid(fake))
    page = opened.page
    assert page.strip.text.startswith("The courier is making the labels")
    page.set_busy(True)
    qtbot.mouseClick(page.strip.cancel_button, Qt.MouseButton.LeftButton)
    gate.set()
    opened.wait()
    assert page.primary().text == "Fetch the labels"
    page.go_on()
    opened.wait()
    assert opened.kept().documents


def test_a_failure_says_that_nothing_is_lost(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    fake.broker.before["labels"] = raising(NoConnection("Parcel2Go was not reached."))
    opened = open_page(qtbot, background, fake, LabelsPage, paid(fake))
    text = "Parcel2Go was not reached. The shipment is paid. Nothing is lost."
    assert opened.page.banner.text == text
    del fake.broker.before["labels"]
    qtbot.mouseClick(opened.page.again, Qt.MouseButton.LeftButton)
    opened.wait()
    assert opened.page.banner.text == ""
    assert opened.kept().documents


def test_twenty_presses_print_one_label_and_then_it_is_done(
    opened: Opened[LabelsPage],
) -> None:
    choose_printer(opened, "Office A4")
    page = opened.page
    assert page.primary().text == "Print on Office A4"
    for _ in range(20):
        page.go_on()
    opened.wait()
    assert [printer for printer, _size in opened.fake.printers.printed] == ["Office A4"]
    (noted,) = opened.kept().printed
    assert (noted.printer, noted.paper) == ("Office A4", LabelPaper.A4)
    assert opened.said == ["Printed on Office A4"]
    assert page.primary().text == "Done"
    assert not opened.ready
    page.go_on()
    assert opened.ready


def test_a_second_print_says_that_it_is_one(opened: Opened[LabelsPage]) -> None:
    choose_printer(opened, "Office A4")
    opened.page.go_on()
    opened.wait()
    printed = part(opened.page, QLabel, "printedNote").text()
    assert "on Office A4. Printing again makes a second label." in printed
    assert opened.page.desk.print_button.isVisible()
    opened.page.desk.print_button.click()
    opened.wait()
    assert len(opened.kept().printed) == 2
    assert opened.said[-1] == "Printed again on Office A4"


def test_without_a_remembered_printer_the_system_asks(opened: Opened[LabelsPage]) -> None:
    opened.fake.printers.chosen_in_dialog = None
    opened.page.go_on()
    opened.wait()
    assert opened.kept().printed == ()
    opened.fake.printers.chosen_in_dialog = "Bench 4x6"
    opened.page.go_on()
    opened.wait()
    assert opened.kept().printed[0].printer == "Bench 4x6"


def test_a_printer_that_fails_leaves_it_to_print(opened: Opened[LabelsPage]) -> None:
    opened.fake.printers.broken = True
    opened.page.go_on()
    assert opened.page.banner.text.startswith("The printer did not take the job.")
    choose_printer(opened, "Office A4")
    opened.page.go_on()
    opened.wait()
    assert opened.kept().printed == ()
    assert opened.page.primary().text == "Print on Office A4"


def test_noting_that_fails_and_is_tried_again_prints_nothing(
    opened: Opened[LabelsPage],
) -> None:
    choose_printer(opened, "Office A4")
    opened.fake.shipments.fails_with = StorageError("The disk is full.")
    opened.page.go_on()
    opened.wait()
    assert len(opened.fake.printers.printed) == 1
    assert opened.kept().printed == ()
    opened.session.try_again()
    opened.wait()
    assert len(opened.fake.printers.printed) == 1
    assert len(opened.kept().printed) == 1


def test_each_paper_remembers_its_printer(
    qtbot: QtBot, background: Background, opened: Opened[LabelsPage]
) -> None:
    choose_printer(opened, "Office A4")
    papers = opened.page.options.papers
    papers.setCurrentIndex(papers.findData(LabelPaper.SIX_BY_FOUR))
    assert opened.page.options.printer == ""
    choose_printer(opened, "Bench 4x6")
    printing = opened.fake.settings.load().printing
    assert printing.paper is LabelPaper.SIX_BY_FOUR
    assert (printing.a4_printer, printing.label_printer) == ("Office A4", "Bench 4x6")
    again = open_page(qtbot, background, opened.fake, LabelsPage, opened.kept())
    assert again.page.primary().text == "Print on Bench 4x6"
    opened.wait()


def test_a_computer_without_printers_saves(
    qtbot: QtBot, background: Background, fake: FakeOffice, tmp_path: Path
) -> None:
    fake.printers.choices = ()
    opened = open_page(qtbot, background, fake, LabelsPage, fetched(fake))
    assert opened.page.primary().text == "Save as PDF…"
    assert not opened.page.desk.print_button.isVisible()
    proposals = saves_to(opened, tmp_path / "label.pdf")
    opened.page.go_on()
    opened.wait()
    assert Path(proposals[0]).name.startswith("label-ORD-1001-")
    assert (tmp_path / "label.pdf").read_bytes().startswith(b"%PDF")
    assert opened.said == ["Saved as label.pdf"]
    assert opened.kept().printed[0].printer == ""
    assert opened.page.primary().text == "Done"


def test_saving_remembers_the_folder_and_may_be_called_off(
    opened: Opened[LabelsPage], tmp_path: Path
) -> None:
    saves_to(opened, None)
    opened.page.desk.save_button.click()
    assert opened.kept().printed == ()
    saves_to(opened, tmp_path / "mine")
    opened.page.desk.save_button.click()
    opened.wait()
    assert (tmp_path / "mine.pdf").exists()
    proposals = saves_to(opened, None)
    opened.page.desk.save_button.click()
    assert Path(proposals[0]).parent == tmp_path


def test_a_folder_that_cannot_be_written_leaves_it_to_save(
    opened: Opened[LabelsPage], tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    saves_to(opened, tmp_path / "file" / "label.pdf")
    failures: list[Exception] = []
    opened.session.failed.connect(failures.append)
    opened.page.desk.save_button.click()
    opened.wait()
    assert isinstance(failures[0], StorageError)
    assert opened.kept().printed == ()


def test_numbers_are_copied_and_tracked(opened: Opened[LabelsPage]) -> None:
    copy = part(opened.page, QToolButton, "copy:JD26633GB")
    assert copy.accessibleName() == "Copy JD26633GB"
    copy.click()
    assert QGuiApplication.clipboard().text() == "JD26633GB"
    opened.page.desk.consignments.track.click()
    opened.wait()
    assert opened.pages == ["http://127.0.0.1:9/tracking/126633"]


def test_papers_can_be_saved_and_printed(
    qtbot: QtBot, background: Background, fake: FakeOffice, tmp_path: Path
) -> None:
    record = fetched(fake)
    name = DocumentName(DocumentKind.COMMERCIAL_INVOICE, LabelMedia.A4)
    kept = fake.vault.keep(record.id, name, b"%PDF paper", NOW)
    record = fake.shipments.update(
        record.id,
        lambda now: now.model_copy(update={"documents": (*now.documents, kept)}),
    )
    opened = open_page(qtbot, background, fake, LabelsPage, record)
    proposals = saves_to(opened, tmp_path / "paper.pdf")
    part(opened.page, QToolButton, "save:commercial-invoice").click()
    opened.wait()
    assert (tmp_path / "paper.pdf").read_bytes() == b"%PDF paper"
    assert Path(proposals[0]).name == "commercial-invoice-26633.pdf"
    part(opened.page, QToolButton, "print:commercial-invoice").click()
    assert fake.printers.printed == [("Office A4", 10)]
    assert opened.kept().printed == ()


def test_another_resolution_is_drawn_anew(opened: Opened[LabelsPage]) -> None:
    before = opened.page.pictures.rendered
    opened.page.desk.view.resolution_wanted.emit(220.0)
    opened.wait()
    assert opened.page.pictures.rendered is not before
    assert opened.page.pictures.pdf


def test_a_damaged_label_says_what_to_do(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = fetched(fake)
    fake.vault.files.clear()
    fake.broker.before["labels"] = raising(NoConnection("Parcel2Go was not reached."))
    opened = open_page(qtbot, background, fake, LabelsPage, record)
    assert "Parcel2Go was not reached." in opened.page.banner.text
    assert not opened.page.primary().enabled
    del fake.broker.before["labels"]
    opened.page.again.click()
    opened.wait()
    assert opened.page.primary().enabled
    assert opened.page.banner.text == ""


def test_an_unpaid_shipment_leads_to_paying(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, LabelsPage)
    assert opened.page.primary().text == "Pay first"
    opened.page.go_on()
    assert opened.wanted == ["payment"]
