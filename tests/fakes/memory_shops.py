"""In-memory stand-ins for what is kept of shops: the same promises, no disk."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.errors import InputError
from desktop_app.domain.shop import ConnectedShop
from desktop_app.domain.shop_despatch import Despatch, DespatchNews, DespatchState
from desktop_app.domain.shop_order import ShopOrder


class MemoryShops:
    """Fills `ShopBook`."""

    def __init__(self) -> None:
        self.kept: dict[str, ConnectedShop] = {}

    def all(self) -> tuple[ConnectedShop, ...]:
        return tuple(self.kept.values())

    def get(self, shop_id: str) -> ConnectedShop:
        if shop_id not in self.kept:
            raise InputError("This shop is not connected on this computer.")
        return self.kept[shop_id]

    def put(self, shop: ConnectedShop) -> None:
        self.kept[shop.account.id] = shop

    def delete(self, shop_id: str) -> None:
        self.kept.pop(shop_id, None)


class MemoryShopOrders:
    """Fills `ShopOrderBook`."""

    def __init__(self) -> None:
        self.orders: dict[tuple[str, str], ShopOrder] = {}
        self.links: dict[tuple[str, str], str] = {}

    def keep(self, orders: Sequence[ShopOrder], at: datetime) -> None:
        self.orders |= {(order.shop_id, order.source_id): order for order in orders}

    def link(self, shop_id: str, source_id: str, shipment_id: str) -> None:
        self.links[shop_id, source_id] = shipment_id

    def get(self, shop_id: str, source_id: str) -> ShopOrder | None:
        return self.orders.get((shop_id, source_id))

    def of_shipment(self, shipment_id: str) -> ShopOrder | None:
        linked = (key for key, held in self.links.items() if held == shipment_id)
        return next((self.orders[key] for key in linked if key in self.orders), None)

    def numbered(self, order_number: str) -> tuple[ShopOrder, ...]:
        return tuple(one for one in self.orders.values() if one.order_number == order_number)


class MemoryOutbox:
    """Fills `Outbox`."""

    def __init__(self) -> None:
        self.kept: dict[str, Despatch] = {}

    def add(self, despatch: Despatch) -> Despatch:
        return self.kept.setdefault(despatch.key, despatch)

    def get(self, key: str) -> Despatch:
        if key not in self.kept:
            raise InputError("There is nothing of that in the outbox.")
        return self.kept[key]

    def all(self) -> tuple[Despatch, ...]:
        return tuple(reversed(self.kept.values()))

    def of_shipment(self, shipment_id: str) -> tuple[Despatch, ...]:
        return tuple(one for one in self.all() if one.shipment_id == shipment_id)

    def claim(self, key: str, news: DespatchNews, at: datetime) -> Despatch | None:
        before = self.get(key)
        if before.state in (DespatchState.SENDING, DespatchState.SENT):
            return None
        changes = {
            "state": DespatchState.SENDING,
            "news": news,
            "tried_at": at,
            "tries": before.tries + 1,
            "why": "",
        }
        self.kept[key] = before.model_copy(update=changes)
        return self.kept[key]

    def end(self, key: str, state: DespatchState, at: datetime, why: str = "") -> Despatch:
        before = self.get(key)
        if before.state is not DespatchState.SENT:
            sent_at = at if state is DespatchState.SENT else None
            changes = {"state": state, "sent_at": sent_at, "why": why}
            self.kept[key] = before.model_copy(update=changes)
        return self.kept[key]
