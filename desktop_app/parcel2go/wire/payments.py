"""The answer to a payment: its links as an array, perhaps errors (facts, Paying)."""

from typing import Any

from desktop_app.parcel2go.wire.base import Objects, WireModel


class PaidOrder(WireModel):
    """What paying answers with 200; without links while the labels are being made."""

    links: Any = None
    errors: Objects = ()
