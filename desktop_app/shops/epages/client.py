"""Fills the `Shop` port for a shop on ePages."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from desktop_app.domain.shop import (
    CreatedShopOrder,
    NewShopOrder,
    ShopAccount,
    ShopOrders,
    ShopSecret,
)
from desktop_app.domain.shop_despatch import DespatchNews, DespatchResult
from desktop_app.services.ports import Progress
from desktop_app.shops.epages import orders
from desktop_app.shops.epages.allowance import Allowance
from desktop_app.shops.epages.answers import judge
from desktop_app.shops.epages.despatch import despatch
from desktop_app.shops.epages.new_order import create_order
from desktop_app.shops.web.keys import header_word
from desktop_app.shops.web.transport import Manner, Transport, Wait

ACCEPT = "application/vnd.epages.v1+json"


class EpagesShop:
    """One shop; nothing is sent before the first call. Safe for several threads.

    What each call means and raises stands at the port.
    """

    def __init__(
        self,
        account: ShopAccount,
        secret: ShopSecret,
        *,
        wait: Wait | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        app_version: str = "",
    ) -> None:
        self.account = account
        self._now = now
        token = header_word(secret.secret, "access token")
        manner = Manner(
            headers={"Authorization": f"Bearer {token}", "Accept": ACCEPT},
            judge=judge,
            pace=Allowance(monotonic),
        )
        self._to = Transport(
            account, manner, wait=wait, monotonic=monotonic, app_version=app_version
        )

    def check(self) -> None:
        """Reads one order; raises what is wrong."""
        orders.check_orders(self._to)

    def orders_to_send(self, since: datetime | None, progress: Progress) -> ShopOrders:
        """Open orders; with `since`, those that changed from then on."""
        return orders.orders_to_send(self._to, since, self._now(), progress)

    def order(self, number: str, progress: Progress) -> ShopOrders:
        """One order by its id, whatever has become of it."""
        return orders.one_order(self._to, number, progress)

    def create_order(self, wanted: NewShopOrder) -> CreatedShopOrder:
        """An order from the cart that `details` names (`cartId`, `cartToken`)."""
        return create_order(self._to, wanted)

    def despatch(self, news: DespatchNews) -> DespatchResult:
        """The order marked as dispatched, its numbers in its internal note."""
        return despatch(self._to, news)

    def close(self) -> None:
        """Lets go of its connections."""
        self._to.close()
