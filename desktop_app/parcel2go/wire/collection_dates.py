"""A day on which a service can collect."""

from decimal import Decimal

from desktop_app.parcel2go.wire.base import Amount, WireModel


class WireCollectionDate(WireModel):
    """A day without a zone, and what it costs more in pounds."""

    collection_date: str
    surcharge: Amount = Decimal(0)
