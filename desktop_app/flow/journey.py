"""The wizard as a graph: which steps a shipment takes, what each still lacks, what comes next."""

from datetime import date
from functools import cached_property

from desktop_app.domain.country import CountryBook
from desktop_app.domain.problem import Problem, errors_in
from desktop_app.domain.record import ShipmentRecord
from desktop_app.flow.lacking import lacking
from desktop_app.flow.steps import Step, step_of


class Journey:
    """One shipment's way from its addresses to its labels; a value, made anew at each change.

    It is asked many times for one change, so what it has found out it keeps.
    """

    def __init__(self, record: ShipmentRecord, book: CountryBook, today: date) -> None:
        self.record = record
        self._book = book
        self._today = today
        self._found: dict[Step, tuple[Problem, ...]] = {}

    @cached_property
    def needs_customs(self) -> bool:
        """Whether a declaration is needed: the countries endpoint says so, or the chosen quote,
        or the service has refused the order without one."""
        shipment, choice = self.record.shipment, self.record.live_choice
        quoted = choice is not None and choice.quote.requires_customs
        listed = self._book.requires_customs(shipment.sender, shipment.recipient) is True
        return quoted or listed or self.record.is_customs_asked

    @cached_property
    def path(self) -> tuple[Step, ...]:
        """The steps this shipment takes, in order."""
        return tuple(step for step in Step if step is not Step.CUSTOMS or self.needs_customs)

    def problems(self, step: Step) -> tuple[Problem, ...]:
        """What a step still lacks, and its warnings; () also for a step not taken."""
        behind = self.record.is_locked and step not in {Step.PAY, Step.LABELS}
        if behind or step not in self.path:
            return ()
        if step not in self._found:
            self._found[step] = lacking(step, self.record, self._book, self._today)
        return self._found[step]

    def is_of(self, record: ShipmentRecord, book: CountryBook, today: date) -> bool:
        """Whether it was made of exactly these, and may be asked again."""
        return self.record is record and self._book is book and self._today == today

    def all_problems(self) -> tuple[Problem, ...]:
        """What has to be mended before anything is asked of the service."""
        entered = (Step.ADDRESSES, Step.PARCELS, Step.CUSTOMS)
        return tuple(problem for step in entered for problem in self.problems(step))

    def is_done(self, step: Step) -> bool:
        """Whether nothing stands against going on from a step."""
        return not errors_in(self.problems(step))

    def first_open(self) -> Step:
        """The first step that lacks something: where a half-done draft opens."""
        return next((step for step in self.path if not self.is_done(step)), Step.LABELS)

    def can_enter(self, step: Step) -> bool:
        """Whether everything before a step is done."""
        if step not in self.path:
            return False
        before = self.path[: self.path.index(step)]
        return all(self.is_done(earlier) for earlier in before)

    def after(self, step: Step) -> Step:
        """The next step; the last one stays."""
        return self._beside(step, 1)

    def before(self, step: Step) -> Step:
        """The step before; the first one stays."""
        return self._beside(step, -1)

    def step_for(self, field: str) -> Step:
        """Where a problem's field is shown, on this shipment's own path."""
        step = step_of(field)
        return step if step in self.path else Step.PARCELS

    def _beside(self, step: Step, by: int) -> Step:
        steps = list(Step)
        at = steps.index(step) + by
        while 0 <= at < len(steps):
            if steps[at] in self.path:
                return steps[at]
            at += by
        return step
