"""The orders and products of the practice Geins shop, as Geins writes them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from desktop_app.practice.shops.cases import CASES, THINGS, Bought, Case, Place, Thing

Body = dict[str, Any]
BEGUN = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
_STATES = {
    "open": "pending", "cancelled": "cancelled", "sent": "completed", "returned": "refunded",
    "closed": "inactive", "held": "on-hold", "unpaid": "pending-payment", "partial": "partial",
}  # fmt: skip
_ROW_STATES = {"sent": "shipped", "returned": "returned", "cancelled": "cancelled"}


def moment(at: datetime) -> str:
    """Return a time as the shop writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def all_orders() -> dict[int, Body]:
    """Return every order by its number, oldest first."""
    return {5000 + n: _order(5000 + n, case) for n, case in enumerate(CASES, 1)}


def all_products() -> dict[int, Body]:
    """Return every product by its number: grams and millimetres, an eight-digit code."""
    return {product_id(one): _product(one) for one in THINGS}


def product_id(thing: Thing) -> int:
    """Return a product's number."""
    return 100 + THINGS.index(thing)


def _order(number: int, case: Case) -> Body:
    made = BEGUN + timedelta(hours=11 * (number - 5000))
    rows = [_row(number, n, one, case) for n, one in enumerate(case.bought, 1)]
    total = sum(row["Total"] for row in rows)
    address = _address(case.place) if case.place else None
    return {
        "Id": number, "ExternalId": "", "CustomerId": number + 1, "CustomerTypeId": 1,
        "CreatedAt": moment(made), "UpdatedAt": moment(made + timedelta(hours=1)),
        "CompletedAt": moment(made) if case.state == "sent" else None,
        "Status": _STATES[case.state], "Currency": case.currency, "CurrencyRate": 1.0,
        "MarketId": 1, "MarketName": "Practice", "Language": "en", "OrderTotal": total + 4.0,
        "ExpectedSum": total + 4.0, "VATTotal": round(total / 5, 2), "OrderValueIncVat": total,
        "ItemValueIncVat": total, "Discount": 0.0, "ShippingFee": 4.0, "PaymentFee": 0.0,
        "Message": case.note, "OrderMessages": [], "PaymentDetails": [],
        "ShippingDetails": [_shipping(number)], "ShippingAddress": address,
        "BillingAddress": address, "Rows": rows, "Refunds": [], "ExternalOrderStatus": 0,
        "MetaData": {}, "PublicId": f"00000000-0000-4000-8000-{number:012d}",
    }  # fmt: skip


def _shipping(number: int) -> Body:
    return {
        "Id": number * 10, "ShippingId": 2, "Name": "Standard delivery", "ParcelNumber": "",
        "ShippingDate": None, "TrackingUrl": "", "PickupPoint": "",
    }  # fmt: skip


def _address(place: Place) -> Body:
    first, _, last = place.name.partition(" ")
    return {
        "Company": place.company, "CareOf": "", "State": place.region, "Country": place.country,
        "FirstName": first, "LastName": last, "Email": place.email, "AddressLine1": place.street,
        "AddressLine2": place.extra, "AddressLine3": "", "Zip": place.postcode,
        "City": place.town, "Phone": "", "Mobile": place.phone, "EntryCode": "",
    }  # fmt: skip


def _row(order: int, number: int, bought: Bought, case: Case) -> Body:
    """One row; what is sold by length counts as so many pieces here."""
    thing = bought.thing
    quantity = int(Decimal(bought.quantity).to_integral_value())
    is_sent = case.state == "sent" or (case.state == "partial" and number == 1)
    length, width, height = thing.size_mm
    return {
        "Id": order * 100 + number, "ProductId": product_id(thing), "Name": thing.name,
        "ProductName": thing.name, "ItemId": product_id(thing) * 10, "ItemName": thing.variant,
        "ArticleNumber": thing.sku, "Total": round(float(Decimal(thing.price) * quantity), 2),
        "DiscountRate": 0.0, "Discount": 0.0, "VATRate": 0.2, "Quantity": quantity,
        "ShippingDetailId": order * 10, "UnitPrice": float(thing.price),
        "ParcelGroupId": 1 if is_sent else None, "BrandName": "Practice", "Gtin": "",
        "Weight": thing.grams, "Length": length, "Width": width, "Height": height,
        "Variant": thing.variant, "CampaignIds": [], "PackingLocationId": 1,
        "Status": "shipped" if is_sent else _ROW_STATES.get(case.state, "ready"),
    }  # fmt: skip


def _product(thing: Thing) -> Body:
    length, width, height = thing.size_mm
    return {
        "ProductId": product_id(thing), "ArticleNumber": thing.sku, "Name": thing.name,
        "IntrastatCode": thing.code, "CountryOfOrigin": thing.origin, "Weight": thing.grams,
        "Length": length, "Width": width, "Height": height,
    }  # fmt: skip
