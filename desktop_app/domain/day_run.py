"""A day that was confirmed: its shipments, what each may cost, and what became of them."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from desktop_app.domain.value import Value


class RowState(StrEnum):
    """What became of one shipment of the day. An UNCERTAIN payment is settled before it goes on."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


class DayRow(Value):
    """One shipment: `agreed` pounds with VAT are the most it may cost, `paid` is what it did cost.

    `words` say why it failed, or is not certain.
    """

    shipment_id: str
    agreed: Decimal
    state: RowState = RowState.WAITING
    paid: Decimal = Decimal(0)
    words: str = ""


class DayRun(Value):
    """One confirmation. It is over when every row is done or has failed, or it was given up."""

    id: str
    account_id: str
    begun_at: datetime
    rows: tuple[DayRow, ...]
    ended_at: datetime | None = None

    @property
    def open_rows(self) -> tuple[DayRow, ...]:
        """Those that "Continue" goes on with."""
        return tuple(row for row in self.rows if row.state in _OPEN)

    @property
    def spent(self) -> Decimal:
        """Pounds with VAT, of all that is certainly paid."""
        return sum((row.paid for row in self.rows), Decimal(0))

    def count(self, state: RowState) -> int:
        """How many rows are in a state."""
        return sum(row.state is state for row in self.rows)


_OPEN = (RowState.WAITING, RowState.UNCERTAIN)
