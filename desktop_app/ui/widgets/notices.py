"""A banner above a whole screen, with room around it that goes when the banner goes."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme.space import L, M
from desktop_app.ui.widgets.banner import Banner, Tone


class Notices(QWidget):
    """`show_message(text, tone)`; the user closes it. Hidden when made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self._banner = Banner(closable=True)
        self._banner.closed.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, 0)
        column.addWidget(self._banner)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; "" when hidden."""
        return "" if self.isHidden() else self._banner.text

    def show_message(self, text: str, tone: Tone = "info") -> None:
        """Says something else."""
        self._banner.show_message(text, tone)
        self.show()

    @Slot()
    def clear(self) -> None:
        """Nothing to say any more."""
        self._banner.clear()
        self.hide()
