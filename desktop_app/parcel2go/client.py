"""Fills the `Broker` port: one account at Parcel2Go, over HTTP."""

import time
from collections.abc import Callable
from decimal import Decimal

from desktop_app.domain.account import Account
from desktop_app.domain.address import Address
from desktop_app.domain.country import CountryBook
from desktop_app.domain.label import Consignment, DocumentKind, LabelSet
from desktop_app.domain.order import Link, Order, OrderStatus
from desktop_app.domain.paper import LabelMedia
from desktop_app.domain.place import CollectionDate, DropShop
from desktop_app.domain.quote import CourierService, Quote
from desktop_app.domain.quote_wishes import QuoteWishes
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.sign_in import GrantedToken
from desktop_app.domain.tracking import TrackingEvent
from desktop_app.parcel2go import (
    collection_dates,
    countries,
    documents,
    drop_shops,
    key_check,
    labels,
    orders,
    parcel_numbers,
    payments,
    prepay,
    quotes,
    services,
    tracking,
)
from desktop_app.parcel2go.beside import Beside
from desktop_app.parcel2go.transport import Transport


class Parcel2GoBroker:
    """One account; nothing is sent before the first call. Safe for several threads.

    What each call means and raises stands at the port (`services/ports.py`). `wait` pauses for so
    many seconds between two tries, `monotonic` measures a token's age; `app_version` is told to
    the service; `token`, allowed in the browser, stands in for a secret.
    """

    def __init__(
        self,
        account: Account,
        secret: str,
        *,
        wait: Callable[[float], None] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        app_version: str = "",
        token: GrantedToken | None = None,
    ) -> None:
        self._transport = Transport(
            account, secret, wait=wait, monotonic=monotonic, app_version=app_version, token=token
        )

    @property
    def account(self) -> Account:
        """Whose it is."""
        return self._transport.account

    def check(self) -> None:
        """Signs in and reads something small, within 8 s."""
        key_check.check(self._transport)

    def countries(self) -> CountryBook:
        """The countries endpoint's rows."""
        return countries.countries(self._transport)

    def services(self) -> tuple[CourierService, ...]:
        """All active services."""
        return services.services(self._transport)

    def quotes(
        self, shipment: Shipment, service: str = "", wishes: QuoteWishes = quotes.NO_WISHES
    ) -> tuple[Quote, ...]:
        """All services that take it and fit the wishes, or the one with this slug."""
        return quotes.quotes(self._transport, shipment, service, wishes)

    def verify(self, shipment: Shipment, quote: Quote) -> Decimal:
        """The exact price in pounds with VAT."""
        return orders.verify(self._transport, shipment, quote)

    def create_order(self, shipment: Shipment, quote: Quote, item_id: str) -> Order:
        """A new, unpaid order."""
        return orders.create(self._transport, shipment, quote, item_id)

    def read_order(self, order_id: str, order_hash: str) -> OrderStatus:
        """The order read back."""
        return orders.read_back(self._transport, order_id, order_hash)

    def pay_with_prepay(self, order: Order) -> tuple[Link, ...]:
        """Sends the payment, exactly once."""
        return payments.pay_with_prepay(self._transport, order)

    def prepay_balance(self) -> Decimal:
        """What PrePay holds, in pounds."""
        return prepay.balance(self._transport)

    def top_up_link(self, amount: Decimal) -> str:
        """A page where PrePay is topped up."""
        return prepay.top_up_link(self._transport, amount)

    def collection_dates(self, service: str, sender: Address) -> tuple[CollectionDate, ...]:
        """The days a service can collect there."""
        return collection_dates.collection_dates(self._transport, service, sender)

    def drop_shops(self, provider: str, location: str, country: str) -> tuple[DropShop, ...]:
        """Drop shops near a postcode or place."""
        return drop_shops.drop_shops(self._transport, provider, location, country)

    def drop_shops_at(
        self, provider: str, latitude: Decimal, longitude: Decimal, country: str
    ) -> tuple[DropShop, ...]:
        """Drop shops near a position."""
        return drop_shops.drop_shops_at(self._transport, provider, latitude, longitude, country)

    def labels(self, order: Order, media: LabelMedia, kind: DocumentKind) -> LabelSet:
        """PDFs of an order; empty while there are none."""
        return labels.labels(self._transport, order, media, kind)

    def consignments(self, order: Order) -> tuple[Consignment, ...]:
        """The couriers' numbers of its parcels."""
        return parcel_numbers.consignments(self._transport, order)

    def tracking(self, order_line_id: str) -> tuple[TrackingEvent, ...]:
        """What the courier told, newest first."""
        return tracking.tracking(self._transport, order_line_id)

    def document(self, url: str) -> bytes:
        """A document that an order links to."""
        return documents.document(self._transport, url)

    @property
    def beside(self) -> Beside:
        """What the service tells beside the way from a price to a label."""
        return Beside(self._transport)

    def close(self) -> None:
        """Lets go of its connections."""
        self._transport.close()
