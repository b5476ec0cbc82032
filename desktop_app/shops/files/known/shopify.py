"""Shopify's orders_export.csv: what is about the order stands in its first row only."""

from desktop_app.shops.files.fields import ADDRESS, BILLING, Field
from desktop_app.shops.files.layout import Layout

_PARTS = {
    Field.NAME: ("name",),
    Field.COMPANY: ("company",),
    Field.LINE1: ("address1", "street"),
    Field.LINE2: ("address2",),
    Field.TOWN: ("city",),
    Field.COUNTY: ("province", "province name"),
    Field.POSTCODE: ("zip",),
    Field.COUNTRY: ("country",),
    Field.PHONE: ("phone",),
}
_SHIPPING = {field: tuple(f"shipping {part}" for part in parts) for field, parts in _PARTS.items()}
_BILLING = {
    BILLING[field]: tuple(f"billing {part}" for part in parts) for field, parts in _PARTS.items()
}

LAYOUTS = (
    Layout(
        platform="shopify",
        name="Orders",
        signs=(frozenset({"name", "lineitem name", "lineitem quantity"}),),
        columns={
            **dict.fromkeys(ADDRESS, ()),
            **_SHIPPING,
            **_BILLING,
            Field.EMAIL: ("email",),
            Field.BILL_PHONE: ("phone", "billing phone"),
            Field.ORDER: ("name",),
            Field.DATE: ("created at", "paid at"),
            Field.CANCELLED: ("cancelled at",),
            Field.REFUND_STATUS: ("financial status",),
            Field.STATUS: ("fulfillment status", "fulfilment status"),
            Field.DISPATCHED: (),
            Field.LINE_STATUS: ("lineitem fulfillment status", "lineitem fulfilment status"),
            Field.NEEDS_SHIPPING: ("lineitem requires shipping",),
            Field.TITLE: ("lineitem name",),
            Field.SKU: ("lineitem sku",),
            Field.QUANTITY: ("lineitem quantity",),
            Field.UNIT_PRICE: ("lineitem price",),
            Field.SERVICE: ("shipping method",),
            Field.NOTE: ("notes",),
            Field.CURRENCY: ("currency",),
            Field.WEIGHT: (),
        },
    ),
)
