"""A paid shipment with its journal, as booking leaves them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from desktop_app.domain.address import Address
from desktop_app.domain.journal import Attempt, AttemptKind, AttemptState
from desktop_app.domain.money import Price
from desktop_app.domain.order import Order, Payment, PaymentMethod, PaymentState
from desktop_app.domain.quote import Choice, CourierService, Quote
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.tracking import TrackingEvent, TrackingStage
from desktop_app.storage.database import Database
from desktop_app.storage.journal import SqlJournal
from desktop_app.storage.shipments import SqlShipments
from tests.storage.samples import NOW, attempt, record

PRICE = Price(net=Decimal("2.19"), vat=Decimal("0.44"), total=Decimal("2.63"))
PAID_AT = datetime(2026, 11, 23, 9, 31, tzinfo=UTC)
SCAN = TrackingEvent(at=PAID_AT, description="Collected", stage=TrackingStage.COLLECTED)
DRAFT = Shipment(
    reference="ORD-1",
    sender=Address(name="Jo Mason", organisation="Mason Prints"),
    recipient=Address(name="Ann Field", town="Malton", country="GBR"),
)


def bought(shipment_id: str = "paid-1", order_id: str = "26633") -> ShipmentRecord:
    """Ordered and paid for 2.63 from PrePay."""
    service = CourierService(slug="dpd", name="DPD Next Day", courier="DPD")
    quote = Quote(service=service, price=PRICE, collection_date=date(2026, 11, 24))
    payment = Payment(
        method=PaymentMethod.PREPAY, state=PaymentState.PAID, amount=PRICE.total, since=NOW,
        paid_at=PAID_AT,
    )  # fmt: skip
    return record(
        shipment_id,
        shipment=DRAFT,
        choice=Choice(quote=quote, quoted_at=NOW, key="k"),
        order=Order(order_id=order_id, hash="h", price=PRICE, created_at=NOW),
        payment=payment,
    )


def ordering(shipment_id: str) -> Attempt:
    """An attempt to make an order, which has no number yet."""
    return attempt(shipment_id, AttemptKind.ORDER).model_copy(update={"order_id": ""})


def keep(database: Database, kept: ShipmentRecord) -> tuple[Attempt, Attempt]:
    """Writes the record, its order and its payment; the two attempts."""
    assert kept.order
    SqlShipments(database).add(kept)
    order = ordering(kept.id)
    paid = attempt(kept.id, minutes=1).model_copy(
        update={"order_id": kept.order.order_id, "amount": kept.order.price.total}
    )
    for one, note in ((order, f"order {kept.order.order_id}"), (paid, "paid")):
        end(database, one, AttemptState.DONE, note)
    return order, paid


def end(
    database: Database, begun: Attempt, state: AttemptState, note: str = "", seconds: int = 2
) -> None:
    """Begins an attempt and ends it so many seconds later."""
    journal = SqlJournal(database)
    journal.begin(begun)
    journal.end(begun.key, state, begun.started_at + timedelta(seconds=seconds), note)
