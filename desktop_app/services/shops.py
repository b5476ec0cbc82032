"""The shops a user has connected: orders come in from them, and new ones are entered."""

import threading
from collections.abc import Callable
from datetime import timedelta

from desktop_app.domain.errors import InputError, NotFound, NotSignedIn
from desktop_app.domain.problem import error
from desktop_app.domain.shop import (
    ConnectedShop,
    CreatedShopOrder,
    NewShopOrder,
    Platform,
    ShopAccount,
    ShopOrders,
    ShopSecret,
)
from desktop_app.services.ports import Clock, Progress, Secrets, Shop
from desktop_app.services.ports.shop_book import ShopBook, ShopOrderBook

ShopMaker = Callable[[ShopAccount, ShopSecret], Shop]
# What changed while the list was read last time is asked for once more; orders are known by id.
_OVERLAP = timedelta(hours=1)


class Shops:
    """Connected shops; one client for each, made when it is first needed."""

    def __init__(
        self,
        book: ShopBook,
        orders: ShopOrderBook,
        secrets: Secrets,
        make: ShopMaker,
        clock: Clock,
    ) -> None:
        self._book = book
        self._orders = orders
        self._secrets = secrets
        self._make = make
        self._clock = clock
        self._open: dict[str, Shop] = {}
        self._lock = threading.RLock()

    @property
    def all(self) -> tuple[ConnectedShop, ...]:
        """All of them, in the order in which they were connected."""
        return self._book.all()

    def named(self, name: str) -> ConnectedShop:
        """A shop by its id, its name, or its platform where that is the only one of it."""
        wanted = name.strip().casefold()
        shops = self.all
        for words in (_id, _name, _platform):
            found = [shop for shop in shops if words(shop).casefold() == wanted]
            if len(found) == 1:
                return found[0]
        names = ", ".join(f"“{shop.account.name}”" for shop in shops) or "none"
        message = f"No one connected shop is called “{name}”. Connected: {names}."
        raise InputError(message, [error("shop", message)])

    def connect(self, account: ShopAccount, secret: ShopSecret) -> ConnectedShop:
        """Checks the keys and keeps the shop.

        Raises InputError for an empty field, NotSignedIn for wrong keys, NoConnection offline.
        KeyVaultError is raised last: the shop then works, for this run.
        """
        _require(account, secret)
        shop = self._make(account, secret)
        try:
            shop.check()
        except BaseException as failure:
            shop.close()
            if isinstance(failure, NotFound):
                failure.advice = _ADDRESSES[account.platform]
            raise
        self._replace(account.id, shop)
        kept = ConnectedShop(account=account, connected_at=self._clock.now())
        self._book.put(kept)
        self._secrets.put(_vault_name(account.id), secret.model_dump_json())
        return kept

    def lend(self, account: ShopAccount, secret: ShopSecret) -> None:
        """Opens a shop for this run, with keys that are kept nowhere."""
        _require(account, secret)
        self._replace(account.id, self._make(account, secret))

    def disconnect(self, shop_id: str) -> None:
        """Forgets a shop and its keys; what it was told stays in the outbox."""
        self._book.delete(shop_id)
        with self._lock:
            if shop := self._open.pop(shop_id, None):
                shop.close()
        self._secrets.forget(_vault_name(shop_id))

    def shop(self, shop_id: str) -> Shop:
        """The client of a shop.

        Raises InputError when it is not connected, NotSignedIn without its keys, KeyVaultError
        when the vault is locked.
        """
        with self._lock:
            if shop_id not in self._open:
                account = self._book.get(shop_id).account
                self._open[shop_id] = self._make(account, self._secret(account))
            return self._open[shop_id]

    def orders_to_send(
        self, shop_id: str, progress: Progress, *, changed_only: bool = False
    ) -> ShopOrders:
        """What is ready to send, kept so that its shipment can be told of later.

        With `changed_only`, what has changed since the list was last read, where a shop can tell.
        """
        begun = self._clock.now()
        kept = self._kept(shop_id)
        since = kept.read_at - _OVERLAP if changed_only and kept and kept.read_at else None
        found = self.shop(shop_id).orders_to_send(since, progress)
        self._orders.keep(found.orders, begun)
        if kept:
            self._book.put(kept.model_copy(update={"read_at": begun}))
        return found

    def order(self, shop_id: str, number: str, progress: Progress) -> ShopOrders:
        """One order by its id or, if it came in before, by its number; whatever became of it."""
        found = self.shop(shop_id).order(self.source_id(shop_id, number), progress)
        self._orders.keep(found.orders, self._clock.now())
        return found

    def source_id(self, shop_id: str, number: str) -> str:
        """The shop's own id of an order that came in by this number; else what was given."""
        found = [one for one in self._orders.numbered(number) if one.shop_id == shop_id]
        return found[0].source_id if len(found) == 1 else number

    def create_order(self, shop_id: str, wanted: NewShopOrder) -> CreatedShopOrder:
        """Enters an order in the shop, once; InputError names what is still to be asked."""
        return self.shop(shop_id).create_order(wanted)

    def link(self, shop_id: str, source_id: str, shipment_id: str) -> None:
        """Notes which shipment an order became."""
        self._orders.link(shop_id, source_id, shipment_id)

    def close(self) -> None:
        """Lets go of all connections."""
        with self._lock:
            for shop in self._open.values():
                shop.close()
            self._open.clear()

    def _kept(self, shop_id: str) -> ConnectedShop | None:
        return next((shop for shop in self.all if shop.account.id == shop_id), None)

    def _secret(self, account: ShopAccount) -> ShopSecret:
        kept = self._secrets.get(_vault_name(account.id))
        if not kept:
            message = f"No keys are kept for {account.name}."
            raise NotSignedIn(message, advice="Connect the shop again.")
        return ShopSecret.model_validate_json(kept)

    def _replace(self, shop_id: str, shop: Shop) -> None:
        with self._lock:
            if old := self._open.pop(shop_id, None):
                old.close()
            self._open[shop_id] = shop


def _id(shop: ConnectedShop) -> str:
    return shop.account.id


def _name(shop: ConnectedShop) -> str:
    return shop.account.name


def _platform(shop: ConnectedShop) -> str:
    return shop.account.platform.value


def _vault_name(shop_id: str) -> str:
    return f"shop:{shop_id}"


def _require(account: ShopAccount, secret: ShopSecret) -> None:
    needed = [("secret", _SECRETS[account.platform], secret.secret)]
    if account.platform is Platform.GEINS:
        needed += [
            ("user", "API user's name", account.user),
            ("api_key", "API key", secret.api_key),
        ]
    missing = [
        error(field, f"Enter the {words}.")
        for field, words, entered in needed
        if not entered.strip()
    ]
    if missing:
        raise InputError(missing[0].message, missing)


_SECRETS = {
    Platform.EPAGES: "access token",
    Platform.GEINS: "API user's password",
    Platform.CENTRA: "secret of the Order API plugin",
}
_ADDRESSES = {
    Platform.EPAGES: "Check the address: it ends in /rs/shops/ and the shop's name.",
    Platform.GEINS: "Check the address: it is https://mgmtapi.geins.io/API for every shop.",
    Platform.CENTRA: "Check the address: it ends in /api/ and the plugin's own name.",
}
