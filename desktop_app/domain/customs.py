"""What customs wants to know about a shipment that crosses a border (seed 002, Customs)."""

from enum import StrEnum

from pydantic import field_validator

from desktop_app.domain.country_names import to_alpha3
from desktop_app.domain.value import Value


class ExportReason(StrEnum):
    """The acceptable values of `ExportReason`."""

    SALE = "Sale"
    GIFT = "Gift"
    SAMPLE = "Sample"
    REPAIR = "Repair"
    DOCUMENTS = "Documents"
    INTRA_COMPANY_TRANSFER = "IntraCompanyTransfer"
    TEMPORARY_EXPORT = "TemporaryExport"


class VatStatus(StrEnum):
    """The acceptable values of `VatStatus`."""

    INDIVIDUAL = "Individual"
    NOT_REGISTERED = "NotRegistered"
    REGISTERED = "Registered"


class CustomsDeclaration(Value):
    """The declaration's answers; the contents lines stand with the parcels."""

    export_reason: ExportReason | None = None
    vat_status: VatStatus | None = None
    recipient_vat_status: VatStatus | None = None
    vat_number: str | None = None
    eori_number: str | None = None
    nif_number: str | None = None
    ioss_number: str | None = None
    origin_country: str | None = None

    @field_validator("origin_country", mode="before")
    @classmethod
    def _as_alpha3(cls, value: object) -> object:
        return (to_alpha3(value) or None) if isinstance(value, str) else value

    @field_validator("vat_number", "eori_number", "nif_number", "ioss_number", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return (value.strip() or None) if isinstance(value, str) else value
