"""The documented body of `POST /api/orders` and `/api/orders/verify` (seed 002, Orders)."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.domain.address import Address, forename_and_surname, property_and_street
from desktop_app.domain.country_names import english_name
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.quote import Quote
from desktop_app.domain.shipment import Shipment, parcel_values
from desktop_app.parcel2go.uk_time import collection_moment, uk_today

# Where a careful client cuts (facts, Orders); the service's own limits are not known.
_SUMMARY, _REFERENCE, _DESCRIPTION = 100, 50, 100


def order_request(
    shipment: Shipment, quote: Quote, item_id: str, today: date | None = None
) -> dict[str, Any]:
    """An order of one item. The same arguments give the same body, the parcels' ids included."""
    return {
        "Items": [_item(shipment, quote, item_id, today)],
        "CustomerDetails": _customer(shipment.sender),
    }


def _item(shipment: Shipment, quote: Quote, item_id: str, today: date | None) -> dict[str, Any]:
    day = shipment.collection_date or quote.collection_date or today or uk_today()
    abroad = needs_customs(shipment, quote)
    return {
        "Id": item_id,
        "CollectionDate": collection_moment(day),
        "Service": quote.service.slug,
        **_references(shipment.reference[:_REFERENCE]),
        **(_customs(shipment) if abroad else {}),
        **_upsells(shipment, quote),
        "Parcels": _parcels(shipment, item_id, with_contents=abroad),
        "CollectionAddress": _address(shipment.sender),
    }


def needs_customs(shipment: Shipment, quote: Quote) -> bool:
    """Whether customs fields are said at all: at home they are left out."""
    return quote.requires_customs or shipment.sender.country != shipment.recipient.country


def _references(reference: str) -> dict[str, str]:
    return {"Reference": reference, "CustomerReference": reference} if reference else {}


def _customs(shipment: Shipment) -> dict[str, Any]:
    customs = shipment.customs
    said = {
        "OriginCountry": customs.origin_country,
        "ExportReason": customs.export_reason,
        "VatStatus": customs.vat_status,
        "RecipientVatStatus": customs.recipient_vat_status,
        "VatNumber": customs.vat_number,
        "EoriNumber": customs.eori_number,
        "NifNumber": customs.nif_number,
        "IOSSCode": customs.ioss_number,
    }
    return {name: str(value) for name, value in said.items() if value}


def _upsells(shipment: Shipment, quote: Quote) -> dict[str, Any]:
    """The extras by the names the quote has for them; what it does not offer is asked for too,
    so that the service refuses it rather than that it is silently missing."""
    offers = ((kind, quote.extra(kind)) for kind in dict.fromkeys(shipment.extras))
    upsells = [{"Type": offer.kind if offer else str(kind)} for kind, offer in offers]
    return {"Upsells": upsells} if upsells else {}


def _parcels(shipment: Shipment, item_id: str, *, with_contents: bool) -> list[dict[str, Any]]:
    to = _address(shipment.recipient)
    values = parcel_values(shipment)
    return [
        {
            "Id": str(uuid.uuid5(uuid.UUID(item_id), str(index))),
            "Height": parcel.height_cm or Decimal(0),
            "Length": parcel.length_cm or Decimal(0),
            "EstimatedValue": value,
            "Weight": parcel.weight_kg or Decimal(0),
            "Width": parcel.width_cm or Decimal(0),
            "DeliveryAddress": to,
            "ContentsSummary": parcel.summary[:_SUMMARY],
            **(_contents(parcel) if with_contents else {}),
        }
        for index, (parcel, value) in enumerate(zip(shipment.parcels, values, strict=True))
    ]


def _contents(parcel: Parcel) -> dict[str, Any]:
    return {"Contents": [_line(line) for line in parcel.contents]} if parcel.contents else {}


def _line(line: ContentsLine) -> dict[str, Any]:
    """`EstimatedValue` is the whole line's, `OriginCountry` a name (facts, Orders)."""
    said = {
        "Description": line.description[:_DESCRIPTION],
        "Quantity": line.quantity,
        "EstimatedValue": line.value,
    }
    if line.commodity_code:
        said["TariffCode"] = line.commodity_code
    if line.origin_country:
        said["OriginCountry"] = english_name(line.origin_country)
    return said


def _address(address: Address) -> dict[str, Any]:
    house, street = property_and_street(address)
    said = {
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
        "SpecialInstructions": address.special_instructions,
    }
    return said | ({"Subdivision": address.subdivision} if address.subdivision else {})


def _customer(sender: Address) -> dict[str, str]:
    forename, surname = forename_and_surname(sender.name or sender.organisation or "Sender")
    return {"Email": sender.email, "Forename": forename, "Surname": surname}
