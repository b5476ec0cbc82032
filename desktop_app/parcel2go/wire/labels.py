"""The answers that carry labels (facts, Labels)."""

from decimal import Decimal
from typing import Any

from desktop_app.parcel2go.wire.base import Amount, Loose, Objects, WireModel


class LabelsAnswer(WireModel):
    """Documents in base64; none while they are being made."""

    base64_encoded_labels: Any = None
    successful_labels: Amount | None = None
    failed_labels: Amount = Decimal(0)


class SeparateItem(WireModel):
    """One order line with its couriers' numbers."""

    order_line_id: Loose = ""
    courier_tracking_numbers: Objects = ()


class SeparateLabel(SeparateItem):
    """The same with its file in base64."""

    base64_encoded_label: Loose = ""
