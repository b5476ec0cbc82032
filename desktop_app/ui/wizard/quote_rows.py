"""Quotes as the table shows them: which suit, which are cheapest and fastest, what is wished."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from desktop_app.domain.quote import Quote, cheapest, fastest
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.suitability import not_offered, obstacles


@dataclass(frozen=True)
class QuoteRow:
    """A quote, why it cannot be chosen, and which wanted extras it lacks."""

    quote: Quote
    against: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    is_cheapest: bool = False
    is_fastest: bool = False

    @property
    def slug(self) -> str:
        """What tells rows apart."""
        return self.quote.service.slug

    @property
    def suits(self) -> bool:
        """Whether it can be chosen."""
        return not self.against


class HandOver(Enum):
    """How the parcel leaves the sender."""

    ANY = auto()
    COLLECTION = auto()
    DROP_OFF = auto()


@dataclass(frozen=True)
class Wishes:
    """What the user filters by; everything passes at first."""

    hand_over: HandOver = HandOver.ANY
    arrives_by: date | None = None
    courier: str = ""
    without_printer: bool = False
    only_suiting: bool = False

    def accept(self, row: QuoteRow) -> bool:
        """Whether a row is shown. One whose arrival is not known is late for any wish."""
        service, arrival = row.quote.service, row.quote.estimated_delivery
        drop_off = self.hand_over is HandOver.DROP_OFF
        return (
            (self.hand_over is HandOver.ANY or service.is_drop_off == drop_off)
            and (self.arrives_by is None or (arrival or date.max) <= self.arrives_by)
            and (not self.courier or service.courier == self.courier)
            and not (self.without_printer and service.printer_required)
            and (row.suits or not self.only_suiting)
        )


def quote_rows(quotes: Iterable[Quote], shipment: Shipment) -> tuple[QuoteRow, ...]:
    """A row for each quote; the marks go to those that can be chosen."""
    listed = tuple(quotes)
    against = {quote.service.slug: obstacles(quote, shipment) for quote in listed}
    suiting = tuple(quote for quote in listed if not against[quote.service.slug])
    best, first = cheapest(suiting), fastest(suiting)
    return tuple(
        QuoteRow(
            quote,
            against[quote.service.slug],
            not_offered(quote, shipment),
            is_cheapest=quote is best,
            is_fastest=quote is first and quote.estimated_delivery is not None,
        )
        for quote in listed
    )


def preferred(rows: Iterable[QuoteRow], before: str) -> QuoteRow | None:
    """The one chosen before, else the cheapest that suits, with all wanted extras if it can be."""
    suiting = [row for row in rows if row.suits]
    if found := next((row for row in suiting if row.slug == before), None):
        return found
    return min(suiting, key=lambda row: (bool(row.lacking), row.quote.price.total), default=None)
