"""Builds every part of Postroom and wires it: the one module that knows all rooms."""

import os
import threading
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from desktop_app.cli.arguments import Arguments, parse
from desktop_app.domain.errors import NotSignedIn, StorageError
from desktop_app.on_first_use import on_first_use
from desktop_app.system.folders import Folders

# Every other part is imported where it is made, so that each command, and the window above all,
# waits only for what it uses.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.domain.account import Account, Environment
    from desktop_app.domain.shop import ShopAccount, ShopSecret
    from desktop_app.services.office import Office
    from desktop_app.services.ports import (
        AddressBook,
        Broker,
        CountryCache,
        DayRuns,
        Imports,
        Journal,
        OrderReader,
        Papers,
        Printers,
        ProductMemory,
        Purchases,
        Refunds,
        Shipments,
        Shop,
        TopUps,
    )
    from desktop_app.services.ports.shop_book import Outbox, ShopBook, ShopOrderBook
    from desktop_app.services.sign_in import ReturnListener
    from desktop_app.storage.database import Database

    ThisRun = tuple[Account, str] | Environment | None

SECRET_VARIABLE = "POSTROOM_CLIENT_SECRET"  # noqa: S105 - the variable's name, not a secret


def run(argv: list[str]) -> int:
    """What `postroom` does with these arguments; the exit code."""
    arguments = parse(argv)
    return _DOORS.get(arguments.command, _command)(arguments)


def open_office(arguments: Arguments) -> "Office":
    """Everything a user can do, on the data folder and the account the arguments name.

    Raises StorageError for a folder that cannot be used, NotSignedIn and InputError for an
    account that is not there; the database is opened by whoever uses it first.
    """
    from desktop_app.domain.disk_errors import disk_error
    from desktop_app.system.logs import set_up_logs, take_down_logs

    this_run = _this_run(arguments)
    folders = Folders.at(arguments.data_dir)
    try:
        folders.make()
    except OSError as failure:
        if isinstance(failure, (FileExistsError, NotADirectoryError)):
            message = f"Postroom cannot keep its data in {folders.data}: that is a file."
            raise StorageError(message, advice="Choose a folder with --data-dir.") from failure
        raise disk_error(failure, folders.database) from failure
    ends = ExitStack()
    with suppress(OSError):  # a log that cannot be written stops nobody
        ends.callback(take_down_logs, set_up_logs(folders.logs))
    return _wire(folders, this_run, ends)


def _this_run(arguments: Arguments) -> "ThisRun":
    from desktop_app.domain.account import Environment

    if not arguments.api_url:
        return Environment(arguments.account) if arguments.account else None
    from desktop_app.services.accounts import given_account

    account = given_account(arguments.api_url, arguments.client_id)
    secret = os.environ.get(SECRET_VARIABLE, "")
    if not secret or not arguments.client_id:
        raise NotSignedIn(
            "An account by its address needs --client-id and its secret.",
            advice=f"Put the secret into the environment variable {SECRET_VARIABLE}.",
        )
    return account, secret


def _wire(folders: Folders, this_run: "ThisRun", ends: ExitStack) -> "Office":
    from desktop_app.practice_child import PracticeChild
    from desktop_app.services.clock import SystemClock
    from desktop_app.services.sign_in import SignIn
    from desktop_app.services.wiring import Outside, office_on
    from desktop_app.storage.first_list import FirstList
    from desktop_app.storage.key_vault import KeyVault
    from desktop_app.storage.label_vault import FileLabelVault
    from desktop_app.storage.settings_store import FileSettings
    from desktop_app.system.browser import open_in_browser

    store, settings = _Store(folders), FileSettings(folders.settings)
    ends.callback(store.close)
    shipments = on_first_use(store.shipments)
    return office_on(
        Outside(
            shipments=shipments,
            listing=FirstList(folders.database, shipments),
            journal=on_first_use(store.journal),
            day_runs=on_first_use(store.day_runs),
            purchases=on_first_use(store.purchases),
            refunds=on_first_use(store.refunds),
            top_ups=on_first_use(store.top_ups),
            vault=FileLabelVault(folders.labels),
            address_book=on_first_use(store.address_book),
            products=on_first_use(store.products),
            imports=on_first_use(store.imports),
            order_reader=on_first_use(_order_reader),
            countries=on_first_use(store.countries),
            secrets=KeyVault(),
            settings=settings,
            practice=PracticeChild(folders.data),
            make_broker=_broker,
            sign_in=SignIn(_sign_in_listener, open_in_browser),
            shop_book=on_first_use(store.shops),
            shop_orders=on_first_use(store.shop_orders),
            outbox=on_first_use(store.outbox),
            make_shop=_shop,
            papers=on_first_use(_papers),
            printers=on_first_use(_printers),
            clock=SystemClock(),
            this_run=this_run,
            data_folder=folders.data,
            read_notices=lambda: (*settings.notices, *store.notices),
            let_go=ends.close,
        )
    )


class _Store:
    """The database, opened by the first part that needs it, and the parts that live in it."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._database: Database | None = None
        self._lock = threading.Lock()
        self.notices: tuple[str, ...] = ()

    def shipments(self) -> "Shipments":
        from desktop_app.storage.shipments import SqlShipments

        return SqlShipments(self._open())

    def journal(self) -> "Journal":
        from desktop_app.storage.journal import SqlJournal

        return SqlJournal(self._open())

    def day_runs(self) -> "DayRuns":
        from desktop_app.storage.day_runs import SqlDayRuns

        return SqlDayRuns(self._open())

    def purchases(self) -> "Purchases":
        from desktop_app.storage.ledger import SqlPurchases

        return SqlPurchases(self._open())

    def refunds(self) -> "Refunds":
        from desktop_app.storage.refunds import SqlRefunds

        return SqlRefunds(self._open())

    def top_ups(self) -> "TopUps":
        from desktop_app.storage.top_ups import SqlTopUps

        return SqlTopUps(self._open())

    def address_book(self) -> "AddressBook":
        from desktop_app.storage.address_book import SqlAddressBook

        return SqlAddressBook(self._open())

    def products(self) -> "ProductMemory":
        from desktop_app.storage.products import SqlProducts

        return SqlProducts(self._open())

    def imports(self) -> "Imports":
        from desktop_app.storage.imports import SqlImports

        return SqlImports(self._open())

    def countries(self) -> "CountryCache":
        from desktop_app.storage.countries import SqlCountries

        return SqlCountries(self._open())

    def shops(self) -> "ShopBook":
        from desktop_app.storage.shops import SqlShops

        return SqlShops(self._open())

    def shop_orders(self) -> "ShopOrderBook":
        from desktop_app.storage.shop_orders import SqlShopOrders

        return SqlShopOrders(self._open())

    def outbox(self) -> "Outbox":
        from desktop_app.storage.outbox import SqlOutbox

        return SqlOutbox(self._open())

    def close(self) -> None:
        with self._lock:
            database, self._database = self._database, None
        if database:
            database.close()

    def _open(self) -> "Database":
        from desktop_app.storage.database import open_database

        with self._lock:
            if self._database is None:
                opened = open_database(self._folders.database)
                self._database, self.notices = opened.database, opened.notices
            return self._database


def _order_reader() -> "OrderReader":
    from desktop_app.shops.files.order_file import OrderFiles

    return OrderFiles()


def _broker(account: "Account", secret: str) -> "Broker":
    from desktop_app.domain.sign_in import kept_sign_in
    from desktop_app.parcel2go.client import Parcel2GoBroker
    from desktop_app.services.clock import SystemClock
    from desktop_app.system.versions import postroom_version

    if account.by_browser:
        token = kept_sign_in(secret).left(SystemClock().now())
        return Parcel2GoBroker(account, "", app_version=postroom_version(), token=token)
    return Parcel2GoBroker(account, secret, app_version=postroom_version())


def _sign_in_listener(judge: "Callable[[Mapping[str, str]], str]", port: int) -> "ReturnListener":
    from desktop_app.listeners.sign_in import SignInListener

    return SignInListener(judge, port)


def _shop(account: "ShopAccount", secret: "ShopSecret") -> "Shop":
    from desktop_app.domain.shop import Platform
    from desktop_app.shops.centra.client import CentraShop
    from desktop_app.shops.epages.client import EpagesShop
    from desktop_app.shops.geins.client import GeinsShop
    from desktop_app.system.versions import postroom_version

    makers: dict[Platform, Callable[..., Shop]] = {
        Platform.EPAGES: EpagesShop,
        Platform.GEINS: GeinsShop,
        Platform.CENTRA: CentraShop,
    }
    return makers[account.platform](account, secret, app_version=postroom_version())


def _papers() -> "Papers":
    from desktop_app.documents.papers import LabelPapers
    from desktop_app.system.resources import resource

    return LabelPapers(resource("fonts"))


def _printers() -> "Printers":
    from desktop_app.documents.papers import LabelPapers
    from desktop_app.printing.printers import SystemPrinters

    return SystemPrinters(LabelPapers().each_picture)


def _window(arguments: Arguments) -> int:
    if arguments.tour:
        from desktop_app.tour import run_tour

        return run_tour(arguments, open_office)
    from desktop_app.ui.start import close_window, open_window

    folders = Folders.at(arguments.data_dir)
    if arguments.close:
        return close_window(folders.data)
    from desktop_app.storage.first_look import first_look

    look = first_look(folders.settings)
    return open_window(lambda: open_office(arguments), folders.data, look, arguments.open)


def _command(arguments: Arguments) -> int:
    from desktop_app.cli.commands import run_command

    return run_command(arguments, open_office)


def _schema(arguments: Arguments) -> int:
    from desktop_app.cli.commands import print_schema

    return print_schema(arguments.what)


def _practice(arguments: Arguments) -> int:
    from desktop_app.practice.command import run_practice, run_practice_shop

    if arguments.shop:
        until = arguments.until_stdin_closes
        return run_practice_shop(arguments.shop, arguments.port, until_stdin_closes=until)
    return run_practice(
        arguments.port,
        arguments.state,
        until_stdin_closes=arguments.until_stdin_closes,
        any_port_if_taken=arguments.any_port,
    )


def _self_test(arguments: Arguments) -> int:
    from desktop_app.self_test.run import run_self_test
    from desktop_app.storage.key_vault import KeyVault

    return run_self_test(arguments, open_office, KeyVault())


_DOORS: "dict[str, Callable[[Arguments], int]]" = {
    "": _window,
    "schema": _schema,
    "practice": _practice,
    "self-test": _self_test,
}
