"""One shipment while its wizard is open: the draft, what stands against it, and work on it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.errors import PostroomError, ProblemsError
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

_PAUSE_BEFORE_SAVING_MS = 250

Work = Callable[[Progress], ShipmentRecord]


class Session(QObject):
    """What all pages share. Edits are kept in memory at once and on disk a moment later.

    `changed`: the record, its problems, or whether work is under way has changed.
    `failed`: work on it has failed, with the exception; problems it names are kept in `refused`.
    `finished`: work has ended well, with the name it was started under.
    `context`: the window around it, where there is one: it opens pages and shows short messages.
    """

    changed = Signal()
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
        self._unsaved = False
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
    def is_busy(self) -> bool:
        """Whether work started by `run` is under way."""
        return self._job is not None and self._job.is_running

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        return not self._unsaved

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
            one for one in self.refused if _at(before, one.field) == _at(shipment, one.field)
        )
        self._unsaved = True
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
        self._job = self.background.start(
            _after_saving(self, work),
            done=self._adopt,
            failed=self._fail,
            cancelled=self._stopped,
            name=name,
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stops the work that is under way; what was sent already is not taken back."""
        if self._job:
            self._job.cancel()

    def set_quotes(self, quotes: QuoteList | None) -> None:
        """Keeps the list of prices for as long as the wizard is open."""
        self.quotes = quotes
        self.changed.emit()

    def reload(self, record: ShipmentRecord) -> None:
        """Takes a record that was changed elsewhere, such as by settling a payment."""
        self.record = (
            with_draft(record, self.shipment, record.updated_at) if self._unsaved else record
        )
        self.changed.emit()

    def save_now(self) -> None:
        """Writes what is not on disk yet, before the wizard closes; raises StorageError."""
        self._timer.stop()
        if self._unsaved:
            self.office.drafts.save(self.record.id, self.shipment)
            self._unsaved = False

    @Slot()
    def _save(self) -> None:
        if not self._unsaved or self.is_busy:
            return
        if self._saving and self._saving.is_running:
            self._timer.start()
            return
        self._unsaved = False
        draft = self.shipment
        record_id, drafts = self.record.id, self.office.drafts
        self._saving = self.background.start(
            lambda _progress: drafts.save(record_id, draft),
            done=self._saved,
            failed=self._not_saved,
            name=self.tr("Saving the draft"),
        )

    @Slot(object)
    def _saved(self, _record: ShipmentRecord) -> None:
        self.changed.emit()

    @Slot(object)
    def _not_saved(self, error: Exception) -> None:
        self._unsaved = True
        self.failed.emit(error)

    @Slot(object)
    def _adopt(self, record: ShipmentRecord) -> None:
        name = self._job.name if self._job else ""
        self._job = None
        self.refused = ()
        self.reload(record)
        if self._unsaved:
            self._timer.start()
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
        typed = self.shipment
        try:
            record = self.office.drafts.get(self.record.id)
        except PostroomError:
            self._save_later()
            return
        self.record = with_draft(record, typed, record.updated_at)
        if self.shipment != record.shipment:
            self._save_later()

    def _save_later(self) -> None:
        self._unsaved = True
        self._timer.start()


def _after_saving(session: Session, work: Work) -> Work:
    """The work, after the draft as it is now was saved in the same job."""
    draft = session.shipment if session._unsaved else None  # noqa: SLF001 - one mechanism
    session._unsaved = False  # noqa: SLF001
    record_id, drafts = session.record.id, session.office.drafts

    def both(progress: Progress) -> ShipmentRecord:
        if draft is not None:
            drafts.save(record_id, draft)
        return work(progress)

    return both


def _at(shipment: Shipment, path: str) -> Any:  # noqa: ANN401 - a field of any type
    """The value of a field by its path; the whole shipment when the path leads nowhere."""
    value: Any = shipment
    for part in path.replace("[", ".").replace("]", "").split("."):
        if part.isdigit() and isinstance(value, tuple) and int(part) < len(value):
            value = value[int(part)]
        elif part and hasattr(value, part):
            value = getattr(value, part)
        else:
            return shipment
    return value
