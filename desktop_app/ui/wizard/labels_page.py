"""Step 8: the labels: waiting for them, looking at them, and putting them on paper."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.errors import NotSignedIn, PostroomError
from desktop_app.domain.label import KeptDocument
from desktop_app.domain.record import ShipmentRecord
from desktop_app.flow.steps import Step
from desktop_app.services.files import write_whole
from desktop_app.services.labelling import label_file_name
from desktop_app.services.ports import Progress
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.wizard.file_question import FileQuestion
from desktop_app.ui.wizard.kept_papers import paper_name
from desktop_app.ui.wizard.label_desk import LabelDesk
from desktop_app.ui.wizard.label_pictures import LabelPictures
from desktop_app.ui.wizard.late_papers import LatePapers
from desktop_app.ui.wizard.page import PrimaryAction
from desktop_app.ui.wizard.page_opener import PageOpener
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.wait_strip import WaitStrip
from desktop_app.ui.wizard.working_page import WorkingPage

if TYPE_CHECKING:
    from pathlib import Path


class LabelsPage(WorkingPage):
    """Fetches the labels when it is entered; after that everything works without a network."""

    step = Step.LABELS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("labelsPage")
        self.pictures = LabelPictures(session, self)
        self.opener = PageOpener(session, self)
        self.late_papers = LatePapers(session, self)
        self.question = FileQuestion(session.office.settings)
        self.strip = WaitStrip()
        self.banner = Banner()
        self.again = self.banner.add_action(self.tr("Try again"), name="tryAgain")
        self.waiting = EmptyState("clock", "", "")
        self.desk = LabelDesk(session)
        self.options = self.desk.options
        self._printing = ("", False)
        self._saved_to: Path | None = None
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The page's title."""
        return self.tr("Labels")

    def primary(self) -> PrimaryAction:
        """First print, then done; a computer without a printer saves."""
        record = self.session.record
        if not record.is_paid:
            return PrimaryAction(self.tr("Pay first"))
        if not record.documents:
            busy = self.tr("Fetching the labels…")
            return PrimaryAction(self.tr("Fetch the labels"), True, busy, self._is_fetching)
        if record.printed:
            return PrimaryAction(self.tr("Done"))
        return PrimaryAction(self.desk.print_words(), self.pictures.pdf is not None)

    def enter(self) -> None:
        """Fetches the labels once; looks for printers."""
        record = self.session.record
        self.banner.clear()
        self.options.read_printers()
        self.options.papers.setFocus()
        if record.is_paid and not record.documents:
            self._fetch()
        self.late_papers.fetch()
        self.show_record()

    def show_record(self) -> None:
        """The labels once they are here; until then what is waited for."""
        record = self.session.record
        here = record.is_paid and bool(record.documents)
        self._stack.setCurrentIndex(int(here))
        self.strip.setVisible(self._is_fetching)
        if not self._is_fetching:
            self.strip.stop()
        self._say_waiting()
        if here:
            self._show_labels(record)
        self.state_changed.emit()

    def set_busy(self, busy: bool) -> None:
        """The wait can be stopped here, so only what would start something is switched off."""
        self.desk.set_busy(busy)

    def go_on(self) -> None:
        """Does what the button says."""
        record = self.session.record
        if not record.is_paid:
            self.wanted.emit("payment")
        elif not record.documents:
            self._fetch()
        elif record.printed:
            self.ready.emit()
        elif self.options.can_print:
            self._print()
        else:
            self._save()

    def work_done(self, name: str) -> None:
        """Printed: note it. Saved: say where. What was fetched is shown in any case."""
        if name == self._words_printing():
            self._note_print(self._printing[0])
        elif name == self._words_saving() and self._saved_to:
            self.say(self.tr("Saved as {file}").format(file=self._saved_to.name))
        elif name == self._words_noting():
            self._say_printed()
        self.show_record()

    def work_failed(self, error: Exception) -> None:
        """What failed can be tried again; a paid shipment loses nothing."""
        if not self.tells(error):
            self.banner.clear()
        else:
            self.again.show()
            words = self.tr("{reason} The shipment is paid. Nothing is lost.")
            reason = error.message if isinstance(error, PostroomError) else str(error)
            self.banner.show_message(words.format(reason=reason), "warning")
        self.show_record()

    def tells(self, error: Exception) -> bool:
        """Labels that did not come, unless the shell has to offer the sign-in."""
        return not self.session.record.documents and not isinstance(error, NotSignedIn)

    def focus_field(self, field: str) -> None:  # noqa: ARG002 - there is one thing to choose
        """The paper."""
        self.options.papers.setFocus()

    # Fetching

    @Slot()
    def _fetch(self) -> None:
        self.banner.clear()
        self.strip.start(self.tr("The courier is making the labels"), at_once=True)
        labelling = self.session.office.labelling
        self.work(self._words_fetching(), partial(labelling.fetch, self.session.record.id))

    @property
    def _is_fetching(self) -> bool:
        return self.is_working and not self.session.record.documents

    @Slot()
    def _say_progress(self) -> None:
        for job in self.session.background.running:
            if job.name == self._words_fetching() and job.latest.text:
                self.strip.say(job.latest.text, job.latest.done, job.latest.total)

    # Printing and saving

    @Slot()
    def _print(self) -> None:
        pdf = self.pictures.pdf
        if pdf is None or self.session.is_busy:
            return
        self.banner.clear()
        again = bool(self.session.record.printed)
        if self.options.printer:
            self._printing = (self.options.printer, again)
            self._print_straight(pdf, self.options.printer)
        elif printer := self._print_with_dialog(pdf, self._job_title()):
            self._printing = (printer, again)
            self._note_print(printer)

    def _print_straight(self, pdf: bytes, printer: str) -> None:
        office, record_id, title = self.session.office, self.session.record.id, self._job_title()

        def spool(_progress: Progress) -> ShipmentRecord:
            office.printers.print_pdf(pdf, printer, title)
            return office.drafts.get(record_id)

        self.work(self._words_printing(), spool)

    def _print_with_dialog(self, pdf: bytes, title: str) -> str | None:
        try:
            return self.session.office.printers.print_with_dialog(self.window(), pdf, title)
        except PostroomError as failure:
            self._tell(failure)
            return None

    def _note_print(self, printer: str) -> None:
        """In work of its own: when noting fails, trying it again must not print again."""
        labelling, record_id = self.session.office.labelling, self.session.record.id
        paper = self.options.paper
        self.work(
            self._words_noting(),
            lambda _progress: labelling.mark_printed(record_id, printer, paper),
        )

    @Slot()
    def _save(self) -> None:
        record, paper = self.session.record, self.options.paper
        name = label_file_name(record, paper)
        path = self.question.where(self, self.tr("Save the labels"), name)
        if path is None:
            return
        self._saved_to, labelling = path, self.session.office.labelling

        def save(_progress: Progress) -> ShipmentRecord:
            write_whole(path, labelling.pdf(record.id, paper))
            return labelling.mark_printed(record.id, "", paper)

        self.work(self._words_saving(), save)

    @Slot(object)
    def _save_paper(self, document: KeptDocument) -> None:
        record, office = self.session.record, self.session.office
        name = f"{document.kind}-{record.order.order_id if record.order else record.id}.pdf"
        path = self.question.where(self, paper_name(document.kind), name)
        if path is None:
            return
        self._saved_to = path

        def save(_progress: Progress) -> ShipmentRecord:
            write_whole(path, office.labelling.paper(record.id, document))
            return office.drafts.get(record.id)

        self.work(self._words_saving(), save)

    @Slot(object)
    def _print_paper(self, document: KeptDocument) -> None:
        try:
            pdf = self.session.office.labelling.paper(self.session.record.id, document)
        except PostroomError as failure:
            self._tell(failure)
            return
        self._print_with_dialog(pdf, paper_name(document.kind))

    @Slot()
    def _track(self) -> None:
        self.opener.open(partial(self.session.office.tracking.page, self.session.record))

    # Showing

    def _show_labels(self, record: ShipmentRecord) -> None:
        self.pictures.show_paper(self.options.paper)
        if self.pictures.pdf is None:
            self.desk.view.set_pages(())
            drawing = self.pictures.is_running
            self.desk.view.set_message(self.tr("Drawing the label…") if drawing else "")
        self.desk.show_record(record)
        if record.trouble and not self.is_working:
            self.again.show()
            self.banner.show_message(record.trouble, "warning")

    @Slot()
    def _show_pictures(self) -> None:
        if self.pictures.rendered and self.pictures.pdf is not None:
            self.desk.view.set_pages(self.pictures.rendered.pages)
        self.state_changed.emit()

    @Slot(object)
    def _not_drawn(self, error: Exception) -> None:
        self._tell(error)
        self.again.show()

    @Slot()
    def _try_again(self) -> None:
        self.banner.clear()
        record = self.session.record
        all_are_here = record.documents and not record.trouble
        self.pictures.again() if all_are_here else self._fetch()

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self.again.hide()
        self.banner.show_error(error)
        self.state_changed.emit()

    @Slot()
    def _say_copied(self) -> None:
        self.say(self.tr("Copied."))

    def _say_printed(self) -> None:
        printer, again = self._printing
        words = self.tr("Printed again on {printer}") if again else self.tr("Printed on {printer}")
        self.say(words.format(printer=printer))

    def _say_waiting(self) -> None:
        if not self.session.record.is_paid:
            self.waiting.set_text(
                self.tr("No labels yet"), self.tr("They are made once the order is paid.")
            )
        elif self._is_fetching:
            self.waiting.set_text(
                self.tr("The labels are being made"),
                self.tr("That takes some seconds. The shipment is paid."),
            )
        else:
            self.waiting.set_text(
                self.tr("The labels are not here yet"),
                self.tr("Postroom asks for them again by itself."),
            )

    def _job_title(self) -> str:
        record = self.session.record
        number = record.order.order_id if record.order else record.id
        return self.tr("Label {name}").format(name=record.shipment.reference or number)

    def _words_fetching(self) -> str:
        return self.tr("Fetching the labels")

    def _words_printing(self) -> str:
        return self.tr("Printing")

    def _words_noting(self) -> str:
        return self.tr("Noting the print")

    def _words_saving(self) -> str:
        return self.tr("Saving the file")

    # Making

    def _connect(self) -> None:
        self.session.background.changed.connect(self._say_progress)
        self.strip.cancelled.connect(self.session.cancel)
        self.again.clicked.connect(self._try_again)
        self.pictures.changed.connect(self._show_pictures)
        self.pictures.failed.connect(self._not_drawn)
        self.desk.view.resolution_wanted.connect(self.pictures.sharpen)
        self.options.paper_changed.connect(self.show_record)
        self.options.printer_changed.connect(self.show_record)
        self.desk.print_wanted.connect(self._print)
        self.desk.save_wanted.connect(self._save)
        self.desk.consignments.copied.connect(self._say_copied)
        self.desk.consignments.track_wanted.connect(self._track)
        self.desk.papers.save_wanted.connect(self._save_paper)
        self.desk.papers.print_wanted.connect(self._print_paper)
        self.opener.failed.connect(self._tell)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.banner)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
