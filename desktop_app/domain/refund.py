"""Money back for a parcel that was never sent: when to ask, and what became of it."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol

from desktop_app.domain.errors import InputError
from desktop_app.domain.money import Price, at_total
from desktop_app.domain.problem import error
from desktop_app.domain.tracking import TrackingEvent
from desktop_app.domain.value import Value

REFUND_DAYS = 28  # Parcel2Go's own time to ask (facts/field.md, section 2)
_QUIET_DAYS = 7  # no scan for a week after it should have gone: something is odd
_URGENT_DAYS = 7

# What is told of a parcel before any courier has seen it. All else counts as a scan, whose
# absence alone is what a refund is asked for.
_BEFORE_A_SCAN = re.compile(
    r"label\W*(created|printed|generated|made)|created|booked|order\W*(received|placed)"
    r"|expect|pre\W*advi[cs]e|manifest|data received|information received"
    r"|await|not yet|details received|notified",
    re.IGNORECASE,
)


class RefundState(StrEnum):
    """Where it stands."""

    ASKED = "asked"
    RECEIVED = "received"
    REFUSED = "refused"


class Refund(Value):
    """The money of one payment, asked back. `key` is the payment's; `received` pounds with VAT."""

    key: str
    account_id: str
    shipment_id: str
    order_id: str
    asked_at: datetime
    expected: Price
    state: RefundState = RefundState.ASKED
    ended_at: datetime | None = None
    received: Decimal = Decimal(0)
    note: str = ""

    @property
    def price_received(self) -> Price:
        """What came, its VAT in the proportion of what was paid."""
        return at_total(self.expected, self.received)


class Posted(Protocol):
    """What of a paid parcel says whether its refund is due."""

    @property
    def paid_on(self) -> date:
        """The day it was paid, here."""

    @property
    def collection_day(self) -> date | None:
        """The day it was to be collected or dropped off."""

    @property
    def is_scanned(self) -> bool:
        """Whether a courier has seen it."""


class RefundFlag(NamedTuple):
    """That a paid parcel was not seen, and how long its money can still be asked back.

    `days_left` 0: the time ends in the course of today.
    """

    days_left: int
    ends_on: date

    @property
    def is_urgent(self) -> bool:
        """Whether it must not wait any longer."""
        return self.days_left <= _URGENT_DAYS


def refund_due(parcel: Posted, today: date) -> RefundFlag | None:
    """The flag of a parcel no courier has scanned, while its refund can be asked for.

    None while it is too early to wonder (a week after it was to go), but never in the last week;
    None too once the time is over.
    """
    if parcel.is_scanned:
        return None
    ends_on = parcel.paid_on + timedelta(days=REFUND_DAYS)
    left = (ends_on - today).days
    to_go = max(parcel.paid_on, parcel.collection_day or parcel.paid_on)
    is_early = (today - to_go).days < _QUIET_DAYS and left > _URGENT_DAYS
    return None if left < 0 or is_early else RefundFlag(left, ends_on)


def is_scanned(events: Iterable[TrackingEvent]) -> bool:
    """Whether any event shows that a courier or a drop shop has had the parcel in hand."""
    return any(event.stage is not None or _is_scan(event) for event in events)


def _is_scan(event: TrackingEvent) -> bool:
    """An event without a stage: these are the courier's own words."""
    words = f"{event.description} {event.status_code}"
    return bool(words.strip()) and not _BEFORE_A_SCAN.search(words)


def with_received(refund: Refund, amount: Decimal | None, now: datetime, note: str = "") -> Refund:
    """The refund once money came: all that was expected unless another `amount` is named.

    Raises InputError for an amount that cannot be: nothing, or more than was paid.
    """
    received = refund.expected.total if amount is None else amount
    if not 0 < received <= refund.expected.total:
        message = f"Enter what came back: more than nothing, at most £{refund.expected.total:.2f}."
        raise InputError(message, [error("amount", message)])
    changed = {"state": RefundState.RECEIVED, "ended_at": now, "received": received, "note": note}
    return refund.model_copy(update=changed)


def with_refused(refund: Refund, now: datetime, note: str = "") -> Refund:
    """The refund once Parcel2Go has said no."""
    changed = {"state": RefundState.REFUSED, "ended_at": now, "received": Decimal(0)}
    return refund.model_copy(update={**changed, "note": note})


def undone(refund: Refund) -> Refund | None:
    """One step back: what had ended is asked for again, and what was asked for was not."""
    if refund.state is RefundState.ASKED:
        return None
    back = {"state": RefundState.ASKED, "ended_at": None, "received": Decimal(0), "note": ""}
    return refund.model_copy(update=back)
