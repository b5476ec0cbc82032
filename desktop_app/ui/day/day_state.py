"""The day as it is shown: its rows, how far it is, and what it comes to. No widgets."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum, auto

from desktop_app.domain.day_run import DayRow, DayRun, RowState
from desktop_app.domain.money import Price
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.service_rule import ServiceRule
from desktop_app.services.preflight import DayLine, DayPlan, missing_of, total_of
from desktop_app.ui.day.entries import Entry


class Phase(Enum):
    """How far the day is; the screen shows one thing for each."""

    READING = auto()
    UNCHECKED = auto()
    CHECKING = auto()
    CHECKED = auto()
    BOOKING = auto()
    HALTED = auto()
    BOOKED = auto()


_OVER = (RowState.DONE, RowState.FAILED)


class DayState:
    """`run` is the day once it is confirmed; `done_before`: rows that were over when it went on."""

    def __init__(self) -> None:
        self.phase = Phase.READING
        self.run: DayRun | None = None
        self.balance: Decimal | None = None
        self.done_before = 0
        self._entries: dict[str, Entry] = {}
        self._rules: tuple[ServiceRule, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All rows, in the order in which they are booked."""
        return tuple(self._entries.values())

    @property
    def ready(self) -> list[DayLine]:
        """What is to be bought: ticked, and nothing stands in its way."""
        return [one.line for one in self.entries if one.wanted and one.is_ready and one.line]

    @property
    def total(self) -> Price:
        """What that costs together."""
        return total_of(self.ready)

    @property
    def missing(self) -> Decimal:
        """What PrePay lacks for what is still to be paid, as far as is known."""
        to_pay = self.left_to_pay if self.phase is Phase.HALTED else self.total.total
        return missing_of(to_pay, self.balance)

    @property
    def left_to_pay(self) -> Decimal:
        """What the confirmed rows that are not over cost at most, in pounds."""
        rows = (one.row for one in self.entries if one.row)
        return sum((row.agreed for row in rows if row.state not in _OVER), Decimal(0))

    @property
    def bought(self) -> list[str]:
        """The ids of what is certainly paid."""
        return [one.id for one in self.entries if one.is_bought]

    @property
    def spent(self) -> Decimal:
        """Pounds with VAT, of what is certainly paid."""
        return sum((one.row.paid for one in self.entries if one.row), Decimal(0))

    @property
    def over(self) -> int:
        """How many rows are done or have failed."""
        return sum(one.row is not None and one.row.state in _OVER for one in self.entries)

    @property
    def confirmed(self) -> int:
        """How many rows belong to the day that was confirmed."""
        return sum(one.row is not None for one in self.entries)

    def load(
        self,
        records: Sequence[ShipmentRecord],
        run: DayRun | None,
        rules: tuple[ServiceRule, ...] = (),
    ) -> None:
        """Drafts as they are read now.

        What was checked holds where they say the same, and as long as the rules do.
        """
        if rules != self._rules:
            self._entries = {one.id: replace(one, line=None) for one in self._entries.values()}
            self._rules = rules
        rows = {row.shipment_id: row for row in run.rows} if run else {}
        kept, self.run = self._entries, run
        self._entries = {one.id: _taken(one, kept.get(one.id), rows.get(one.id)) for one in records}
        if run:
            self.phase = Phase.HALTED
        else:
            checked = bool(records) and all(one.line for one in self.entries)
            self.phase = Phase.CHECKED if checked else Phase.UNCHECKED

    def take_line(self, found: DayLine) -> Entry:
        """A row with what its check found.

        What is probably bought already is not ticked, unless the user has ticked it himself.
        """
        entry = self._entries[found.record.id]
        wanted = entry.wanted and not (entry.line is None and found.is_doubtful)
        return self._put(replace(entry, record=found.record, line=found, wanted=wanted))

    def news_of(self, plan: DayPlan) -> list[DayLine]:
        """The lines of a plan that are not shown yet."""
        return [line for line in plan.lines if self._entries[line.record.id].line is not line]

    def take_plan(self, plan: DayPlan) -> None:
        """All of it is checked."""
        self.balance = plan.balance
        self.phase = Phase.CHECKED

    def take_row(self, row: DayRow) -> Entry | None:
        """A row with what became of it; None for one that is not shown."""
        entry = self._entries.get(row.shipment_id)
        return self._put(replace(entry, row=row)) if entry else None

    def tick(self, entry: Entry) -> Entry:
        """A row with its box pressed."""
        return self._put(replace(entry, wanted=not entry.wanted))

    def end(self, run: DayRun) -> None:
        """The day as it stands once nothing is in hand."""
        self.run = run
        is_open = bool(run.open_rows) and run.ended_at is None
        self.phase = Phase.HALTED if is_open else Phase.BOOKED

    def fail(self) -> None:
        """What was under way has failed: back to where it can be tried again."""
        if self.phase is Phase.BOOKING:
            self.phase = Phase.HALTED if self.run else Phase.CHECKED
        elif self.phase in (Phase.CHECKING, Phase.READING):
            self.phase = Phase.UNCHECKED

    def _put(self, entry: Entry) -> Entry:
        self._entries[entry.id] = entry
        return entry


def _taken(record: ShipmentRecord, before: Entry | None, row: DayRow | None) -> Entry:
    if before is None:
        return Entry(record, row=row)
    same = before.record.shipment == record.shipment
    return replace(before, record=record, row=row, line=before.line if same else None)
