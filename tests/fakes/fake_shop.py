"""A shop that answers what a test gave it, and notes what it was told."""

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


class FakeShop:
    """Fills `Shop`; `fails_with` is raised by every call while it is set."""

    def __init__(self, account: ShopAccount, secret: ShopSecret) -> None:
        self.account = account
        self.secret = secret
        self.found = ShopOrders()
        self.since: list[datetime | None] = []
        self.told: list[DespatchNews] = []
        self.created: list[NewShopOrder] = []
        self.result = DespatchResult()
        self.fails_with: BaseException | None = None
        self.is_closed = False

    def check(self) -> None:
        self._may_fail()

    def orders_to_send(self, since: datetime | None, progress: Progress) -> ShopOrders:
        self.since.append(since)
        self._may_fail()
        return self.found

    def order(self, number: str, progress: Progress) -> ShopOrders:
        self._may_fail()
        return self.found

    def create_order(self, wanted: NewShopOrder) -> CreatedShopOrder:
        self.created.append(wanted)
        self._may_fail()
        return CreatedShopOrder(numbers=("1",))

    def despatch(self, news: DespatchNews) -> DespatchResult:
        self.told.append(news)
        self._may_fail()
        return self.result

    def close(self) -> None:
        self.is_closed = True

    def _may_fail(self) -> None:
        if self.fails_with:
            raise self.fails_with
