"""Amazon's order reports: what is not shipped yet, and what is new."""

from desktop_app.shops.files.fields import Field
from desktop_app.shops.files.layout import Layout

_COLUMNS = {
    Field.ORDER: ("order id", "amazon order id"),
    Field.SERVICE: ("ship service level",),
    Field.TITLE: ("product name",),
    Field.LINE_PRICE: ("item price",),
    Field.UNIT_PRICE: (),
    Field.QUANTITY: ("quantity purchased", "quantity"),
    Field.TO_SHIP: ("quantity to ship",),
    Field.DATE: ("purchase date",),
    Field.STATUS: ("order status",),
}

LAYOUTS = (
    Layout(
        platform="amazon",
        name="Unshipped orders",
        signs=(frozenset({"order id", "order item id", "quantity to ship", "recipient name"}),),
        columns=_COLUMNS,
    ),
    Layout(
        platform="amazon",
        name="New orders",
        signs=(
            frozenset({"order id", "order item id", "recipient name"}),
            frozenset({"amazon order id", "ship address 1"}),
        ),
        columns=_COLUMNS,
    ),
)
