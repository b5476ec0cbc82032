"""What ePages answers: the whole documented order, a list of orders, and a product's size."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from desktop_app.shops.web.wire import Amount, CamelModel, Flag, Moment, Objects, Whole

Word = Annotated[str, Field(min_length=1)]


class Price(CamelModel):
    """An amount in a currency; `tax_type` is GROSS, NET or NONE."""

    tax_type: str = ""
    formatted: str = ""
    amount: Amount | None = None
    currency: str = ""


class Quantity(CamelModel):
    """How much of something, in the shop's own unit: `piece(s)`, `yd³`, `oz`."""

    amount: Amount | None = None
    unit: str = ""


class Link(CamelModel):
    """Where something that belongs to it is found."""

    rel: str = ""
    href: str = ""


class TaxClass(CamelModel):
    """A rate of tax in percent."""

    tax_class_id: str = ""
    name: str = ""
    percentage: Amount | None = None


class Tax(CamelModel):
    """What a class of tax comes to."""

    tax_class: TaxClass | None = None
    price: Price | None = None


class Address(CamelModel):
    """Who and where; `street` holds the house number, `country` an ISO code."""

    company: str = ""
    salutation: str = ""
    title: str = ""
    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    street: str = ""
    street_details: str = ""
    address_extension: str = ""
    door_code: str = ""
    zip_code: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    vat_id: str = ""
    birthday: str = ""
    bank_account_holder: str = ""
    bank_account_number: str = ""
    bank_name: str = ""
    bank_sort_code: str = ""
    email_address: str = ""
    business_email_address: str = ""
    private_email_address: str = ""
    phone_number: str = ""
    mobile_phone_number: str = ""
    business_phone_number: str = ""
    private_phone_number: str = ""
    fax_number: str = ""
    department: str = ""
    display_name: str = ""
    fiscal_code: str = ""
    gender: str = ""
    job_title: str = ""
    website_url: str = ""


class ShippingMethod(CamelModel):
    """The way of delivery that the buyer chose."""

    id: str = ""
    name: str = ""


class ShippingData(CamelModel):
    """What delivery costs, and how it was chosen."""

    shipping_method: ShippingMethod | None = None
    price: Price | None = None
    taxes: Objects[Tax] = ()


class PaymentMethod(CamelModel):
    """How it is paid."""

    id: str = ""
    name: str = ""
    provider_name: str = ""
    additional_data: object = None


class PaymentData(CamelModel):
    """The payment, as far as the shop knows it."""

    payment_method: PaymentMethod | None = None
    transaction_id: str = ""
    price: Price | None = None
    status: str = ""
    taxes: Objects[Tax] = ()


class Image(CamelModel):
    """A picture of what was bought."""

    url: str = ""
    classifier: str = ""
    is_zoom_enabled: Flag = False
    width: Whole | None = None
    height: Whole | None = None
    file_size: Whole | None = None


class Percent(CamelModel):
    """A share in percent."""

    formatted: str = ""
    percentage: Amount | None = None


class PriceSavings(CamelModel):
    """What is saved by buying more at once."""

    percent: Percent | None = None
    regular_bulk_price: Price | None = None


class BulkPrice(CamelModel):
    """A price from a quantity on."""

    quantity: Quantity | None = None
    price: Price | None = None
    base_price: Price | None = None
    price_savings: PriceSavings | None = None


class AdditionalInformation(CamelModel):
    """What else a line says."""

    bulk_price_info: Objects[BulkPrice] = ()


class ProductLine(CamelModel):
    """One thing that was bought. `delivery_weight` is that of the whole line, not of one piece."""

    line_item_id: str = ""
    sku: str = ""
    name: str = ""
    product_id: str = ""
    quantity: Quantity | None = None
    line_item_price: Price | None = None
    single_item_price: Price | None = None
    line_item_coupon_discount: Price | None = None
    images: Objects[Image] = ()
    additional_information: AdditionalInformation | None = None
    links: Objects[Link] = ()
    variation_string: str = ""
    essential_features: str = ""
    tax_class: TaxClass | None = None
    delivery_weight: Quantity | None = None
    order_unit: str = ""
    energy_labels_string: str = ""
    energy_labels_max_efficiency_string: str = ""
    energy_label_source_file: str = ""
    product_data_sheet_source_file: str = ""


class CouponLine(CamelModel):
    """What a coupon takes off."""

    coupon_line_item_id: str = ""
    line_item_price: Price | None = None


class BasketDiscount(CamelModel):
    """A discount on the whole basket."""

    links: Objects[Link] = ()


class LineItemContainer(CamelModel):
    """Everything that was bought; its totals may differ from the order's own."""

    grand_total: Price | None = None
    total_before_tax: Price | None = None
    total_tax: Price | None = None
    line_items_sub_total: Price | None = None
    product_line_items: Objects[ProductLine] = ()
    coupon_line_item: CouponLine | None = None
    shipping_price: Price | None = None
    deposits: tuple[object, ...] = ()
    eco_participations: tuple[object, ...] = ()
    shipping_options: tuple[object, ...] = ()
    basket_discount: BasketDiscount | None = None


class Order(CamelModel):
    """The whole order, as it is created, read and changed.

    It has no status: what was done with it are the fifteen times at its end. Older shops say
    `cancelledOn` and `shippedOn`. A list's orders have no `line_item_container`. A missing
    `shipping_address` means that of the bill.
    """

    order_id: Word
    order_number: str = ""
    creation_date: Moment = None
    customer_id: str = ""
    customer_number: str = ""
    locale: str = ""
    currency_id: str = ""
    tax_model: str = ""
    grand_total: Amount | None = None
    total_before_tax: Amount | None = None
    total_tax: Amount | None = None
    customer_comment: str = ""
    internal_note: str = ""
    billing_address: Address | None = None
    shipping_address: Address | None = None
    shipping_data: ShippingData | None = None
    payment_data: PaymentData | None = None
    viewed_on: Moment = None
    rejected_on: Moment = None
    cancelled_on: Moment = None
    in_process_on: Moment = None
    pending_on: Moment = None
    ready_for_dispatch_on: Moment = None
    partially_dispatched_on: Moment = None
    dispatched_on: Moment = None
    shipped_on: Moment = None
    delivered_on: Moment = None
    partially_invoiced_on: Moment = None
    invoiced_on: Moment = None
    partially_paid_on: Moment = None
    paid_on: Moment = None
    returned_on: Moment = None
    closed_on: Moment = None
    archived_on: Moment = None
    last_updated_on_date: Moment = None
    line_item_container: LineItemContainer | None = None
    links: Objects[Link] = ()

    @property
    def shown_number(self) -> str:
        """The number that people use."""
        return self.order_number or self.order_id

    @property
    def lines(self) -> tuple[ProductLine, ...]:
        """What was bought; () in a list."""
        return self.line_item_container.product_line_items if self.line_item_container else ()

    @property
    def gone_on(self) -> datetime | None:
        """When it left, as far as the shop was told."""
        return self.dispatched_on or self.shipped_on or self.delivered_on


class OrderPage(CamelModel):
    """A page of a list; `results` is how many there are altogether."""

    results: Whole | None = None
    page: Whole | None = None
    results_per_page: Whole | None = None


class Product(CamelModel):
    """A product, as far as a parcel needs it; lengths are millimetres."""

    product_id: str = ""
    product_length: Amount | None = None
    product_width: Amount | None = None
    product_height: Amount | None = None
