"""What the shops' services need of the database: connections, orders that came in, the outbox."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from desktop_app.domain.shop import ConnectedShop
from desktop_app.domain.shop_despatch import Despatch, DespatchNews, DespatchState
from desktop_app.domain.shop_order import ShopOrder


class ShopBook(Protocol):
    """The connected shops, without their secrets."""

    def all(self) -> tuple[ConnectedShop, ...]:
        """All of them, in the order in which they were connected."""

    def get(self, shop_id: str) -> ConnectedShop:
        """One by id; raises InputError when it is not connected."""

    def put(self, shop: ConnectedShop) -> None:
        """Keeps it, in the place of what was kept under its id."""

    def delete(self, shop_id: str) -> None:
        """Takes it away; nothing if it is gone."""


class ShopOrderBook(Protocol):
    """What came in from shops, and which shipment it became."""

    def keep(self, orders: Sequence[ShopOrder], at: datetime) -> None:
        """Keeps each as it was read now; its link to a shipment stays."""

    def link(self, shop_id: str, source_id: str, shipment_id: str) -> None:
        """Notes which shipment an order became; "" takes the note away."""

    def get(self, shop_id: str, source_id: str) -> ShopOrder | None:
        """One order by the shop's own id of it; None where it never came in."""

    def of_shipment(self, shipment_id: str) -> ShopOrder | None:
        """The order that became a shipment; None where it came from no shop."""

    def numbered(self, order_number: str) -> tuple[ShopOrder, ...]:
        """All orders of this number, from whichever shop."""


class Outbox(Protocol):
    """What shops are told: each call is on disk, synced, before it returns."""

    def add(self, despatch: Despatch) -> Despatch:
        """Keeps it; what is kept under its key already is handed back instead."""

    def get(self, key: str) -> Despatch:
        """One by key; raises InputError when there is none."""

    def all(self) -> tuple[Despatch, ...]:
        """All of them, newest first."""

    def of_shipment(self, shipment_id: str) -> tuple[Despatch, ...]:
        """What was to be told of one shipment, newest first."""

    def claim(self, key: str, news: DespatchNews, at: datetime) -> Despatch | None:
        """Takes one in hand, to be sent as `news`; None where somebody has, or it is sent."""

    def end(self, key: str, state: DespatchState, at: datetime, why: str = "") -> Despatch:
        """Writes what became of it; what was sent stays sent."""
