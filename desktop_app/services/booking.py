"""From a whole draft to its labels in one go: what `postroom book` does."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.errors import InputError, Refused
from desktop_app.domain.problem import error, errors_in
from desktop_app.domain.quote import Quote, cheapest, cheapest_tracked, fastest
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.service_rule import CHEAPEST, CHEAPEST_TRACKED, FASTEST
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.suitability import not_offered, obstacles
from desktop_app.services.countries import Countries
from desktop_app.services.ordering import Ordering
from desktop_app.services.ports import Progress
from desktop_app.services.quoting import QuoteList, Quoting


@dataclass(frozen=True)
class Booking:
    """The way to an order, without a window: quote, choose, verify, order."""

    quoting: Quoting
    ordering: Ordering
    countries: Countries

    def quote(self, record: ShipmentRecord, progress: Progress) -> QuoteList:
        """Prices for a draft whose fields are right; raises InputError that names the others."""
        self.countries.fresh(record.account_id)
        self.require_whole(record)
        return self.quoting.fetch(record.shipment, progress, record.account_id)

    def require_whole(self, record: ShipmentRecord) -> None:
        """Raises InputError that names the fields that are missing or wrong."""
        wrong = errors_in(self.quoting.journey(record).all_problems())
        if wrong:
            raise InputError(f"{wrong[0].field}: {wrong[0].message}", wrong)

    def prepare(
        self, record: ShipmentRecord, service: str, progress: Progress, *, by_rule: bool = False
    ) -> ShipmentRecord:
        """Prices it, chooses the named service, or the cheapest (tracked) or fastest that suits,
        and has the exact price verified: nothing is ordered. `by_rule`: it is a rule
        that names it, which is kept with the choice.

        Raises Refused when it would cost more than was quoted: nobody has seen that price.
        """
        listed = self.quote(record, progress)
        quote = pick(listed.quotes, service, record.shipment)
        self.quoting.choose(record.id, quote, listed, rule=service if by_rule else "")
        verified = self.quoting.verify(record.id, progress)
        if verified.live_verification:
            quoted = quote.price_with(record.shipment.extras).total
            _require_no_more(verified.live_verification.cost, quoted)
        return verified

    def order(self, record: ShipmentRecord, service: str, progress: Progress) -> ShipmentRecord:
        """An unpaid order with what `prepare` chose.

        Raises Refused when it would cost more than was verified, since nobody looks at it here
        before it is paid; the order is kept, unpaid.
        """
        prepared = self.prepare(record, service, progress)
        return self.order_for(prepared, progress)

    def order_for(self, prepared: ShipmentRecord, progress: Progress) -> ShipmentRecord:
        """An unpaid order at no more than the price that was verified; see `order`."""
        ordered = self.ordering.order(prepared.id, progress)
        if ordered.order and prepared.live_verification:
            _require_no_more(ordered.order.price.total, prepared.live_verification.cost)
        return ordered


_PICKERS: dict[str, Callable[[tuple[Quote, ...], tuple[str, ...]], Quote | None]] = {
    CHEAPEST: cheapest,
    FASTEST: fastest,
    CHEAPEST_TRACKED: cheapest_tracked,
}


def pick(quotes: tuple[Quote, ...], service: str, shipment: Shipment) -> Quote:
    """One of the quotes: by slug, or the cheapest (tracked) or fastest of those that suit.

    Raises Refused that says why a named service does not suit, or that none does.
    """
    if picker := _PICKERS.get(service):
        suiting = tuple(quote for quote in quotes if not _against(quote, shipment))
        if found := picker(suiting, shipment.extras):
            return found
        if service == CHEAPEST_TRACKED and suiting:
            raise _refused("No service that takes these parcels says that it is tracked.")
        raise _refused("No service takes these parcels with the extras you asked for.")
    named = next((quote for quote in quotes if quote.service.slug == service), None)
    if named is None:
        raise _refused(f"The service “{service}” is not offered for this shipment.")
    if against := _against(named, shipment):
        raise _refused(f"{named.service.name}: {against[0]}")
    return named


def _against(quote: Quote, shipment: Shipment) -> tuple[str, ...]:
    lacking = not_offered(quote, shipment)
    extras = (f"Does not offer {', '.join(lacking)}.",) if lacking else ()
    return (*obstacles(quote, shipment), *extras)


def _require_no_more(cost: Decimal, quoted: Decimal) -> None:
    if cost > quoted:
        raise _refused(f"It would cost £{cost:.2f}, not £{quoted:.2f} as it was quoted.")


def _refused(sentence: str) -> Refused:
    return Refused(sentence, [error("quote", sentence)])
