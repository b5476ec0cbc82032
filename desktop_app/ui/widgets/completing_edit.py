"""A line that offers what was used before; choosing an offer hands over the thing itself."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

T = TypeVar("T")


class CompletingEdit(QLineEdit, Generic[T]):
    """`set_offers(addresses, text=...)`; `offer_chosen(item)` when one is picked from the list.

    An offer is found by any part of its text, in any case.
    """

    offer_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: dict[str, T] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(8)
        popup = QListView()
        popup.setProperty("role", "completions")
        completer.setPopup(popup)
        # After Qt has written the offer's text, so that whoever hears of it may write another.
        completer.activated.connect(self._pick, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)

    def set_offers(self, items: Iterable[T], text: Callable[[T], str]) -> None:
        """What to offer, and how each is written; of two written alike the first is kept."""
        self._offers = {}
        for item in items:
            self._offers.setdefault(text(item), item)
        self._model.setStringList(list(self._offers))

    @Slot(str)
    def _pick(self, text: str) -> None:
        offer = self._offers.get(text)
        if offer is not None:
            self.offer_chosen.emit(offer)
