"""Fills the `Broker` port: one account at Parcel2Go over HTTP."""

import threading
import time
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from desktop_app.domain.account import Account, is_own_page
from desktop_app.domain.address import Address
from desktop_app.domain.country import CountryBook
from desktop_app.domain.errors import Refused, TimedOut
from desktop_app.domain.label import Consignment, DocumentKind, LabelMedia
from desktop_app.domain.order import Link, Order, OrderStatus
from desktop_app.domain.place import CollectionDate, DropShop
from desktop_app.domain.quote import CourierService, Quote
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.tracking import TrackingEvent
from desktop_app.parcel2go import labels, orders, payments, places, quotes, tracking
from desktop_app.parcel2go.auth import Credentials
from desktop_app.parcel2go.session import Session
from desktop_app.parcel2go.transport import Transport

_LONGEST_CHECK_S = 8.0


def _today() -> date:
    return datetime.now().astimezone().date()


class Parcel2GoBroker:
    """One account; nothing is sent before the first call. Safe for several threads."""

    def __init__(
        self,
        account: Account,
        secret: str,
        *,
        wait: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        today: Callable[[], date] = _today,
        version: str = "",
    ) -> None:
        self.account = account
        self._today = today
        transport = Transport(account.base_url, wait=wait, version=version)
        credentials = Credentials(transport, account.client_id, secret, monotonic)
        self._session = Session(account, transport, credentials)

    def check(self) -> None:
        """Signs in and reads PrePay; TimedOut after 8 s, whatever hangs (DNS has no time-out)."""
        outcome: list[BaseException | None] = []

        def work() -> None:
            try:
                self._session.sign_in()
                outcome.append(None)
            except BaseException as failure:  # noqa: BLE001 - raised again by the waiting thread
                outcome.append(failure)

        thread = threading.Thread(target=work, name="key check", daemon=True)
        thread.start()
        thread.join(_LONGEST_CHECK_S)
        if not outcome:
            raise TimedOut("Parcel2Go did not answer within 8 seconds.", may_have_arrived=False)
        if outcome[0]:
            raise outcome[0]

    def countries(self) -> CountryBook:
        """The countries endpoint's rows."""
        return places.countries(self._session)

    def services(self) -> tuple[CourierService, ...]:
        """All active services."""
        return places.services(self._session)

    def quotes(self, shipment: Shipment, service: str = "") -> tuple[Quote, ...]:
        """All services that take it, or the one with this slug."""
        return quotes.ask_quotes(self._session, shipment, service)

    def verify(self, shipment: Shipment, quote: Quote) -> Decimal:
        """The exact price with VAT; raises Refused with the fields."""
        return orders.verify(self._session, shipment, quote, self._today())

    def create_order(self, shipment: Shipment, quote: Quote, item_id: str) -> Order:
        """An unpaid order."""
        return orders.create(self._session, shipment, quote, item_id, self._today())

    def read_order(self, order_id: str, order_hash: str) -> OrderStatus:
        """The order read back."""
        return orders.read_back(self._session, order_id, order_hash)

    def pay_with_prepay(self, order: Order) -> tuple[Link, ...]:
        """Sends the payment, exactly once."""
        return payments.pay_with_prepay(self._session, order)

    def prepay_balance(self) -> Decimal:
        """What PrePay holds, in pounds."""
        return payments.balance(self._session)

    def top_up_link(self, amount: Decimal) -> str:
        """A page where PrePay is topped up."""
        return payments.top_up_link(self._session, amount)

    def collection_dates(self, service: str, sender: Address) -> tuple[CollectionDate, ...]:
        """The days a service can collect there."""
        return places.collection_dates(self._session, service, sender)

    def drop_shops(self, provider: str, location: str, country: str) -> tuple[DropShop, ...]:
        """Drop shops near a postcode or place."""
        return places.drop_shops(self._session, provider, location, country)

    def labels(self, order: Order, media: LabelMedia, kind: DocumentKind) -> tuple[bytes, ...]:
        """PDFs of an order; () while there are none."""
        return labels.labels(self._session, order, media, kind)

    def consignments(self, order: Order) -> tuple[Consignment, ...]:
        """The couriers' numbers of its parcels."""
        return labels.consignments(self._session, order)

    def tracking(self, order_line_id: str) -> tuple[TrackingEvent, ...]:
        """What the courier told, newest first."""
        return tracking.tracking(self._session, order_line_id)

    def document(self, url: str) -> bytes:
        """A document that an order links to; only from the account's own host."""
        if not is_own_page(url, self.account):
            raise Refused("The document lies somewhere else than at Parcel2Go. It is not fetched.")
        return self._session.transport.bytes(url)

    def close(self) -> None:
        """Lets go of its connections."""
        self._session.transport.close()
