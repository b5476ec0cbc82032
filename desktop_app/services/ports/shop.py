"""What the services ask of a connected shop."""

from datetime import datetime
from typing import Protocol

from desktop_app.domain.shop import CreatedShopOrder, NewShopOrder, ShopAccount, ShopOrders
from desktop_app.domain.shop_despatch import DespatchNews, DespatchResult
from desktop_app.services.ports.surroundings import Progress


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
