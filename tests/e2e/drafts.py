"""Whole shipments that the practice service takes."""

from decimal import Decimal

from desktop_app.domain.address import Address
from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.parcel import ContentsLine
from tests.fakes.office import PARCEL, WHOLE

ABROAD = WHOLE.model_copy(
    update={
        "reference": "ORD-2002",
        "recipient": Address(
            name="Sam Reed", email="sam@example.com", phone="+12125550100", property="350",
            street="Fifth Avenue", town="New York", county="NY", postcode="10118", country="USA",
        ),
        "parcels": (
            PARCEL.model_copy(
                update={
                    "contents": (
                        ContentsLine(
                            description="Wool slippers", quantity=1, unit_value=Decimal(45),
                            commodity_code="6404199000", origin_country="GBR",
                            unit_weight_kg=Decimal("1.2"), sku="SL-1",
                        ),
                    )
                }
            ),
        ),
        "customs": CustomsDeclaration(
            export_reason=ExportReason.SALE, vat_status=VatStatus.INDIVIDUAL, origin_country="GBR"
        ),
    }
)  # fmt: skip
