"""A Geins order with every documented field, and smaller ones made of it."""

import json
from typing import Any

from desktop_app.shops.geins.wire import Order
from desktop_app.shops.web import exact_json

ADDRESS: dict[str, Any] = {
    "Company": "Lund AB", "CareOf": "Eva", "State": "", "Country": "SE", "FirstName": "Karin",
    "LastName": "Lund", "Email": "karin@example.com", "AddressLine1": "Storgatan 1",
    "AddressLine2": "Lgh 3", "AddressLine3": "", "Zip": "111 22", "City": "Stockholm",
    "Phone": "08-123", "Mobile": "070-123", "EntryCode": "4711",
}  # fmt: skip
ROW: dict[str, Any] = {
    "Id": 11, "ProductId": 7, "Name": "Wool socks - Black 40", "ProductName": "Wool socks",
    "ItemId": 71, "ItemName": "40", "ArticleNumber": "WS-40", "Total": 398.0,
    "ExpectedTotalPriceIncVat": 398.0, "DiscountRate": 0.0, "Discount": 0.0,
    "ExpectedTotalDiscountIncVat": 0.0, "VATTotal": 79.6, "VATRate": 0.25, "Quantity": 2,
    "PurchasePrice": 60.0, "PaymentDetailId": 0, "ShippingDetailId": 31, "Market": "SE",
    "UnitPrice": 199.0, "ProductContainerBuildId": None, "Message": "", "CartRowId": 5,
    "ExternalId": "", "ProductContainerSelectionId": None, "ProductContainerName": "",
    "ExternalProductId": "P-7", "ExternalProductItemId": "P-71", "ParcelGroupId": None,
    "BrandName": "Lund", "Gtin": "7300000000012", "Weight": 120, "Length": 250, "Width": 100,
    "Height": 40, "Color": "Black", "Variant": "Black 40", "CampaignIds": ["1"],
    "CampaignGroupData": "", "CampaignGroupId": None, "CampaignNames": ["Autumn"],
    "CategoryId": 3, "RelatedProductsBuildId": None, "PackingLocationId": 1,
    "ProductPriceCampaignId": None, "ProductPriceListId": 1, "ProductPackageId": None,
    "ProductPackageName": "", "ProductPackageGroupId": None,
}  # fmt: skip
PAYMENT: dict[str, Any] = {
    "Id": 0, "PaymentId": 23, "Name": "Klarna", "DisplayName": "Klarna", "TransactionId": "t-1",
    "SecondaryTransactionId": "", "ReservationNumber": "r-1",
    "ReservationDate": "2026-10-01T09:00:00", "PaymentDate": None, "Total": 447.0, "Payed": False,
    "PaymentFee": 0.0, "ShippingFee": 49.0, "PaymentOption": "Invoice",
}  # fmt: skip
SHIPPING: dict[str, Any] = {
    "Id": 31, "ShippingId": 2, "Name": "PostNord MyPack", "ParcelNumber": "", "ShippingDate": None,
    "TrackingUrl": "", "ExternalDeliveryOptionId": "", "ExternalServiceId": "",
    "ExternalCarrierId": "", "PickupPoint": "ICA Kvantum",
}  # fmt: skip
REFUND: dict[str, Any] = {
    "Id": 1, "OrderRowId": 11, "PaymentDetailId": 0, "ReturnId": 2, "ArticleNumber": "",
    "CreatedAt": "2026-10-02T09:00:00Z", "Total": 10.0, "ReasonCode": 1, "Reason": "Late",
    "ToBalance": False, "Vat": 0.25, "ItemId": 71, "RefundType": "fee",
}  # fmt: skip
DOCUMENTED: dict[str, Any] = {
    "Id": 1001, "ExternalId": "EXT-1", "PersonalId": "", "CustomerId": 5, "CustomerTypeId": 1,
    "CustomerGroupId": None, "CustomerGroupName": "", "CreatedAt": "2026-10-01T08:15:00",
    "UpdatedAt": "2026-10-01T08:20:00Z", "CompletedAt": None, "Status": "pending",
    "Currency": "SEK", "CurrencyRate": 1.0, "MarketId": 1, "MarketName": "SE", "Language": "sv",
    "OrderTotal": 447.0, "ExpectedSum": 447.0, "VATTotal": 89.4, "OrderValueIncVat": 447.0,
    "OrderValueExVat": 357.6, "ItemValueIncVat": 398.0, "ItemValueExVat": 318.4, "Discount": 0.0,
    "DiscountExVat": 0.0, "FromBalance": 0.0, "ShippingFee": 49.0, "ShippingFeeExVat": 39.2,
    "PaymentFee": 0.0, "PaymentFeeExVat": 0.0, "Message": "Leave at the door",
    "OrderMessages": ["Checked"], "PaymentDetails": [PAYMENT], "ShippingDetails": [SHIPPING],
    "ShippingAddress": ADDRESS, "BillingAddress": ADDRESS, "Rows": [ROW], "Refunds": [REFUND],
    "Ip": "127.0.0.1", "UserAgent": "Browser", "ServiceLocation": "", "CampaignCode": "AUTUMN",
    "CampaignCodeId": 9, "Percent": 0, "DesiredDeliveryDate": None, "Gender": None, "CartId": 77,
    "SessionId": "s", "ExternalOrderStatus": 0, "CampaignIds": ["1"],
    "CampaignNames": ["Autumn"], "MetaData": {"shippingToken": "x"},
    "PublicId": "2f9d1b1e-96a4-4f7e-8a0e-0a6f0f5a7d11",
}  # fmt: skip


def order(**changes: object) -> dict[str, Any]:
    """The whole order with some fields changed."""
    return {**DOCUMENTED, **changes}


def row(**changes: object) -> dict[str, Any]:
    return {**ROW, **changes}


def parsed(sent: dict[str, Any]) -> Order:
    """As it is read from the wire, its numbers exact."""
    return Order.model_validate(exact_json.read(json.dumps(sent).encode()))


def page(*orders: dict[str, Any], more: bool = False, batch: str = "b-1") -> dict[str, Any]:
    result = {
        "BatchId": batch, "Page": 1, "RowCount": len(orders), "PageCount": 1, "PageSize": 1000,
        "HasMoreRows": more,
    }  # fmt: skip
    return {"PageResult": result, "Resource": list(orders), "Message": "Success.", "Details": []}
