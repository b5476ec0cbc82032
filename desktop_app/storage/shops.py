"""Fills the ShopBook port: the connected shops, without their secrets."""

from typing import Any

from sqlalchemy import Row, delete, insert, select

from desktop_app.domain.errors import InputError
from desktop_app.domain.shop import ConnectedShop, Platform, ShopAccount
from desktop_app.storage.database import Database
from desktop_app.storage.moments import from_text, to_text
from desktop_app.storage.tables import shops


class SqlShops:
    """Each change is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[ConnectedShop, ...]:
        """All of them, in the order in which they were connected."""
        with self._database.reading() as connection:
            rows = connection.execute(select(shops).order_by(shops.c.connected_at, shops.c.id))
            return tuple(_shop(row) for row in rows)

    def get(self, shop_id: str) -> ConnectedShop:
        """One by id; raises InputError when it is not connected."""
        with self._database.reading() as connection:
            row = connection.execute(select(shops).where(shops.c.id == shop_id)).first()
        if row is None:
            raise InputError("This shop is not connected on this computer.")
        return _shop(row)

    def put(self, shop: ConnectedShop) -> None:
        """Keeps it, in the place of what was kept under its id."""
        with self._database.writing() as connection:
            connection.execute(delete(shops).where(shops.c.id == shop.account.id))
            connection.execute(insert(shops).values(_written(shop)))

    def delete(self, shop_id: str) -> None:
        """Takes it away; nothing if it is gone."""
        with self._database.writing() as connection:
            connection.execute(delete(shops).where(shops.c.id == shop_id))


def _written(shop: ConnectedShop) -> dict[str, object]:
    return shop.account.model_dump() | {
        "platform": shop.account.platform.value,
        "connected_at": to_text(shop.connected_at),
        "read_at": to_text(shop.read_at) if shop.read_at else None,
        "agreed_at": to_text(shop.agreed_at) if shop.agreed_at else None,
    }


def _shop(row: Row[Any]) -> ConnectedShop:
    return ConnectedShop(
        account=ShopAccount(
            id=row.id,
            platform=Platform(row.platform),
            name=row.name,
            base_url=row.base_url,
            user=row.user,
        ),
        connected_at=from_text(row.connected_at),
        read_at=from_text(row.read_at) if row.read_at else None,
        agreed_at=from_text(row.agreed_at) if row.agreed_at else None,
    )
