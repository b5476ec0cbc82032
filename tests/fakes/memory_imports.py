"""In-memory stand-in for what is kept of imports: the same promises, no disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.import_batch import ImportBatch
from tests.fakes.memory_stores import MemoryShipments


@dataclass
class MemoryImports:
    """Fills `Imports`."""

    shipments: MemoryShipments
    batches: list[ImportBatch] = field(default_factory=list)

    def add(self, batch: ImportBatch) -> None:
        self.batches.append(batch)

    def get(self, account_id: str, batch_id: str) -> ImportBatch | None:
        own = [one for one in self.batches if one.account_id == account_id]
        found = [one for one in own if batch_id in {"", one.id}]
        return found[-1] if found else None

    def remove(self, batch_id: str) -> None:
        self.batches = [one for one in self.batches if one.id != batch_id]

    def shipments_of(self, account_id: str, keys: Sequence[str]) -> Mapping[str, str]:
        return {
            one.key: one.shipment_id
            for batch in self.batches
            if batch.account_id == account_id
            for one in batch.orders
            if one.key in set(keys) and one.shipment_id in self.shipments.records
        }
