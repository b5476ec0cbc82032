"""The rules of a customs declaration, checked before anything is bought.

Sources: seed 002, Customs; field facts, sections 1 and 4 (ICS2, vague words, the number forms).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.country_names import is_alpha3
from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.problem import Problem, error, warning
from desktop_app.domain.shipment import Shipment

_BRITISH_EORI = re.compile(r"(GB|XI)[0-9]{12}")
_EORI = re.compile(r"[A-Z]{2}[A-Z0-9]{1,15}")  # Regulation (EU) 2015/2446, annex B
_IOSS = re.compile(r"IM[0-9]{10}")
_VAGUE = {
    "accessories", "clothes", "clothing", "gift", "gifts", "goods", "item", "items", "merchandise",
    "parts", "personal effects", "present", "product", "products", "sample", "samples", "stuff",
    "things", "various",
}  # fmt: skip
_ICS2 = {
    "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN",
    "IRL", "ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP",
    "SWE", "NOR", "CHE",
}  # fmt: skip


def check_customs(shipment: Shipment) -> tuple[Problem, ...]:
    """All problems of the declaration of a shipment that needs one."""
    return (
        *_check_status(shipment.customs),
        *_check_numbers(shipment.customs),
        *_check_contents(shipment),
        *_check_sum(shipment),
    )


def needs_commodity_codes(shipment: Shipment) -> bool:
    """Whether the destination refuses lines without six digits (ICS2: EU, NI, Norway, CH)."""
    to = shipment.recipient
    return to.country in _ICS2 or (to.country == "GBR" and to.postcode.upper().startswith("BT"))


def _check_status(customs: CustomsDeclaration) -> Iterator[Problem]:
    if customs.export_reason is None:
        yield error("customs.export_reason", "Choose why the goods are sent.")
    if customs.vat_status is None:
        yield error("customs.vat_status", "Choose whether you are registered for VAT.")
    if customs.vat_status is VatStatus.REGISTERED and not customs.vat_number:
        yield error("customs.vat_number", "Enter your VAT number, or choose another VAT status.")
    if not customs.origin_country:
        yield error("customs.origin_country", "Choose the country the goods were made in.")
    elif not is_alpha3(customs.origin_country):
        yield error("customs.origin_country", "Choose a country of the list.")


def _check_numbers(customs: CustomsDeclaration) -> Iterator[Problem]:
    eori, ioss = customs.eori_number, customs.ioss_number
    if eori and _plain(eori).startswith(("GB", "XI")):
        if not _BRITISH_EORI.fullmatch(_plain(eori)):
            message = "A British EORI number is GB or XI and twelve digits."
            yield warning("customs.eori_number", message, eori)
    elif eori and not _EORI.fullmatch(_plain(eori)):
        message = "An EORI number is the two letters of a country and up to 15 more signs."
        yield warning("customs.eori_number", message, eori)
    if ioss and not _IOSS.fullmatch(_plain(ioss)):
        yield warning("customs.ioss_number", "An IOSS number is IM and ten digits.", ioss)


def _plain(number: str) -> str:
    return re.sub(r"[\s-]", "", number).upper()


def _check_contents(shipment: Shipment) -> Iterator[Problem]:
    strict = needs_commodity_codes(shipment)
    documents = shipment.customs.export_reason is ExportReason.DOCUMENTS
    for index, parcel in enumerate(shipment.parcels):
        where = f"parcels[{index}].contents"
        if not parcel.contents:
            yield error(where, "List what is in the parcel, one line for each kind of thing.")
        for number, line in enumerate(parcel.contents):
            yield from _check_line(line, f"{where}[{number}]", strict=strict and not documents)
        yield from _check_weight(parcel, where)


def _check_line(line: ContentsLine, where: str, *, strict: bool) -> Iterator[Problem]:
    if line.description.casefold() in _VAGUE:
        message = f"“{line.description}” is too vague for customs. Say what it is and of what."
        yield warning(f"{where}.description", message, line.description)
    if not line.unit_value:
        yield error(f"{where}.unit_value", "Enter what one is worth, more than £0.")
    if line.origin_country and not is_alpha3(line.origin_country):
        yield error(f"{where}.origin_country", "Choose a country of the list.")
    yield from _check_code(line.commodity_code, where, strict=strict)


def _check_code(code: str, where: str, *, strict: bool) -> Iterator[Problem]:
    field = f"{where}.commodity_code"
    if code and not re.fullmatch("[0-9]{6,10}", code):
        yield error(field, "A commodity code has six to ten digits.")
    elif strict and not code:
        yield error(field, "Customs there refuses goods without a commodity code of six digits.")
    elif not code:
        yield warning(field, "Without a commodity code customs may hold the parcel.", "-")


def _check_weight(parcel: Parcel, where: str) -> Iterator[Problem]:
    weights = [line.unit_weight_kg for line in parcel.contents]
    if not weights or any(weight is None for weight in weights) or not parcel.weight_kg:
        return
    net = sum((line.unit_weight_kg or 0) * line.quantity for line in parcel.contents)
    if net > parcel.weight_kg:
        yield error(
            where, f"The contents weigh {net} kg, more than the parcel's {parcel.weight_kg}."
        )


def _check_sum(shipment: Shipment) -> Iterator[Problem]:
    listed = sum((parcel.contents_value for parcel in shipment.parcels), Decimal(0))
    entered = shipment.value_gbp
    if entered is not None and listed and entered != listed:
        yield error(
            "value_gbp",
            f"The contents add up to £{listed:.2f}, but the value entered is £{entered:.2f}.",
        )
