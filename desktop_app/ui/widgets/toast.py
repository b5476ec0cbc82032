"""A passing message at the foot of the window, with Undo for what can be taken back."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body

SHOWN_MS = 8000
# The status line, and the foot of the wizard or of the day.
_ABOVE_FOOT = 104
_WIDEST = 560


@dataclass(frozen=True)
class _Message:
    text: str
    undo: Callable[[], None] | None


class Toast(QFrame):
    """One for each window: `toast.show_message("Draft deleted.", undo=self._bring_back)`.

    Messages queue; each stays 8 seconds, longer while the pointer or the cursor is on it. Undo is
    reached by Tab or Ctrl+Z (`undo_now`), and works for the message that is shown.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("toast")
        self.setProperty("role", "toast")
        self._waiting: deque[_Message] = deque()
        self._undo: Callable[[], None] | None = None
        self._text = body(wrap=True)
        self._text.setObjectName("toastText")
        self.button = button(self.tr("Undo"), name="toastUndo")
        self.button.clicked.connect(self.undo_now)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(M, S, S, S)
        self._row.setSpacing(M)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._go_on)
        self.button.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown now; "" if nothing."""
        return "" if self.isHidden() else self._text.text()

    def show_message(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show it now, or after those that wait. `undo` takes back what was done."""
        self._waiting.append(_Message(text, undo))
        if self.isHidden():
            self._go_on()

    @Slot()
    def undo_now(self) -> None:
        """Take back what the message is about, once."""
        undo, self._undo = self._undo, None
        self._go_on()
        if undo:
            undo()

    @Slot()
    def dismiss(self) -> None:
        """Away with it; the next one comes."""
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        self._timer.stop()
        if not self._waiting:
            self._undo = None
            self.hide()
            return
        message = self._waiting.popleft()
        self._undo = message.undo
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        self.button.setVisible(message.undo is not None)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        """Low in the window's middle, above what a screen says at its foot."""
        window = self._window
        room = min(_WIDEST, window.width() - 2 * L)
        wish = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2 * M + S
        wish += self.button.sizeHint().width() + M if self._undo else 0
        width = min(room, wish)
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        left = (window.width() - width) // 2
        self.setGeometry(left, window.height() - height - _ABOVE_FOOT, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window grows; stay on screen while the cursor is on Undo."""
        kind = event.type()
        if watched is self.button and kind == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self.button and kind == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        elif kind == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """The pointer on it stops the clock."""
        if event.type() == QEvent.Type.Enter:
            self._timer.stop()
        elif event.type() == QEvent.Type.Leave and not self.isHidden():
            self._timer.start()
        return super().event(event)

    def keyPressEvent(self, event: object) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.dismiss()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]
