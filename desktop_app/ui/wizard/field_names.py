"""What a field is called in a list of what is missing, from its path in the draft."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.address_format import address_format
from desktop_app.domain.shipment import Shipment
from desktop_app.ui.wizard.draft_path import parcel_index


def field_name(path: str, shipment: Shipment) -> str:
    """Such as "Recipient: postcode" or "Parcel 2: weight"; "" for a path nobody knows."""
    index = parcel_index(path)
    if index is not None:
        return _of_parcel(path, index, many=len(shipment.parcels) > 1)
    whose = {"sender": _tr("Sender"), "recipient": _tr("Recipient"), "customs": _tr("Customs")}
    root, _, field = path.partition(".")
    if root in whose and field:
        word = _county(root, shipment) if field == "county" else _WORDS.get(field, "")
        return f"{whose[root]}: {_tr(word)}" if word else ""
    return {"value_gbp": _tr("Value of the goods"), "reference": _tr("Reference")}.get(path, "")


def _of_parcel(path: str, index: int, *, many: bool) -> str:
    word = _WORDS.get(path.rpartition(".")[2], "")
    whose = _tr("Parcel {0}").format(index + 1) if many else _tr("Parcel")
    return f"{whose}: {_tr(word)}" if word else ""


def _county(root: str, shipment: Shipment) -> str:
    address = shipment.sender if root == "sender" else shipment.recipient
    return address_format(address.country).county_word


_WORDS = {
    "name": "name",
    "country": "country",
    "street": "street",
    "town": "town",
    "postcode": "postcode",
    "email": "email address",
    "phone": "phone number",
    "weight_kg": "weight",
    "length_cm": "length",
    "width_cm": "width",
    "height_cm": "height",
    "contents_summary": "what is in it",
    "contents": "list of contents",
    "description": "description",
    "quantity": "quantity",
    "unit_value": "value",
    "commodity_code": "commodity code",
    "export_reason": "reason for export",
    "vat_status": "VAT status",
    "vat_number": "VAT number",
    "origin_country": "country of origin",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("FieldNames", text)
