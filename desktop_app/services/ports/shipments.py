"""Where shipments, the days they are booked on and the imports they came with are kept."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop_app.domain.day_run import DayRow, DayRun
from desktop_app.domain.import_batch import ImportBatch
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.shop_order import OrderFile


class ShipmentRow(NamedTuple):
    """What the list shows of a shipment, read without its whole record."""

    id: str
    stage: Stage
    reference: str
    recipient: str
    destination: str
    country: str
    service: str
    courier: str
    total: Decimal | None
    consignment: str
    trouble: str
    created_at: datetime
    updated_at: datetime


class ShipmentList(Protocol):
    """What the list shows."""

    def rows(self, account_id: str) -> Sequence[ShipmentRow]:
        """All of an account, newest first."""


class OrderReader(Protocol):
    """Reads order files of any kind."""

    def read(self, path: Path) -> OrderFile:
        """Everything in a file; what cannot be read is in its notes. Raises OSError alone."""


class Imports(Protocol):
    """Which orders were brought in, and which drafts they became."""

    def add(self, batch: ImportBatch) -> None:
        """Keeps an import."""

    def get(self, account_id: str, batch_id: str) -> ImportBatch | None:
        """One by its id, else the account's last; None where there is none."""

    def remove(self, batch_id: str) -> None:
        """Forgets an import, and that its orders were ever here."""

    def shipments_of(self, account_id: str, keys: Sequence[str]) -> Mapping[str, str]:
        """By the order's key, the latest shipment it became that is still there."""


class Shipments(ShipmentList, Protocol):
    """The kept shipments, safe for several windows and commands on one database."""

    def add(self, record: ShipmentRecord) -> None:
        """Keeps a new one; raises InputError when its id is taken."""

    def add_all(self, records: Sequence[ShipmentRecord]) -> None:
        """Keeps all of them in one go, or none."""

    def get(self, shipment_id: str) -> ShipmentRecord:
        """One by id; raises InputError when there is none."""

    def update(
        self, shipment_id: str, change: Callable[[ShipmentRecord], ShipmentRecord]
    ) -> ShipmentRecord:
        """Reads, changes and writes one inside one transaction; the changed one."""

    def delete(self, shipment_ids: Sequence[str]) -> tuple[ShipmentRecord, ...]:
        """Takes them away and hands them out, so that `add` can bring them back (undo)."""


class DayRuns(Protocol):
    """The days that were confirmed: each call is on disk, synced, before it returns."""

    def begin(self, run: DayRun) -> None:
        """Keeps a new one; what was open of the same account is given up."""

    def put(self, run_id: str, row: DayRow) -> None:
        """Writes what became of one row."""

    def end(self, run_id: str, at: datetime) -> None:
        """Writes that it is over."""

    def get(self, run_id: str) -> DayRun:
        """One by id; raises InputError when there is none."""

    def unfinished(self, account_id: str) -> DayRun | None:
        """The one that was begun last and is not over."""
