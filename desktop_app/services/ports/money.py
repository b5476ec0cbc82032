"""Where is written what was paid, and what came back."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.ledger import Sighting, TopUp
from desktop_app.domain.money import Price
from desktop_app.domain.refund import Refund


class Journal(Protocol):
    """The attempt journal: each call is on disk, synced, before it returns."""

    def begin(self, attempt: Attempt) -> None:
        """Writes a started attempt; AlreadyBought when its shipment has a live or done payment."""

    def end(self, key: str, state: AttemptState, at: datetime, note: str = "") -> None:
        """Writes what became of it; UNCERTAIN keeps it live."""

    def live(self) -> tuple[Attempt, ...]:
        """Payments that were begun and not settled, oldest first."""

    def of_shipment(self, shipment_id: str) -> tuple[Attempt, ...]:
        """All attempts of one shipment, oldest first."""

    def begun_since(self, account_id: str, since: datetime) -> tuple[Attempt, ...]:
        """An account's payments begun at that time (UTC) or later, oldest first."""


class PurchaseRow(NamedTuple):
    """One order or payment as the journal has it, and the columns of its shipment's row.

    `price` is that of the shipment's own order, `kept_order_id`, which may be another one by now.
    All of the shipment is empty where its draft was deleted. `paid_at` is the service's word.
    """

    key: str
    kind: AttemptKind
    state: AttemptState
    amount: Decimal
    started_at: datetime
    ended_at: datetime | None
    order_id: str
    shipment_id: str
    reference: str = ""
    recipient: str = ""
    country: str = ""
    courier: str = ""
    service: str = ""
    shop: str = ""
    kept_order_id: str = ""
    price: Price | None = None
    paid_at: datetime | None = None
    collection_day: date | None = None
    is_scanned: bool = False


class Purchases(Protocol):
    """What the ledger reads of the journal."""

    def rows(self, account_id: str) -> Sequence[PurchaseRow]:
        """Orders and payments of an account, those that failed left out, oldest first."""


class Refunds(Protocol):
    """Money that was asked back, by the key of the payment it is about."""

    def all_of(self, account_id: str) -> tuple[Refund, ...]:
        """All of an account, oldest first."""

    def get(self, key: str) -> Refund | None:
        """The refund of one payment; None when none was asked for."""

    def change(self, key: str, change: Callable[[Refund | None], Refund | None]) -> Refund | None:
        """Reads, changes and writes one inside one transaction; None: there is none (any more)."""


class TopUps(Protocol):
    """Money that came into PrePay, seen by its balance."""

    def all_of(self, account_id: str) -> tuple[TopUp, ...]:
        """All that were seen of an account, oldest first."""

    def see(self, sighting: Sighting) -> TopUp | None:
        """Keeps what PrePay rose by since it was last seen, beside what was paid out of it.

        Says nothing while a payment is in hand, or was when the balance was asked for: nobody
        can tell then what the number holds.
        """

    def forget(self, key: str) -> None:
        """Takes one away."""
