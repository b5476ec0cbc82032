"""The filters as a row of buttons with counts, one of them pressed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop_app.ui.shipments.filters import Filter, filter_word
from desktop_app.ui.theme.fonts import bold_width
from desktop_app.ui.theme.space import XS
from desktop_app.ui.widgets.buttons import button

_INSET = 11  # the padding and the border of a quiet button


class FilterBar(QWidget):
    """`chosen(Filter)`. Where it has too little room it leaves the counts out."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[Filter, QPushButton] = {}
        self._counts: dict[Filter, int] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        for number, one in enumerate(Filter):
            shown = button(filter_word(one), kind="quiet", name=f"filter:{one}")
            shown.setCheckable(True)
            shown.setChecked(one is Filter.ALL)
            self._group.addButton(shown, number)
            self._buttons[one] = shown
            row.addWidget(shown)
        row.addStretch(1)
        self._group.idClicked.connect(self._clicked)

    def choose(self, one: Filter) -> None:
        """Presses a filter."""
        self._buttons[one].setChecked(True)
        self.chosen.emit(one)

    def set_counts(self, counts: dict[Filter, int]) -> None:
        """How many each filter shows; nothing is written for none."""
        self._counts = {one: count for one, count in counts.items() if one is not Filter.ALL}
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The room its words need with their counts."""
        return QSize(self._needed(self._full), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The room its words need without counts."""
        return QSize(self._needed(filter_word), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The counts come and go with the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """With counts where they fit."""
        words = self._full if self.width() >= self._needed(self._full) else filter_word
        for one, shown in self._buttons.items():
            shown.setText(words(one))
            shown.setMinimumWidth(self._width(shown, words(one)))

    def _full(self, one: Filter) -> str:
        count = self._counts.get(one, 0)
        return f"{filter_word(one)} {count}" if count else filter_word(one)

    def _needed(self, words: Callable[[Filter], str]) -> int:
        widths = (self._width(shown, words(one)) for one, shown in self._buttons.items())
        return sum(widths) + XS * (len(self._buttons) - 1)

    def _width(self, shown: QPushButton, text: str) -> int:
        """Room for the word as it is when it is chosen."""
        return bold_width(shown.font(), text) + 2 * _INSET

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self.chosen.emit(list(Filter)[number])
