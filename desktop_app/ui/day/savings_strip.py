"""A strip over the day that says what combining parcels to the same address would save."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.measures import format_money
from desktop_app.services.combining import Offer
from desktop_app.ui.day.combine_dialog import CombineDialog
from desktop_app.ui.day.entries import parcels
from desktop_app.ui.widgets.banner import Banner


class SavingsStrip(Banner):
    """`wanted(offers)`: combine these."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, closable=True)
        self.setObjectName("savingsStrip")
        self._offers: tuple[Offer, ...] = ()
        self.combine = self.add_action(self.tr("Combine…"), name="dayCombine")
        self.combine.clicked.connect(self._ask)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """What can be combined; nothing is shown where nothing can."""
        self._offers = tuple(offers)
        if not offers:
            self.clear()
            return
        count = sum(len(offer.drafts) for offer in offers)
        saving = sum((offer.saving for offer in offers), Decimal(0))
        words = self.tr(
            "{parcels} go to an address that gets more than one. In one box each, you pay "
            "{amount} less."
        )
        self.show_message(words.format(parcels=parcels(count), amount=format_money(saving)))

    @Slot()
    def _ask(self) -> None:
        dialog = CombineDialog(self._offers, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self.wanted)
        dialog.open()
