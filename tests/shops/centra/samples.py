"""A Centra shipment as it is documented, and smaller ones made of it."""

import json
from typing import Any

from desktop_app.shops.centra.wire import Shipment
from desktop_app.shops.web import exact_json

ITEM: dict[str, Any] = {
    "lineId": "43243", "sku": "S123", "variantSku": "K345", "sizeSku": "U1",
    "ean": "1234567890123", "upc": "123456", "name": "Product #1", "variant": "White",
    "size": "XS", "brand": "Brand", "qty": 2, "originalPrice": 500.5, "price": 450.5,
    "weight": 2, "weightUnit": "kg", "countryOfOrigin": "DE", "harmCode": "611595",
    "comment": "", "warehouses": [{"name": "Default", "itemQty": "1"}], "isBundle": False,
}  # fmt: skip
DOCUMENTED: dict[str, Any] = {
    "shipmentId": "83651-1", "orderId": "83651", "orderDate": "2012-02-04 15:16:13",
    "orderStore": "retail", "orderCurrency": "EUR", "customerId": "12345", "accountId": "",
    "deliveryName": "Someones Name", "deliveryCompany": "", "deliveryEmail": "d@example.com",
    "deliveryCell": "+4912345678", "deliveryTele": "", "deliveryAddress": "Examplestreet 1",
    "deliveryCoaddress": "", "deliveryZipcode": "12345", "deliveryCity": "Somecity",
    "deliveryState": "", "deliveryCountry": "DE", "billingName": "Other Name",
    "billingCompany": "Bill Ltd", "billingEmail": "b@example.com", "billingTele": "030-1",
    "billingAddress": "Billstreet 2", "billingCoaddress": "", "billingZipcode": "54321",
    "billingCity": "Billtown", "billingState": "", "billingCountry": "AT",
    "shippingList": "standard", "suspect": 0, "hold": 0, "waitingForPayment": 0, "paid": 1,
    "shouldCapture": False, "otherComment": "", "trackingNumber": "", "trackingUrl": "",
    "shipmentDate": "0000-00-00 00:00:00", "products": [ITEM],
}  # fmt: skip


def shipment(number: int = 1, /, **changes: object) -> dict[str, Any]:
    """The documented shipment with some fields changed."""
    return {**DOCUMENTED, "shipmentId": f"83651-{number}", **changes}


def item(**changes: object) -> dict[str, Any]:
    return {**ITEM, **changes}


def parsed(sent: dict[str, Any]) -> Shipment:
    """As it is read from the wire, its numbers exact."""
    return Shipment.model_validate(exact_json.read(json.dumps(sent).encode()))


def listed(*shipments: dict[str, Any]) -> dict[str, Any]:
    return {"status": "ok", "shipments": list(shipments)}
