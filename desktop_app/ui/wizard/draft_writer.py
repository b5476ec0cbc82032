"""Writes a draft from any thread so that an older one never takes a newer one's place."""

import threading
from collections.abc import Callable

from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.services.drafts import Drafts


class DraftWriter:
    """Writes get a number in the order in which they were asked for.

    One that comes too late (its thread was slow, a newer draft is on disk) writes nothing.
    `known` is the draft as it was last read or written here: what is written takes the place of
    that one only.
    """

    def __init__(self, drafts: Drafts, shipment_id: str, known: Shipment) -> None:
        self.known = known
        self._drafts = drafts
        self._id = shipment_id
        self._asked = 0
        self._written = 0
        self._lock = threading.Lock()

    def prepare(self, draft: Shipment) -> Callable[[], ShipmentRecord]:
        """Asked in the window's thread; the call it gives writes, in any thread.

        That call hands out the record as it then is on disk; it raises StorageError, DraftChanged
        when it was changed elsewhere, or AlreadyBought when the shipment was paid there.
        """
        self._asked += 1
        number = self._asked

        def write() -> ShipmentRecord:
            with self._lock:
                if number < self._written:
                    return self._drafts.get(self._id)
                record = self._drafts.save(self._id, draft, self.known)
                self.known = record.shipment
                self._written = number
                return record

        return write
