"""What a field is called in a list of what is missing, from its path in the draft."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.address_format import address_format
from desktop_app.domain.shipment import Shipment
from desktop_app.ui.wizard.address_words import address_word
from desktop_app.ui.wizard.draft_path import parcel_index

translate = QCoreApplication.translate


def field_name(path: str, shipment: Shipment) -> str:
    """Such as "Recipient: postcode" or "Parcel 2: weight"; "" for a path nobody knows."""
    index = parcel_index(path)
    if index is not None:
        return _of_parcel(path, index, many=len(shipment.parcels) > 1)
    whose = {
        "sender": translate("FieldNames", "Sender"),
        "recipient": translate("FieldNames", "Recipient"),
        "customs": translate("FieldNames", "Customs"),
    }
    root, _, field = path.partition(".")
    if root in whose and field:
        word = _county(root, shipment) if field == "county" else _words().get(field, "")
        return f"{whose[root]}: {word}" if word else ""
    return {
        "value_gbp": translate("FieldNames", "Value of the goods"),
        "reference": translate("FieldNames", "Reference"),
    }.get(path, "")


def _of_parcel(path: str, index: int, *, many: bool) -> str:
    word = _words().get(path.rpartition(".")[2], "")
    whose = (
        translate("FieldNames", "Parcel {0}").format(index + 1)
        if many
        else translate("FieldNames", "Parcel")
    )
    return f"{whose}: {word}" if word else ""


def _county(root: str, shipment: Shipment) -> str:
    address = shipment.sender if root == "sender" else shipment.recipient
    return address_word(address_format(address.country).county_word)


def _words() -> dict[str, str]:
    return {
        "name": translate("FieldNames", "name"),
        "country": translate("FieldNames", "country"),
        "street": translate("FieldNames", "street"),
        "town": translate("FieldNames", "town"),
        "postcode": translate("FieldNames", "postcode"),
        "email": translate("FieldNames", "email address"),
        "phone": translate("FieldNames", "phone number"),
        "weight_kg": translate("FieldNames", "weight"),
        "length_cm": translate("FieldNames", "length"),
        "width_cm": translate("FieldNames", "width"),
        "height_cm": translate("FieldNames", "height"),
        "contents_summary": translate("FieldNames", "what is in it"),
        "contents": translate("FieldNames", "list of contents"),
        "description": translate("FieldNames", "description"),
        "quantity": translate("FieldNames", "quantity"),
        "unit_value": translate("FieldNames", "value"),
        "commodity_code": translate("FieldNames", "commodity code"),
        "export_reason": translate("FieldNames", "reason for export"),
        "vat_status": translate("FieldNames", "VAT status"),
        "vat_number": translate("FieldNames", "VAT number"),
        "origin_country": translate("FieldNames", "country of origin"),
    }
