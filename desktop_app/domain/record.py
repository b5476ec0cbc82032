"""A shipment as it is kept: the draft, and everything that has become of it."""

from datetime import datetime
from enum import StrEnum

from desktop_app.domain.label import Consignment, DocumentKind, KeptDocument, PrintNote
from desktop_app.domain.money import Price, at_total
from desktop_app.domain.order import Order, Payment, PaymentState
from desktop_app.domain.paper import LabelMedia
from desktop_app.domain.quote import Choice, Quote, Verification
from desktop_app.domain.shipment import Shipment, order_key, quote_key, route_key
from desktop_app.domain.tracking import TrackingEvent
from desktop_app.domain.value import Value


class Stage(StrEnum):
    """How far a shipment has come."""

    DRAFT = "draft"
    TO_PAY = "to-pay"
    WAITING = "waiting"
    UNCERTAIN = "uncertain"
    PAID = "paid"
    TO_PRINT = "to-print"
    SENT = "sent"


class ShipmentRecord(Value):
    """One kept shipment: `account_id` says whose it is, `trouble` is its last failure.

    `customs_asked_for` is the `route_key` for which the service has asked for a declaration.
    `opened` are the orders whose payment page was opened: there they can be paid even after the
    draft has got another one.
    """

    id: str
    account_id: str
    created_at: datetime
    updated_at: datetime
    shipment: Shipment = Shipment()
    choice: Choice | None = None
    verification: Verification | None = None
    order: Order | None = None
    payment: Payment | None = None
    documents: tuple[KeptDocument, ...] = ()
    consignments: tuple[Consignment, ...] = ()
    events: tuple[TrackingEvent, ...] = ()
    printed: tuple[PrintNote, ...] = ()
    trouble: str = ""
    customs_asked_for: str = ""
    opened: tuple[Order, ...] = ()

    @property
    def stage(self) -> Stage:
        """How far it has come, read off what is there."""
        if self.is_paid:
            if not self.documents:
                return Stage.PAID
            return Stage.SENT if self.printed else Stage.TO_PRINT
        if self.payment is not None:
            uncertain = self.payment.state is PaymentState.UNCERTAIN
            return Stage.UNCERTAIN if uncertain else Stage.WAITING
        return Stage.TO_PAY if self.order else Stage.DRAFT

    def labels(self, *media: LabelMedia) -> tuple[KeptDocument, ...]:
        """The labels kept for one of these media."""
        labels = (one for one in self.documents if one.kind is DocumentKind.LABEL)
        return tuple(one for one in labels if one.media in media)

    @property
    def courier(self) -> str:
        """Who carries it, as far as a service was chosen; else ""."""
        return self.choice.quote.service.courier if self.choice else ""

    @property
    def is_paid(self) -> bool:
        """Whether the service has said that it is paid."""
        return self.payment is not None and self.payment.state is PaymentState.PAID

    @property
    def is_locked(self) -> bool:
        """Whether the draft may no longer change: it is paid, or a payment is in hand."""
        return self.payment is not None

    @property
    def live_choice(self) -> Choice | None:
        """The chosen quote while it still holds for what the draft says; else None."""
        holds = self.choice is not None and self.choice.key == quote_key(self.shipment)
        return self.choice if holds else None

    @property
    def quote_to_order(self) -> Quote | None:
        """The live quote as it is ordered: with a declaration too where only the service's
        refusal has asked for one."""
        if (choice := self.live_choice) is None:
            return None
        asked = choice.quote.requires_customs or self.is_customs_asked
        return choice.quote.model_copy(update={"requires_customs": asked})

    @property
    def live_verification(self) -> Verification | None:
        """The verified price while nothing in the order has changed; else None."""
        if self.choice is None or self.verification is None:
            return None
        key = order_key(self.shipment, self.choice.quote.service.slug)
        return self.verification if self.verification.key == key else None

    @property
    def exact_price(self) -> Price | None:
        """What it certainly costs: as ordered, else as verified; None when neither holds."""
        if self.order:
            return self.order.price
        choice, verified = self.live_choice, self.live_verification
        if choice is None or verified is None:
            return None
        return at_total(choice.quote.price_with(self.shipment.extras), verified.cost)

    @property
    def is_customs_asked(self) -> bool:
        """Whether the service has asked for a declaration between these two places."""
        return self.customs_asked_for == route_key(self.shipment)

    @property
    def price(self) -> Price | None:
        """The best known price: of the order, else of the quote with its extras."""
        if self.order:
            return self.order.price
        if choice := self.live_choice:
            return choice.quote.price_with(self.shipment.extras)
        return None


def with_draft(record: ShipmentRecord, shipment: Shipment, now: datetime) -> ShipmentRecord:
    """The record with a changed draft: what the change makes untrue is taken away.

    A quote, a verified price and an unpaid order hold for one draft only. A locked record (a
    payment is made or in hand) keeps its draft; callers ask `is_locked` first.
    """
    if record.is_locked or shipment == record.shipment:
        return record
    changed = record.model_copy(update={"shipment": shipment, "updated_at": now, "trouble": ""})
    gone: dict[str, object] = {}
    if changed.live_choice is None:
        gone["choice"] = None
    if changed.live_verification is None:
        gone["verification"] = None
    slug = changed.choice.quote.service.slug if changed.choice else ""
    if changed.order and ("choice" in gone or changed.order.said != order_key(shipment, slug)):
        gone["order"] = None
    return changed.model_copy(update=gone)
