"""Asks before a shipment is deleted that can still be paid for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import MayBePaid
from desktop_app.ui.widgets.banner import Banner


class DeleteQuestion(Banner):
    """`confirmed(ids)`: delete these all the same. Closing it keeps them."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, closable=True)
        self._ids: tuple[str, ...] = ()
        anyway = self.add_action(self.tr("Delete anyway"), name="deleteAnyway")
        anyway.clicked.connect(self._confirm)

    def ask(self, ids: tuple[str, ...], why: MayBePaid) -> None:
        """Says what may become of the shipments with these ids."""
        self._ids = ids
        self.show_message(f"{why} {why.advice}", "warning")

    @Slot()
    def _confirm(self) -> None:
        self.clear()
        self.confirmed.emit(self._ids)
