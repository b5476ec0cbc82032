"""What will be ordered, group by group, as the review shows it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.address import Address
from desktop_app.domain.country_names import english_name
from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.measures import format_day, format_money, format_size, format_weight
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.quote import Quote
from desktop_app.flow.steps import Step
from desktop_app.ui.wizard.extra_words import extra_name
from desktop_app.ui.wizard.session import Session

translate = QCoreApplication.translate
_LINES = 8


@dataclass(frozen=True)
class Group:
    """A heading, its lines, the field to edit it at, and which problems belong to it."""

    name: str
    title: str
    lines: tuple[str, ...]
    path: str
    roots: tuple[str, ...]
    step: Step

    def holds(self, field: str, step: Step) -> bool:
        """Whether a problem of a field shown at a step belongs here."""
        return step is self.step and field.startswith(self.roots)


def groups(session: Session) -> tuple[Group, ...]:
    """All of them, in the order of the steps; customs only where it is declared."""
    return tuple(_groups(session))


def _groups(session: Session) -> Iterator[Group]:
    shipment, choice = session.shipment, session.record.choice
    for name, title, place in (
        ("sender", translate("Review", "From"), shipment.sender),
        ("recipient", translate("Review", "To"), shipment.recipient),
    ):
        yield Group(name, title, _place(place), f"{name}.name", (name,), Step.ADDRESSES)
    lines = tuple(_parcels(session))
    title = translate("Review", "Parcels")
    roots = ("parcels", "value_gbp", "reference")
    yield Group("parcels", title, lines, "parcels[0].weight_kg", roots, Step.PARCELS)
    service = _service(choice.quote) if choice else ()
    title = translate("Review", "Service")
    yield Group("service", title, service, "quote", ("quote",), Step.QUOTES)
    extras = _extras(choice.quote, shipment.extras) if choice else ()
    yield Group("extras", translate("Review", "Extras"), extras, "extras", ("extras",), Step.EXTRAS)
    if session.journey.needs_customs:
        customs = tuple(_customs(shipment.customs, shipment.parcels))
        title, path = translate("Review", "Customs"), "customs.export_reason"
        yield Group("customs", title, customs, path, ("customs", "parcels"), Step.CUSTOMS)


def _place(address: Address) -> tuple[str, ...]:
    country = english_name(address.country) if address.country else ""
    rest = (country, address.phone, address.email)
    return (*address.lines, *(part for part in rest if part))


def _parcels(session: Session) -> Iterator[str]:
    shipment = session.shipment
    yield from _parcel_lines(shipment.parcels)
    if shipment.value is not None:
        yield translate("Review", "Worth {value}").format(value=format_money(shipment.value))
    if shipment.reference:
        yield translate("Review", "Reference {text}").format(text=shipment.reference)


def _parcel_lines(parcels: tuple[Parcel, ...]) -> Iterator[str]:
    """Equal ones in one line; of very many only the first lines, for nobody reads them all."""
    words = (", ".join(filter(None, (_measures(one), one.summary))) for one in parcels)
    counts = Counter(words)
    for said, count in list(counts.items())[:_LINES]:
        yield f"{count} × {said}" if len(parcels) > 1 else said
    if more := sum(list(counts.values())[_LINES:]):
        yield translate("Review", "and {count} more parcels").format(count=more)


def _measures(parcel: Parcel) -> str:
    weight = format_weight(parcel.weight_kg) if parcel.weight_kg is not None else ""
    length, width, height = parcel.length_cm, parcel.width_cm, parcel.height_cm
    known = length is not None and width is not None and height is not None
    size = format_size(length, width, height) if known else ""  # type: ignore[arg-type]
    return ", ".join(part for part in (weight, size) if part)


def _service(quote: Quote) -> tuple[str, ...]:
    lines = [quote.service.name]
    if quote.collection_date:
        day = format_day(quote.collection_date)
        dropped = translate("Review", "Dropped off on {day}")
        collected = translate("Review", "Collected on {day}")
        lines.append((dropped if quote.service.is_drop_off else collected).format(day=day))
    if quote.estimated_delivery:
        day = format_day(quote.estimated_delivery)
        lines.append(translate("Review", "Arrives by {day}").format(day=day))
    return tuple(lines)


def _extras(quote: Quote, wanted: tuple[str, ...]) -> tuple[str, ...]:
    lines = []
    for kind in dict.fromkeys(wanted):
        offer = quote.extra(kind)
        price = format_money(offer.price.total) if offer else "–"
        lines.append(f"{extra_name(kind)}, {price}")
    return tuple(lines) or (translate("Review", "None"),)


def _customs(declaration: CustomsDeclaration, parcels: tuple[Parcel, ...]) -> Iterator[str]:
    yield ", ".join(part for part in (_reason(declaration), _status(declaration)) if part)
    numbers = (
        ("VAT", declaration.vat_number),
        ("EORI", declaration.eori_number),
        ("NIF", declaration.nif_number),
        ("IOSS", declaration.ioss_number),
    )
    if told := ", ".join(f"{name} {number}" for name, number in numbers if number):
        yield told
    for line in (line for parcel in parcels for line in parcel.contents):
        yield _goods(line)


def _reason(declaration: CustomsDeclaration) -> str:
    reasons = {
        ExportReason.SALE: translate("Review", "Sale"),
        ExportReason.GIFT: translate("Review", "Gift"),
        ExportReason.SAMPLE: translate("Review", "Sample"),
        ExportReason.REPAIR: translate("Review", "Repair"),
        ExportReason.DOCUMENTS: translate("Review", "Documents"),
        ExportReason.INTRA_COMPANY_TRANSFER: translate("Review", "Transfer within the company"),
        ExportReason.TEMPORARY_EXPORT: translate("Review", "Temporary export"),
    }
    return reasons[declaration.export_reason] if declaration.export_reason else ""


def _status(declaration: CustomsDeclaration) -> str:
    statuses = {
        VatStatus.INDIVIDUAL: translate("Review", "sender is a private person"),
        VatStatus.NOT_REGISTERED: translate("Review", "sender is not VAT registered"),
        VatStatus.REGISTERED: translate("Review", "sender is VAT registered"),
    }
    return statuses[declaration.vat_status] if declaration.vat_status else ""


def _goods(line: ContentsLine) -> str:
    origin = english_name(line.origin_country) if line.origin_country else ""
    made = translate("Review", "made in {country}").format(country=origin) if origin else ""
    value = format_money(line.value)
    parts = (f"{line.quantity} × {line.description}", line.commodity_code, value, made)
    return ", ".join(part for part in parts if part)
