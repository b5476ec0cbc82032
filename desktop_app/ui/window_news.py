"""Says along the window's edges what happens by itself: payments, labels, counts, balance."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.domain.errors import KeyVaultError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.shipments.filters import Filter, counts

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace


class WindowNews(QObject):
    """Listens to the list and to the upkeep of a window, as long as that lives."""

    def __init__(self, window: "Workspace", place: str, ledger: str) -> None:
        super().__init__(window)
        self._window = window
        self._place, self._ledger = place, ledger
        self._noticed: tuple[str, ...] = ()
        self._locked = ""
        upkeep = window.upkeep
        window.list.counted.connect(self._counted)
        window.screens.moved.connect(self._moved)
        window.background.changed.connect(self._say_notices)
        upkeep.paid.connect(self._paid)
        upkeep.labels_kept.connect(self._labels_kept)
        upkeep.balance_read.connect(self._balance_read)
        upkeep.balance_unknown.connect(self._balance_unknown)
        upkeep.offline.connect(self._set_offline)
        upkeep.refunds_due.connect(self._refunds_due)

    @Slot(object)
    def _counted(self, rows: Sequence[ShipmentRow]) -> None:
        found = counts(rows)
        words = []
        if found[Filter.TO_PAY]:
            words.append(self.tr("{0} to pay").format(found[Filter.TO_PAY]))
        if found[Filter.TO_PRINT]:
            words.append(self.tr("{0} to print").format(found[Filter.TO_PRINT]))
        self._window.rail.set_count(self._place, ", ".join(words))
        self._window.upkeep.follow(rows)

    @Slot()
    def _moved(self) -> None:
        wizard = self._window.wizard
        self._window.upkeep.late_labels.leave(wizard.session.record.id if wizard else "")

    @Slot()
    def _say_notices(self) -> None:
        """How files were found, as a damaged one that was set aside: by whichever job it was."""
        notices = self._window.office.notices
        if notices == self._noticed:
            return
        self._noticed = notices
        self._window.notices.show_message("\n".join(notices), "warning")
        self._window.list.reload()

    @Slot(object)
    def _paid(self, record: ShipmentRecord) -> None:
        name = record.shipment.recipient.name
        self._window.toast.show_message(self.tr("The parcel to {0} is paid.").format(name))
        self._window.list.reload()
        self._window.upkeep.read_balance()

    @Slot(object)
    def _labels_kept(self, record: ShipmentRecord) -> None:
        """A label that came is no news where the day's whole table says so."""
        screens = self._window.screens
        name = record.shipment.recipient.name
        if record.trouble:
            words = self.tr("Not every label for {0} could be made.")
            self._window.toast.show_message(words.format(name))
        elif screens.currentWidget() is not screens.day:
            self._window.toast.show_message(self.tr("The label for {0} is here.").format(name))
        self._window.list.reload()

    @Slot(object)
    def _balance_read(self, balance: Decimal | None) -> None:
        self._window.card.set_balance(balance)
        if self._locked and self._window.notices.text == self._locked:
            self._window.notices.clear()
        self._locked = ""

    @Slot(object)
    def _balance_unknown(self, error: Exception) -> None:
        """A locked key vault stands in the way of everything, so it is said where all see it."""
        self._window.card.set_balance(None, why=str(error))
        if isinstance(error, KeyVaultError):
            self._locked = f"{error.message} {error.advice}"
            self._window.notices.show_message(self._locked, "warning")

    @Slot(object)
    def _set_offline(self, offline: object) -> None:
        self._window.status.set_offline(bool(offline))

    @Slot(int)
    def _refunds_due(self, count: int) -> None:
        words = self.tr("{0} never scanned").format(count) if count else ""
        self._window.rail.set_count(self._ledger, words)
