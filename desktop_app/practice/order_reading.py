"""`GET /api/orders?orderId=&hash=`: an order read back, paid or not."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, not_found
from desktop_app.practice.calendar_days import moment, stamp
from desktop_app.practice.context import base_url, practice_of
from desktop_app.practice.finding import find_order, query
from desktop_app.practice.guard import signed_in
from desktop_app.practice.links import document_links
from desktop_app.practice.order_record import Consignment, Line, Order
from desktop_app.practice.print_in_store import FORMAT, barcode, is_printed_in_store


@signed_in("public-api")
async def read_order(request: Request) -> Response:
    """Answer the order; its links stay empty until the labels are there."""
    order = find_order(request, query(request, "orderId"))
    if order is None:
        return not_found()
    practice = practice_of(request)
    ready = order.labels_ready(practice.settings.clock(), practice.labels_delay)
    return Answer(shown_order(order, document_links(order, base_url(request)) if ready else {}))


def shown_order(order: Order, links: dict[str, str]) -> dict[str, Any]:
    """Return the order as clients have recorded it."""
    return {
        "OrderId": order.order_id,
        "Created": moment(order.made_at),
        "PaidDate": None if order.paid_at is None else moment(order.paid_at),
        "TotalPrice": order.total,
        "TotalVat": order.vat,
        "TotalPriceExVat": order.net,
        "Items": [shown_line(line) for line in order.lines],
        "Links": links,
    }


def shown_line(line: Line) -> dict[str, Any]:
    """Return one order line."""
    day = line.item.collection_date
    return {
        "Id": line.order_line_id,
        "Service": line.item.service,
        "Reference": line.item.reference,
        "CustomerReference": line.item.customer_reference,
        "CollectionDate": None if day is None else stamp(day),
        "TotalPrice": line.total,
        "Parcels": [
            _parcel(one, barcode(one) if is_printed_in_store(line) else None)
            for one in line.consignments
        ],
    }


def _parcel(consignment: Consignment, code: str | None) -> dict[str, Any]:
    to = consignment.parcel.delivery_address
    return {
        "Id": consignment.parcel_id,
        "Weight": consignment.parcel.weight,
        "EstimatedValue": consignment.parcel.estimated_value,
        "ContentsSummary": consignment.parcel.contents_summary,
        "DeliveryAddress": {
            "ContactName": to.contact_name,
            "Property": to.property,
            "Street": to.street,
            "Town": to.town,
            "Postcode": to.postcode,
            "CountryIsoCode": to.country_iso_code,
        },
        "PrintInStoreBarcode": code,
        "PrintInStoreBarcodeFormat": FORMAT,
        "Links": {},
    }
