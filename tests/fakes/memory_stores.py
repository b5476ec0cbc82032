"""In-memory stand-ins for the storage ports: the same promises, no disk."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from desktop_app.domain.address import Address
from desktop_app.domain.day_run import DayRow, DayRun
from desktop_app.domain.errors import AlreadyBought, InputError, LabelDamaged
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.label import KeptDocument
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.settings import Settings
from desktop_app.services.ports import DocumentName, KeptCountries, SavedAddress, ShipmentRow


class MemoryShipments:
    """Fills `Shipments`; `fails_with` is raised by the next write."""

    def __init__(self) -> None:
        self.records: dict[str, ShipmentRecord] = {}
        self.fails_with: Exception | None = None
        self._lock = threading.RLock()

    def add(self, record: ShipmentRecord) -> None:
        self._may_fail()
        if record.id in self.records:
            raise InputError(f"There is a shipment {record.id} already.")
        self.records[record.id] = record

    def add_all(self, records: Sequence[ShipmentRecord]) -> None:
        self._may_fail()
        self.records |= {record.id: record for record in records}

    def get(self, shipment_id: str) -> ShipmentRecord:
        try:
            return self.records[shipment_id]
        except KeyError:
            raise InputError(f"There is no shipment {shipment_id}.") from None

    def update(
        self, shipment_id: str, change: Callable[[ShipmentRecord], ShipmentRecord]
    ) -> ShipmentRecord:
        with self._lock:
            self._may_fail()
            self.records[shipment_id] = change(self.get(shipment_id))
            return self.records[shipment_id]

    def rows(self, account_id: str) -> Sequence[ShipmentRow]:
        records = [one for one in list(self.records.values()) if one.account_id == account_id]
        return [_row(one) for one in sorted(records, key=lambda one: one.created_at, reverse=True)]

    def delete(self, shipment_ids: Sequence[str]) -> tuple[ShipmentRecord, ...]:
        self._may_fail()
        return tuple(self.records.pop(one) for one in shipment_ids)

    def _may_fail(self) -> None:
        failure, self.fails_with = self.fails_with, None
        if failure:
            raise failure


def _row(record: ShipmentRecord) -> ShipmentRow:
    to, choice = record.shipment.recipient, record.choice
    return ShipmentRow(
        id=record.id,
        stage=record.stage,
        reference=record.shipment.reference,
        recipient=to.name,
        destination=to.town,
        country=to.country,
        service=choice.quote.service.name if choice else "",
        courier=choice.quote.service.courier if choice else "",
        total=record.price.total if record.price else None,
        consignment=", ".join(one.number for one in record.consignments),
        trouble=record.trouble,
        created_at=record.created_at,
        updated_at=record.updated_at,
    )


_LIVE = (AttemptState.STARTED, AttemptState.UNCERTAIN)


class MemoryJournal:
    """Fills `Journal`."""

    def __init__(self) -> None:
        self.attempts: dict[str, Attempt] = {}
        self._lock = threading.Lock()

    def begin(self, attempt: Attempt) -> None:
        with self._lock:
            if attempt.kind is not AttemptKind.ORDER:
                self._refuse_second(attempt.shipment_id)
            self.attempts[attempt.key] = attempt

    def end(self, key: str, state: AttemptState, at: datetime, note: str = "") -> None:
        update = {"state": state, "ended_at": at, "note": note}
        self.attempts[key] = self.attempts[key].model_copy(update=update)

    def live(self) -> tuple[Attempt, ...]:
        return tuple(one for one in self._payments() if one.state in _LIVE)

    def of_shipment(self, shipment_id: str) -> tuple[Attempt, ...]:
        return tuple(one for one in self.attempts.values() if one.shipment_id == shipment_id)

    def begun_since(self, account_id: str, since: datetime) -> tuple[Attempt, ...]:
        own = (one for one in self._payments() if one.account_id == account_id)
        return tuple(one for one in own if one.started_at >= since)

    def _payments(self) -> list[Attempt]:
        return [one for one in self.attempts.values() if one.kind is not AttemptKind.ORDER]

    def _refuse_second(self, shipment_id: str) -> None:
        for one in self._payments():
            if one.shipment_id == shipment_id and one.state is not AttemptState.FAILED:
                raise AlreadyBought("A payment for this shipment is in hand or made.")


class MemoryDayRuns:
    """Fills `DayRuns`."""

    def __init__(self) -> None:
        self.runs: dict[str, DayRun] = {}
        self._lock = threading.Lock()

    def begin(self, run: DayRun) -> None:
        if before := self.unfinished(run.account_id):
            self.end(before.id, run.begun_at)
        self.runs[run.id] = run

    def put(self, run_id: str, row: DayRow) -> None:
        with self._lock:
            run = self.runs[run_id]
            rows = (row if one.shipment_id == row.shipment_id else one for one in run.rows)
            self.runs[run_id] = run.model_copy(update={"rows": tuple(rows)})

    def end(self, run_id: str, at: datetime) -> None:
        self.runs[run_id] = self.runs[run_id].model_copy(update={"ended_at": at})

    def get(self, run_id: str) -> DayRun:
        return self.runs[run_id]

    def unfinished(self, account_id: str) -> DayRun | None:
        own = (one for one in self.runs.values() if one.account_id == account_id)
        return next((one for one in own if one.ended_at is None), None)


class MemoryVault:
    """Fills `LabelVault`."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def keep(self, shipment_id: str, name: DocumentName, pdf: bytes, at: datetime) -> KeptDocument:
        file = f"{shipment_id}/{name.kind}-{name.media}-{name.number}.pdf"
        self.files[file] = pdf
        return KeptDocument(
            kind=name.kind,
            media=name.media,
            number=name.number,
            file=file,
            sha256="0" * 64,
            size_bytes=len(pdf),
            kept_at=at,
        )

    def read(self, document: KeptDocument) -> bytes:
        if document.file not in self.files:
            raise LabelDamaged("The kept label is gone.")
        return self.files[document.file]


class MemorySettings:
    """Fills `SettingsStore`."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def load(self) -> Settings:
        return self.settings

    def save(self, settings: Settings) -> None:
        self.settings = settings


class MemorySecrets:
    """Fills `Secrets`; `fails_with` is raised by every call while it is set."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self.fails_with: Exception | None = None

    def get(self, account_id: str) -> str:
        self._may_fail()
        return self.secrets.get(account_id, "")

    def put(self, account_id: str, secret: str) -> None:
        self._may_fail()
        self.secrets[account_id] = secret

    def forget(self, account_id: str) -> None:
        self.secrets.pop(account_id, None)

    def _may_fail(self) -> None:
        if self.fails_with:
            raise self.fails_with


class MemoryAddressBook:
    """Fills `AddressBook`."""

    def __init__(self) -> None:
        self.saved: list[SavedAddress] = []

    def entries(self) -> tuple[SavedAddress, ...]:
        return tuple(self.saved)

    def remember(self, address: Address, at: datetime) -> None:
        same = (address.name, address.postcode)
        others = [one for one in self.saved if (one.address.name, one.address.postcode) != same]
        entry = SavedAddress(id=f"a{len(self.saved)}", address=address, last_used=at)
        self.saved = [entry, *others]

    def correct(self, entry_id: str, address: Address) -> None:
        self.saved = [
            one.model_copy(update={"address": address}) if one.id == entry_id else one
            for one in self.saved
        ]

    def delete(self, entry_id: str) -> None:
        self.saved = [one for one in self.saved if one.id != entry_id]


class MemoryProducts:
    """Fills `ProductMemory`."""

    def __init__(self) -> None:
        self.lines: list[ContentsLine] = []

    def remember(self, lines: Sequence[ContentsLine]) -> None:
        known = {line.description for line in lines}
        self.lines = [*lines, *(one for one in self.lines if one.description not in known)]

    def products(self) -> tuple[ContentsLine, ...]:
        return tuple(self.lines)


class MemoryCountries:
    """Fills `CountryCache`."""

    def __init__(self) -> None:
        self.kept: dict[str, KeptCountries] = {}

    def load(self, account_id: str) -> KeptCountries | None:
        return self.kept.get(account_id)

    def save(self, account_id: str, kept: KeptCountries) -> None:
        self.kept[account_id] = kept
