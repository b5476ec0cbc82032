"""Asking for prices, and choosing one."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.errors import InputError, Refused
from desktop_app.domain.problem import error, errors_in
from desktop_app.domain.quote import Choice, CourierService, Quote, Verification
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment, order_key, quote_key, route_key
from desktop_app.flow.journey import Journey
from desktop_app.services.accounts import Accounts
from desktop_app.services.clock import local_day
from desktop_app.services.countries import Countries
from desktop_app.services.ports import Clock, Progress, Shipments


@dataclass(frozen=True)
class QuoteList:
    """The prices of one moment, for one `quote_key`."""

    quotes: tuple[Quote, ...]
    quoted_at: datetime
    key: str


class Quoting:
    """Prices for a shipment; a chosen one is kept with it until the draft changes."""

    def __init__(
        self, shipments: Shipments, accounts: Accounts, countries: Countries, clock: Clock
    ) -> None:
        self._shipments = shipments
        self._accounts = accounts
        self._countries = countries
        self._clock = clock
        self._last: Journey | None = None

    def journey(self, record: ShipmentRecord) -> Journey:
        """The shipment's way, seen from now."""
        book = self._countries.known_to(record.account_id)
        today = local_day(self._clock.now())
        last = self._last
        if last is None or not last.is_of(record, book, today):
            last = self._last = Journey(record, book, today)
        return last

    def fetch(self, shipment: Shipment, progress: Progress, account_id: str = "") -> QuoteList:
        """All services that take it, with their prices for an account, else for the current one.

        Raises Refused when there are none, and whatever the connection brings.
        """
        progress.report("Asking all couriers for their prices")
        key, now = quote_key(shipment), self._clock.now()
        quotes = self._accounts.broker(account_id).quotes(shipment)
        progress.check()
        if not quotes:
            raise Refused(
                "No courier offers a service for this.",
                [error("quote", "No courier offers a service for these places and parcels.")],
                advice="Check the countries, the postcodes, and each parcel's weight and size.",
            )
        return QuoteList(quotes, now, key)

    def services(self) -> tuple[CourierService, ...]:
        """All services of the current account, by their names."""
        found = self._accounts.broker().services()
        return tuple(sorted(found, key=lambda service: service.name.casefold()))

    def choose(
        self, shipment_id: str, quote: Quote, listed: QuoteList, *, rule: str = ""
    ) -> ShipmentRecord:
        """Keeps a quote of a list as the one to order."""
        choice = Choice(quote=quote, quoted_at=listed.quoted_at, key=listed.key, rule=rule)

        def change(record: ShipmentRecord) -> ShipmentRecord:
            if record.is_locked:
                return record
            gone = {"verification": None, "order": None, "trouble": ""}
            same = record.choice is not None and record.choice.quote == quote
            now = self._clock.now()
            update = {"choice": choice, "updated_at": now} | ({} if same else gone)
            return record.model_copy(update=update)

        return self._shipments.update(shipment_id, change)

    def verify(self, shipment_id: str, progress: Progress) -> ShipmentRecord:
        """Asks the service for the exact price and every refusal, and keeps the answer.

        Raises InputError for what the draft itself lacks, Refused with the service's fields.
        """
        record = self._shipments.get(shipment_id)
        quote = record.quote_to_order
        wrong = errors_in(self.journey(record).all_problems())
        if wrong:
            raise InputError(wrong[0].message, wrong)
        if quote is None:
            message = "Choose a service first: the price no longer holds."
            raise InputError(message, [error("quote", message)])
        progress.report("Checking the order with Parcel2Go")
        key = order_key(record.shipment, quote.service.slug)
        cost = self._cost(record, quote)
        progress.check()
        verified = Verification(cost=cost, key=key, verified_at=self._clock.now())
        return self._shipments.update(
            shipment_id, lambda now: now.model_copy(update={"verification": verified})
        )

    def _cost(self, record: ShipmentRecord, quote: Quote) -> Decimal:
        try:
            return self._accounts.broker(record.account_id).verify(record.shipment, quote)
        except Refused as refusal:
            if any(problem.field.startswith("customs.") for problem in refusal.problems):
                route = route_key(record.shipment)
                self._shipments.update(
                    record.id, lambda now: now.model_copy(update={"customs_asked_for": route})
                )
            raise
