"""What `postroom shops` prints: shops, orders and despatches, for people and for scripts."""

from typing import Any

from desktop_app.domain.shop import CreatedShopOrder, ShopAccount, ShopOrders
from desktop_app.domain.shop_despatch import Despatch
from desktop_app.domain.shop_order import ShopOrder

STATES = {"waiting": "Waiting", "sending": "Being sent", "sent": "Sent", "failed": "Not sent"}


def shop_as_json(account: ShopAccount) -> dict[str, Any]:
    """A shop without its secrets."""
    return account.model_dump(mode="json")


def orders_as_json(found: ShopOrders) -> dict[str, Any]:
    """`orders`, `left_out` and `notes`, as the values document them."""
    return found.model_dump(mode="json")


def created_as_json(made: CreatedShopOrder) -> dict[str, Any]:
    """`numbers`, `order` (null where the shop does not answer with it) and `notes`."""
    return made.model_dump(mode="json")


def order_line(order: ShopOrder) -> str:
    """Such as "ORD-1  Ann Field, Malton, GBR  2 lines"."""
    to = order.recipient
    where = ", ".join(part for part in (to.name, to.town, to.country) if part)
    count = len(order.lines)
    held = "  on hold" if order.is_on_hold else ""
    return f"{order.order_number}  {where}  {count} line{'' if count == 1 else 's'}{held}"


def despatch_as_json(one: Despatch) -> dict[str, Any]:
    """One entry of the outbox; `state` is waiting, sending, sent or failed."""
    return one.model_dump(mode="json")


def despatch_line(one: Despatch) -> str:
    """Such as "Not sent  ORD-1  PA123GB  The order is open for editing in the shop."."""
    number = one.news.order_number or one.news.source_id
    return "  ".join(part for part in (STATES[one.state], number, one.news.number, one.why) if part)
