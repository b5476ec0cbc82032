"""The spending guard: nobody pays more than the limits they set without having been asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from decimal import Decimal

from desktop_app.domain.errors import LimitPassed
from desktop_app.domain.journal import AttemptState
from desktop_app.services.clock import local_day
from desktop_app.services.ports import Clock, Journal, SettingsStore


@dataclass(frozen=True)
class Spending:
    """What was spent today, and whether more would pass a limit. Each account by itself."""

    journal: Journal
    settings: SettingsStore
    clock: Clock

    def today(self, account_id: str) -> Decimal:
        """Pounds paid since midnight here, those in hand and not settled yet included."""
        midnight = datetime.combine(local_day(self.clock.now()), time()).astimezone(UTC)
        begun = self.journal.begun_since(account_id, midnight)
        counted = (one.amount for one in begun if one.state is not AttemptState.FAILED)
        return sum(counted, Decimal(0))

    def require_within(self, account_id: str, amounts: Sequence[Decimal]) -> None:
        """Raises LimitPassed when one of these orders, or all of them today, would pass a limit."""
        limits = self.settings.load().spending
        dearest, together = max(amounts, default=Decimal(0)), sum(amounts, Decimal(0))
        if limits.one_order is not None and dearest > limits.one_order:
            raise LimitPassed(
                f"£{dearest:.2f} is more than your limit of £{limits.one_order:.2f} for one order."
            )
        if limits.one_day is None or not together:
            return
        spent = self.today(account_id)
        if spent + together > limits.one_day:
            raise LimitPassed(
                f"With £{together:.2f} more, today comes to £{spent + together:.2f}: your limit "
                f"for one day is £{limits.one_day:.2f}."
            )
