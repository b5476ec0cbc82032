"""Brings orders in from files: read, compared with what is here, made into drafts, taken back."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.again import Again
from desktop_app.domain.errors import InputError, PostroomError
from desktop_app.domain.import_batch import Brought, ImportBatch, ImportedOrder
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shop import LeftOutOrder
from desktop_app.domain.shop_order import FileReport, ImportNote, OrderFile, ShopOrder, SkippedRow
from desktop_app.services.accounts import Accounts
from desktop_app.services.drafts import Drafts
from desktop_app.services.memory import Memory
from desktop_app.services.order_drafts import Rates, draft_of, updated
from desktop_app.services.order_merging import merged
from desktop_app.services.ports import Clock, Imports, OrderReader, Progress

NO_RATES: Rates = {}


class OrdersRead(NamedTuple):
    """What is in the files, nothing kept yet. `known`: by its key, the draft that an order is.

    `left_out` are orders of a shop that are not to be sent, `skipped` rows of files.
    """

    files: tuple[FileReport, ...]
    orders: tuple[ShopOrder, ...]
    skipped: tuple[SkippedRow, ...]
    notes: tuple[ImportNote, ...]
    known: Mapping[str, str]
    left_out: tuple[LeftOutOrder, ...] = ()

    @property
    def currencies(self) -> tuple[str, ...]:
        """The currencies for which a rate may be asked; pounds are none of them."""
        named = (code for order in self.orders for code in order.currencies)
        return tuple(dict.fromkeys(code for code in named if code != "GBP"))


class BroughtIn(NamedTuple):
    """An order, its draft, and what became of it; `why` it was kept as it was."""

    order: ShopOrder
    shipment_id: str
    what: Brought
    why: str = ""


class Imported(NamedTuple):
    """What an import did; `batch_id` takes it back, "" where it changed nothing."""

    batch_id: str
    orders: tuple[BroughtIn, ...]

    def count(self, what: Brought) -> int:
        """How many orders became that."""
        return sum(one.what is what for one in self.orders)


@dataclass(frozen=True)
class Importing:
    """Orders are recognised by platform and number, whatever file or shop they come from."""

    reader: OrderReader
    imports: Imports
    drafts: Drafts
    memory: Memory
    accounts: Accounts
    clock: Clock

    def read(self, paths: Sequence[Path], progress: Progress) -> OrdersRead:
        """All orders of all files, each once. Raises InputError for a file that is not there."""
        found: list[OrderFile] = []
        for done, path in enumerate(paths):
            progress.check()
            progress.report(f"Reading {path.name}", done, len(paths))
            found.append(self._read(path))
        orders, notes = merged(found)
        if len(found) > 1:
            found = [_named(one) for one in found]
        return OrdersRead(
            files=tuple(one.report for one in found),
            orders=orders,
            skipped=tuple(row for one in found for row in one.skipped),
            notes=(*(note for one in found for note in one.notes), *notes),
            known=self.known(orders),
        )

    def known(self, orders: Iterable[ShopOrder]) -> Mapping[str, str]:
        """By its key, the draft that an order is already."""
        keys = [order.key for order in orders if order.key]
        return self.imports.shipments_of(self.accounts.current.id, keys)

    def bring_in(
        self,
        orders: Sequence[ShopOrder],
        again: Again,
        progress: Progress,
        *,
        files: Sequence[str] = (),
        rates: Rates = NO_RATES,
    ) -> Imported:
        """Makes the drafts, all or none of the new ones; raises Cancelled, StorageError.

        An order that is here already is left out, brought up to date, or made once more.
        """
        known = {} if again is Again.NEW else self.known(orders)
        made = [self._draft(order, rates) for order in orders]
        new = [one for order, one in zip(orders, made, strict=True) if order.key not in known]
        progress.check()
        progress.report("Keeping the drafts", 0, len(new))
        records = iter(self.drafts.new_ones(new))
        brought, kept = [], []
        for order, draft in zip(orders, made, strict=True):
            if order.key not in known:
                record = next(records)
                brought.append(BroughtIn(order, record.id, Brought.MADE))
                kept.append(_kept(order, record.id, after=record.shipment))
                continue
            one, change = self._again(order, draft, known[order.key], again)
            brought.append(one)
            kept += [change] if change else []
        return Imported(self._keep(files, kept), tuple(brought))

    def undo(self, batch_id: str = "") -> int:
        """Takes an import back, else the last one; how many drafts are as they were before.

        What is ordered, paid or was changed by the user since stays. Raises InputError where
        there is nothing to take back.
        """
        batch = self.imports.get(self.accounts.current.id, batch_id)
        if batch is None:
            raise InputError("There is no import to take back.")
        count = sum(self._taken_back(one) for one in batch.orders)
        self.imports.remove(batch.id)
        return count

    def _read(self, path: Path) -> OrderFile:
        try:
            return self.reader.read(path)
        except OSError as failure:
            message = f"{path.name} cannot be read: {failure.strerror or failure}."
            raise InputError(message) from failure

    def _draft(self, order: ShopOrder, rates: Rates) -> Shipment:
        return draft_of(order, self.drafts.usual(), rates, self.memory.product)

    def _again(
        self, order: ShopOrder, made: Shipment, shipment_id: str, again: Again
    ) -> tuple[BroughtIn, ImportedOrder | None]:
        if again is Again.SKIP:
            return BroughtIn(order, shipment_id, Brought.KEPT, "It is here already."), None
        try:
            before = self.drafts.get(shipment_id)
            after = self.drafts.save(shipment_id, updated(before.shipment, made))
        except PostroomError as failure:
            return BroughtIn(order, shipment_id, Brought.KEPT, failure.message), None
        return BroughtIn(order, shipment_id, Brought.UPDATED), _kept(
            order, shipment_id, after=after.shipment, before=before.shipment
        )

    def _keep(self, files: Sequence[str], orders: Sequence[ImportedOrder]) -> str:
        if not orders:
            return ""
        batch = ImportBatch(
            id=uuid.uuid4().hex[:12],
            account_id=self.accounts.current.id,
            at=self.clock.now(),
            files=tuple(files),
            orders=tuple(orders),
        )
        self.imports.add(batch)
        return batch.id

    def _taken_back(self, one: ImportedOrder) -> bool:
        with suppress(PostroomError):  # gone, ordered or paid meanwhile: it stays as it is
            record = self.drafts.get(one.shipment_id)
            if record.shipment != one.after or _is_ordered(record):
                return False
            if one.before is None:
                self.drafts.delete([one.shipment_id])
            else:
                self.drafts.save(one.shipment_id, one.before)
            return True
        return False


def _is_ordered(record: ShipmentRecord) -> bool:
    return record.order is not None or record.is_locked


def _kept(
    order: ShopOrder, shipment_id: str, after: Shipment, before: Shipment | None = None
) -> ImportedOrder:
    return ImportedOrder(key=order.key, shipment_id=shipment_id, after=after, before=before)


def _named(one: OrderFile) -> OrderFile:
    """With the file's name in each of its rows: there are several files."""
    file = {"file": one.report.file}
    return one._replace(
        skipped=tuple(row.model_copy(update=file) for row in one.skipped),
        notes=tuple(note.model_copy(update=file) for note in one.notes),
    )
