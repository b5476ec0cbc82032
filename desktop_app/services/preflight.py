"""A day's drafts before anything is spent: priced, checked and verified, all side by side."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from functools import cached_property

from desktop_app.domain.errors import (
    AlreadyBought,
    NoConnection,
    NotSignedIn,
    PostroomError,
    ProblemsError,
    Refused,
    StorageError,
)
from desktop_app.domain.money import FREE, Price
from desktop_app.domain.problem import Problem
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.service_rule import ServiceRule, rule_for
from desktop_app.services.booking import Booking
from desktop_app.services.duplicates import Duplicates, Twin
from desktop_app.services.paying import Paying
from desktop_app.services.ports import Clock, Progress, SettingsStore, Shipments
from desktop_app.services.progress import Unspoken

# Four questions are asked at once (the gate of the account sees to that): while their answers are
# read and written down, the other hands ask.
HANDS = 8
# What was verified within this time is not asked for again.
_FRESH = timedelta(minutes=10)
# What would meet every other draft too: the whole check ends with it.
FOR_ALL = (NoConnection, NotSignedIn, StorageError)


@dataclass(frozen=True)
class DayLine:
    """One draft of the day. `rule` has chosen its service; None: the user has.

    `failure` is why it cannot be bought. `is_doubtful`: one of its twins was bought already, or
    comes before it on the same day; it is bought only where that is wanted.
    """

    record: ShipmentRecord
    rule: ServiceRule | None = None
    failure: PostroomError | None = None
    twins: tuple[Twin, ...] = ()
    is_doubtful: bool = False

    @cached_property
    def price(self) -> Price | None:
        """What it certainly costs; None for one that cannot be bought."""
        return None if self.failure else self.record.exact_price

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The fields its failure names."""
        return self.failure.problems if isinstance(self.failure, ProblemsError) else ()


@dataclass(frozen=True)
class DayPlan:
    """The drafts in the order in which they were given. `balance` None: PrePay cannot be read."""

    lines: tuple[DayLine, ...]
    balance: Decimal | None = None

    @property
    def ready(self) -> tuple[DayLine, ...]:
        """Those that can be bought."""
        return tuple(line for line in self.lines if line.price is not None)

    @property
    def total(self) -> Price:
        """Of those that can be bought."""
        return total_of(self.ready)


def total_of(lines: Sequence[DayLine]) -> Price:
    """What lines cost together, each part added up by itself."""
    return sum((line.price for line in lines if line.price), FREE)


def missing_of(total: Decimal, balance: Decimal | None) -> Decimal:
    """What PrePay lacks for this, in pounds; 0 where its balance is not known."""
    return Decimal(0) if balance is None else max(total - balance, Decimal(0))


@dataclass(frozen=True)
class Preflight:
    """Asks for everything that can be known of a day before it is paid."""

    shipments: Shipments
    booking: Booking
    paying: Paying
    duplicates: Duplicates
    settings: SettingsStore
    clock: Clock

    def check(
        self,
        shipment_ids: Sequence[str],
        progress: Progress,
        told: Callable[[DayLine], None] | None = None,
    ) -> DayPlan:
        """Prices and verifies drafts of one account, four at a time; `told` of each as it is done.

        What is wrong with one stands in its line. Raises what would be wrong with all of them:
        no connection, not signed in, a disk that does not answer. Called in a worker's thread,
        `told` in another one.
        """
        records = [self.shipments.get(one) for one in shipment_ids]
        if not records:
            return DayPlan(())
        self.booking.countries.fresh(records[0].account_id)
        settings = self.settings.load()
        twins = self.duplicates.of(records, settings.duplicate_days)
        places = {one: place for place, one in enumerate(shipment_ids)}

        def line(record: ShipmentRecord) -> DayLine:
            own = twins.get(record.id, ())
            found = replace(
                self._line(record, settings.rules, Unspoken(progress)),
                twins=own,
                is_doubtful=any(_is_before(twin, record, places) for twin in own),
            )
            _ = found.price  # worked out here, not in the window's thread
            if told:
                told(found)
            return found

        lines = _side_by_side(line, records, progress)
        return DayPlan(tuple(lines), self._balance(records[0].account_id))

    def _line(
        self,
        record: ShipmentRecord,
        rules: Sequence[ServiceRule],
        progress: Progress,
    ) -> DayLine:
        rule, service = _service(record, rules)
        if record.is_locked:
            words = "It is paid." if record.is_paid else "A payment for it is in hand."
            return DayLine(record, rule, AlreadyBought(words))
        try:
            if record.order is not None:  # it holds as long as the draft says the same
                self.booking.require_whole(record)
                return DayLine(record, rule)
            if self._is_fresh(record, service if rule else ""):
                return DayLine(record, rule)
            ready = self.booking.prepare(record, service, progress, by_rule=rule is not None)
        except FOR_ALL:
            raise
        except PostroomError as failure:
            return DayLine(self.shipments.get(record.id), rule, failure)
        return DayLine(ready, rule)

    def _is_fresh(self, record: ShipmentRecord, rule: str) -> bool:
        """Whether it was verified a moment ago, for what decides now: it is not asked again."""
        choice, verified = record.live_choice, record.live_verification
        if choice is None or verified is None or choice.rule != rule:
            return False
        return timedelta(0) <= self.clock.now() - verified.verified_at < _FRESH

    def _balance(self, account_id: str) -> Decimal | None:
        try:
            return self.paying.balance(account_id)
        except (NotSignedIn, Refused):  # PrePay may be closed to a key that may order
            return None


def _is_before(twin: Twin, record: ShipmentRecord, places: dict[str, int]) -> bool:
    bought = twin.stage not in (Stage.DRAFT, Stage.TO_PAY)
    return bought or places.get(twin.shipment_id, len(places)) < places[record.id]


def _service(
    record: ShipmentRecord, rules: Sequence[ServiceRule]
) -> tuple[ServiceRule | None, str]:
    """The rule that decides and what it names; no rule where the user has chosen."""
    choice = record.live_choice
    if choice is not None and not choice.rule:
        return None, choice.quote.service.slug
    rule = rule_for(rules, record.shipment)
    return rule, rule.service


def _side_by_side(
    line: Callable[[ShipmentRecord], DayLine],
    records: Sequence[ShipmentRecord],
    progress: Progress,
) -> list[DayLine]:
    """All lines in their records' order; a failure, or a stop, ends what has not begun."""
    with ThreadPoolExecutor(HANDS, thread_name_prefix="pre-flight") as pool:
        asked: list[Future[DayLine]] = [pool.submit(line, record) for record in records]
        try:
            for done, one in enumerate(as_completed(asked), start=1):
                one.result()
                progress.check()
                progress.report("Checking the parcels", done, len(records))
        finally:
            for one in asked:
                one.cancel()
    return [one.result() for one in asked]
