"""Writes the despatch files that marketplaces take, where they have no API that is spoken here."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.errors import InputError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.clock import local_day
from desktop_app.services.files import write_whole
from desktop_app.services.ledger_export import harmless
from desktop_app.services.naming import shipment_name

Cell = Callable[["Sent"], str]


class Sent(NamedTuple):
    """One parcel of an order, as every marketplace wants it."""

    order_number: str
    number: str
    courier: str
    service: str
    day: datetime


class UploadFile(NamedTuple):
    """A marketplace's columns, in its own words and order; `delimiter` parts them."""

    columns: tuple[tuple[str, Cell], ...]
    delimiter: str = ","


def _order(sent: Sent) -> str:
    return sent.order_number


def _number(sent: Sent) -> str:
    return sent.number


def _courier(sent: Sent) -> str:
    return sent.courier


def _service(sent: Sent) -> str:
    return sent.service


def _day(sent: Sent) -> str:
    return local_day(sent.day).isoformat()


def _nothing(_sent: Sent) -> str:
    return ""


def _fixed(text: str) -> Cell:
    return lambda _sent: text


MARKETPLACES: dict[str, UploadFile] = {
    # Seller Central's flat file of shipping confirmations: without items it is the whole order.
    "amazon": UploadFile(
        (
            ("order-id", _order),
            ("order-item-id", _nothing),
            ("quantity", _nothing),
            ("ship-date", _day),
            ("carrier-code", _fixed("Other")),
            ("carrier-name", _courier),
            ("tracking-number", _number),
            ("ship-method", _service),
        ),
        "\t",
    ),
    # eBay's order fulfilment feed: one line for each package, without items the whole order.
    "ebay": UploadFile(
        (
            ("Order ID", _order),
            ("Line Item ID", _nothing),
            ("Logistics Status", _fixed("SHIPPED")),
            ("Shipment Carrier", _courier),
            ("Shipment Tracking", _number),
        )
    ),
    # Neither Etsy nor Shopify reads such a file itself: these are the columns of the apps that do.
    "etsy": UploadFile(
        (
            ("Order ID", _order),
            ("Tracking Code", _number),
            ("Carrier Name", _courier),
            ("Date Shipped", _day),
        )
    ),
    "shopify": UploadFile(
        (
            ("Name", _order),
            ("Fulfillment: Status", _fixed("success")),
            ("Fulfillment: Tracking Company", _courier),
            ("Fulfillment: Tracking Number", _number),
            ("Fulfillment: Shipped At", _day),
        )
    ),
    "click-and-drop": UploadFile(
        (
            ("Order reference", _order),
            ("Despatch date", _day),
            ("Carrier", _courier),
            ("Service", _service),
            ("Tracking number", _number),
        )
    ),
}


def write_upload_file(marketplace: str, records: Sequence[ShipmentRecord], path: Path) -> Path:
    """Writes one line for each parcel that has a number, whole or not at all.

    A shipment's reference is taken for the marketplace's order number. Raises InputError for an
    unknown marketplace and for a shipment without reference or number, StorageError for a file
    that cannot be written.
    """
    known = MARKETPLACES.get(marketplace.casefold())
    if known is None:
        names = ", ".join(MARKETPLACES)
        raise InputError(f"No file is known for “{marketplace}”. Known: {names}.")
    write_whole(path, as_upload_file(known, [one for record in records for one in _sent(record)]))
    return path


def as_upload_file(upload: UploadFile, parcels: Sequence[Sent]) -> bytes:
    """UTF-8; what a spreadsheet would take for a formula is made harmless."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=upload.delimiter)
    writer.writerow(heading for heading, _cell in upload.columns)
    for parcel in parcels:
        writer.writerow(harmless(cell(parcel)) for _heading, cell in upload.columns)
    return text.getvalue().encode("utf-8", "replace")


def _sent(record: ShipmentRecord) -> list[Sent]:
    shipment = record.shipment
    name = shipment_name(shipment.reference, shipment.recipient.name, record.id)
    numbers = tuple(dict.fromkeys(one.number for one in record.consignments if one.number))
    if not shipment.reference:
        message = f"{name} has no reference: it is the order's number at the marketplace."
        raise InputError(message, advice="Enter it in the draft, or import the order.")
    if not numbers:
        message = f"{name} has no tracking number yet."
        raise InputError(message, advice="Fetch its label first: the number comes with it.")
    service = record.choice.quote.service.name if record.choice else ""
    day = max((note.printed_at for note in record.printed), default=record.updated_at)
    return [Sent(shipment.reference, number, record.courier, service, day) for number in numbers]
