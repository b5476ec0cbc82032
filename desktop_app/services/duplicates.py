"""Finds shipments that are probably one that was entered, or imported, twice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from desktop_app.domain.likeness import Likeness, likeness, plain
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.ports import Clock, ShipmentRow, Shipments


class Twin(NamedTuple):
    """Another shipment that is like one, and why."""

    shipment_id: str
    why: Likeness
    stage: Stage
    reference: str


class Duplicates:
    """Compares shipments with each other, and with those of the last days."""

    def __init__(self, shipments: Shipments, clock: Clock) -> None:
        self._shipments = shipments
        self._clock = clock

    def of(self, records: Sequence[ShipmentRecord], days: int) -> dict[str, tuple[Twin, ...]]:
        """The twins of each record by its id; only those that have any.

        The same order is found however old it is, the same goods within so many days. Of two
        that are both in `records`, each is the other's twin.
        """
        found: dict[str, tuple[Twin, ...]] = {}
        kept = {record.id: record for record in records}
        rows = [row for one in {r.account_id for r in records} for row in self._shipments.rows(one)]
        named, ordered = _by(rows, "recipient"), _by(rows, "reference")
        for record in records:
            shipment = record.shipment
            near = [*ordered[plain(shipment.reference)], *named[plain(shipment.recipient.name)]]
            if twins := tuple(self._twins(record, near, days, kept)):
                found[record.id] = twins
        return found

    def _twins(
        self,
        record: ShipmentRecord,
        rows: Iterable[ShipmentRow],
        days: int,
        kept: dict[str, ShipmentRecord],
    ) -> Iterable[Twin]:
        since = self._clock.now() - timedelta(days=days)
        for row in dict.fromkeys(rows):
            if row.id == record.id:
                continue
            if row.id not in kept:
                kept[row.id] = self._shipments.get(row.id)
            why = likeness(record.shipment, kept[row.id].shipment)
            if why is Likeness.ORDER or (why is Likeness.GOODS and row.created_at >= since):
                yield Twin(row.id, why, row.stage, row.reference)


def _by(rows: Iterable[ShipmentRow], column: str) -> defaultdict[str, list[ShipmentRow]]:
    """The rows by one of their columns, whatever its spelling; those without it are left out."""
    found: defaultdict[str, list[ShipmentRow]] = defaultdict(list)
    for row in rows:
        if key := plain(getattr(row, column)):
            found[key].append(row)
    return found
