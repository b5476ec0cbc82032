"""The computer's clock."""

from datetime import UTC, date, datetime


class SystemClock:
    """Fills the `Clock` port."""

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)


def local_day(moment: datetime) -> date:
    """The day it is here at a moment, which is what a collection date means."""
    return moment.astimezone().date()
