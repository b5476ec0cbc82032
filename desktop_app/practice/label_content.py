"""What stands on one label: taken from the order, ready to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.practice.address_rules import country_of
from desktop_app.practice.catalogue import find_service
from desktop_app.practice.order_record import Line
from desktop_app.practice.order_request import Address
from desktop_app.practice.plain_words import printable


@dataclass(frozen=True)
class LabelContent:
    """The words of one label; `number` is the consignment number in the bar code."""

    courier: str
    service: str
    number: str
    to: tuple[str, ...]
    sender: tuple[str, ...]
    reference: str
    weight: str
    contents: str
    piece: str


def label_contents(line: Line) -> Iterator[LabelContent]:
    """Yield one content for each parcel of an order line."""
    service = find_service(line.item.service)
    for place, consignment in enumerate(line.consignments, 1):
        parcel = consignment.parcel
        yield LabelContent(
            courier=service.courier.name if service else "",
            service=service.name if service else line.item.service,
            number=consignment.number,
            to=address_lines(parcel.delivery_address),
            sender=address_lines(line.item.collection_address),
            reference=printable(line.item.reference or line.item.customer_reference),
            weight=f"{parcel.weight:f} kg",
            contents=printable(parcel.contents_summary),
            piece=f"{place} of {len(line.consignments)}",
        )


def address_lines(address: Address) -> tuple[str, ...]:
    """Return an address as it is written on paper, empty lines left out."""
    country = country_of(address)
    lines = (
        address.contact_name,
        address.organisation,
        f"{address.property} {address.street}",
        address.locality,
        address.town,
        address.county,
        address.postcode.upper(),
        country.name if country and country.requires_customs else "",
    )
    return tuple(shown for shown in map(printable, lines) if shown)
