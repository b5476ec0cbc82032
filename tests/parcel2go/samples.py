"""Recorded and documented answers, and shipments to ask about."""

from decimal import Decimal
from typing import Any

from desktop_app.domain.address import Address
from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.money import Price
from desktop_app.domain.order import Order, OrderLine
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.quote import CourierService, OfferedExtra, Quote
from desktop_app.domain.shipment import Shipment
from tests.fakes.office import WHOLE

ITEM_ID = "c1361416-53ca-4d67-974a-60f5335cdaf1"
HASH = "hXJHm9/gsMM8QkLhu7z/QbRc+IdhzpLXx86f1te9p0o="
PRICE = Price(net=Decimal("6.15"), vat=Decimal("1.23"), total=Decimal("7.38"))
ORDER = Order(
    order_id="76423942", hash=HASH, price=PRICE,
    lines=(OrderLine(order_line_id="115030194", item_id=ITEM_ID),),
)  # fmt: skip
SERVICE = CourierService(slug="24h-example", name="24h", courier="Example")
SMS = OfferedExtra(kind="Sms", price=Price(net=Decimal(1), vat=Decimal(0), total=Decimal(1)))
QUOTE = Quote(service=SERVICE, price=PRICE, extras=(SMS,))
ABROAD = QUOTE.model_copy(update={"requires_customs": True})
HOME = WHOLE

WIRE_SERVICE: dict[str, Any] = {
    "DropOffProviderCode": "", "CourierName": "DPD", "CourierSlug": "dpd", "Slug": "dpd",
    "Name": "DPD Next Day", "CollectionType": "Collection", "DeliveryType": "Door",
    "Links": {"ImageSmall": "x", "Imagelarge": "y"}, "MaxHeight": 0.6, "MaxWidth": 0.7,
    "MaxLength": 1.2, "MaxWeight": 30, "MaxCover": 1000, "IsPrinterRequired": True,
    "RequiresDimensions": False, "ShortDescriptions": "<p>Next <b>day</b></p>",
    "Overview": "", "Features": "<ul><li>Tracked</li><li>Signed &amp; sealed</li></ul>",
    "Classification": "Fast",
}  # fmt: skip
WIRE_QUOTE: dict[str, Any] = {
    "AvailableExtras": [
        {"Type": "Cover", "Price": 7.5, "Vat": 1.5, "Total": 9, "Details": None},
        {"Type": "ExtendedBaseCover", "Price": 0.2, "Vat": 0.04, "Total": 0.24,
         "Details": {"IncludedCover": "20.0000", "MaxWeight": "999.00"}},
    ],
    "Extras": [], "Discount": 0, "Service": WIRE_SERVICE, "TotalPrice": 13.19,
    "TotalPriceExVat": 10.99, "TotalVat": 2.20, "UnitPrice": 10.99, "VatRate": 20,
    "Collection": "2021-02-15T00:00:00", "CutOff": "2021-02-14T23:00:00",
    "EstimatedDeliveryDate": "2021-02-16T00:00:00", "IncludedCover": 0, "TariffSystem": None,
    "Distance": None, "RequiresCommercialInvoice": False,
}  # fmt: skip
CREATED: dict[str, Any] = {
    "OrderId": "76423942",
    "Links": {
        "PayWithPrePay": f"https://example.com/api/orders/76423942/paywithprepay?hash={HASH}",
        "payment": "https://example.com/order/payment?id=76423942&hash=A0346D",
        "help": "https://example.com/help-centre",
    },
    "TotalPrice": 7.38,
    "TotalVat": 1.23,
    "TotalPriceExVat": 6.15,
    "Hash": HASH,
    "OrderlineIdMap": [{"Hash": "9DXy5SLf6ad=", "OrderLineId": "115030194", "ItemId": ITEM_ID}],
    "TotalDiscount": 0,
}

_SLIPPERS = ContentsLine(description="Slippers", quantity=1, unit_value=Decimal(10))
TO_USA = Shipment(
    sender=Address(
        name="Test", email="collection@example.com", phone="+4477777777777", property="11",
        street="Saville St", town="Malton", county="North Yorkshire", postcode="YO17 7LL",
        country="GBR",
    ),
    recipient=Address(
        name="Gary Wilson", email="g.wilson@yahoo.com", phone="+4477777777777", property="1",
        street="S Brooklyn View Ln", town="South Jordan", county="UTah", postcode="84095",
        country="USA",
    ),
    parcels=(
        Parcel(
            weight_kg=Decimal(1), length_cm=Decimal(10), width_cm=Decimal(10),
            height_cm=Decimal(10), contents_summary="Slippers", contents=(_SLIPPERS,),
        ),
    ),
    customs=CustomsDeclaration(
        export_reason=ExportReason.SALE, vat_status=VatStatus.INDIVIDUAL, origin_country="GBR"
    ),
)  # fmt: skip
"""The draft behind the documents' order with customs."""
