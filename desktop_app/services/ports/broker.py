"""What the services ask of Parcel2Go."""

from decimal import Decimal
from typing import Protocol

from desktop_app.domain.account import Account
from desktop_app.domain.address import Address
from desktop_app.domain.country import CountryBook
from desktop_app.domain.label import Consignment, DocumentKind, LabelSet
from desktop_app.domain.order import Link, Order, OrderStatus
from desktop_app.domain.paper import LabelMedia
from desktop_app.domain.place import CollectionDate, DropShop
from desktop_app.domain.quote import CourierService, Quote
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.tracking import TrackingEvent


class Broker(Protocol):
    """One account at Parcel2Go. Every call raises what `domain/errors.py` draws.

    Kilograms, centimetres and pounds on this side; metres and bare numbers stay on the wire.
    """

    @property
    def account(self) -> Account:
        """Whose it is."""

    def check(self) -> None:
        """Signs in and reads something small, within 8 s; raises what is wrong."""

    def countries(self) -> CountryBook:
        """The countries endpoint's rows."""

    def services(self) -> tuple[CourierService, ...]:
        """All active services."""

    def quotes(self, shipment: Shipment, service: str = "") -> tuple[Quote, ...]:
        """All services that take it, or the one with this slug; () when there are none."""

    def verify(self, shipment: Shipment, quote: Quote) -> Decimal:
        """The exact price in pounds with VAT; raises Refused with the fields."""

    def create_order(self, shipment: Shipment, quote: Quote, item_id: str) -> Order:
        """An unpaid order; `item_id` is our GUID for it. Without `said`, which is the caller's."""

    def read_order(self, order_id: str, order_hash: str) -> OrderStatus:
        """The order read back: whether it is paid, and its links."""

    def pay_with_prepay(self, order: Order) -> tuple[Link, ...]:
        """Sends the payment, exactly once and never again by itself; links to its papers."""

    def prepay_balance(self) -> Decimal:
        """What PrePay holds, in pounds."""

    def top_up_link(self, amount: Decimal) -> str:
        """A page of the service's where PrePay is topped up by this amount."""

    def collection_dates(self, service: str, sender: Address) -> tuple[CollectionDate, ...]:
        """The days a service can collect there."""

    def drop_shops(self, provider: str, location: str, country: str) -> tuple[DropShop, ...]:
        """Drop shops near a postcode or place, nearest first, each once."""

    def labels(self, order: Order, media: LabelMedia, kind: DocumentKind) -> LabelSet:
        """PDFs of an order: its labels or its customs papers; empty while there are none."""

    def consignments(self, order: Order) -> tuple[Consignment, ...]:
        """The couriers' numbers of its parcels; parcels without a number are left out."""

    def tracking(self, order_line_id: str) -> tuple[TrackingEvent, ...]:
        """What the courier told, newest first."""

    def document(self, url: str) -> bytes:
        """A document that an order links to; only from the account's own host."""

    def close(self) -> None:
        """Lets go of its connections."""
