"""Fills the `Shop` port for a shop on Centra."""

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
from desktop_app.shops.centra import shipments
from desktop_app.shops.centra.answers import judge
from desktop_app.shops.centra.despatch import despatch
from desktop_app.shops.centra.new_order import create_order
from desktop_app.shops.web.keys import header_word
from desktop_app.shops.web.transport import Manner, Transport, Wait


class CentraShop:
    """One Order API plugin of a store. Safe for several threads."""

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
        headers = {"API-Authorization": header_word(secret.secret, "secret")}
        self._to = Transport(
            account,
            Manner(headers=headers, judge=judge),
            wait=wait,
            monotonic=monotonic,
            app_version=app_version,
        )

    def check(self) -> None:
        """Reads one shipment; raises what is wrong."""
        shipments.check_key(self._to)

    def orders_to_send(self, since: datetime | None, progress: Progress) -> ShopOrders:  # noqa: ARG002
        """Every shipment that is good to go: the shop has no filter for what has changed."""
        return shipments.shipments_to_send(self._to, progress)

    def order(self, number: str, progress: Progress) -> ShopOrders:
        """One shipment, or all of an order, whatever has become of it."""
        return shipments.one_order(self._to, number, progress)

    def create_order(self, wanted: NewShopOrder) -> CreatedShopOrder:
        """An order of the draft and of `details`, which has Centra's own documented names."""
        return create_order(self._to, wanted)

    def despatch(self, news: DespatchNews) -> DespatchResult:
        """The shipment completed."""
        return despatch(self._to, news)

    def close(self) -> None:
        """Lets go of its connections."""
        self._to.close()
