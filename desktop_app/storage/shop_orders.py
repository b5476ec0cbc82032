"""Fills the ShopOrderBook port: what came in from shops, and which shipment it became."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select, update

from desktop_app.domain.shop_order import ShopOrder
from desktop_app.storage.database import Database
from desktop_app.storage.moments import to_text
from desktop_app.storage.tables import shop_orders
from desktop_app.storage.tolerant import read_value


class SqlShopOrders:
    """The link to a shipment outlives every new reading of the order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, orders: Sequence[ShopOrder], at: datetime) -> None:
        """Keeps each as it was read now."""
        with self._database.writing() as connection:
            for order in orders:
                _keep(connection, order, at)

    def link(self, shop_id: str, source_id: str, shipment_id: str) -> None:
        """Notes which shipment an order became; "" takes the note away."""
        one = _is(shop_id, source_id)
        with self._database.writing() as connection:
            connection.execute(update(shop_orders).where(one).values(shipment_id=shipment_id))

    def get(self, shop_id: str, source_id: str) -> ShopOrder | None:
        """One order by the shop's own id of it; None where it never came in."""
        return self._first(_is(shop_id, source_id))

    def of_shipment(self, shipment_id: str) -> ShopOrder | None:
        """The order that became a shipment; None where it came from no shop."""
        return self._first(shop_orders.c.shipment_id == shipment_id)

    def numbered(self, order_number: str) -> tuple[ShopOrder, ...]:
        """All orders of this number, from whichever shop."""
        wanted = shop_orders.c.order_number == order_number
        with self._database.reading() as connection:
            texts = connection.scalars(select(shop_orders.c.shop_order).where(wanted))
            return tuple(read_value(ShopOrder, text) for text in texts)

    def _first(self, wanted: ColumnElement[bool]) -> ShopOrder | None:
        with self._database.reading() as connection:
            text = connection.scalar(select(shop_orders.c.shop_order).where(wanted))
        return None if text is None else read_value(ShopOrder, text)


def _is(shop_id: str, source_id: str) -> ColumnElement[bool]:
    return (shop_orders.c.shop_id == shop_id) & (shop_orders.c.source_id == source_id)


def _keep(connection: Connection, order: ShopOrder, at: datetime) -> None:
    values = {
        "order_number": order.order_number,
        "seen_at": to_text(at),
        "shop_order": order.model_dump_json(),
    }
    one = _is(order.shop_id, order.source_id)
    if connection.execute(update(shop_orders).where(one).values(values)).rowcount:
        return
    keys = {"shop_id": order.shop_id, "source_id": order.source_id, "shipment_id": ""}
    connection.execute(insert(shop_orders).values(keys | values))
