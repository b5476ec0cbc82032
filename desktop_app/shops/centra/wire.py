"""What Centra answers: shipments with their lines, flat and mostly as text.

0, "" and 0000-00-00 mean that nothing is set. Weights are of one piece, in `weight_unit`.
"""

from pydantic import Field

from desktop_app.shops.web.wire import Amount, CamelModel, Flag, Moment, Objects, Whole


class Item(CamelModel):
    """One line; its whole SKU is the three parts together.

    A bundle may come with what is in it nested in `bundle`, beside it as lines that are
    `is_part_of_bundle`, alone, or not at all: the shop's settings say so.
    """

    line_id: str = ""
    sku: str = ""
    variant_sku: str = ""
    size_sku: str = ""
    ean: str = ""
    upc: str = ""
    name: str = ""
    variant: str = ""
    size: str = ""
    brand: str = ""
    qty: Whole | None = None
    original_price: Amount | None = None
    price: Amount | None = None
    weight: Amount | None = None
    weight_unit: str = ""
    country_of_origin: str = ""
    harm_code: str = ""
    comment: str = ""
    is_bundle: Flag = False
    is_part_of_bundle: Flag = False
    bundle: Objects["Item"] = ()


class Shipment(CamelModel):
    """One shipment of an order; `shipment_id` is such as 83651-1, countries are alpha-2."""

    shipment_id: str = Field(min_length=1)
    order_id: str = ""
    order_date: Moment = None
    order_store: str = ""
    order_currency: str = ""
    currency: str = ""
    delivery_name: str = ""
    delivery_company: str = ""
    delivery_email: str = ""
    delivery_cell: str = ""
    delivery_tele: str = ""
    delivery_address: str = ""
    delivery_coaddress: str = ""
    delivery_zipcode: str = ""
    delivery_city: str = ""
    delivery_state: str = ""
    delivery_country: str = ""
    billing_name: str = ""
    billing_company: str = ""
    billing_email: str = ""
    billing_cell: str = ""
    billing_tele: str = ""
    billing_address: str = ""
    billing_coaddress: str = ""
    billing_zipcode: str = ""
    billing_city: str = ""
    billing_state: str = ""
    billing_country: str = ""
    shipping_list: str = ""
    delivery_service: str = ""
    suspect: Flag = False
    hold: Flag = False
    waiting_for_payment: Flag = False
    paid: Flag | None = None
    should_capture: Flag = False
    other_comment: str = ""
    tracking_number: str = ""
    carrier: str = ""
    service: str = ""
    door_code: str = Field("", alias="shipwallet_doorcode")
    courier_instructions: str = Field("", alias="shipwallet_courier_instructions")
    products: Objects[Item] = ()

    @property
    def shown_number(self) -> str:
        """The order's number, which is also the first part of the shipment's."""
        return self.order_id or self.shipment_id.rpartition("-")[0] or self.shipment_id


class Completed(CamelModel):
    """What completing a shipment, or creating an order, comes back with."""

    status: str = ""
    msg: str = ""
    code: str = ""
    order: str = ""
    orders: tuple[str, ...] = ()
