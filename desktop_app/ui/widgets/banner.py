"""A strip across a page that says one thing, with what to do about it."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.buttons import button, icon_button
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import body
from desktop_app.ui.widgets.restyle import set_style

Tone = Literal["info", "success", "warning", "danger"]
_LOOKS = {
    "info": ("info", "accent"),
    "success": ("check", "success"),
    "warning": ("warning", "warning"),
    "danger": ("error", "danger"),
}


class Banner(QFrame):
    """`show_message("…", "warning")` shows it, `clear()` hides it; hidden when made.

    `add_action("Try again")` gives a button to connect. `closed` tells that the user dismissed it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("role", "banner")
        self._icon = IconLabel("info", "accent")
        self._text = body(wrap=True)
        self._text.setObjectName("bannerText")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S + 4, S, S, S)
        self._row.setSpacing(S)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._actions: list[QPushButton] = []
        if closable:
            close = icon_button("close", self.tr("Close this message"), name="bannerClose")
            close.clicked.connect(self._close)
            self._row.addWidget(close)
        self._closable = closable
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; "" when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def add_action(self, text: str, *, name: str = "") -> QPushButton:
        """A button at the right; connect its `clicked`."""
        action = button(text, name=name or "bannerAction")
        self._actions.append(action)
        self._row.insertWidget(self._row.count() - int(self._closable), action)
        return action

    def show_message(self, text: str, tone: Tone = "info") -> None:
        """Say something else, in another tone."""
        name, tint = _LOOKS[tone]
        self._icon.set_icon(name, tint)
        self._text.setText(text)
        self.setAccessibleName(text)
        set_style(self, "tone", tone)
        self.show()

    def show_error(self, error: Exception) -> None:
        """What happened and what to do now, of any failure a job delivers."""
        advice = error.advice if isinstance(error, PostroomError) else ""
        self.show_message(f"{error} {advice}".strip(), "danger")

    def clear(self) -> None:
        """Nothing to say any more."""
        self._text.clear()
        self.hide()

    def _close(self) -> None:
        self.clear()
        self.closed.emit()
