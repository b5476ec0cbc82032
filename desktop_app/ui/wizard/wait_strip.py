"""The line that says what a page waits for, with a way to stop it, over a thin moving bar."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import muted

_SPEAKS_AFTER_S = 2
_SECOND_MS = 1000


class WaitStrip(QWidget):
    """The bar moves at once; after two seconds it says what it waits for and for how long.

    While nothing runs it shows the idle text and, where it has one, the button of the idle time
    (`pressed`). `cancelled`: the user wants it stopped.
    """

    cancelled = Signal()
    pressed = Signal()

    def __init__(self, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waitStrip")
        self._sentence, self._idle, self._seconds = "", "", 0
        self.is_waiting = False
        self._text = muted()
        self._text.setObjectName("waitText")
        self._text.setWordWrap(True)
        self.cancel_button = button(self.tr("Cancel"), kind="quiet", name="cancelWait")
        self.cancel_button.clicked.connect(self.cancelled)
        self.action_button = button(action, kind="quiet", icon_name="refresh", name="refresh")
        self.action_button.clicked.connect(self.pressed)
        self._bar = BusyBar()
        self._clock = QTimer(self, interval=_SECOND_MS)
        self._clock.timeout.connect(self.tick)
        self._lay_out()
        self.stop()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def start(self, sentence: str, *, at_once: bool = False) -> None:
        """Something runs; `at_once` says so without waiting for two seconds."""
        self._sentence = sentence
        self._seconds = _SPEAKS_AFTER_S if at_once else 0
        self.is_waiting = True
        self._clock.start()
        self._bar.start()
        self._show()

    def say(self, sentence: str, done: int = 0, total: int = 0) -> None:
        """It waits for something else now."""
        self._sentence = sentence
        self._bar.set_progress(done, total)
        self._show()

    def stop(self) -> None:
        """Nothing runs any more."""
        self.is_waiting = False
        self._clock.stop()
        self._bar.stop()
        self._show()

    def set_idle(self, text: str) -> None:
        """What it says while nothing runs."""
        self._idle = text
        self._show()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._seconds += 1
        self._show()

    def _show(self) -> None:
        speaks = self.is_waiting and self._seconds >= _SPEAKS_AFTER_S
        waited = self.tr("{sentence}… {seconds} s").format(
            sentence=self._sentence, seconds=self._seconds
        )
        self._text.setText(waited if speaks else "" if self.is_waiting else self._idle)
        self.cancel_button.setVisible(self.is_waiting)
        self.action_button.setVisible(not self.is_waiting and bool(self.action_button.text()))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._text, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.action_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self._bar)
