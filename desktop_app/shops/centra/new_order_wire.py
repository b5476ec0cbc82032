"""The request that creates an order in Centra, whole: its fields for B2C and for B2B shops."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

from desktop_app.shops.web.wire import Amount, CamelModel, Flag, Objects, Whole

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}:[0-9]{2})?")
_PENNY = Decimal("0.01")
_NOTHING = Decimal(0)


def _two_places(amount: Decimal) -> Decimal:
    if amount != amount.quantize(_PENNY):
        raise ValueError("has more than two decimals")
    return amount


def _not_below_zero(amount: Decimal) -> Decimal:
    if amount < _NOTHING:
        raise ValueError("is below zero")
    return amount


def _day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise ValueError("is no day such as 2026-11-24, or 2026-11-24 15:30:00")
    return text


Money = Annotated[Amount, AfterValidator(_two_places)]
Day = Annotated[str, AfterValidator(_day)]
"""A day or time as Centra writes it, in the time zone of the shop's own settings."""


class OrderAddress(CamelModel):
    """Who and where; `attn` is for B2B, names and telephones for B2C, `country` alpha-2."""

    email: str = ""
    first_name: str = ""
    last_name: str = ""
    tele: str = ""
    cell: str = ""
    attn: str = ""
    address: str = ""
    coaddress: str = ""
    city: str = ""
    zipcode: str = ""
    state: str = ""
    country: str = ""


class Origin(CamelModel):
    """What in Centra the order was made from: `return`, `order` or `plugin`, and its id."""

    type: Annotated[str, Field(pattern="^(return|order|plugin)$")]
    id: Whole


class ItemText(CamelModel):
    """Words that stand in for a product that Centra does not know."""

    sku: str = ""
    brand: str = ""
    product: str = ""
    variant: str = ""
    size: str = ""


class OrderedItem(CamelModel):
    """So many of one product, known by exactly one of id, EAN, SKU and item."""

    qty: Whole | None = None
    id: Whole | None = None
    ean: str = ""
    sku: str = ""
    item: str = ""
    unit_price: Money | None = None
    original_price: Money | None = None
    comment: str = ""
    item_text: ItemText | None = None


class PaymentStep(CamelModel):
    """An authorisation or a capture; `status` 0 pending, 1 success, 2 failed."""

    response: str = ""
    status: Annotated[Whole, Field(ge=0, le=2)]
    transaction: str = ""
    method: str = ""
    amount: Money
    external_url: str = Field("", alias="external_url")


class Payment(CamelModel):
    """How it was paid outside of Centra; `id` is that of the payment plugin."""

    id: Whole | None = None
    auth: PaymentStep | None = None
    capture: PaymentStep | None = None


class NewOrder(CamelModel):
    """The order. `address` stands for both addresses where they are the same."""

    invoice_address: OrderAddress | None = None
    delivery_address: OrderAddress | None = None
    address: OrderAddress | None = None
    pricelist_id: Whole | None = None
    pricelist: str = ""
    market_id: Whole | None = None
    market: str = ""
    customer_register: Flag | None = None
    customer_id: Whole | None = None
    customer_set_new_password: Flag | None = None
    created_from_origin: Origin | None = None
    account_id: Whole | None = None
    buyer_id: Whole | None = None
    buyer_name: str = ""
    delivery_window: str = ""
    products: Objects[OrderedItem] = ()
    shipping_value: Money | None = None
    voucher_value: Annotated[Money, AfterValidator(_not_below_zero)] | None = None
    order_number: Whole | None = None
    send_email: Flag | None = None
    apply_vouchers: Flag | None = None
    adjust_stock: Flag | None = None
    force_create: Flag | None = None
    comment: str = ""
    internal_comment: str = ""
    po_number: str = ""
    order_date: Day = ""
    delivery_date: Day = ""
    cancel_date: Day = ""
    warehouse_group: str = ""
    create_only: Flag | None = None
    internal_order: Flag | None = None
    payment: Payment | None = None
