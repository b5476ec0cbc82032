"""Postroom's own order file: the names of its command line's values, a row for each line."""

from desktop_app.shops.files.fields import Field
from desktop_app.shops.files.layout import Layout

NAMES = {
    Field.ORDER: "order_number",
    Field.NAME: "name",
    Field.COMPANY: "organisation",
    Field.LINE1: "address_line_1",
    Field.LINE2: "address_line_2",
    Field.LINE3: "address_line_3",
    Field.TOWN: "town",
    Field.COUNTY: "county",
    Field.POSTCODE: "postcode",
    Field.COUNTRY: "country",
    Field.EMAIL: "email",
    Field.PHONE: "phone",
    Field.SKU: "sku",
    Field.TITLE: "description",
    Field.QUANTITY: "quantity",
    Field.UNIT_PRICE: "unit_value",
    Field.CURRENCY: "currency",
    Field.HS_CODE: "hs_code",
    Field.ORIGIN: "origin",
    Field.UNIT_WEIGHT: "unit_weight_kg",
    Field.WEIGHT: "weight_kg",
    Field.SERVICE: "service",
    Field.NOTE: "note",
    Field.DATE: "ordered_on",
}

LAYOUTS = (
    Layout(
        platform="postroom",
        name="Orders",
        signs=(frozenset({"order number", "address line 1", "unit value", "hs code"}),),
        columns={field: (name.replace("_", " "),) for field, name in NAMES.items()},
    ),
)
