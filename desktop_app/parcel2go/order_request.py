"""The body of `POST /api/orders` and `/api/orders/verify` (seed 002; facts, section 4)."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.domain.address import Address, forename_and_surname, property_and_street
from desktop_app.domain.country_names import english_name
from desktop_app.domain.customs import CustomsDeclaration
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.quote import Quote
from desktop_app.domain.shipment import Shipment, parcel_values
from desktop_app.parcel2go.moments import collection_moment

_SUMMARY, _DESCRIPTION, _REFERENCE = 100, 100, 50


def order_request(shipment: Shipment, quote: Quote, item_id: str, today: date) -> dict[str, Any]:
    """One item for the whole shipment; the delivery address stands in each parcel.

    The same shipment, quote and item id give the same bytes: parcel ids follow from the item's.
    """
    day = shipment.collection_date or quote.collection_date or today
    item: dict[str, Any] = {
        "Id": item_id,
        "CollectionDate": collection_moment(max(day, today)),
        "Service": quote.service.slug,
    }
    if shipment.reference:
        reference = shipment.reference[:_REFERENCE]
        item |= {"Reference": reference, "CustomerReference": reference}
    if quote.requires_customs or _is_declared(shipment):
        item |= _customs(shipment.customs)
    if shipment.extras:
        item["Upsells"] = [{"Type": kind} for kind in dict.fromkeys(shipment.extras)]
    item["Parcels"] = _parcels(shipment, item_id)
    item["CollectionAddress"] = _address(shipment.sender)
    return {"Items": [item], "CustomerDetails": _customer(shipment.sender)}


def _is_declared(shipment: Shipment) -> bool:
    return shipment.customs.export_reason is not None


def _customs(customs: CustomsDeclaration) -> dict[str, Any]:
    fields = {
        "OriginCountry": customs.origin_country,
        "ExportReason": customs.export_reason and customs.export_reason.value,
        "VatStatus": customs.vat_status and customs.vat_status.value,
        "RecipientVatStatus": customs.recipient_vat_status and customs.recipient_vat_status.value,
        "VatNumber": customs.vat_number,
        "EoriNumber": customs.eori_number,
        "NifNumber": customs.nif_number,
        "IOSSCode": customs.ioss_number,
    }
    return {name: value for name, value in fields.items() if value}


def _parcels(shipment: Shipment, item_id: str) -> list[dict[str, Any]]:
    values = parcel_values(shipment)
    address = _address(shipment.recipient)
    return [
        {
            "Id": str(uuid.uuid5(uuid.UUID(item_id), str(number))),
            "Height": parcel.height_cm,
            "Length": parcel.length_cm,
            "EstimatedValue": value,
            "Weight": parcel.weight_kg,
            "Width": parcel.width_cm,
            "DeliveryAddress": address,
            "ContentsSummary": parcel.summary[:_SUMMARY],
            **_contents(parcel, shipment.customs.origin_country),
        }
        for number, (parcel, value) in enumerate(zip(shipment.parcels, values, strict=True))
    ]


def _contents(parcel: Parcel, origin: str | None) -> dict[str, Any]:
    lines = [_line(line, origin) for line in parcel.contents]
    return {"Contents": lines} if lines else {}


def _line(line: ContentsLine, origin: str | None) -> dict[str, Any]:
    """`EstimatedValue` is the line's total; its origin is a country's name, not a code."""
    country = line.origin_country or origin
    fields: dict[str, Any] = {
        "Description": line.description[:_DESCRIPTION],
        "Quantity": line.quantity,
        "EstimatedValue": line.value if line.unit_value is not None else Decimal(0),
        "TariffCode": line.commodity_code or None,
        "OriginCountry": english_name(country) if country else None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _address(address: Address) -> dict[str, Any]:
    house, street = property_and_street(address)
    fields: dict[str, Any] = {
        "ContactName": address.name,
        "Organisation": address.organisation,
        "Email": address.email,
        "Phone": address.phone,
        "Property": house,
        "Street": street,
        "Locality": address.locality,
        "Town": address.town,
        "County": address.county,
        "Postcode": address.postcode,
        "CountryIsoCode": address.country,
        "CountryId": 0,
        "SpecialInstructions": address.special_instructions,
    }
    return fields | ({"Subdivision": address.subdivision} if address.subdivision else {})


def _customer(sender: Address) -> dict[str, Any]:
    forename, surname = forename_and_surname(sender.name)
    return {
        "Email": sender.email,
        "Forename": forename,
        "Surname": surname,
        "Telephone": sender.phone,
    }
