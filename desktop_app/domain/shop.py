"""Shops that are connected: which platform each is on, and what comes in from it."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field

from desktop_app.domain.account import is_safe_base
from desktop_app.domain.errors import InputError
from desktop_app.domain.problem import error
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shop_order import ImportNote, ShopOrder
from desktop_app.domain.value import Value

GEINS_URL = "https://mgmtapi.geins.io/API"


class Platform(StrEnum):
    """The shop systems that Postroom speaks with."""

    EPAGES = "epages"
    GEINS = "geins"
    CENTRA = "centra"

    @property
    def maker(self) -> str:
        """Its name as its makers write it."""
        return {"epages": "ePages", "geins": "Geins", "centra": "Centra"}[self.value]


class ShopAccount(Value):
    """A connected shop without its secrets, which stay in the key vault under `id`.

    `base_url` is where its API begins; `user` is the API user of a Geins account.
    """

    id: str
    platform: Platform
    name: str
    base_url: str
    user: str = ""


class ShopSecret(Value):
    """What opens a shop: ePages' access token, Geins' password and API key, Centra's secret."""

    secret: str
    api_key: str = ""


class ConnectedShop(Value):
    """A shop as it is kept: when it was last read, and when its side effects were agreed to."""

    account: ShopAccount
    connected_at: datetime
    read_at: datetime | None = None
    agreed_at: datetime | None = None


class LeftOutReason(StrEnum):
    """Why an order of a shop is not one to send now."""

    CANCELLED = "cancelled"
    DISPATCHED = "dispatched"
    RETURNED = "returned"
    CLOSED = "closed"
    ON_HOLD = "on_hold"
    UNPAID = "unpaid"
    NO_ADDRESS = "no_address"
    NOTHING_TO_SEND = "nothing_to_send"
    MALFORMED = "malformed"


class LeftOutOrder(Value):
    """An order that was seen and left out."""

    order_number: str
    reason: LeftOutReason


class ShopOrders(Value):
    """What came in from a shop: each order to send, what was left out, and what to look at."""

    orders: tuple[ShopOrder, ...] = ()
    left_out: tuple[LeftOutOrder, ...] = ()
    notes: tuple[ImportNote, ...] = ()


class NewShopOrder(Value):
    """An order to enter in a shop: the draft, and what only the shop asks for.

    `details` has the platform's own documented names, as nested as they are documented: it adds
    to what is read off the draft, and wins over it.
    """

    draft: Shipment = Shipment()
    details: dict[str, Any] = Field(default_factory=dict)


class CreatedShopOrder(Value):
    """What the shop made of it: its number, or several where it was split; what to look at.

    `order` is the new order where the shop answers with all of it.
    """

    numbers: tuple[str, ...]
    order: ShopOrder | None = None
    notes: tuple[str, ...] = ()


def shop_account(platform: Platform, url: str, user: str = "", name: str = "") -> ShopAccount:
    """A shop by its address; raises InputError for one that cannot be used or is not safe."""
    base = url.strip().rstrip("/") or (GEINS_URL if platform is Platform.GEINS else "")
    if not base:
        raise _wrong("Enter the shop's API address.")
    if not is_safe_base(base):
        raise _wrong("Use an https address. Plain http is only for this computer.")
    parts = urlsplit(base)
    if parts.query or parts.fragment:
        raise _wrong("Use the address alone, without “?” or “#”.")
    if platform is Platform.GEINS and not parts.path.casefold().endswith("/api"):
        base += "/API"
    place = f"{parts.netloc}{urlsplit(base).path}".casefold()
    return ShopAccount(
        id="-".join(part for part in (platform.value, place, user.strip()) if part),
        platform=platform,
        name=name.strip() or f"{platform.maker} · {_shown(platform, base, user.strip())}",
        base_url=base,
        user=user.strip(),
    )


def _shown(platform: Platform, base: str, user: str) -> str:
    parts = urlsplit(base)
    if platform is Platform.GEINS:
        return user or parts.netloc
    last = parts.path.rpartition("/")[2]
    return last or parts.netloc


def _wrong(message: str) -> InputError:
    return InputError(message, [error("url", message)])
