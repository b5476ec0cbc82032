"""One shipment while its wizard is open: the draft, what stands against it, and work on it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.country import CountryBook
from desktop_app.domain.errors import AlreadyBought, PostroomError, ProblemsError
from desktop_app.domain.problem import Problem
from desktop_app.domain.record import ShipmentRecord, with_draft
from desktop_app.domain.shipment import Shipment
from desktop_app.flow.journey import Journey
from desktop_app.flow.steps import Step
from desktop_app.services.office import Office
from desktop_app.services.ports import Progress
from desktop_app.services.quoting import QuoteList
from desktop_app.ui.background import Background, Job
from desktop_app.ui.context import Context
from desktop_app.ui.wizard.draft_path import value_at
from desktop_app.ui.wizard.draft_writer import DraftWriter

_PAUSE_BEFORE_SAVING_MS = 250

Work = Callable[[Progress], ShipmentRecord]


class Session(QObject):
    """What all pages share. Edits are kept in memory at once and on disk a moment later.

    `changed`: the record, its problems, or whether work is under way has changed.
    `started`: work on it begins, for the first time or again, with its name.
    `failed`: work on it has failed, with the exception; problems it names are kept in `refused`.
    `finished`: work has ended well, with the name it was started under.
    `context`: the window around it, where there is one: it opens pages and shows short messages.
    `saving_failed`: the draft could not be written; it is tried again at the next change.
    """

    changed = Signal()
    started = Signal(str)
    failed = Signal(object)
    finished = Signal(str)

    def __init__(
        self,
        office: Office,
        background: Background,
        record: ShipmentRecord,
        parent: QObject,
        context: Context | None = None,
    ) -> None:
        super().__init__(parent)
        self.office = office
        self.background = background
        self.record = record
        self.context = context
        self.quotes: QuoteList | None = None
        self.refused: tuple[Problem, ...] = ()
        self.saving_failed = False
        self._on_disk = record.shipment
        self._writer = DraftWriter(office.drafts, record.id, record.shipment)
        self._started_with = record.shipment
        self._last: tuple[str, Work] | None = None
        self._job: Job[ShipmentRecord] | None = None
        self._saving: Job[ShipmentRecord] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_SAVING_MS)
        self._timer.timeout.connect(self._save)

    @property
    def shipment(self) -> Shipment:
        """The draft as it is now."""
        return self.record.shipment

    @property
    def journey(self) -> Journey:
        """Its way through the steps, as it is now."""
        return self.office.quoting.journey(self.record)

    @property
    def countries(self) -> CountryBook:
        """The countries of the shipment's own account, as they were last read."""
        return self.office.countries.known_to(self.record.account_id)

    @property
    def is_busy(self) -> bool:
        """Whether work started by `run` is under way."""
        return self._job is not None and self._job.is_running

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        return self._on_disk == self.shipment

    def problems(self, step: Step) -> tuple[Problem, ...]:
        """What stands against a step: our own checks first, then what the service refused."""
        journey = self.journey
        own = journey.problems(step)
        named = {problem.field for problem in own}
        theirs = (one for one in self.refused if journey.step_for(one.field) is step)
        return (*own, *(one for one in theirs if one.field not in named))

    def problem_at(self, field: str) -> Problem | None:
        """The first problem of a field."""
        found = self.problems(self.journey.step_for(field))
        return next((problem for problem in found if problem.field == field), None)

    def edit(self, shipment: Shipment) -> None:
        """Takes a changed draft from a page; a refusal of a field that was changed is over."""
        if shipment == self.record.shipment or self.record.is_locked:
            return
        before = self.record.shipment
        self.record = with_draft(self.record, shipment, self.office.clock.now())
        self.refused = tuple(
            one
            for one in self.refused
            if value_at(before, one.field) == value_at(shipment, one.field)
        )
        self._timer.start()
        self.changed.emit()

    def accept(self, problem: Problem) -> None:
        """The user overrides a warning: "use it as entered"."""
        accepted = (*self.shipment.accepted_warnings, problem.acceptance)
        self.edit(self.shipment.model_copy(update={"accepted_warnings": accepted}))

    def run(self, name: str, work: Work) -> None:
        """Starts work that ends with a changed record; a second one is not started meanwhile.

        The draft is saved first. `name` is what the status line says.
        """
        if self.is_busy:
            return
        self._timer.stop()
        self._last = (name, work)
        self._job = self.background.start(
            self._after_saving(work),
            done=self._adopt,
            failed=self._fail,
            cancelled=self._stopped,
            name=name,
        )
        self.started.emit(name)
        self.changed.emit()

    def cancel(self) -> None:
        """Stops the work that is under way; what was sent already is not taken back."""
        if self._job:
            self._job.cancel()

    def try_again(self) -> None:
        """Saves again, or starts the work again that has failed."""
        if self.saving_failed or self._last is None:
            self._save()
        else:
            self.run(*self._last)

    def set_quotes(self, quotes: QuoteList | None) -> None:
        """Keeps the list of prices for as long as the wizard is open."""
        self.quotes = quotes
        self.changed.emit()

    def reload(self, record: ShipmentRecord) -> None:
        """Takes a record that was changed elsewhere, such as by settling a payment.

        What was typed since stays; saving it then says if the draft itself was changed too.
        """
        self._take(record)
        self.changed.emit()

    def take_theirs(self) -> None:
        """The draft as another window has saved it, in place of what was typed here."""
        self._timer.stop()
        self._on_disk = self.shipment
        self.saving_failed = False
        self.reload(self.office.drafts.get(self.record.id))

    def keep_as_new(self) -> ShipmentRecord:
        """What was typed here as a draft of its own; this one is as the other window saved it."""
        copy = self.office.drafts.new(self.shipment)
        self.take_theirs()
        return copy

    def save_now(self) -> None:
        """Writes what is not on disk yet, before the wizard closes; raises StorageError."""
        self._timer.stop()
        if not self.is_saved:
            self._on_disk = self._writer.prepare(self.shipment)().shipment

    @Slot()
    def _save(self) -> None:
        if self.is_saved or self.is_busy:
            return
        if self._saving and self._saving.is_running:
            self._timer.start()
            return
        write = self._writer.prepare(self.shipment)
        self._saving = self.background.start(
            lambda _progress: write(),
            done=self._saved,
            failed=self._not_saved,
            name=self.tr("Saving the draft"),
        )

    @Slot(object)
    def _saved(self, record: ShipmentRecord) -> None:
        self._on_disk = record.shipment
        self.saving_failed = False
        self.changed.emit()

    @Slot(object)
    def _not_saved(self, error: Exception) -> None:
        self.saving_failed = True
        if isinstance(error, AlreadyBought):
            self._read_again()
        self.changed.emit()
        self.failed.emit(error)

    def _after_saving(self, work: Work) -> Work:
        """The work, after the draft as it is now was saved in the same job."""
        write = None if self.is_saved else self._writer.prepare(self.shipment)
        self._started_with = self.shipment

        def both(progress: Progress) -> ShipmentRecord:
            if write is not None:
                write()
            return work(progress)

        return both

    @Slot(object)
    def _adopt(self, record: ShipmentRecord) -> None:
        name = self._job.name if self._job else ""
        self._job = None
        self.refused = ()
        self.saving_failed = False
        if self.shipment == self._started_with:
            self._on_disk = self.shipment
        self.reload(record)
        self.finished.emit(name)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._job = None
        self.refused = error.problems if isinstance(error, ProblemsError) else ()
        if isinstance(error, PostroomError):
            self._read_again()
        self.changed.emit()
        self.failed.emit(error)

    @Slot()
    def _stopped(self) -> None:
        self._job = None
        self._read_again()
        self.changed.emit()

    def _read_again(self) -> None:
        """What failed may have left its mark on the record: an uncertain payment above all."""
        try:
            record = self.office.drafts.get(self.record.id)
        except PostroomError:
            self._timer.start()
            return
        self._take(record)

    def _take(self, record: ShipmentRecord) -> None:
        """A record as it is on disk now, with what was typed here and is not."""
        typed, saved = self.shipment, self.is_saved
        self._on_disk = record.shipment
        if saved:
            self._writer.known = record.shipment
            self.record = record
            return
        self.record = with_draft(record, typed, record.updated_at)
        if not self.is_saved:
            self._timer.start()
