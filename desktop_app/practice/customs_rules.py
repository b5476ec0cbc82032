"""What crossing a customs border needs, in the sentences of the documents."""

from collections.abc import Iterator

from desktop_app.practice.address_rules import country_of
from desktop_app.practice.order_request import Address, Item

REASONS = frozenset(
    {"sale", "gift", "sample", "repair", "documents", "intracompanytransfer", "temporaryexport"}
)
VAT_STATUSES = frozenset({"individual", "notregistered", "registered"})


def needs_customs(item: Item) -> bool:
    """Tell whether an item needs a declaration: either end's country row requires it."""
    ends = (item.collection_address, *(parcel.delivery_address for parcel in item.parcels))
    rows = (country_of(address) for address in ends)
    return any(row is not None and row.requires_customs for row in rows)


def customs_faults(item: Item) -> Iterator[str]:
    """Yield what is missing, in the order of the documented example."""
    if item.export_reason.lower() not in REASONS:
        yield "Please supply the reason for exporting your parcel."
    if item.vat_status.lower() not in VAT_STATUSES:
        yield "Please supply your VAT status."
    if item.vat_status.lower() == "registered" and not item.vat_number:
        yield "Please supply your VAT number."
    if not item.origin_country:
        yield "Please supply details of your parcel's country of manufacture."
    if not _contents_told(item):
        yield "Please supply details of your international parcel's contents."
    if any(_wants_dni(parcel.delivery_address) for parcel in item.parcels) and not item.nif_number:
        yield "Receivers (DNI) Number is required"


def _contents_told(item: Item) -> bool:
    return all(
        parcel.contents and all(line.description and line.quantity > 0 for line in parcel.contents)
        for parcel in item.parcels
    )


def _wants_dni(address: Address) -> bool:
    # When Spain asks for it was not recorded; its islands and cities outside the EU's VAT area do
    # here.
    return address.country_iso_code.upper() == "ESP" and bool(address.subdivision)
