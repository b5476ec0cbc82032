"""Book the day: all drafts priced, checked, confirmed once, paid row by row, then printed."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.account import Environment
from desktop_app.domain.day_run import DayRow, DayRun, RowState
from desktop_app.domain.errors import BalanceTooLow, LimitPassed, PostroomError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.preflight import DayLine, DayPlan
from desktop_app.ui.context import Context
from desktop_app.ui.day.columns import GIVING_WAY, REMARK, day_columns
from desktop_app.ui.day.day_foot import DayFoot, Now
from desktop_app.ui.day.day_printing import DayPrinting
from desktop_app.ui.day.day_state import DayState, Phase
from desktop_app.ui.day.day_work import DayWork
from desktop_app.ui.day.entries import Entry, parcels
from desktop_app.ui.day.papers_bar import PapersBar
from desktop_app.ui.day.savings_strip import SavingsStrip
from desktop_app.ui.dialogs.report import show_report
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import line, note, title

_ROOM = 170


class DayScreen(QWidget):
    """`opened(id, field)`: look at a draft, at this field; `new_asked()`: there is none yet;
    `rules_asked()`; `paid()`: money was spent; `changed()`: the list is old.
    """

    opened = Signal(str, str)
    new_asked = Signal()
    rules_asked = Signal()
    paid = Signal()
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dayScreen")
        self._context = context
        self.day = DayState()
        self.work = DayWork(context, self)
        self.banner = Banner(closable=True)
        self.all_the_same = self.banner.add_action("", name="dayBeyondLimit")
        self.leave = self.banner.add_action(self.tr("Leave them as drafts"), name="dayGiveUp")
        self.savings = SavingsStrip()
        self.model: RowsModel[Entry] = RowsModel(day_columns(self), lambda entry: entry.id, self)
        self.table: DataTable[Entry] = DataTable(self.model)
        self.empty = EmptyState("book-day", "", "", self.tr("New shipment"))
        self.again = button(
            self.tr("Check again"), kind="quiet", icon_name="refresh", name="dayAgain"
        )
        self.rules = button(self.tr("Rules"), kind="quiet", icon_name="filter", name="dayRules")
        self.papers = PapersBar(context)
        self.printing = DayPrinting(context, self.papers, self)
        self.foot = DayFoot()
        self._lay_out()
        self._connect()

    @Slot()
    def reload(self) -> None:
        """Reads the drafts again, unless something is under way or its outcome still shown."""
        if self.work.is_busy or self.day.phase is Phase.BOOKED:
            return
        self.day.phase = Phase.READING
        self.foot.begin_progress()
        self.work.load()

    # What the user does

    @Slot()
    def _press(self) -> None:
        match self.day.phase:
            case Phase.UNCHECKED:
                self.check()
            case Phase.CHECKED:
                self._pay()
            case Phase.HALTED:
                self._go_on()
            case Phase.BOOKED:
                self.printing.print_all(self.day.bought)

    @Slot()
    def check(self) -> None:
        """Prices and verifies all of them; what was checked a moment ago is not asked again."""
        self.banner.clear()
        self.savings.clear()
        self._go(Phase.CHECKING)
        self.work.check([one.id for one in self.day.entries])
        self._refresh()

    def _pay(self, *, beyond_limit: bool = False) -> None:
        lines = self.day.ready
        if not lines or self.work.is_busy:
            return
        self.banner.clear()
        self.savings.clear()
        self.day.run, self.day.done_before = None, 0
        self._go(Phase.BOOKING)
        self.work.book(lines, beyond_limit=beyond_limit)
        self._refresh()

    @Slot()
    def _pay_all_the_same(self) -> None:
        self._pay(beyond_limit=True)

    def _go_on(self) -> None:
        if self.day.run is None or self.work.is_busy:
            return
        self.banner.clear()
        self.day.done_before = self.day.over
        self._go(Phase.BOOKING)
        self.work.go_on(self.day.run.id)
        self._refresh()

    def _go(self, phase: Phase) -> None:
        self.day.phase = phase
        self.foot.begin_progress()

    @Slot()
    def _stop(self) -> None:
        match self.day.phase:
            case Phase.CHECKING:
                self.work.stop_check()
            case Phase.BOOKING:
                self.work.pause()
                self._refresh()
            case Phase.BOOKED:
                self.banner.clear()
                self.day = DayState()
                self.reload()

    @Slot()
    def _give_up(self) -> None:
        if self.day.run and not self.work.is_busy:
            run = self.day.run
            self.banner.clear()
            self.day = DayState()
            self.work.give_up(run.id)

    @Slot(object)
    def _tick(self, entry: Entry) -> None:
        if not self.work.is_busy and entry.row is None:
            self.model.update_row(self.day.tick(entry))
            self._refresh()

    @Slot(object)
    def _open(self, entry: Entry) -> None:
        self.opened.emit(entry.id, entry.field)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        entry = self.model.row_at(index.row())
        if self.model.columns[index.column()].name == REMARK and entry.field:
            self._open(entry)

    @Slot(object)
    def _top_up(self, pounds: Decimal) -> None:
        paying = self._context.office.paying
        self._context.background.start(
            lambda _progress: paying.top_up_page(pounds),
            done=self._open_page,
            failed=self._no_page,
            name=self.tr("Opening the page"),
        )

    # What comes from the work

    @Slot(object, object)
    def _loaded(self, records: Sequence[ShipmentRecord], run: DayRun | None) -> None:
        self.day.load(records, run, self._context.office.settings.load().rules)
        if run:
            self._say_halted(run)
        self.model.set_rows(self.day.entries)
        self._refresh()

    @Slot(object)
    def _lines_told(self, lines: Iterable[DayLine]) -> None:
        self.model.update_rows([self.day.take_line(found) for found in lines])

    @Slot(object)
    def _checked(self, plan: DayPlan) -> None:
        self._lines_told(self.day.news_of(plan))
        self.day.take_plan(plan)
        self.work.look_for_savings(self.day.ready)
        self._refresh()

    @Slot(object)
    def _combined(self, take_back: Callable[[], None]) -> None:
        def undo() -> None:
            take_back()
            self.reload()

        self.savings.clear()
        self._context.toast(self.tr("Combined."), undo)
        self.reload()

    @Slot(object)
    def _begun(self, run: DayRun) -> None:
        self.day.run = run
        self._rows_told(run.rows)

    @Slot(object)
    def _rows_told(self, rows: Iterable[DayRow]) -> None:
        taken = (self.day.take_row(row) for row in rows)
        self.model.update_rows([entry for entry in taken if entry])
        self._refresh()

    @Slot(object)
    def _booked(self, run: DayRun) -> None:
        self.day.end(run)
        self._rows_told(run.rows)
        if self.day.phase is Phase.HALTED:
            self.changed.emit()
            self._say_halted(run)
            return
        self.paid.emit()
        self._say_booked(run)
        self.foot.begin_progress()
        self.work.fetch_labels(self.day.bought)
        self._refresh()

    @Slot(object)
    def _labelled(self, failures: dict[str, PostroomError]) -> None:
        self.changed.emit()
        if failures:
            words = self.tr("The labels of {0} are still being made. They come by themselves.")
            self._say(words.format(parcels(len(failures))))
        self._refresh()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, PostroomError):
            show_report(self, error)
        self.day.fail()
        if isinstance(error, BalanceTooLow):
            self.day.balance = error.balance
        if self.day.phase is Phase.HALTED:
            self.changed.emit()
        self._refresh()
        self.all_the_same.setText(self.foot.pay_words(self.day))
        self._offer(limit=isinstance(error, LimitPassed), halted=self.day.phase is Phase.HALTED)
        if isinstance(error, BalanceTooLow):
            words = self.tr("{0} Top it up, then continue: what is booked is paid only once.")
            self.banner.show_message(words.format(error.message), "warning")
        else:
            self.banner.show_error(error)

    @Slot()
    def _stopped(self) -> None:
        self.day.fail()
        self._refresh()

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        if self.day.phase is Phase.CHECKING:
            self.foot.show_checked(done, total)

    @Slot(object)
    def _open_page(self, url: str) -> None:
        self._context.open_page(url)

    @Slot(object)
    def _no_page(self, error: Exception) -> None:
        self._offer()
        self.banner.show_error(error)

    @Slot(str, str)
    def _printed(self, words: str, missing: str) -> None:
        if words:
            self._context.toast(words, None)
        if missing:
            self._offer()
            self.banner.show_message(missing, "warning")
        self.changed.emit()
        self._refresh()

    @Slot()
    def _save_labels(self) -> None:
        self.printing.save(self.day.bought)

    @Slot()
    def _save_lists(self) -> None:
        self.printing.save_lists(self.day.bought)

    # Showing

    @Slot()
    def _refresh(self) -> None:
        if not self.day.entries:
            words = self.tr("Drafts that are ready to be sent stand here, to be booked in one go.")
            self.empty.set_text(self.tr("Nothing to book"), words)
        self.again.setVisible(self.day.phase is Phase.CHECKED)
        now = Now(
            is_busy=self.work.is_busy or self.printing.is_busy,
            is_fetching=self.day.phase is Phase.BOOKED and self.work.is_busy,
            is_pausing=self.work.is_pausing,
            is_live=self._context.office.accounts.current.environment is Environment.LIVE,
            can_print=self.papers.options.can_print,
        )
        self.foot.show_day(self.day, now)
        done = self.day.phase is Phase.BOOKED and bool(self.day.bought)
        if done and self.papers.isHidden():
            self.papers.options.read_printers()
        self.rules.setVisible(not done)
        for part in (self.papers, *self.papers.files):
            part.setVisible(done)
            part.setEnabled(not now.is_busy)

    def _say_halted(self, run: DayRun) -> None:
        words = self.tr(
            "The day is not finished: {done} of {total} booked. Continue goes on where it was."
        )
        self._offer(halted=True)
        done = run.count(RowState.DONE)
        self.banner.show_message(words.format(done=done, total=len(run.rows)), "warning")

    def _say_booked(self, run: DayRun) -> None:
        if failed := run.count(RowState.FAILED):
            words = self.tr("{0} could not be booked and stayed drafts. The list says why.")
            self._offer()
            self.banner.show_message(words.format(parcels(failed)), "warning")

    def _say(self, text: str) -> None:
        self._offer()
        self.banner.show_message(text)

    def _offer(self, *, limit: bool = False, halted: bool = False) -> None:
        """Which buttons the banner's next words come with."""
        self.all_the_same.setVisible(limit)
        self.leave.setVisible(halted)

    # How it is built

    def _connect(self) -> None:
        work = self.work
        work.loaded.connect(self._loaded)
        work.lines_told.connect(self._lines_told)
        work.checked.connect(self._checked)
        work.offered.connect(self.savings.show_offers)
        work.combined.connect(self._combined)
        self.savings.wanted.connect(work.combine)
        work.begun.connect(self._begun)
        work.rows_told.connect(self._rows_told)
        work.booked.connect(self._booked)
        work.labelled.connect(self._labelled)
        work.failed.connect(self._failed)
        work.stopped.connect(self._stopped)
        work.progressed.connect(self._progressed)
        self.model.ticked.connect(self._tick)
        self.table.chosen.connect(self._open)
        self.table.previewed.connect(self._tick)
        self.table.clicked.connect(self._clicked)
        self.empty.pressed.connect(self.new_asked)
        self.again.clicked.connect(self.check)
        self.rules.clicked.connect(self.rules_asked)
        self.all_the_same.clicked.connect(self._pay_all_the_same)
        self.leave.clicked.connect(self._give_up)
        self.papers.options.printer_changed.connect(self._refresh)
        self.papers.save_wanted.connect(self._save_labels)
        self.papers.lists_wanted.connect(self._save_lists)
        self.printing.done.connect(self._printed)
        self.printing.failed.connect(self._no_page)
        self.printing.changed.connect(self._refresh)
        self.foot.pressed.connect(self._press)
        self.foot.stopped.connect(self._stop)
        self.foot.top_up_wanted.connect(self._top_up)

    def _lay_out(self) -> None:
        self._offer()
        self.table.setAccessibleName(self.tr("The parcels of the day"))
        self.table.give_way(GIVING_WAY, _ROOM)
        self.table.set_empty_state(self.empty)
        self.head = QHBoxLayout()
        self.head.setSpacing(S)
        self.head.addWidget(title(self.tr("Book the day")))
        self.head.addStretch(1)
        for one in (self.again, self.rules, *self.papers.files):
            self.head.addWidget(one)
        words = self.tr(
            "Each draft is priced and checked first. You confirm once; then they are ordered and "
            "paid one by one."
        )
        inner = QVBoxLayout()
        inner.setContentsMargins(L, M, L, M)
        inner.setSpacing(S + 4)
        inner.addLayout(self.head)
        inner.addWidget(note(words, wrap=True))
        inner.addWidget(self.banner)
        inner.addWidget(self.savings)
        inner.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(line())
        column.addWidget(self.papers)
        column.addWidget(self.foot)
