"""The one strong button of a page, which goes busy at once and cannot be pressed twice."""

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.ui.theme.current import tokens
from desktop_app.ui.theme.space import ICON
from desktop_app.ui.widgets.restyle import set_style

_STEP_MS = 60
_STEP_DEGREES = 30


class PrimaryButton(QPushButton):
    """Connect `clicked`; call `set_busy(True)` first thing, or make it with `busy_on_click`.

    While busy it keeps its width and its focus, turns a spinner, and swallows every press. What
    it says does not change, so that an amount on it can still be read.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, busy_on_click: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "primary")
        self.setObjectName("primaryButton")
        self.setDefault(True)
        self._busy = False
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._turn)
        if busy_on_click:
            self.clicked.connect(self._go_busy)

    @property
    def busy(self) -> bool:
        """Whether what it started still runs."""
        return self._busy

    def set_busy(self, busy: bool) -> None:
        """Start or end the wait; ending it gives the button back."""
        if busy == self._busy:
            return
        self._busy = busy
        # Mute rather than disabled: a disabled button loses the focus. No press gets through,
        # be it by mouse, key, shortcut or a dialog's Enter.
        self.blockSignals(busy)
        self.setAccessibleDescription(self.tr("Busy") if busy else "")
        self._timer.start() if busy else self._timer.stop()
        set_style(self, "busy", "true" if busy else "false")

    def sizeHint(self) -> QSize:
        """Room for the spinner at all times, so that going busy moves nothing."""
        return super().sizeHint() + QSize(ICON, 0)

    @Slot()
    def _go_busy(self) -> None:
        self.set_busy(True)

    @Slot()
    def _turn(self) -> None:
        self._angle = (self._angle - _STEP_DEGREES) % 360
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the spinner at its left edge while busy."""
        super().paintEvent(event)
        if not self._busy:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().on_accent), 2))
        side = ICON - 6
        painter.drawArc(7, (self.height() - side) // 2, side, side, self._angle * 16, 270 * 16)
