"""From a whole draft to its labels in one go: what `postroom book` does."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.errors import InputError, Refused
from desktop_app.domain.problem import error, errors_in
from desktop_app.domain.quote import Quote, cheapest, fastest
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.suitability import not_offered, obstacles
from desktop_app.services.countries import Countries
from desktop_app.services.ordering import Ordering
from desktop_app.services.ports import Progress
from desktop_app.services.quoting import QuoteList, Quoting

CHEAPEST, FASTEST = "cheapest", "fastest"


@dataclass(frozen=True)
class Booking:
    """The way to an order, without a window: quote, choose, verify, order."""

    quoting: Quoting
    ordering: Ordering
    countries: Countries

    def quote(self, record: ShipmentRecord, progress: Progress) -> QuoteList:
        """Prices for a draft whose fields are right; raises InputError that names the others."""
        self.countries.fresh()
        wrong = errors_in(self.quoting.journey(record).all_problems())
        if wrong:
            raise InputError(f"{wrong[0].field}: {wrong[0].message}", wrong)
        return self.quoting.fetch(record.shipment, progress)

    def order(self, record: ShipmentRecord, service: str, progress: Progress) -> ShipmentRecord:
        """An unpaid order with the named service, or the cheapest or fastest that suits."""
        listed = self.quote(record, progress)
        quote = pick(listed.quotes, service, record.shipment)
        self.quoting.choose(record.id, quote, listed)
        self.quoting.verify(record.id, progress)
        return self.ordering.order(record.id, progress)


_PICKERS: dict[str, Callable[[tuple[Quote, ...]], Quote | None]] = {
    CHEAPEST: cheapest,
    FASTEST: fastest,
}


def pick(quotes: tuple[Quote, ...], service: str, shipment: Shipment) -> Quote:
    """One of the quotes: by slug, or the cheapest or fastest of those that suit.

    Raises Refused that says why a named service does not suit, or that none does.
    """
    if picker := _PICKERS.get(service):
        suiting = tuple(quote for quote in quotes if not _against(quote, shipment))
        if found := picker(suiting):
            return found
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


def _refused(sentence: str) -> Refused:
    return Refused(sentence, [error("quote", sentence)])
