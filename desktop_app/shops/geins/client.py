"""Fills the `Shop` port for a shop on Geins."""

import base64
import time
from collections.abc import Callable
from datetime import datetime

from desktop_app.domain.shop import (
    CreatedShopOrder,
    NewShopOrder,
    ShopAccount,
    ShopOrders,
    ShopSecret,
)
from desktop_app.domain.shop_despatch import DespatchNews, DespatchResult
from desktop_app.services.ports import Progress
from desktop_app.shops.geins import orders
from desktop_app.shops.geins.answers import judge
from desktop_app.shops.geins.despatch import despatch
from desktop_app.shops.geins.new_order import create_order
from desktop_app.shops.web.keys import header_word
from desktop_app.shops.web.transport import Manner, Transport, Wait


class GeinsShop:
    """One account; both credentials go with every call. Safe for several threads."""

    def __init__(
        self,
        account: ShopAccount,
        secret: ShopSecret,
        *,
        wait: Wait | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        app_version: str = "",
    ) -> None:
        self.account = account
        pair = f"{account.user}:{secret.secret}".encode()
        headers = {
            "Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}",
            "X-ApiKey": header_word(secret.api_key, "API key"),
        }
        manner = Manner(headers=headers, judge=judge)
        self._to = Transport(
            account, manner, wait=wait, monotonic=monotonic, app_version=app_version
        )

    def check(self) -> None:
        """Reads the order statuses; raises what is wrong."""
        orders.check_key(self._to)

    def orders_to_send(self, since: datetime | None, progress: Progress) -> ShopOrders:
        """Open orders; with `since`, those that changed from then on."""
        return orders.orders_to_send(self._to, since, progress)

    def order(self, number: str, progress: Progress) -> ShopOrders:
        """One order by its number, whatever has become of it."""
        return orders.one_order(self._to, number, progress)

    def create_order(self, wanted: NewShopOrder) -> CreatedShopOrder:
        """An order of the draft and of `details`, which has Geins' own documented names."""
        return create_order(self._to, wanted)

    def despatch(self, news: DespatchNews) -> DespatchResult:
        """The order's parcel number, and a parcel group marked as delivered."""
        return despatch(self._to, news)

    def close(self) -> None:
        """Lets go of its connections."""
        self._to.close()
