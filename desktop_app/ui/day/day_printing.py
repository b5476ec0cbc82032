"""Printing a booked day: one job for all its labels, marked once the printer has taken it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.paper import LabelPaper
from desktop_app.services.day_papers import DayJob
from desktop_app.services.files import write_whole
from desktop_app.services.ports import Progress
from desktop_app.ui.context import Context
from desktop_app.ui.day.papers_bar import PapersBar

T = TypeVar("T")


def ask_path(parent: QWidget, title: str, path: str) -> str:
    """The system's own dialog for a PDF; the path chosen, or ""."""
    return QFileDialog.getSaveFileName(parent, title, path, "PDF (*.pdf)")[0]


def ask_folder(parent: QWidget, title: str, path: str) -> str:
    """The system's own dialog for a folder; the one chosen, or ""."""
    return QFileDialog.getExistingDirectory(parent, title, path)


class DayPrinting(QObject):
    """`done(words, what is missing)`, either may be ""; `failed(error)`; `changed()`: whether it
    is busy.

    `ask_path` and `ask_folder` can be others, for machines without dialogs.
    """

    done = Signal(str, str)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, bar: PapersBar, screen: QWidget) -> None:
        super().__init__(screen)
        self._context, self._bar, self._screen = context, bar, screen
        self.ask_path, self.ask_folder = ask_path, ask_folder
        self.is_busy = False
        self._printer = ""

    @property
    def _paper(self) -> LabelPaper:
        return self._bar.options.paper

    def print_all(self, ids: Sequence[str]) -> None:
        """On the printer chosen for the paper; else the system's dialog asks for one."""
        self._printer = self._bar.options.printer
        if not self._bar.options.can_print:
            self.save(ids)
        elif self._printer:
            self._start(lambda progress: self._spooled(ids, progress), self._printed)
        else:
            self._start(lambda progress: self._made(ids, progress), self._ask_printer)

    def save(self, ids: Sequence[str]) -> None:
        """All labels as one PDF, where the user wants it."""
        day = self._context.office.clock.now().astimezone().date()
        title, name = self.tr("Save the labels"), f"labels-{day.isoformat()}.pdf"
        chosen = self.ask_path(self._screen, title, str(_documents() / name))
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".pdf")

        def work(progress: Progress) -> DayJob:
            job = self._made(ids, progress)
            if job.on_paper:
                write_whole(path, job.pdf)
                self._mark(job, "")
            return job

        self._start(work, self._saved)

    def save_lists(self, ids: Sequence[str]) -> None:
        """An end-of-day list for each courier, in a folder."""
        title = self.tr("Choose a folder for the couriers' lists")
        chosen = self.ask_folder(self._screen, title, str(_documents()))
        if not chosen:
            return
        papers, folder = self._context.office.day_papers, Path(chosen)

        def work(progress: Progress) -> int:
            return len(papers.save_despatch_lists(ids, folder, progress))

        self._start(work, self._listed)

    def _made(self, ids: Sequence[str], progress: Progress) -> DayJob:
        papers, bar = self._context.office.day_papers, self._bar
        return papers.labels(ids, self._paper, bar.order, bar.slips.isChecked(), progress)

    def _spooled(self, ids: Sequence[str], progress: Progress) -> DayJob:
        job = self._made(ids, progress)
        if job.on_paper:
            progress.check()
            self._context.office.printers.print_pdf(job.pdf, self._printer, self._title())
            self._mark(job, self._printer)
        return job

    def _mark(self, job: DayJob, printer: str) -> None:
        ids = [one.shipment_id for one in job.on_paper]
        self._context.office.labelling.mark_all_printed(ids, printer, self._paper)

    def _start(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        if self.is_busy:
            return
        self.is_busy = True
        self._context.background.start(
            work,
            done=done,
            failed=self._not_done,
            cancelled=self._end,
            name=self.tr("Putting the labels on paper"),
        )
        self.changed.emit()

    @Slot(object)
    def _ask_printer(self, job: DayJob) -> None:
        self._end()
        if not job.on_paper:
            self._printed(job)
            return
        printers = self._context.office.printers
        try:
            printer = printers.print_with_dialog(self._screen, job.pdf, self._title())
        except PostroomError as error:
            self.failed.emit(error)
            return
        if printer is None:
            return
        self._printer = printer

        def note(_progress: Progress) -> DayJob:
            self._mark(job, printer)
            return job

        self._start(note, self._printed)

    @Slot(object)
    def _printed(self, job: DayJob) -> None:
        self._end()
        count, again = len(job.on_paper), sum(one.is_again for one in job.on_paper)
        words = self.tr("The labels of {0} parcels were printed on {1}.")
        if again == count:
            words = self.tr("The labels of {0} parcels were printed again on {1}.")
        elif again:
            words += self.tr(" {2} of them had been printed before.")
        self._tell(words.format(count, self._printer, again) if count else "", job)

    @Slot(object)
    def _saved(self, job: DayJob) -> None:
        self._end()
        words = self.tr("The labels of {0} parcels were saved.")
        count = len(job.on_paper)
        self._tell(words.format(count) if count else "", job)

    @Slot(object)
    def _listed(self, count: int) -> None:
        self._end()
        one = self.tr("The courier's list was saved.")
        words = one if count == 1 else self.tr("{0} couriers' lists were saved.").format(count)
        self.done.emit(words, "")

    def _tell(self, words: str, job: DayJob) -> None:
        whose = "; ".join(f"{one.name}: {one.why}" for one in job.missing)
        self.done.emit(words, self.tr("Not on paper: {0}").format(whose) if whose else "")

    @Slot(object)
    def _not_done(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    @Slot()
    def _end(self) -> None:
        self.is_busy = False
        self.changed.emit()

    def _title(self) -> str:
        return self.tr("Labels of the day")


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))
