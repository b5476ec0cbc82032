"""ePages' own documented order, and smaller ones made of it."""

import json
from typing import Any

from desktop_app.shops.epages.wire import Order
from desktop_app.shops.web import exact_json

ORDER_ID = "5858FBC0-3CFA-AEEE-D837-D5809AB3C89F"


def price(amount: float, tax_type: str = "GROSS") -> dict[str, Any]:
    return {
        "taxType": tax_type,
        "formatted": f"{amount:.2f} €",
        "amount": amount,
        "currency": "EUR",
    }


ADDRESS: dict[str, Any] = {
    "company": None, "salutation": None, "firstName": "Doris", "lastName": "Daisy",
    "street": "Daisy Road 2", "streetDetails": None, "zipCode": "87956", "city": "Daisyland",
    "state": None, "country": "DE", "title": None, "vatId": None, "birthday": None,
    "addressExtension": "1.Floor", "bankAccountHolder": "Doris Daisy",
    "bankAccountNumber": "UA1567379838510", "bankName": "Daisyland Bank",
    "bankSortCode": "XXDAISBB", "businessEmailAddress": "daisy@land.com",
    "businessPhoneNumber": "0065099906543", "department": None, "displayName": None,
    "doorCode": None, "faxNumber": "0065099906545", "fiscalCode": None, "gender": "FEMALE",
    "jobTitle": "Business Manager", "middleName": None, "mobilePhoneNumber": "0012066876500",
    "phoneNumber": "0012066876500", "privateEmailAddress": None, "privatePhoneNumber": None,
    "websiteUrl": "http://land.com", "emailAddress": "daisy@land.com",
}  # fmt: skip
TAX: dict[str, Any] = {"taxClassId": "5446685F", "name": "standard", "percentage": 19.0}
IMAGE: dict[str, Any] = {
    "url": "https://pm.example/acc6.jpg", "classifier": "Large", "isZoomEnabled": False,
    "width": 0, "height": 0, "fileSize": 0,
}  # fmt: skip
LINE: dict[str, Any] = {
    "lineItemId": "5858EDE0-6E6D-DBC6-A97B-D5809AB37DD9",
    "sku": "Acc-001",
    "name": "Connector 6.3 mm",
    "productId": "54E72E1F-746A-8B6E-8E41-0A0C05E64669",
    "quantity": {"amount": 2, "unit": "yd³"},
    "lineItemPrice": price(25.98),
    "singleItemPrice": price(12.99),
    "lineItemCouponDiscount": price(1.7),
    "images": [IMAGE],
    "additionalInformation": {
        "bulkPriceInfo": [
            {
                "quantity": {"amount": 1, "unit": "piece(s)"},
                "price": price(9),
                "basePrice": None,
                "priceSavings": {
                    "percent": {"formatted": "10 %", "percentage": 10.0},
                    "regularBulkPrice": price(10),
                },
            }
        ]
    },
    "links": [{"rel": "product", "href": "https://pm.example/api/products/54E72E1F"}],
    "variationString": None,
    "essentialFeatures": None,
    "taxClass": TAX,
    "deliveryWeight": {"amount": 100, "unit": "oz"},
    "energyLabelsString": "C",
    "energyLabelsMaxEfficiencyString": "A+++",
    "energyLabelSourceFile": "https://pm.example/label.png",
    "productDataSheetSourceFile": "https://pm.example/data.pdf",
}
DOCUMENTED: dict[str, Any] = {
    "orderId": ORDER_ID,
    "orderNumber": "ORD161220/1039",
    "creationDate": "2016-12-20T09:37:04.000Z",
    "customerId": "5858FBC0-7B98-69BB-7A2E-D5809AB3C8BF",
    "customerNumber": "1035",
    "locale": "de_DE",
    "currencyId": "EUR",
    "taxModel": "GROSS",
    "grandTotal": "10.37",
    "totalBeforeTax": "8.71",
    "totalTax": "1.66",
    "customerComment": None,
    "internalNote": None,
    "billingAddress": ADDRESS,
    "shippingAddress": None,
    "shippingData": {
        "shippingMethod": {"id": "5171DD86", "name": "Standardzustellung"},
        "price": price(10.37),
        "taxes": [{"taxClass": TAX, "price": price(1.66, "NONE")}],
    },
    "paymentData": {
        "paymentMethod": {
            "id": "5171DD89", "name": "PayPal", "providerName": "PayPal", "additionalData": None,
        },
        "transactionId": "7PM024488F971832G",
        "price": price(0),
        "status": None,
        "taxes": None,
    },
    "viewedOn": None, "rejectedOn": None, "inProcessOn": None, "pendingOn": None,
    "readyForDispatchOn": None, "partiallyDispatchedOn": None, "dispatchedOn": None,
    "deliveredOn": None, "partiallyInvoicedOn": None, "invoicedOn": None,
    "partiallyPaidOn": None, "paidOn": None, "returnedOn": None, "closedOn": None,
    "archivedOn": None,
    "lineItemContainer": {
        "grandTotal": price(10.37),
        "totalBeforeTax": price(8.71, "NET"),
        "totalTax": price(1.66, "NONE"),
        "lineItemsSubTotal": price(25.98),
        "productLineItems": [LINE],
        "couponLineItem": {"couponLineItemId": "5858F55B", "lineItemPrice": price(-25.98, "NONE")},
        "shippingPrice": price(10.37),
        "deposits": [],
        "ecoParticipations": [],
        "shippingOptions": [],
        "basketDiscount": {"links": []},
    },
    "links": [{"rel": "self", "href": f"https://pm.example/rs/shops/apidocu/orders/{ORDER_ID}"}],
}  # fmt: skip


def parsed(sent: dict[str, Any]) -> Order:
    """As it is read from the wire, its numbers exact."""
    return Order.model_validate(exact_json.read(json.dumps(sent).encode()))


def order(**changes: object) -> dict[str, Any]:
    """The documented order with some fields changed."""
    return {**DOCUMENTED, **changes}


def with_lines(*lines: dict[str, Any], **changes: object) -> dict[str, Any]:
    container = {**DOCUMENTED["lineItemContainer"], "productLineItems": list(lines)}
    return order(lineItemContainer=container, **changes)


def line(**changes: object) -> dict[str, Any]:
    return {**LINE, "quantity": {"amount": 2, "unit": "piece(s)"}, **changes}


def listed(*orders: dict[str, Any], size: int = 100) -> dict[str, Any]:
    """A page of the list, its orders without lines."""
    bare = [{k: v for k, v in one.items() if k != "lineItemContainer"} for one in orders]
    return {"results": len(bare), "page": 1, "resultsPerPage": size, "items": bare}
