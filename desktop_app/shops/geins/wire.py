"""Geins' order object, whole: the one that is created is also the one that is read.

Only documented fields stand here, each under its documented name. Weights are grams, lengths
millimetres, each of one piece; `vat_rate` 0.25 is 25 %, `discount_rate` 10.0 is 10 %.
"""

from pydantic import Field

from desktop_app.shops.web.wire import Amount, Flag, Moment, Objects, PascalModel, Texts, Whole


class Address(PascalModel):
    """Who and where; `country` is an ISO code, `address_line1` street and house number."""

    company: str = ""
    care_of: str = ""
    state: str = ""
    country: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    address_line1: str = ""
    address_line2: str = ""
    address_line3: str = ""
    zip: str = ""
    city: str = ""
    phone: str = ""
    mobile: str = ""
    entry_code: str = ""


class PaymentDetail(PascalModel):
    """One payment of an order; `payed` once all of it was taken."""

    id: Whole | None = None
    payment_id: Whole | None = None
    name: str = ""
    display_name: str = ""
    transaction_id: str = ""
    secondary_transaction_id: str = ""
    reservation_number: str = ""
    reservation_date: Moment = None
    payment_date: Moment = None
    total: Amount | None = None
    payed: Flag | None = None
    payment_fee: Amount | None = None
    shipping_fee: Amount | None = None
    payment_option: str = ""


class ShippingDetail(PascalModel):
    """One way of delivery of an order; `parcel_number` is the tracking number."""

    id: Whole | None = None
    shipping_id: Whole | None = None
    name: str = ""
    parcel_number: str = ""
    shipping_date: Moment = None
    tracking_url: str = ""
    external_delivery_option_id: str = ""
    external_service_id: str = ""
    external_carrier_id: str = ""
    external_delivery_id: str = ""
    pickup_point: str = ""
    external_delivery_data: str = ""


class OrderRow(PascalModel):
    """One thing that was bought; `unit_price` with VAT, its discount taken off.

    `parcel_group_id` is set once it was sent, `status` is not told by every version.
    """

    id: Whole | None = None
    id_list: str = ""
    product_id: Whole | None = None
    name: str = ""
    product_name: str = ""
    item_id: Whole | None = None
    item_name: str = ""
    article_number: str = ""
    total: Amount | None = None
    expected_total_price_inc_vat: Amount | None = None
    discount_rate: Amount | None = None
    discount: Amount | None = None
    expected_total_discount_inc_vat: Amount | None = None
    vat_total: Amount | None = Field(None, alias="VATTotal")
    vat_rate: Amount | None = Field(None, alias="VATRate")
    quantity: Whole | None = None
    purchase_price: Amount | None = None
    payment_detail_id: Whole | None = None
    shipping_detail_id: Whole | None = None
    market: str = ""
    unit_price: Amount | None = None
    product_container_build_id: Whole | None = None
    message: str = ""
    cart_row_id: Whole | None = None
    external_id: str = ""
    product_container_selection_id: Whole | None = None
    product_container_name: str = ""
    external_product_id: str = ""
    external_product_item_id: str = ""
    parcel_group_id: Whole | None = None
    brand_name: str = ""
    gtin: str = ""
    weight: Whole | None = None
    length: Whole | None = None
    width: Whole | None = None
    height: Whole | None = None
    color: str = ""
    variant: str = ""
    campaign_ids: Texts = ()
    campaign_group_data: str = ""
    campaign_group_id: Whole | None = None
    campaign_names: Texts = ()
    category_id: Whole | None = None
    related_products_build_id: str = ""
    packing_location_id: Whole | None = None
    product_price_campaign_id: Whole | None = None
    product_price_list_id: Whole | None = None
    product_package_id: Whole | None = None
    product_package_name: str = ""
    product_package_group_id: str = ""
    status: str = ""


class Refund(PascalModel):
    """Money that went back."""

    id: Whole | None = None
    order_row_id: Whole | None = None
    payment_detail_id: Whole | None = None
    return_id: Whole | None = None
    article_number: str = ""
    created_at: Moment = None
    total: Amount | None = None
    reason_code: Whole | None = None
    reason: str = ""
    to_balance: Flag | None = None
    vat: Amount | None = None
    item_id: Whole | None = None
    refund_type: str = ""


class Order(PascalModel):
    """The order. `status` is one of pending, partial, backorder, on-hold, pending-payment,
    inactive, completed, refunded, cancelled."""

    id: Whole | None = None
    external_id: str = ""
    personal_id: str = ""
    customer_id: Whole | None = None
    customer_type_id: Whole | None = None
    customer_group_id: Whole | None = None
    customer_group_name: str = ""
    customer_email: str = ""
    customer_order_number: str = ""
    created_at: Moment = None
    updated_at: Moment = None
    completed_at: Moment = None
    status: str = ""
    currency: str = ""
    currency_rate: Amount | None = None
    market_id: Whole | None = None
    market_name: str = ""
    language: str = ""
    order_total: Amount | None = None
    expected_sum: Amount | None = None
    vat_total: Amount | None = Field(None, alias="VATTotal")
    order_value_inc_vat: Amount | None = None
    order_value_ex_vat: Amount | None = None
    item_value_inc_vat: Amount | None = None
    item_value_ex_vat: Amount | None = None
    discount: Amount | None = None
    discount_ex_vat: Amount | None = None
    from_balance: Amount | None = None
    shipping_fee: Amount | None = None
    shipping_fee_ex_vat: Amount | None = None
    payment_fee: Amount | None = None
    payment_fee_ex_vat: Amount | None = None
    message: str = ""
    order_messages: Texts = ()
    payment_details: Objects[PaymentDetail] = ()
    shipping_details: Objects[ShippingDetail] = ()
    shipping_address: Address | None = None
    billing_address: Address | None = None
    rows: Objects[OrderRow] = ()
    refunds: Objects[Refund] = ()
    ip: str = ""
    user_agent: str = ""
    service_location: str = ""
    campaign_code: str = ""
    campaign_code_id: Whole | None = None
    percent: Whole | None = None
    desired_delivery_date: Moment = None
    gender: Flag | None = None
    cart_id: Whole | None = None
    session_id: str = ""
    external_order_status: Whole | None = None
    campaign_ids: Texts = ()
    campaign_names: Texts = ()
    meta_data: dict[str, str] = Field(default_factory=dict)
    public_id: str = ""

    @property
    def shown_number(self) -> str:
        """The number that people use."""
        return str(self.id) if self.id is not None else ""


class PageResult(PascalModel):
    """Where a page stands: page 2 and on are asked for by `batch_id`."""

    batch_id: str = ""
    page: Whole | None = None
    row_count: Whole | None = None
    page_count: Whole | None = None
    page_size: Whole | None = None
    has_more_rows: Flag = False


class OrderPage(PascalModel):
    """One page of a query, without its orders."""

    page_result: PageResult | None = None


class Product(PascalModel):
    """A product, as far as customs needs it."""

    product_id: Whole | None = None
    intrastat_code: str = ""
    country_of_origin: str = ""


class Parcel(PascalModel):
    """What was sent of one order."""

    order_id: Whole | None = None
    order_row_ids: tuple[Whole, ...] = ()


class ParcelGroup(PascalModel):
    """Parcels that left together."""

    parcel_group_id: Whole | None = None
    parcels: Objects[Parcel] = ()
