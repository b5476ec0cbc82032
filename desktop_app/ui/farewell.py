"""Closing the window while a payment is being made: it is told, and waited for briefly."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.services.settling import Settling
from desktop_app.ui.widgets.notices import Notices

_LOOK_EVERY_MS = 100
_LONGEST_MS = 10_000


class Farewell(QObject):
    """`may_go()` asks whether the window can close now; if not, `over` comes once it can.

    Nothing is lost either way: what is not known when the program ends is settled at the next
    start, from the journal. Waiting only spares the user that.
    """

    over = Signal()

    def __init__(self, settling: Settling, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._settling = settling
        self._notices = notices
        self._waited_ms = 0
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def may_go(self) -> bool:
        """False while a payment is being sent and its time is not up; then it is said."""
        if not self._settling.is_sending or self._waited_ms >= _LONGEST_MS:
            self._timer.stop()
            return True
        if not self._timer.isActive():
            words = self.tr("A payment is being made. It is settled at the next start.")
            closing = self.tr("Postroom closes as soon as the answer is here.")
            self._notices.show_message(f"{words} {closing}", "warning")
            self._timer.start()
        return False

    @Slot()
    def _look(self) -> None:
        self._waited_ms += _LOOK_EVERY_MS
        if self.may_go():
            self.over.emit()
