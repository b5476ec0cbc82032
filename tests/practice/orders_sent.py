"""Request bodies for the practice service's tests, written out as the documents show them."""

from typing import Any

Body = dict[str, Any]
ITEM_ID = "c1361416-53ca-4d67-974a-60f5335cdaf1"
CUSTOMS = {"ExportReason": "Sale", "VatStatus": "Individual", "OriginCountry": "GBR"}
SENDER = {
    "ContactName": "Jo Mason",
    "Organisation": "Mason Prints",
    "Email": "jo@example.com",
    "Phone": "07587569852",
    "Property": "1",
    "Street": "Raleigh Street",
    "Locality": "",
    "Town": "Scarborough",
    "County": "North Yorkshire",
    "Postcode": "YO12 7JZ",
    "CountryIsoCode": "GBR",
}
AT_HOME = {
    **SENDER,
    "ContactName": "Sam Reed",
    "Property": "11",
    "Street": "Saville St",
    "Town": "Malton",
    "Postcode": "YO17 7LL",
}
IN_USA = {
    **SENDER,
    "ContactName": "Gary Wilson",
    "Property": "1",
    "Street": "S Brooklyn View Ln",
    "Town": "South Jordan",
    "County": "Utah",
    "Postcode": "84095",
    "CountryIsoCode": "USA",
}


def parcel(to: Body = AT_HOME, **changes: object) -> Body:
    """A parcel of 1 kg worth £10."""
    return {
        "Id": "00000000-0000-0000-0000-000000000000",
        "Height": 10,
        "Length": 10,
        "Width": 10,
        "Weight": 1,
        "EstimatedValue": 10,
        "DeliveryAddress": to,
        "ContentsSummary": "Slippers",
        **changes,
    }


def item(service: str = "dpd", **changes: object) -> Body:
    """An item at home with one parcel."""
    return {
        "Id": ITEM_ID,
        "CollectionDate": "2026-11-24T09:00:00+00:00",
        "Service": service,
        "CollectionAddress": SENDER,
        "Parcels": [parcel()],
        **changes,
    }


def order(*items: Body) -> Body:
    """A whole order; without items one at home."""
    return {
        "Items": list(items) or [item()],
        "CustomerDetails": {"Email": "jo@example.com", "Forename": "Jo", "Surname": "Mason"},
    }


def abroad(service: str = "ups-access-point-dap", **changes: object) -> Body:
    """An item to the USA, with all that customs want."""
    contents = [{"Description": "Slippers", "Quantity": "1", "EstimatedValue": "10"}]
    parcels = [parcel(IN_USA, Contents=contents)]
    return item(service, **{"Parcels": parcels, **CUSTOMS, **changes})


def quote(country: str = "GBR", *, weight: object = 2, **changes: object) -> Body:
    """A quote request from GBR for one parcel."""
    return {
        "CollectionAddress": {"Country": "GBR"},
        "DeliveryAddress": {"Country": country},
        "Parcels": [{"Value": 150, "Weight": weight, "Length": 9, "Width": 8, "Height": 10}],
        **changes,
    }
