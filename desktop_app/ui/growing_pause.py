"""A pause that grows each time: for what is asked again until it comes right."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class GrowingPause(QObject):
    """`begin()` and, when the pause is over, `over()`. The next one is longer, up to the longest;
    `reset()` makes it short again and ends the one that runs."""

    over = Signal()

    def __init__(self, first_ms: int, longest_ms: int, growth: float, parent: QObject) -> None:
        super().__init__(parent)
        self._first, self._longest, self._growth = first_ms, longest_ms, growth
        self.next_ms = first_ms
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._end)

    @property
    def was_needed(self) -> bool:
        """Whether there was a pause since the last reset."""
        return self.timer.isActive() or self.next_ms > self._first

    def begin(self) -> None:
        """Begins a pause; one that runs already goes on."""
        if not self.timer.isActive():
            self.timer.start(self.next_ms)
            self.next_ms = min(int(self.next_ms * self._growth), self._longest)

    def reset(self) -> None:
        """What it was for has come right."""
        self.timer.stop()
        self.next_ms = self._first

    @Slot()
    def _end(self) -> None:
        self.over.emit()
