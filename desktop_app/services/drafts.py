"""Making, changing, copying and deleting drafts: all on this computer, without any network."""

import uuid
from collections.abc import Sequence
from contextlib import suppress

from desktop_app.domain.errors import (
    AlreadyBought,
    DraftChanged,
    InputError,
    MayBePaid,
    PostroomError,
)
from desktop_app.domain.record import ShipmentRecord, Stage, with_draft
from desktop_app.domain.shipment import Shipment
from desktop_app.services.accounts import Accounts
from desktop_app.services.clock import local_day
from desktop_app.services.naming import listed, shipment_name
from desktop_app.services.ports import (
    Clock,
    Progress,
    SettingsStore,
    ShipmentList,
    ShipmentRow,
    Shipments,
)


class Drafts:
    """The shipments of the current account, and every change a user makes to one."""

    def __init__(
        self,
        shipments: Shipments,
        listing: ShipmentList,
        accounts: Accounts,
        settings: SettingsStore,
        clock: Clock,
    ) -> None:
        self._shipments = shipments
        self._listing = listing
        self._accounts = accounts
        self._settings = settings
        self._clock = clock

    def rows(self) -> Sequence[ShipmentRow]:
        """What the list shows, newest first."""
        return self._listing.rows(self._accounts.current.id)

    def to_buy(self, progress: Progress) -> tuple[ShipmentRecord, ...]:
        """All that are not paid and not being paid, the oldest first."""
        ids = [row.id for row in self.rows() if row.stage in (Stage.DRAFT, Stage.TO_PAY)]
        return self.several(ids[::-1], progress)

    def several(self, ids: Sequence[str], progress: Progress) -> tuple[ShipmentRecord, ...]:
        """Those with these ids, in their order; one that was deleted meanwhile is left out."""
        found = []
        for shipment_id in ids:
            progress.check()
            with suppress(InputError):
                found.append(self._shipments.get(shipment_id))
        return tuple(found)

    def get(self, shipment_id: str) -> ShipmentRecord:
        """One shipment; raises InputError when there is none with this id."""
        return self._shipments.get(shipment_id)

    def new(self, shipment: Shipment | None = None) -> ShipmentRecord:
        """Keeps a new draft, filled with the user's own address and usual answers."""
        record = self._record(shipment or self.usual())
        self._shipments.add(record)
        return record

    def new_ones(self, shipments: Sequence[Shipment]) -> tuple[ShipmentRecord, ...]:
        """Keeps all of these as new drafts, or none of them."""
        records = tuple(self._record(shipment) for shipment in shipments)
        self._shipments.add_all(records)
        return records

    def _record(self, shipment: Shipment) -> ShipmentRecord:
        now = self._clock.now()
        return ShipmentRecord(
            id=uuid.uuid4().hex[:12],
            account_id=self._accounts.current.id,
            created_at=now,
            updated_at=now,
            shipment=shipment,
        )

    def usual(self) -> Shipment:
        """An empty draft with what the settings know."""
        settings = self._settings.load()
        return Shipment(sender=settings.sender, customs=settings.customs, extras=settings.extras)

    def save(
        self, shipment_id: str, shipment: Shipment, known: Shipment | None = None
    ) -> ShipmentRecord:
        """Keeps a changed draft; raises AlreadyBought once it is paid or being paid.

        `known` is the draft the change was made to: DraftChanged when it is another by now, since
        the last to save would take away what the first has typed.
        """

        def change(record: ShipmentRecord) -> ShipmentRecord:
            if record.is_locked and shipment != record.shipment:
                message = "This shipment is paid or being paid: it can no longer be changed."
                raise AlreadyBought(message, advice="Use “Send again” to make a new one of it.")
            if known is not None and record.shipment not in (known, shipment):
                raise DraftChanged("This draft was changed in another window or at another desk.")
            return with_draft(record, shipment, self._clock.now())

        return self._shipments.update(shipment_id, change)

    def send_again(self, shipment_id: str) -> ShipmentRecord:
        """A new draft with the same addresses and parcels, on purpose a shipment of its own."""
        shipment = self._shipments.get(shipment_id).shipment
        day = shipment.collection_date
        over = day is not None and day < local_day(self._clock.now())
        return self.new(shipment.model_copy(update={"collection_date": None}) if over else shipment)

    def delete(
        self, shipment_ids: Sequence[str], *, anyway: bool = False
    ) -> tuple[ShipmentRecord, ...]:
        """Takes drafts away and hands them out for `restore`.

        Raises AlreadyBought when one of them is paid or being paid: its label is kept for ever; or
        MayBePaid when its payment page was opened, for only the record knows, unless the user
        wants it gone `anyway`.
        """
        records = [self._shipments.get(shipment_id) for shipment_id in shipment_ids]
        if any(record.is_locked for record in records):
            message = "A paid shipment is kept: its label belongs to it."
            raise AlreadyBought(message, advice="Only drafts and unpaid orders can be deleted.")
        if not anyway:
            _require_unopened(records)
        return self._shipments.delete(shipment_ids)

    def restore(self, records: Sequence[ShipmentRecord]) -> None:
        """Brings deleted ones back (undo); one that is there already stays as it is.

        Raises what the disk said, once all others are back.
        """
        failures = []
        for record in records:
            try:
                self._shipments.add(record)
            except InputError:
                continue
            except PostroomError as failure:
                failures.append(failure)
        if failures:
            raise failures[0]


def _require_unopened(records: Sequence[ShipmentRecord]) -> None:
    opened = [_name(record) for record in records if record.opened]
    if opened:
        raise MayBePaid(
            f"{listed(opened)} can still be paid for: the payment page was opened.",
            advice="If it is paid there once it is deleted, Postroom has no label for it.",
        )


def _name(record: ShipmentRecord) -> str:
    shipment = record.shipment
    return shipment_name(shipment.reference, shipment.recipient.name, record.id)
