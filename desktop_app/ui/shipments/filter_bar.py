"""The filters as a row of buttons with counts, one of them pressed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop_app.ui.shipments.filters import Filter, filter_word
from desktop_app.ui.theme.space import XS
from desktop_app.ui.widgets.buttons import button


class FilterBar(QWidget):
    """`chosen(Filter)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[Filter, QPushButton] = {}
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
        self._group.idClicked.connect(self._clicked)

    def choose(self, one: Filter) -> None:
        """Presses a filter."""
        self._buttons[one].setChecked(True)
        self.chosen.emit(one)

    def set_counts(self, counts: dict[Filter, int]) -> None:
        """How many each filter shows; nothing is written for none."""
        for one, shown in self._buttons.items():
            count = counts.get(one, 0)
            word = filter_word(one)
            shown.setText(f"{word} {count}" if count and one is not Filter.ALL else word)

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self.chosen.emit(list(Filter)[number])
