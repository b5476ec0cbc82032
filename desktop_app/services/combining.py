"""What goes to the same address in one box: what that saves, and doing it."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.combining import combined, same_address
from desktop_app.domain.errors import DraftChanged, PostroomError
from desktop_app.domain.money import Price
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.service_rule import rule_for
from desktop_app.domain.shipment import Shipment
from desktop_app.services.booking import pick
from desktop_app.services.drafts import Drafts
from desktop_app.services.ports import Progress, SettingsStore
from desktop_app.services.preflight import FOR_ALL, HANDS, DayLine, total_of
from desktop_app.services.progress import Unspoken
from desktop_app.services.quoting import Quoting


@dataclass(frozen=True)
class Offer:
    """Drafts that can go in one box: what they cost apart, and what the box costs as quoted."""

    drafts: tuple[ShipmentRecord, ...]
    shipment: Shipment
    apart: Decimal
    together: Price

    @property
    def saving(self) -> Decimal:
        """Pounds with VAT."""
        return self.apart - self.together.total


@dataclass(frozen=True)
class Combining:
    """Only drafts without an order are combined; the draft that comes of it is checked anew."""

    drafts: Drafts
    quoting: Quoting
    settings: SettingsStore

    def offers(self, lines: Sequence[DayLine], progress: Progress) -> tuple[Offer, ...]:
        """What can be combined with a saving, the largest first.

        Raises what would meet every question (no connection, not signed in).
        """
        free = [line for line in lines if line.price and line.record.order is None]
        groups = same_address(line.record.shipment for line in free)
        together = [[free[number] for number in numbers] for numbers in groups]

        def ask(group: Sequence[DayLine]) -> Offer | None:
            return self._offer(group, Unspoken(progress))

        with ThreadPoolExecutor(HANDS, thread_name_prefix="combining") as pool:
            asked = [offer for offer in pool.map(ask, together) if offer]
        worth = [offer for offer in asked if offer.saving > 0]
        return tuple(sorted(worth, key=lambda offer: offer.saving, reverse=True))

    def combine(self, offers: Sequence[Offer]) -> Callable[[], None]:
        """Makes one draft of each; what takes it back again.

        Raises DraftChanged where one of them is no longer what was offered. The new draft is kept
        before the old ones go: a disk that fails leaves too many, not too few.
        """
        for draft in (draft for offer in offers for draft in offer.drafts):
            if self.drafts.get(draft.id).shipment != draft.shipment:
                raise DraftChanged("A draft was changed meanwhile.", advice="Check the day again.")
        made: list[str] = []
        gone: list[ShipmentRecord] = []
        for offer in offers:
            made.append(self.drafts.new(offer.shipment).id)
            gone += self.drafts.delete([draft.id for draft in offer.drafts])

        def take_back() -> None:
            self.drafts.restore(gone)
            self.drafts.delete(made)

        return take_back

    def _offer(self, group: Sequence[DayLine], progress: Progress) -> Offer | None:
        records = tuple(line.record for line in group)
        shipment = combined([record.shipment for record in records])
        try:
            listed = self.quoting.fetch(shipment, progress, records[0].account_id)
            rule = rule_for(self.settings.load().rules, shipment)
            quote = pick(listed.quotes, rule.service, shipment)
        except FOR_ALL:
            raise
        except PostroomError:  # too heavy for one box, for instance
            return None
        price = quote.price_with(shipment.extras)
        return Offer(records, shipment, total_of(group).total, price)
