"""A shipment's row in the database: from a record, and to a record."""

from desktop_app.domain.errors import StorageError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.refund import is_scanned
from desktop_app.storage.list_rows import UNREADABLE
from desktop_app.storage.moments import to_text
from desktop_app.storage.tolerant import read_value

RECORD_VERSION = 1


def written(record: ShipmentRecord) -> dict[str, object]:
    """All columns but the id."""
    to, choice, price = record.shipment.recipient, record.choice, record.price
    return {
        "account_id": record.account_id,
        "stage": record.stage.value,
        "reference": record.shipment.reference,
        "recipient": to.name,
        "destination": to.town,
        "country": to.country,
        "service": choice.quote.service.name if choice else "",
        "courier": choice.quote.service.courier if choice else "",
        "total": str(price.total) if price else None,
        "consignment": ", ".join(one.number for one in record.consignments if one.number),
        "trouble": record.trouble,
        "created_at": to_text(record.created_at),
        "updated_at": to_text(record.updated_at),
        "record_version": RECORD_VERSION,
        "record": record.model_dump_json(),
        **_bought(record),
    }


def _bought(record: ShipmentRecord) -> dict[str, object]:
    """The columns that the ledger reads."""
    order, sender = record.order, record.shipment.sender
    paid_at = record.payment.paid_at if record.is_paid and record.payment else None
    day = record.shipment.collection_date
    if day is None and record.choice:
        day = record.choice.quote.collection_date
    return {
        "order_id": order.order_id if order else None,
        "net": str(order.price.net) if order else None,
        "vat": str(order.price.vat) if order else None,
        "shop": sender.organisation or sender.name,
        "paid_at": to_text(paid_at) if paid_at else None,
        "collection_day": day.isoformat() if day else None,
        "scanned": int(is_scanned(record.events)),
    }


def read_record(shipment_id: str, text: str) -> ShipmentRecord:
    """The record in a row; raises StorageError with a sentence where it is none."""
    try:
        return read_value(ShipmentRecord, text)
    except ValueError as failure:
        advice = f"Update Postroom. The shipment's number here is {shipment_id}."
        raise StorageError(UNREADABLE, advice=advice) from failure
