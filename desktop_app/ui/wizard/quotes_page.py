"""Step 3: the prices of all couriers, and the choice of one."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import NotSignedIn, ProblemsError, Refused
from desktop_app.domain.measures import format_money
from desktop_app.flow.steps import Step
from desktop_app.services.clock import local_day
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.wizard.kept_layouts import keep_layout, kept_layout
from desktop_app.ui.wizard.page import PrimaryAction
from desktop_app.ui.wizard.price_fetch import PriceFetch
from desktop_app.ui.wizard.problem_links import ProblemLinks
from desktop_app.ui.wizard.quote_details import QuoteDetails
from desktop_app.ui.wizard.quote_filters import QuoteFilters
from desktop_app.ui.wizard.quote_rows import QuoteRow, preferred, quote_rows
from desktop_app.ui.wizard.quotes_table import QuotesTable
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.wait_strip import WaitStrip
from desktop_app.ui.wizard.working_page import WorkingPage

_MINUTE_MS = 60_000
_LONGEST_NAME = 20
_LAYOUT = "wizard.quotes"


class QuotesPage(WorkingPage):
    """Fetches prices when they are missing, void or older than half an hour."""

    step = Step.QUOTES

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("quotesPage")
        self.fetch = PriceFetch(session, self)
        self.strip = WaitStrip(self.tr("Refresh"))
        self.banner = Banner()
        self.sign_in = self.banner.add_action(self.tr("Sign in"), name="signIn")
        self.again = self.banner.add_action(self.tr("Try again"), name="tryAgain")
        self.links = ProblemLinks()
        self.filters = QuoteFilters()
        self.table = QuotesTable()
        self.details = QuoteDetails()
        self.empty = EmptyState("products", "", "", self.tr("Clear the filters"))
        self._shown: tuple[object, object] = (None, None)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The page's title."""
        return self.tr("Choose a service")

    def primary(self) -> PrimaryAction:
        """Names the service and what it costs."""
        busy = self.tr("Keeping your choice…")
        if self.session.record.is_locked:
            return PrimaryAction(self.tr("Continue"))
        if self.fetch.is_running:
            return PrimaryAction(self.tr("Getting prices…"), enabled=False)
        row = self._selected()
        if row is None or not row.suits:
            return self._without_row(row)
        text = self._continue_words(row)
        return PrimaryAction(text, busy_text=busy)

    def enter(self) -> None:
        """Fetches what is due; the cursor goes to the prices."""
        self._minute.start()
        self._say_age()
        self.table.setFocus()
        if self.fetch.is_due and not self.session.record.is_locked:
            self._start()

    def leave(self) -> None:
        """Keeps how the table stands."""
        self._minute.stop()
        keep_layout(self.session.office.settings, _LAYOUT, self.table.own_layout)

    def show_record(self) -> None:
        """The rows again, when prices or draft are others."""
        now = (self.session.quotes, self.session.shipment)
        if now != self._shown:
            self._shown = now
            self._fill()
        self._say_age()

    def go_on(self) -> None:
        """Keeps the selected service, then goes on."""
        row, listed = self._selected(), self.session.quotes
        if self.session.record.is_locked or (self._has_kept_choice() and row is None):
            self.leave()
            self.ready.emit()
        elif row and row.suits and listed and not self.fetch.is_running:
            quoting, record_id, quote = (
                self.session.office.quoting,
                self.session.record.id,
                row.quote,
            )
            self.leave()
            self.work(
                self.tr("Keeping the service"),
                lambda _progress: quoting.choose(record_id, quote, listed),
            )

    def work_done(self, name: str) -> None:  # noqa: ARG002 - there is only one work here
        """The choice is kept."""
        self.go_to_next()

    def focus_field(self, field: str) -> None:  # noqa: ARG002 - there is one
        """The prices themselves."""
        self.table.setFocus()

    # Fetching

    @Slot()
    def _start(self) -> None:
        changed = self.fetch.has_changed
        self.banner.clear()
        self.links.show_problems(())
        if changed:
            self._offer(again=False)
            text = self.tr("The draft has changed since, so the prices are fetched again.")
            self.banner.show_message(text)
        self.strip.start(self.tr("Asking all couriers for their prices"))
        self.fetch.start()
        self._say_empty()
        self.state_changed.emit()

    @Slot()
    def _arrived(self) -> None:
        self.strip.stop()
        self.show_record()
        self._say_empty()
        self.state_changed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.strip.stop()
        if isinstance(error, Refused) or self.fetch.has_changed:
            self.session.set_quotes(None)
        if isinstance(error, ProblemsError):
            elsewhere = (one for one in error.problems if one.field != "quote")
            self.links.show_problems(tuple(elsewhere))
        self._show_error(error)
        self._say_empty()
        self.state_changed.emit()

    @Slot()
    def _stopped(self) -> None:
        self.strip.stop()
        self._offer()
        self.banner.show_message(self.tr("Getting prices was stopped."), "warning")
        self._say_empty()
        self.state_changed.emit()

    def _show_error(self, error: Exception) -> None:
        self._offer(sign_in=isinstance(error, NotSignedIn))
        self.banner.show_error(error)

    def _offer(self, *, again: bool = True, sign_in: bool = False) -> None:
        self.again.setVisible(again)
        self.sign_in.setVisible(sign_in)

    # Showing

    def _fill(self) -> None:
        listed, shipment = self.session.quotes, self.session.shipment
        stale = listed is None or self.fetch.has_changed
        rows = () if stale or listed is None else quote_rows(listed.quotes, shipment)
        before = self._selected()
        self.filters.offer(rows, local_day(self.session.office.clock.now()))
        self.table.rows_model.set_rows(rows)
        self._filter()
        if before is None and (best := preferred(rows, self._chosen_before())):
            self.table.select([best.slug])
        self._show_selected()

    @Slot()
    def _filter(self) -> None:
        wishes = self.filters.wishes
        self.table.rows_model.restrict(wishes.accept)
        if not self.table.selected_rows():
            best = preferred(self.table.rows_model.rows(), self._chosen_before())
            self.table.select([best.slug] if best else [])
        self._say_empty()
        self._show_selected()

    @Slot()
    def _show_selected(self) -> None:
        self.details.show_row(self._selected())
        self.state_changed.emit()

    @Slot()
    def _say_age(self) -> None:
        if self.session.quotes is None:
            self.strip.set_idle("")
            return
        minutes = int(self.fetch.age.total_seconds() // 60)
        ago = self.tr("just now") if minutes < 1 else self.tr("{n} min ago").format(n=minutes)
        at = f"{self.fetch.moment.astimezone():%H:%M}"
        self.strip.set_idle(self.tr("Prices from {time}, {ago}").format(time=at, ago=ago))

    def _say_empty(self) -> None:
        some = bool(self.table.rows_model.all_rows())
        self.filters.setEnabled(some)
        self.filters.setVisible(some or self.fetch.is_running)
        self.strip.setVisible(self.session.quotes is not None or self.fetch.is_running)
        self.empty.button.setVisible(some)
        if some:
            self.empty.set_text(
                self.tr("No service fits these filters"), self.tr("Take one of the filters away.")
            )
        elif self.fetch.is_running:
            self.empty.set_text(
                self.tr("Prices are on their way"), self.tr("All couriers are being asked.")
            )
        else:
            self.empty.set_text(
                self.tr("No prices yet"),
                self.tr("Try again, or look at the addresses, weights and sizes."),
            )

    def _continue_words(self, row: QuoteRow) -> str:
        """Names the service, or its courier where that would be too long for a button."""
        service, price = row.quote.service, format_money(row.quote.price.total)
        name = service.name if len(service.name) <= _LONGEST_NAME else service.courier
        return self.tr("Continue with {service}, {price}").format(service=name, price=price)

    def _without_row(self, row: QuoteRow | None) -> PrimaryAction:
        choice = self.session.record.live_choice
        if row is None and choice and self._has_kept_choice():
            text = self.tr("Keep {service}, {price}").format(
                service=choice.quote.service.name, price=format_money(choice.quote.price.total)
            )
            return PrimaryAction(text)
        text = self.tr("Choose another service") if row else self.tr("Choose a service")
        return PrimaryAction(text, enabled=False)

    def _has_kept_choice(self) -> bool:
        """A service chosen before holds on while new prices cannot be had."""
        return self.session.record.live_choice is not None and self.session.quotes is None

    def _selected(self) -> QuoteRow | None:
        rows = self.table.selected_rows()
        return rows[0] if rows else None

    def _chosen_before(self) -> str:
        choice = self.session.record.choice
        return choice.quote.service.slug if choice else ""

    @Slot(object)
    def _choose(self, _row: QuoteRow) -> None:
        if self.primary().enabled:
            self.go_on()

    # Making

    def _lay_out(self) -> None:
        self.table.set_empty_state(self.empty)
        self.table.layout_text = kept_layout(self.session.office.settings, _LAYOUT)
        self.table.setMinimumHeight(150)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.banner)
        column.addWidget(self.links)
        column.addWidget(self.filters)
        column.addWidget(self.strip)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)

    def _connect(self) -> None:
        self.fetch.arrived.connect(self._arrived)
        self.fetch.failed.connect(self._failed)
        self.fetch.stopped.connect(self._stopped)
        self.fetch.said.connect(self.strip.say)
        self.strip.cancelled.connect(self.fetch.cancel)
        self.strip.pressed.connect(self._start)
        self.again.clicked.connect(self._start)
        self.sign_in.clicked.connect(self.sign_in_asked)
        self.links.wanted.connect(self.wanted)
        self.filters.changed.connect(self._filter)
        self.empty.pressed.connect(self.filters.clear)
        self.table.selection_changed.connect(self._show_selected)
        self.table.chosen.connect(self._choose)
        self._minute.timeout.connect(self._say_age)
