"""A whole Office on fakes: for tests of services and pages that are not about adapters."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from desktop_app.domain.account import Account
from desktop_app.domain.address import Address
from desktop_app.domain.errors import PrintFailed
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.parcel import Parcel
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.settings import Settings
from desktop_app.domain.shipment import Shipment
from desktop_app.services.office import Office
from desktop_app.services.ports import (
    Broker,
    KeptCountries,
    PagePicture,
    PracticeAddress,
    PrinterChoice,
    PrintJob,
)
from desktop_app.services.sign_in import SignIn
from desktop_app.services.wiring import Outside, office_on
from desktop_app.shops.files.order_file import OrderFiles
from tests.fakes.fake_broker import FakeBroker
from tests.fakes.fake_browser import FakeBrowser
from tests.fakes.fake_shop import FakeShop
from tests.fakes.memory_imports import MemoryImports
from tests.fakes.memory_ledger import MemoryPurchases, MemoryRefunds, MemoryTopUps
from tests.fakes.memory_shops import MemoryOutbox, MemoryShopOrders, MemoryShops
from tests.fakes.memory_stores import (
    MemoryAddressBook,
    MemoryCountries,
    MemoryDayRuns,
    MemoryJournal,
    MemoryProducts,
    MemorySecrets,
    MemorySettings,
    MemoryShipments,
    MemoryVault,
)

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SENDER = Address(
    name="Jo Mason", organisation="Mason Prints", email="jo@example.com", phone="07700900123",
    property="1", street="Raleigh Street", town="Scarborough", county="North Yorkshire",
    postcode="YO12 7JZ", country="GBR",
)  # fmt: skip
RECIPIENT = Address(
    name="Ann Field", email="ann@example.com", phone="07700900456", property="11",
    street="Saville Street", town="Malton", postcode="YO17 7LL", country="GBR",
)  # fmt: skip
PARCEL = Parcel(
    weight_kg=Decimal("1.5"), length_cm=Decimal(30), width_cm=Decimal(20), height_cm=Decimal(10),
    contents_summary="Slippers",
)  # fmt: skip
WHOLE = Shipment(
    reference="ORD-1001", sender=SENDER, recipient=RECIPIENT, parcels=(PARCEL,),
    value_gbp=Decimal(45),
)  # fmt: skip


@dataclass
class FakeClock:
    """Fills `Clock`; stands still until it is moved."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        """Moves on by `timedelta(**by)`."""
        self.moment += timedelta(**by)


class FakePractice:
    """Fills `PracticeService` without a process."""

    def start(self) -> PracticeAddress:
        return PracticeAddress("http://127.0.0.1:9", "0" * 32 + ":practice", "secret")

    def stop(self) -> None:
        """Nothing to stop."""


@dataclass
class FakePrintJob:
    """Fills `PrintJob`: its PDF is the first label that was added."""

    labels: list[bytes] = field(default_factory=list)

    def add(self, labels: Sequence[bytes], slip_of: Shipment | None = None) -> None:
        self.labels += labels

    def pdf(self) -> bytes:
        return self.labels[0]


class FakePapers:
    """Fills `Papers`: hands the first label on, and shows blank pages."""

    def impose(self, labels: Sequence[bytes], paper: LabelPaper) -> bytes:
        return labels[0]

    def print_job(self, paper: LabelPaper, day: date) -> AbstractContextManager[PrintJob]:
        return nullcontext(FakePrintJob())

    def packing_slip(self, shipment: Shipment, paper: LabelPaper, day: date) -> bytes:
        return b"%PDF packing slip"

    def despatch_list(self, courier: str, records: Sequence[ShipmentRecord], day: date) -> bytes:
        return b"%PDF despatch list"

    def pictures(self, pdf: bytes, dots_per_inch: float) -> tuple[PagePicture, ...]:
        return (PagePicture(20, 30, b"\xff" * (20 * 30 * 4), 101.6, 152.4),)


@dataclass
class FakePrinters:
    """Fills `Printers`; `printed` holds (printer, size of the PDF)."""

    choices: tuple[PrinterChoice, ...] = (
        PrinterChoice("Office A4", "Laser", is_default=True),
        PrinterChoice("Bench 4x6", "Thermal", is_label_printer=True),
    )
    printed: list[tuple[str, int]] = field(default_factory=list)
    broken: bool = False
    chosen_in_dialog: str | None = "Office A4"

    def available(self) -> tuple[PrinterChoice, ...]:
        return self.choices

    def print_pdf(self, pdf: bytes, printer: str, title: str) -> None:
        if self.broken:
            raise PrintFailed("The printer did not take the job.")
        self.printed.append((printer, len(pdf)))

    def print_with_dialog(self, parent: Any, pdf: bytes, title: str) -> str | None:  # noqa: ANN401
        if self.chosen_in_dialog:
            self.print_pdf(pdf, self.chosen_in_dialog, title)
        return self.chosen_in_dialog


@dataclass
class FakeOffice:
    """The fakes behind an Office, to look into and to break."""

    office: Office
    broker: FakeBroker
    shipments: MemoryShipments
    journal: MemoryJournal
    vault: MemoryVault
    secrets: MemorySecrets
    settings: MemorySettings
    clock: FakeClock
    printers: FakePrinters
    purchases: MemoryPurchases
    shop_orders: MemoryShopOrders
    made: list[tuple[Account, str]]
    browser: FakeBrowser


def make_office(settings: Settings | None = None, broker: FakeBroker | None = None) -> FakeOffice:
    """An Office whose Practice account is a FakeBroker; its countries are already known.

    Connecting another account gives that account a FakeBroker of its own, noted in `made`.
    """
    given = broker or FakeBroker()
    stores = MemorySettings(settings or Settings(welcomed=True, sender=SENDER))
    shipments, journal, vault = MemoryShipments(), MemoryJournal(), MemoryVault()
    secrets, clock, printers = MemorySecrets(), FakeClock(), FakePrinters()
    purchases, shop_orders = MemoryPurchases(shipments, journal), MemoryShopOrders()
    made: list[tuple[Account, str]] = []
    browser = FakeBrowser()

    def make_broker(account: Account, secret: str) -> Broker:
        made.append((account, secret))
        given.account = account
        return given

    cache = MemoryCountries()
    cache.save("practice", KeptCountries(given.book, clock.now()))
    office = office_on(
        Outside(
            shipments=shipments,
            listing=shipments,
            journal=journal,
            day_runs=MemoryDayRuns(),
            purchases=purchases,
            refunds=MemoryRefunds(),
            top_ups=MemoryTopUps(journal),
            vault=vault,
            address_book=MemoryAddressBook(),
            products=MemoryProducts(),
            imports=MemoryImports(shipments),
            order_reader=OrderFiles(),
            countries=cache,
            secrets=secrets,
            settings=stores,
            practice=FakePractice(),
            make_broker=make_broker,
            sign_in=SignIn(browser.listener, browser.open),
            shop_book=MemoryShops(),
            shop_orders=shop_orders,
            outbox=MemoryOutbox(),
            make_shop=FakeShop,
            papers=FakePapers(),
            printers=printers,
            clock=clock,
        )
    )
    return FakeOffice(
        office, given, shipments, journal, vault, secrets, stores, clock, printers, purchases,
        shop_orders, made, browser,
    )  # fmt: skip
