"""What the services need from outside: each port is filled by one adapter, wired in `app.py`."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop_app.domain.account import Account
from desktop_app.domain.address import Address
from desktop_app.domain.country import CountryBook
from desktop_app.domain.day_run import DayRow, DayRun
from desktop_app.domain.import_batch import ImportBatch
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.label import Consignment, DocumentKind, KeptDocument, LabelSet
from desktop_app.domain.ledger import Sighting, TopUp
from desktop_app.domain.money import Price
from desktop_app.domain.order import Link, Order, OrderStatus
from desktop_app.domain.paper import LabelMedia, LabelPaper
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.place import CollectionDate, DropShop
from desktop_app.domain.quote import CourierService, Quote
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.refund import Refund
from desktop_app.domain.settings import Settings
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shop import CreatedShopOrder, NewShopOrder, ShopAccount, ShopOrders
from desktop_app.domain.shop_despatch import DespatchNews, DespatchResult
from desktop_app.domain.shop_order import OrderFile
from desktop_app.domain.tracking import TrackingEvent
from desktop_app.domain.value import Value


class Progress(Protocol):
    """Where long work says how far it is, and hears that it shall stop."""

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """What is being done; `total` 0: the end is not known."""

    def check(self) -> None:
        """Raises Cancelled once the user stopped it."""

    def wait(self, seconds: float) -> None:
        """Waits; raises Cancelled as soon as the user stops it."""


class Clock(Protocol):
    """The time, so that tests can move it."""

    def now(self) -> datetime:
        """Now, in UTC."""


class Broker(Protocol):
    """One account at Parcel2Go. Every call raises what `domain/errors.py` draws.

    Kilograms, centimetres and pounds on this side; metres and bare numbers stay on the wire.
    """

    @property
    def account(self) -> Account:
        """Whose it is."""

    def check(self) -> None:
        """Signs in and reads something small, within 8 s; raises what is wrong."""

    def countries(self) -> CountryBook:
        """The countries endpoint's rows."""

    def services(self) -> tuple[CourierService, ...]:
        """All active services."""

    def quotes(self, shipment: Shipment, service: str = "") -> tuple[Quote, ...]:
        """All services that take it, or the one with this slug; () when there are none."""

    def verify(self, shipment: Shipment, quote: Quote) -> Decimal:
        """The exact price in pounds with VAT; raises Refused with the fields."""

    def create_order(self, shipment: Shipment, quote: Quote, item_id: str) -> Order:
        """An unpaid order; `item_id` is our GUID for it. Without `said`, which is the caller's."""

    def read_order(self, order_id: str, order_hash: str) -> OrderStatus:
        """The order read back: whether it is paid, and its links."""

    def pay_with_prepay(self, order: Order) -> tuple[Link, ...]:
        """Sends the payment, exactly once and never again by itself; links to its papers."""

    def prepay_balance(self) -> Decimal:
        """What PrePay holds, in pounds."""

    def top_up_link(self, amount: Decimal) -> str:
        """A page of the service's where PrePay is topped up by this amount."""

    def collection_dates(self, service: str, sender: Address) -> tuple[CollectionDate, ...]:
        """The days a service can collect there."""

    def drop_shops(self, provider: str, location: str, country: str) -> tuple[DropShop, ...]:
        """Drop shops near a postcode or place, nearest first, each once."""

    def labels(self, order: Order, media: LabelMedia, kind: DocumentKind) -> LabelSet:
        """PDFs of an order: its labels or its customs papers; empty while there are none."""

    def consignments(self, order: Order) -> tuple[Consignment, ...]:
        """The couriers' numbers of its parcels; parcels without a number are left out."""

    def tracking(self, order_line_id: str) -> tuple[TrackingEvent, ...]:
        """What the courier told, newest first."""

    def document(self, url: str) -> bytes:
        """A document that an order links to; only from the account's own host."""

    def close(self) -> None:
        """Lets go of its connections."""


class Shop(Protocol):
    """One connected shop. Every call raises what `domain/errors.py` draws."""

    @property
    def account(self) -> ShopAccount:
        """Whose it is."""

    def check(self) -> None:
        """Reads something small with the shop's keys; raises what is wrong."""

    def orders_to_send(self, since: datetime | None, progress: Progress) -> ShopOrders:
        """What is ready to send; with `since`, where the shop can tell, what has changed then."""

    def order(self, number: str, progress: Progress) -> ShopOrders:
        """One order by the shop's own id of it, whatever has become of it; raises NotFound."""

    def create_order(self, wanted: NewShopOrder) -> CreatedShopOrder:
        """Enters an order, exactly once; InputError names what is still to be asked."""

    def despatch(self, news: DespatchNews) -> DespatchResult:
        """Says that it is on its way. Reads first: told twice, the shop is changed once."""

    def close(self) -> None:
        """Lets go of its connections."""


class PracticeAddress(NamedTuple):
    """Where the practice service listens, and the key to it."""

    base_url: str
    client_id: str
    client_secret: str


class PracticeService(Protocol):
    """Postroom's own practice service, started when it is first needed."""

    def start(self) -> PracticeAddress:
        """Starts it unless it runs; raises NoConnection when it does not come up."""

    def stop(self) -> None:
        """Stops it, if it was started here."""


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


class Journal(Protocol):
    """The attempt journal: each call is on disk, synced, before it returns."""

    def begin(self, attempt: Attempt) -> None:
        """Writes a started attempt; AlreadyBought when its shipment has a live or done payment."""

    def end(self, key: str, state: AttemptState, at: datetime, note: str = "") -> None:
        """Writes what became of it; UNCERTAIN keeps it live."""

    def live(self) -> tuple[Attempt, ...]:
        """Payments that were begun and not settled, oldest first."""

    def of_shipment(self, shipment_id: str) -> tuple[Attempt, ...]:
        """All attempts of one shipment, oldest first."""

    def begun_since(self, account_id: str, since: datetime) -> tuple[Attempt, ...]:
        """An account's payments begun at that time (UTC) or later, oldest first."""


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


class PurchaseRow(NamedTuple):
    """One order or payment as the journal has it, and the columns of its shipment's row.

    `price` is that of the shipment's own order, `kept_order_id`, which may be another one by now.
    All of the shipment is empty where its draft was deleted. `paid_at` is the service's word.
    """

    key: str
    kind: AttemptKind
    state: AttemptState
    amount: Decimal
    started_at: datetime
    ended_at: datetime | None
    order_id: str
    shipment_id: str
    reference: str = ""
    recipient: str = ""
    country: str = ""
    courier: str = ""
    service: str = ""
    shop: str = ""
    kept_order_id: str = ""
    price: Price | None = None
    paid_at: datetime | None = None
    collection_day: date | None = None
    is_scanned: bool = False


class Purchases(Protocol):
    """What the ledger reads of the journal."""

    def rows(self, account_id: str) -> Sequence[PurchaseRow]:
        """Orders and payments of an account, those that failed left out, oldest first."""


class Refunds(Protocol):
    """Money that was asked back, by the key of the payment it is about."""

    def all_of(self, account_id: str) -> tuple[Refund, ...]:
        """All of an account, oldest first."""

    def get(self, key: str) -> Refund | None:
        """The refund of one payment; None when none was asked for."""

    def change(self, key: str, change: Callable[[Refund | None], Refund | None]) -> Refund | None:
        """Reads, changes and writes one inside one transaction; None: there is none (any more)."""


class TopUps(Protocol):
    """Money that came into PrePay, seen by its balance."""

    def all_of(self, account_id: str) -> tuple[TopUp, ...]:
        """All that were seen of an account, oldest first."""

    def see(self, sighting: Sighting) -> TopUp | None:
        """Keeps what PrePay rose by since it was last seen, beside what was paid out of it.

        Says nothing while a payment is in hand, or was when the balance was asked for: nobody
        can tell then what the number holds.
        """

    def forget(self, key: str) -> None:
        """Takes one away."""


class DocumentName(NamedTuple):
    """Which document of a shipment: what it is, for which medium, the how-manieth."""

    kind: DocumentKind
    media: LabelMedia
    number: int = 1


class LabelVault(Protocol):
    """Documents on disk: written whole or not at all, known by their SHA-256."""

    def keep(self, shipment_id: str, name: DocumentName, pdf: bytes, at: datetime) -> KeptDocument:
        """Writes one PDF; an earlier one of this shipment with the same name is replaced."""

    def read(self, document: KeptDocument) -> bytes:
        """Its bytes; raises LabelDamaged when they are gone or changed."""


class Secrets(Protocol):
    """The operating system's key vault."""

    def get(self, account_id: str) -> str:
        """The secret, or "" when none is kept; raises KeyVaultError when the vault is locked."""

    def put(self, account_id: str, secret: str) -> None:
        """Keeps it. Raises KeyVaultError when the vault refuses; then it holds for this run."""

    def forget(self, account_id: str) -> None:
        """Removes it."""


class SettingsStore(Protocol):
    """The settings file; a damaged one is set aside and named, never silently replaced."""

    def load(self) -> Settings:
        """The settings as they are now."""

    def save(self, settings: Settings) -> None:
        """Writes them whole or not at all."""


class SavedAddress(Value):
    """An address in the address book."""

    id: str
    address: Address
    last_used: datetime


class AddressBook(Protocol):
    """Recipients that were used before."""

    def entries(self) -> tuple[SavedAddress, ...]:
        """All of them, last used first."""

    def remember(self, address: Address, at: datetime) -> None:
        """Adds it, or moves the same person at the same postcode to the front."""

    def correct(self, entry_id: str, address: Address) -> None:
        """Puts another address in an entry's place; nothing if the entry is gone."""

    def delete(self, entry_id: str) -> None:
        """Takes one away."""


class ProductMemory(Protocol):
    """What customs was last told about each product, by SKU or by description."""

    def remember(self, lines: Sequence[ContentsLine]) -> None:
        """Keeps the lines' commodity code, origin, value and weight."""

    def products(self) -> tuple[ContentsLine, ...]:
        """All of them, last used first."""


class KeptCountries(NamedTuple):
    """The countries as they were last read."""

    book: CountryBook
    read_at: datetime


class CountryCache(Protocol):
    """The countries endpoint's last answer, for offline use."""

    def load(self, account_id: str) -> KeptCountries | None:
        """What was kept, or None."""

    def save(self, account_id: str, kept: KeptCountries) -> None:
        """Keeps it."""


@dataclass(frozen=True)
class PagePicture:
    """One rendered page: `pixels` is RGBA, row after row, `width` by `height` dots.

    `width_mm` and `height_mm` are the page's true size.
    """

    width: int
    height: int
    pixels: bytes
    width_mm: float
    height_mm: float


class PrintJob(Protocol):
    """Labels of many shipments, and packing slips between them, as they leave the printer."""

    def add(self, labels: Sequence[bytes], slip_of: Shipment | None = None) -> None:
        """A shipment's labels, then its packing slip if wanted.

        Raises LabelDamaged, and then has taken none of them.
        """

    def pdf(self) -> bytes:
        """One PDF of all that was added; asked for once, at the end."""


class Papers(Protocol):
    """Turns the service's PDFs into what is printed, and draws Postroom's own papers."""

    def impose(self, labels: Sequence[bytes], paper: LabelPaper) -> bytes:
        """One PDF of all labels on this paper, each at its true size."""

    def print_job(self, paper: LabelPaper, day: date) -> AbstractContextManager[PrintJob]:
        """A new job on this paper; `day` stands on its packing slips."""

    def packing_slip(self, shipment: Shipment, paper: LabelPaper, day: date) -> bytes:
        """What is in a shipment, as large as the paper that its labels come on."""

    def despatch_list(self, courier: str, records: Sequence[ShipmentRecord], day: date) -> bytes:
        """What a courier was handed, in this order, with a line to sign; A4."""

    def pictures(self, pdf: bytes, dots_per_inch: float) -> tuple[PagePicture, ...]:
        """Every page rendered."""


@dataclass(frozen=True)
class PrinterChoice:
    """A printer of this computer; `is_label_printer` when its paper is about 4x6 inches."""

    name: str
    description: str
    is_default: bool = False
    is_label_printer: bool = False


class Printers(Protocol):
    """The system's printers."""

    def available(self) -> tuple[PrinterChoice, ...]:
        """All of them, the default first."""

    def print_pdf(self, pdf: bytes, printer: str, title: str) -> None:
        """Spools every page at true size; raises PrintFailed. `printer` "" is the default."""

    def print_with_dialog(self, parent: object, pdf: bytes, title: str) -> str | None:
        """Asks with the system's dialog, then spools; the printer, or None when it was cancelled.

        `parent` is the window that asks; only the adapter knows what that is.
        """
