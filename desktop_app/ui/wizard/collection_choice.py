"""The day of the collection: the earliest there is, or one of the next working days."""

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.measures import format_day

_DAYS_SHOWN = 10


def working_days(today: date, count: int = _DAYS_SHOWN) -> list[date]:
    """Today and the days after it without weekends; the service says which of them it can do."""
    days = (today + timedelta(days=ahead) for ahead in range(2 * count + 7))
    return [day for day in days if day.weekday() < 5][:count]


class CollectionChoice(QComboBox):
    """`day_changed(date)`; None is the earliest day the courier can come."""

    day_changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._days: list[date | None] = []
        self._fill([None, *working_days(today)])
        self.activated.connect(self._picked)

    def show_day(self, day: date | None) -> None:
        """Show the draft's day, also one that is not offered (any more)."""
        if day is not None and day not in self._days:
            self._fill([None, *sorted({day, *working_days(self._today)})])
        self.setCurrentIndex(self._days.index(day))

    def _fill(self, days: list[date | None]) -> None:
        self._days = days
        self.clear()
        self.addItems([self._words(day) for day in days])

    def _words(self, day: date | None) -> str:
        if day is None:
            return self.tr("Earliest")
        ahead = (day - self._today).days
        near = {0: self.tr("Today, {0}"), 1: self.tr("Tomorrow, {0}")}
        return near.get(ahead, "{0}").format(format_day(day))

    @Slot(int)
    def _picked(self, place: int) -> None:
        self.day_changed.emit(self._days[place])
