"""Royal Mail Click & Drop's fixed list of field names, which other programs write for it."""

from desktop_app.shops.files.fields import Field
from desktop_app.shops.files.layout import Layout

LAYOUTS = (
    Layout(
        platform="click-and-drop",
        name="Orders",
        signs=(
            frozenset({"order reference", "address line 1", "service code"}),
            frozenset({"order reference", "address line 1", "package size"}),
            frozenset({"order reference", "address line 1", "special instructions"}),
            frozenset({"order reference", "address line 1", "product sku"}),
            frozenset({"order reference", "address line 1", "full name", "weight"}),
        ),
        columns={
            Field.ORDER: ("order reference",),
            Field.NAME: ("full name", "recipient name", "name"),
            Field.NOTE: ("special instructions",),
            Field.SERVICE: ("service code",),
            Field.UNIT_PRICE: ("unit price",),
            Field.TITLE: ("product name", "customs description"),
            Field.WEIGHT: ("weight", "weight kg", "weight g"),
            Field.UNIT_WEIGHT: ("unit weight", "unit weight kg", "unit weight g"),
        },
    ),
)
