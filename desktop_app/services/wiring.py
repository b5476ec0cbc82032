"""The services as they stand on one another, once everything from outside is given."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.account import Account, Environment
from desktop_app.services.accounts import Accounts, BrokerMaker
from desktop_app.services.at_stake import at_stake
from desktop_app.services.booking import Booking
from desktop_app.services.browser_sign_in import BrowserSignIn
from desktop_app.services.combining import Combining
from desktop_app.services.countries import Countries
from desktop_app.services.day_booking import DayBooking
from desktop_app.services.day_papers import DayPapers
from desktop_app.services.despatching import Despatching
from desktop_app.services.drafts import Drafts
from desktop_app.services.duplicates import Duplicates
from desktop_app.services.importing import Importing
from desktop_app.services.labelling import Labelling
from desktop_app.services.ledger import Ledger
from desktop_app.services.memory import Memory
from desktop_app.services.office import Office
from desktop_app.services.ordering import Ordering
from desktop_app.services.paying import Paying
from desktop_app.services.ports import (
    AddressBook,
    Clock,
    CountryCache,
    DayRuns,
    Imports,
    Journal,
    LabelVault,
    OrderReader,
    Papers,
    PracticeService,
    Printers,
    ProductMemory,
    Purchases,
    Refunds,
    Secrets,
    SettingsStore,
    ShipmentList,
    Shipments,
    TopUps,
)
from desktop_app.services.ports.shop_book import Outbox, ShopBook, ShopOrderBook
from desktop_app.services.preflight import Preflight
from desktop_app.services.quoting import Quoting
from desktop_app.services.settling import Settling
from desktop_app.services.shop_importing import ShopImporting
from desktop_app.services.shops import ShopMaker, Shops
from desktop_app.services.sign_in import SignIn
from desktop_app.services.spending import Spending
from desktop_app.services.tracking import Tracking


def _nothing() -> None:
    """Nothing else is held."""


@dataclass(frozen=True, kw_only=True)
class Outside:
    """Everything the services need from outside, one adapter for each port.

    `this_run` is the account a command asks for (see Accounts). `let_go` closes what the adapters
    hold; `read_notices` tells how they found their files.
    """

    shipments: Shipments
    listing: ShipmentList
    journal: Journal
    day_runs: DayRuns
    purchases: Purchases
    refunds: Refunds
    top_ups: TopUps
    vault: LabelVault
    address_book: AddressBook
    products: ProductMemory
    imports: Imports
    order_reader: OrderReader
    countries: CountryCache
    secrets: Secrets
    settings: SettingsStore
    practice: PracticeService
    make_broker: BrokerMaker
    sign_in: SignIn
    shop_book: ShopBook
    shop_orders: ShopOrderBook
    outbox: Outbox
    make_shop: ShopMaker
    papers: Papers
    printers: Printers
    clock: Clock
    this_run: tuple[Account, str] | Environment | None = None
    data_folder: Path | None = None
    read_notices: Callable[[], tuple[str, ...]] = tuple
    let_go: Callable[[], None] = _nothing


def office_on(outside: Outside) -> Office:
    """Every service on these adapters."""
    shipments, journal, clock = outside.shipments, outside.journal, outside.clock
    settings = outside.settings
    accounts = _accounts(outside)
    countries = Countries(accounts, outside.countries, clock)
    memory = Memory(outside.address_book, outside.products, clock)
    quoting = Quoting(shipments, accounts, countries, clock)
    ordering = Ordering(shipments, accounts, journal, memory, clock)
    booking = Booking(quoting, ordering, countries)
    settling = Settling(shipments, accounts, journal, clock)
    spending = Spending(journal, settings, clock)
    ledger = _ledger(outside, accounts)
    paying = Paying(
        shipments, accounts, journal, settling, spending, clock, on_balance=ledger.see_balance
    )
    duplicates = Duplicates(shipments, clock)
    labelling = Labelling(shipments, accounts, outside.vault, outside.papers, clock)
    day = DayBooking(
        shipments, booking, paying, settling, spending, labelling, outside.day_runs, clock
    )
    shops = Shops(outside.shop_book, outside.shop_orders, outside.secrets, outside.make_shop, clock)
    drafts = Drafts(shipments, outside.listing, accounts, settings, clock)
    importing = Importing(outside.order_reader, outside.imports, drafts, memory, accounts, clock)
    return Office(
        accounts=accounts,
        browser_sign_in=BrowserSignIn(accounts, outside.sign_in, clock),
        countries=countries,
        drafts=drafts,
        combining=Combining(drafts, quoting, settings),
        quoting=quoting,
        ordering=ordering,
        booking=booking,
        preflight=Preflight(shipments, booking, paying, duplicates, settings, clock),
        day=day,
        paying=paying,
        spending=spending,
        ledger=ledger,
        settling=settling,
        labelling=labelling,
        day_papers=DayPapers(shipments, outside.vault, outside.papers, clock),
        tracking=Tracking(shipments, accounts, clock),
        memory=memory,
        shops=shops,
        despatching=Despatching(
            shops, outside.shop_book, outside.shop_orders, outside.outbox, shipments, clock
        ),
        importing=importing,
        shop_importing=ShopImporting(shops, importing),
        settings=settings,
        papers=outside.papers,
        printers=outside.printers,
        clock=clock,
        data_folder=outside.data_folder,
        read_notices=outside.read_notices,
        let_go=outside.let_go,
    )


def _ledger(outside: Outside, accounts: Accounts) -> Ledger:
    return Ledger(
        purchases=outside.purchases,
        refunds=outside.refunds,
        top_ups=outside.top_ups,
        shipments=outside.shipments,
        journal=outside.journal,
        accounts=accounts,
        clock=outside.clock,
    )


def _accounts(outside: Outside) -> Accounts:
    return Accounts(
        outside.settings,
        outside.secrets,
        outside.make_broker,
        outside.practice,
        outside.this_run,
        at_stake=lambda account: at_stake(account, outside.listing, outside.journal),
    )
