"""TikTok Shop's order export, which explains its columns in the row under the header."""

from desktop_app.shops.files.fields import Field
from desktop_app.shops.files.layout import Layout

LAYOUTS = (
    Layout(
        platform="tiktok",
        name="Orders",
        signs=(
            frozenset({"order id", "order status", "seller sku", "product name"}),
            frozenset({"order id", "order substatus", "recipient"}),
        ),
        columns={
            Field.ORDER: ("order id",),
            Field.STATUS: ("order status",),
            Field.LINE_STATUS: ("order substatus",),
            Field.REFUND_STATUS: ("cancelation return type", "cancellation return type"),
            Field.CANCELLED: ("cancelled time", "canceled time"),
            Field.DISPATCHED: ("shipped time",),
            Field.SKU: ("seller sku",),
            Field.QUANTITY: ("quantity",),
            Field.UNIT_PRICE: ("sku unit original price",),
            Field.LINE_PRICE: ("sku subtotal after discount", "sku subtotal before discount"),
            Field.DATE: ("created time", "paid time"),
            Field.SERVICE: ("delivery option", "delivery option type"),
            Field.NOTE: ("buyer message",),
            Field.TOWN: ("post town", "city", "city district post town", "town"),
            Field.COUNTY: ("county", "state", "districts"),
            Field.LINE1: ("detail address", "address line 1", "street name"),
            Field.LINE2: ("additional address information", "address line 2"),
            Field.WEIGHT: ("weight kg", "weight"),
        },
        sent_words=("completed",),
    ),
)
