"""The wizard's shell: the steps, the page, the summary, and the one strong button."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import DraftChanged, NoConnection, PostroomError, StorageError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.flow.steps import Step
from desktop_app.ui.context import Context
from desktop_app.ui.dialogs.report import show_report
from desktop_app.ui.widgets.labels import line
from desktop_app.ui.widgets.step_rail import StepRail
from desktop_app.ui.wizard.failure_strip import FailureStrip
from desktop_app.ui.wizard.foot import Foot
from desktop_app.ui.wizard.page import WizardPage
from desktop_app.ui.wizard.page_frame import PageFrame
from desktop_app.ui.wizard.pages import make_page
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.shipment_summary import ShipmentSummary
from desktop_app.ui.wizard.steps_shown import steps_shown
from desktop_app.ui.wizard.wizard_keys import WizardKeys, press_focused

_NARROW = 1000
# A key or link that leads on never orders or pays: only the named button does.
_SPENDING = (Step.REVIEW, Step.PAY)
_SUMMARY_WIDTH = (220, 264)
_AHEAD_MS = 200


class Wizard(QWidget):
    """One shipment from its addresses to its labels. It alone moves from step to step.

    `closed`: back to the list, the draft is kept. `record_changed(id)`: read it again in lists.
    `sign_in_asked`: the account's credentials are not accepted. `other_asked(id)`: go on with
    another shipment.
    """

    closed = Signal()
    record_changed = Signal(str)
    sign_in_asked = Signal()
    other_asked = Signal(str)

    def __init__(
        self, context: Context, record: ShipmentRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wizard")
        self.context = context
        self.session = Session(context.office, context.background, record, self, context)
        self.pages: dict[Step, WizardPage] = {}
        self.visited: set[Step] = set()
        self.rail = StepRail()
        self.strip = FailureStrip()
        self.frame = PageFrame(self.strip)
        self.foot = Foot()
        self.summary = ShipmentSummary(self.session)
        self._focused: QWidget | None = None
        self._was_busy = False
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._ahead.timeout.connect(self._prepare_next)
        # What changes several times in one event is shown once.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self._entering = QTimer(self, singleShot=True, interval=0)
        self._entering.timeout.connect(self._enter)
        self._lay_out()
        self._connect()
        self.step = self.session.journey.first_open()
        self._is_open = False
        QTimer.singleShot(0, self._make_first)
        self._read_countries()

    @property
    def page(self) -> WizardPage:
        """The page shown."""
        self._begin()
        return self.pages[self.step]

    @Slot()
    def _make_first(self) -> None:
        """The first page is made an event after the shell, and shown an event after that.

        So none of the three holds up the window for long.
        """
        if not self.pages:
            self.pages[self.step] = self._make(self.step)
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        if not self._is_open:
            self._is_open = True
            self._show(self.step)
            self._entering.start()  # its parts are shown by then

    @property
    def is_turning(self) -> bool:
        """Whether what was asked for is still to be shown."""
        return not self._is_open or self._entering.isActive() or self._soon.isActive()

    @property
    def is_preparing(self) -> bool:
        """Whether the next page is still to be made."""
        return self._ahead.isActive()

    # Moving

    @Slot(str)
    def go_to_step(self, name: str) -> None:
        """By the rail or a key: to any step whose way is clear; else what is in the way is said."""
        self._move(Step(name))

    @Slot(str)
    def go_to_field(self, path: str) -> None:
        """To the page that shows a field, with the cursor in it."""
        step = self._step_showing(path)
        if self._move(step):
            self.page.focus_field(path)

    def show_field(self, path: str) -> None:
        """Opens at this field: for what the service has refused elsewhere, too."""
        self._begin()
        self.go_to_field(path)

    @Slot()
    def go_back(self) -> None:
        """One step back; nothing is lost by it."""
        self._move(self.session.journey.before(self.step))

    @Slot()
    def close_wizard(self) -> None:
        """Saves and goes to the list; stays, and says why, when the draft cannot be written."""
        if self.keep():
            self._close()

    def keep(self) -> bool:
        """Whether the wizard can go: what was typed is on disk, or the shipment takes no more."""
        self.page.leave()
        try:
            self.session.save_now()
        except StorageError as error:
            self.strip.show_not_closed(error)
            return False
        except DraftChanged as error:
            self.strip.show_failure(error, may_retry=False, about_saving=True)
            return False
        except PostroomError as error:  # paid elsewhere meanwhile
            self.context.toast(error.message, None)
        return True

    def _move(self, step: Step) -> bool:
        if step is self.step:
            return True
        if self.session.is_busy:
            return False
        self.page.leave()
        if not self.session.journey.can_enter(step):
            if self.step not in _SPENDING:
                self.page.go_on()
            return False
        if not self.strip.is_about_saving:
            self.strip.clear()
        self._show(step)
        self._enter()
        return True

    def _show(self, step: Step) -> None:
        self.step = step
        self.visited.add(step)
        if step not in self.pages:
            self.pages[step] = self._make(step)
        self.page.show_record()
        self.frame.show_page(self.page)
        self._refresh()

    @Slot()
    def _enter(self) -> None:
        """A page is entered once it can be seen: only then it can take the cursor."""
        if self.isVisible():
            self.page.enter()
            self._ahead.start()

    @Slot()
    def _prepare_next(self) -> None:
        """Makes the next page while the user is busy with this one, so that turning is quick."""
        following = self.session.journey.after(self.step)
        if following not in self.pages:
            self.pages[following] = self._make(following)
            self._ahead.start()
        elif not self.frame.holds(self.pages[following]):
            self.frame.add_page(self.pages[following])

    def _make(self, step: Step) -> WizardPage:
        page = make_page(step, self.session, self)
        page.ready.connect(self._go_on_from_page)
        page.state_changed.connect(self._soon.start)
        page.wanted.connect(self.go_to_field)
        page.sign_in_asked.connect(self.sign_in_asked)
        return page

    @Slot()
    def _go_on_from_page(self) -> None:
        if self.sender() is not self.page:
            return
        journey = self.session.journey
        target = journey.after(self.step)
        if target is self.step:
            self.close_wizard()
            return
        blocked = not journey.can_enter(target)
        self._move(journey.first_open() if blocked else target)
        if blocked and self.step is Step.QUOTES:
            self.strip.tell(
                self.tr("What you changed can alter the price. Choose a service again.")
            )

    def _step_showing(self, path: str) -> Step:
        """The page in view if the field is its own, else the first one that has it."""
        session = self.session
        for step in (self.step, *session.journey.path):
            if any(problem.field == path for problem in session.problems(step)):
                return step
        return session.journey.step_for(path)

    # What happens meanwhile

    @Slot()
    def _changed(self) -> None:
        if self.strip.is_about_saving and self.session.is_saved:
            self.strip.clear()
        self.page.show_record()
        self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        self._show_busy(busy=self.session.is_busy)
        left = self.visited - {self.step}
        self.rail.set_steps(steps_shown(self.session, left), self.step.value)
        self.summary.refresh(self.visited)
        self.frame.set_words(self.page.title(), self.page.lead())
        can_go_back = self.session.journey.before(self.step) is not self.step
        self.foot.show_action(
            self.page.primary(), busy=self.session.is_busy, can_go_back=can_go_back
        )
        self.foot.show_saved(self._saved_words())

    def _show_busy(self, *, busy: bool) -> None:
        if busy == self._was_busy:
            return
        self._was_busy = busy
        self.frame.set_busy(busy)
        if busy:
            self._focused = self.focusWidget()
            self.strip.clear()
        self.page.set_busy(busy)
        self.rail.setEnabled(not busy)
        if not busy and self._focused is not None:
            self._focused.setFocus()

    def _saved_words(self) -> str:
        if self.session.record.is_paid:
            return self.tr("Paid, so it stays as it is")
        if self.session.record.is_locked:
            return self.tr("Being paid, so it stays as it is")
        if self.session.saving_failed:
            return self.tr("Not saved yet")
        return self.tr("Draft saved") if self.session.is_saved else self.tr("Saving…")

    @Slot(str)
    def _finished(self, _name: str) -> None:
        self.strip.clear()
        self.record_changed.emit(self.session.record.id)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.record_changed.emit(self.session.record.id)
        if not isinstance(error, PostroomError):
            show_report(self, error)
            return
        self._tell_failure(error)
        for problem in self.session.refused[:1]:
            if problem.field:
                self.page.show_all_problems()
                self.go_to_field(problem.field)
                self.strip.show_failure(error, may_retry=False)

    def _tell_failure(self, error: PostroomError) -> None:
        if self.page.tells(error):
            return
        saving, paying = self.session.saving_failed, self.step is Step.PAY
        if paying and isinstance(error, NoConnection) and self.session.record.payment is None:
            self.strip.show_unpaid(error)
        else:
            self.strip.show_failure(error, may_retry=saving or not paying, about_saving=saving)

    # The countries, which decide whether customs is asked

    def _read_countries(self) -> None:
        countries, account_id = self.session.office.countries, self.session.record.account_id
        self.session.background.start(
            lambda _progress: countries.fresh(account_id),
            done=self._countries_read,
            failed=self._countries_missing,
            name=self.tr("Reading the list of countries"),
        )

    @Slot(object)
    def _countries_read(self, _book: object) -> None:
        self._changed()

    @Slot(object)
    def _countries_missing(self, _error: Exception) -> None:
        """Without it drafts are made with the names of ISO 3166; quotes ask for it again."""

    # Keys and layout

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the cursor, else the primary button; Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.session.cancel() if self.session.is_busy else self.close_wizard()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not press_focused(self.focusWidget()):
                self._press()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The first page is entered when the wizard comes on screen."""
        super().showEvent(event)
        if self._is_open and not event.spontaneous() and not self._ahead.isActive():
            self._enter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps the form's room: the steps shrink to their marks."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.rail.set_compact(narrow)
        self.summary.setFixedWidth(_SUMMARY_WIDTH[0 if narrow else 1])

    @Slot()
    def _press(self) -> None:
        if not self.session.is_busy and self.page.primary().enabled:
            self.page.go_on()

    @Slot()
    def _close(self) -> None:
        self.record_changed.emit(self.session.record.id)
        self.closed.emit()

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.session.finished.connect(self._finished)
        self.session.failed.connect(self._failed)
        self.rail.chosen.connect(self.go_to_step)
        self.summary.chosen.connect(self.go_to_field)
        self.foot.pressed.connect(self._press)
        self.foot.went_back.connect(self.go_back)
        self.foot.stopped.connect(self.session.cancel)
        self.strip.retried.connect(self._retry)
        self.strip.left_unsaved.connect(self._close)
        self.strip.sign_in_asked.connect(self.sign_in_asked)
        self.strip.theirs_asked.connect(self._take_theirs)
        self.strip.copy_asked.connect(self._keep_as_new)
        self.keys = WizardKeys(self)
        self.keys.pressed.connect(self._press)
        self.keys.went_back.connect(self.go_back)
        self.keys.number.connect(self._go_to_number)

    @Slot()
    def _retry(self) -> None:
        self.strip.clear()
        self.session.try_again()

    @Slot()
    def _take_theirs(self) -> None:
        try:
            self.session.take_theirs()
        except PostroomError as error:
            self.strip.show_failure(error, may_retry=False)
            return
        self.strip.clear()

    @Slot()
    def _keep_as_new(self) -> None:
        try:
            copy = self.session.keep_as_new()
        except PostroomError as error:
            self.strip.show_failure(error, may_retry=False)
            return
        self.context.toast(self.tr("What you typed is a draft of its own now."), None)
        self.other_asked.emit(copy.id)

    @Slot(int)
    def _go_to_number(self, number: int) -> None:
        path = self.session.journey.path
        if number <= len(path):
            self._move(path[number - 1])

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.frame, 1)
        middle.addWidget(line())
        middle.addWidget(self.foot)
        side = QWidget()
        side.setObjectName("summarySide")
        side.setProperty("role", "rail")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        row.addWidget(side)
