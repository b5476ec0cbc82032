"""Believable drafts to try Postroom with; nobody of this name lives there."""

from decimal import Decimal

from desktop_app.domain.address import Address
from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.shipment import Shipment

_SENDER = Address(
    name="Jo Mason", organisation="Mason Prints", email="jo@example.com", phone="07700900123",
    property="1", street="Raleigh Street", town="Scarborough", county="North Yorkshire",
    postcode="YO12 7JZ", country="GBR",
)  # fmt: skip
_AT_HOME = Address(
    name="Ann Field", email="ann@example.com", phone="07700900456", property="11",
    street="Saville Street", town="Malton", county="North Yorkshire", postcode="YO17 7LL",
    country="GBR",
)  # fmt: skip
_ABROAD = Address(
    name="Sam Reed", email="sam@example.com", phone="+1 212 555 0100", property="350",
    street="Fifth Avenue", town="New York", county="NY", postcode="10118", country="USA",
)  # fmt: skip
_SLIPPERS = ContentsLine(
    description="Wool slippers", quantity=1, unit_value=Decimal("45.00"),
    commodity_code="6404199000", origin_country="GBR", unit_weight_kg=Decimal("1.2"), sku="SL-1",
)  # fmt: skip
_PARCEL = Parcel(
    weight_kg=Decimal("1.5"), length_cm=Decimal(30), width_cm=Decimal(20), height_cm=Decimal(10),
    contents_summary="Slippers",
)  # fmt: skip


def practice_parcel(sender: Address | None = None) -> Shipment:
    """A parcel at home; from the user's own address where that is known."""
    return Shipment(
        reference="PRACTICE-1", sender=_known(sender), recipient=_AT_HOME, parcels=(_PARCEL,),
        value_gbp=Decimal("45.00"),
    )  # fmt: skip


def practice_parcel_abroad(sender: Address | None = None) -> Shipment:
    """A parcel to the USA, with everything customs wants to know."""
    return Shipment(
        reference="PRACTICE-2", sender=_known(sender), recipient=_ABROAD,
        parcels=(_PARCEL.model_copy(update={"contents": (_SLIPPERS,)}),),
        value_gbp=Decimal("45.00"),
        customs=CustomsDeclaration(
            export_reason=ExportReason.SALE, vat_status=VatStatus.INDIVIDUAL, origin_country="GBR",
        ),
    )  # fmt: skip


def _known(sender: Address | None) -> Address:
    return sender if sender is not None and sender.postcode else _SENDER
