"""The labels on the chosen paper, as a PDF and as pictures, made in the background."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.label import DocumentKind, KeptDocument
from desktop_app.domain.paper import LabelPaper
from desktop_app.services.ports import PagePicture, Progress
from desktop_app.ui.wizard.session import Session

if TYPE_CHECKING:
    from desktop_app.ui.background import Job

_FIRST_DPI = 110.0


@dataclass(frozen=True)
class Rendered:
    """The labels on one paper at one resolution."""

    paper: LabelPaper
    pdf: bytes
    pages: tuple[PagePicture, ...]


class LabelPictures(QObject):
    """`changed`: `rendered` is another. `failed(exception)`: it could not be made.

    Only what was asked for last is shown; what is on its way for another paper is given up.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job[Rendered] | None = None
        self._dpi = _FIRST_DPI
        self._labels: tuple[KeptDocument, ...] = ()
        self.paper: LabelPaper | None = None
        self.rendered: Rendered | None = None

    @property
    def is_running(self) -> bool:
        """Whether pictures are being made."""
        return self._job is not None and self._job.is_running

    @property
    def pdf(self) -> bytes | None:
        """The PDF of the paper asked for last, once it is there."""
        here = self.rendered is not None and self.rendered.paper is self.paper
        return self.rendered.pdf if self.rendered and here else None

    def show_paper(self, paper: LabelPaper) -> None:
        """Makes the pictures of another paper, or of labels that were fetched meanwhile."""
        documents = self._session.record.documents
        labels = tuple(one for one in documents if one.kind is DocumentKind.LABEL)
        if (paper, labels) == (self.paper, self._labels):
            return
        if labels != self._labels:
            self.rendered = None
        self.paper, self._labels = paper, labels
        self._start()

    @Slot()
    def again(self) -> None:
        """Makes them anew after a failure."""
        if self.paper is not None:
            self._start()

    @Slot(float)
    def sharpen(self, dots_per_inch: float) -> None:
        """Makes the same pictures at another resolution."""
        if abs(dots_per_inch - self._dpi) >= 1:
            self._dpi = dots_per_inch
            self.again()

    def _start(self) -> None:
        if self._job:
            self._job.cancel()
        self._job = self._session.background.start(
            self._work(), done=self._arrived, failed=self._failed, name=self.tr("Drawing the label")
        )

    def _work(self) -> Callable[[Progress], Rendered]:
        office, record_id = self._session.office, self._session.record.id
        paper, dpi = self.paper or LabelPaper.A4, self._dpi
        known = self.pdf

        def draw(progress: Progress) -> Rendered:
            pdf = known or office.labelling.pdf(record_id, paper)
            progress.check()
            return Rendered(paper, pdf, office.papers.pictures(pdf, dpi))

        return draw

    @Slot(object)
    def _arrived(self, rendered: Rendered) -> None:
        self._job, self.rendered = None, rendered
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
