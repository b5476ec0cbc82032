"""The foot of the day: what it costs, how far it is, and the one strong button."""

import math
import time
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.measures import format_money
from desktop_app.ui.day.day_state import DayState, Phase
from desktop_app.ui.day.entries import parcels
from desktop_app.ui.theme.space import L, S
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, note
from desktop_app.ui.widgets.primary_button import PrimaryButton
from desktop_app.ui.wizard.pay_prepay import top_up

_MINUTE = 60


@dataclass(frozen=True)
class Now:
    """What goes on around the day: work on it, the account it is paid from, a printer or none."""

    is_busy: bool = False
    is_fetching: bool = False
    is_pausing: bool = False
    is_live: bool = False
    can_print: bool = True


class DayFoot(QFrame):
    """`pressed`: the strong button; `stopped`: the one beside it; `top_up_wanted(pounds)`."""

    pressed = Signal()
    stopped = Signal()
    top_up_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dayFoot")
        self._missing = Decimal(0)
        self._begun = 0.0
        self._now = Now()
        self.bar = BusyBar()
        self.first = body("", strong=True)
        self.first.setObjectName("daySum")
        self.second = note("", wrap=True)
        self.second.setObjectName("dayMore")
        self.top_up = button("", kind="link", icon_name="external-link", name="dayTopUp")
        self.stop = button("", kind="quiet", name="dayStop")
        self.primary = PrimaryButton()
        self.stop.clicked.connect(self.stopped)
        self.primary.clicked.connect(self.pressed)
        self.top_up.clicked.connect(self._ask_top_up)
        self._lay_out()

    def show_day(self, day: DayState, now: Now) -> None:
        """What fits how far it is."""
        self._now = now
        self.setVisible(bool(day.entries))
        if not now.is_busy:
            self.bar.stop()
        {
            Phase.READING: self._reading,
            Phase.UNCHECKED: self._unchecked,
            Phase.CHECKING: self._checking,
            Phase.CHECKED: self._checked,
            Phase.BOOKING: self._booking,
            Phase.HALTED: self._halted,
            Phase.BOOKED: self._booked,
        }[day.phase](day)

    def begin_progress(self) -> None:
        """From now on the time is measured."""
        self._begun = time.monotonic()
        self.bar.start()

    def show_checked(self, done: int, total: int) -> None:
        """So many have been checked."""
        self._progress(self.tr("{0} of {1} checked").format(done, total), done, total)

    def pay_words(self, day: DayState) -> str:
        """What confirms the day: it names the amount."""
        live = self.tr("Pay {amount} for {parcels} (Live)")
        words = live if self._now.is_live else self.tr("Pay {amount} for {parcels}")
        amount = format_money(day.total.total)
        return words.format(amount=amount, parcels=parcels(len(day.ready)))

    # One for each phase

    def _reading(self, _day: DayState) -> None:
        self._say(self.tr("Reading the drafts…"))
        self._offer("")

    def _unchecked(self, day: DayState) -> None:
        unbought = self.tr("Nothing is bought before you confirm it.")
        self._say(parcels(len(day.entries)), unbought)
        self._offer(self.tr("Check prices"))

    def _checking(self, _day: DayState) -> None:
        self._offer(self.tr("Check prices"), busy=True, stop=self.tr("Stop"))

    def _checked(self, day: DayState) -> None:
        price, missing = day.total, day.missing
        words = self.tr("{parcels}, {amount} with VAT").format(
            parcels=parcels(len(day.ready)), amount=format_money(price.total)
        )
        parts = self.tr("{net} without VAT, {vat} VAT").format(
            net=format_money(price.net), vat=format_money(price.vat)
        )
        self._say(words, "  ·  ".join(filter(None, (parts, self._balance_words(day)))))
        self._offer_top_up(missing)
        self._offer(self.pay_words(day), enabled=bool(day.ready) and not missing)

    def _booking(self, day: DayState) -> None:
        done, total = day.over, day.confirmed
        words = self.tr("{done} of {total} booked, {amount} spent").format(
            done=done, total=total, amount=format_money(day.spent)
        )
        self._progress(words, done, total, day.done_before)
        pausing = self._now.is_pausing
        stop = self.tr("Pausing…") if pausing else self.tr("Pause")
        self._offer(self.tr("Booking"), busy=True, stop=stop)
        self.stop.setEnabled(not pausing)

    def _halted(self, day: DayState) -> None:
        left, spent = day.confirmed - day.over, format_money(day.spent)
        words = self.tr("{left} left to book, {spent} spent").format(left=left, spent=spent)
        self._say(words, self._balance_words(day) if day.missing else "")
        self._offer_top_up(day.missing)
        self._offer(self.tr("Continue"), enabled=left > 0)

    def _booked(self, day: DayState) -> None:
        count = len(day.bought)
        words = self.tr("{parcels} booked for {amount}")
        making = self.tr("The couriers are making the labels.") if self._now.is_fetching else ""
        self._say(words.format(parcels=parcels(count), amount=format_money(day.spent)), making)
        busy, waits = self._now.is_busy, self._now.is_fetching
        self._offer(
            self._paper_words(count) if count else "",
            enabled=not waits,
            busy=busy and not waits,
            stop="" if busy else self.tr("Done"),
        )

    # What they are made of

    def _paper_words(self, count: int) -> str:
        if count == 1:
            can = self.tr("Print the label"), self.tr("Save the label…")
        else:
            can = (
                self.tr("Print the labels of {0} parcels"),
                self.tr("Save the labels of {0} parcels…"),
            )
        return can[0 if self._now.can_print else 1].format(count)

    def _offer_top_up(self, missing: Decimal) -> None:
        self._missing = missing
        pounds = format_money(top_up(missing)).removesuffix(".00")
        self.top_up.setText(self.tr("Top up {amount} in the browser").format(amount=pounds))
        self.top_up.setVisible(missing > 0)

    def _say(self, first: str, second: str = "") -> None:
        self.first.setText(first)
        self.second.setText(second)
        self.top_up.hide()

    def _offer(
        self, text: str, *, enabled: bool = True, busy: bool = False, stop: str = ""
    ) -> None:
        self.primary.setVisible(bool(text))
        self.primary.setText(text)
        self.primary.setAccessibleName(text)
        self.primary.setEnabled(enabled)
        self.primary.set_busy(busy)
        self.stop.setText(stop)
        self.stop.setEnabled(True)
        self.stop.setVisible(bool(stop))

    def _progress(self, words: str, done: int, total: int, before: int = 0) -> None:
        self.bar.set_progress(done, total)
        self._say(words, self._time_left(done - before, total - done))

    def _time_left(self, done: int, left: int) -> str:
        if done <= 0 or left <= 0:
            return ""
        seconds = (time.monotonic() - self._begun) / done * left
        if seconds <= _MINUTE:
            return self.tr("Less than a minute left")
        return self.tr("About {0} minutes left").format(math.ceil(seconds / _MINUTE))

    def _balance_words(self, day: DayState) -> str:
        if day.balance is None:
            return ""
        balance, missing = format_money(day.balance), day.missing
        if missing:
            words = self.tr("PrePay holds {balance}: {missing} is missing")
            return words.format(balance=balance, missing=format_money(missing))
        words = self.tr("PrePay {balance}, {after} after it")
        return words.format(balance=balance, after=format_money(day.balance - day.total.total))

    @Slot()
    def _ask_top_up(self) -> None:
        self.top_up_wanted.emit(top_up(self._missing))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.first)
        more = QHBoxLayout()
        more.setSpacing(S)
        more.addWidget(self.second, 1)
        more.addWidget(self.top_up)
        words.addLayout(more)
        row = QHBoxLayout()
        row.setContentsMargins(L, S, L, S + 4)
        row.setSpacing(S)
        row.addLayout(words, 1)
        row.addWidget(self.stop)
        row.addWidget(self.primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row)
