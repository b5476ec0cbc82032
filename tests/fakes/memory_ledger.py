"""In-memory stand-ins for what the ledger reads and keeps: the same promises, no disk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.ledger import Sighting, TopUp
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.refund import Refund, is_scanned
from desktop_app.services.ports import PurchaseRow
from tests.fakes.memory_stores import MemoryJournal, MemoryShipments


@dataclass
class MemoryPurchases:
    """Fills `Purchases` out of the other two; set `failure` for a disk that does not answer."""

    shipments: MemoryShipments
    journal: MemoryJournal
    failure: Exception | None = None

    def rows(self, account_id: str) -> list[PurchaseRow]:
        if self.failure:
            raise self.failure
        own = [one for one in self.journal.attempts.values() if one.account_id == account_id]
        found = [
            _row(one, self.shipments.records.get(one.shipment_id)) for one in own if _tells(one)
        ]
        return sorted(found, key=lambda row: (row.started_at, row.key))


def _tells(attempt: Attempt) -> bool:
    is_order = attempt.kind is AttemptKind.ORDER
    return attempt.state is AttemptState.DONE or not (
        is_order or attempt.state is AttemptState.FAILED
    )


def _row(attempt: Attempt, record: ShipmentRecord | None) -> PurchaseRow:
    row = PurchaseRow(
        key=attempt.key,
        kind=attempt.kind,
        state=attempt.state,
        amount=attempt.amount,
        started_at=attempt.started_at,
        ended_at=attempt.ended_at,
        order_id=attempt.order_id or attempt.note.removeprefix("order "),
        shipment_id=attempt.shipment_id,
    )
    return _with_shipment(row, record) if record else row


def _with_shipment(row: PurchaseRow, record: ShipmentRecord) -> PurchaseRow:
    shipment, quote = record.shipment, record.choice.quote if record.choice else None
    return row._replace(
        reference=shipment.reference,
        recipient=shipment.recipient.name,
        country=shipment.recipient.country,
        courier=quote.service.courier if quote else "",
        service=quote.service.name if quote else "",
        shop=shipment.sender.organisation or shipment.sender.name,
        kept_order_id=record.order.order_id if record.order else "",
        price=record.order.price if record.order else None,
        paid_at=record.payment.paid_at if record.is_paid and record.payment else None,
        collection_day=shipment.collection_date or (quote.collection_date if quote else None),
        is_scanned=is_scanned(record.events),
    )


@dataclass
class MemoryRefunds:
    """Fills `Refunds`."""

    kept: dict[str, Refund] = field(default_factory=dict)

    def all_of(self, account_id: str) -> tuple[Refund, ...]:
        own = (one for one in self.kept.values() if one.account_id == account_id)
        return tuple(sorted(own, key=lambda one: (one.asked_at, one.key)))

    def get(self, key: str) -> Refund | None:
        return self.kept.get(key)

    def change(self, key: str, change: Callable[[Refund | None], Refund | None]) -> Refund | None:
        after = change(self.kept.get(key))
        self.kept.pop(key, None)
        if after:
            self.kept[key] = after
        return after


@dataclass
class MemoryTopUps:
    """Fills `TopUps`; what is paid out of the balance is read off the journal."""

    journal: MemoryJournal
    kept: list[TopUp] = field(default_factory=list)
    last: dict[str, Sighting] = field(default_factory=dict)

    def all_of(self, account_id: str) -> tuple[TopUp, ...]:
        return tuple(one for one in self.kept if one.account_id == account_id)

    def see(self, sighting: Sighting) -> TopUp | None:
        before, self.last[sighting.account_id] = self.last.get(sighting.account_id), sighting
        if before is None:
            return None
        rise = sighting.balance + self._paid_since(before) - before.balance
        if rise <= 0:
            return None
        found = TopUp(
            key=f"top-up-{len(self.kept)}", account_id=sighting.account_id,
            seen_at=sighting.told_at, amount=rise,
        )  # fmt: skip
        self.kept.append(found)
        return found

    def forget(self, key: str) -> None:
        self.kept = [one for one in self.kept if one.key != key]

    def _paid_since(self, before: Sighting) -> Decimal:
        done = [
            one.amount
            for one in self.journal.begun_since(before.account_id, before.told_at)
            if one.kind is AttemptKind.PREPAY and one.state is AttemptState.DONE
        ]
        return sum(done, Decimal(0))
