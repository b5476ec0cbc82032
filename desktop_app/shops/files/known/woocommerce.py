"""WooCommerce has no file of its own; these are what its two families of plugins write."""

from desktop_app.shops.files.fields import Field
from desktop_app.shops.files.layout import Layout

_SENT = ("completed",)

LAYOUTS = (
    Layout(
        platform="woocommerce",
        name="Titles in brackets",
        signs=(
            frozenset({"order number", "first name shipping", "last name shipping"}),
            frozenset({"order number", "order status", "first name billing"}),
            frozenset({"order id", "first name shipping"}),
        ),
        columns={
            Field.ORDER: ("order number", "order id"),
            Field.QUANTITY: ("quantity refund", "quantity"),
            Field.UNIT_PRICE: ("item cost", "item price"),
            Field.LINE_PRICE: ("order line subtotal", "order line total"),
            Field.SERVICE: ("shipping method title", "shipping method"),
            Field.TITLE: ("item name", "product name"),
        },
        sent_words=_SENT,
    ),
    Layout(
        platform="woocommerce",
        name="Underscores",
        signs=(
            frozenset({"shipping first name", "shipping address 1"}),
            frozenset({"order number", "billing first name", "billing address 1"}),
            frozenset({"order id", "billing first name", "billing address 1"}),
        ),
        columns={
            Field.ORDER: ("order number formatted", "order number", "order id"),
            Field.TITLE: ("item name", "product name", "line item name"),
            Field.SKU: ("item sku", "sku", "product sku"),
            Field.QUANTITY: ("item quantity", "quantity", "product qty"),
            Field.UNIT_PRICE: ("item price", "product price"),
            Field.LINE_PRICE: ("item subtotal", "item total"),
            Field.SERVICE: ("shipping method title", "shipping method"),
            Field.DATE: ("order date", "date", "date created"),
            Field.STATUS: ("status", "order status"),
            Field.CURRENCY: ("order currency", "currency"),
            Field.NOTE: ("customer note", "order notes"),
            Field.LINES: ("line items", *(f"line item {number}" for number in range(1, 31))),
        },
        sent_words=_SENT,
    ),
)
