"""Etsy's two files: one row for each order, or one for each thing that was sold."""

from desktop_app.shops.files.fields import Field
from desktop_app.shops.files.layout import Days, Layout

_SENT = {Field.DISPATCHED: ("date shipped", "date dispatched", "date despatched", "date posted")}
_DIGITAL = {Field.KIND: ("listings type", "listing type", "order type")}

LAYOUTS = (
    Layout(
        platform="etsy",
        name="Sold orders",
        signs=(
            frozenset({"order id", "full name", "street 1"}),
            frozenset({"sale date", "order id", "buyer user id", "number of items"}),
        ),
        columns={
            **_SENT,
            Field.QUANTITY: ("number of items",),
            Field.LINE_PRICE: ("order value",),
            Field.UNIT_PRICE: (),
            Field.SERVICE: (),
        },
        days=Days.MONTH_FIRST,
        order_is_line=True,
    ),
    Layout(
        platform="etsy",
        name="Sold order items",
        signs=(
            frozenset({"item name", "transaction id", "listing id", "order id"}),
            frozenset({"item name", "ship name", "order id"}),
            frozenset({"item name", "delivery name", "order id"}),
            frozenset({"item name", "dispatch name", "order id"}),
        ),
        columns={**_SENT, **_DIGITAL, Field.UNIT_PRICE: ("price",), Field.LINE_PRICE: ()},
        days=Days.MONTH_FIRST,
    ),
)
