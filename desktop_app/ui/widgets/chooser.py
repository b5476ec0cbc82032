"""A list to choose one value from, whose offers may change while it is shown."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

T = TypeVar("T")


class Chooser(QComboBox, Generic[T]):
    """`value` is what is chosen, `changed()` that the user chose another.

    `name` is what a screen reader and the tooltip say. The values stay in Python: Qt would hand
    an enum of texts back as plain text.
    """

    changed = Signal()

    def __init__(self, name: str, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._offers: tuple[tuple[str, T], ...] = ()
        self.currentIndexChanged.connect(self._tell)

    @property
    def value(self) -> T:
        """The chosen one; raises IndexError before anything is offered."""
        return self._offers[self.currentIndex()][1]

    def choose(self, value: T) -> None:
        """Chooses a value without telling of it; the first offer if it is none of them."""
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(self._place(value))
        blocker.unblock()

    def offer(self, offers: Sequence[tuple[str, T]]) -> None:
        """Texts and their values; a choice that is still there is kept, else it is the first.

        Nothing moves where nothing is new: a list that is open would shut.
        """
        if tuple(offers) == self._offers:
            return
        before = self.value if self._offers else None
        blocker = QSignalBlocker(self)
        self._offers = tuple(offers)
        self.clear()
        self.addItems([text for text, _value in offers])
        self.setCurrentIndex(self._place(before))
        blocker.unblock()

    def _place(self, value: T | None) -> int:
        return next((at for at, (_text, one) in enumerate(self._offers) if one == value), 0)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
