"""Parcels to the same address: which of them go in one box, and what that saves."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.measures import format_money, format_size, format_weight
from desktop_app.services.combining import Offer
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, note, title
from desktop_app.ui.widgets.page_scroll import PageScroll


class CombineDialog(QDialog):
    """`wanted(offers)`: those that were ticked when it was confirmed."""

    wanted = Signal(object)

    def __init__(self, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("combineDialog")
        self.setWindowTitle(self.tr("Parcels to the same address"))
        self.resize(600, 480)
        self._offers = tuple(offers)
        self.boxes = [self._box(offer) for offer in self._offers]
        self.go = button("", kind="primary", name="combineGo")
        self.go.setDefault(True)
        self.go.clicked.connect(self._confirm)
        self.cancel = button(self.tr("Cancel"), name="combineCancel")
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._ticked()

    @property
    def chosen(self) -> tuple[Offer, ...]:
        """What is ticked."""
        pairs = zip(self._offers, self.boxes, strict=True)
        return tuple(offer for offer, box in pairs if box.isChecked())

    def _box(self, offer: Offer) -> QCheckBox:
        to = offer.shipment.recipient
        words = self.tr("{name}, {town} {postcode}: saves {saving}")
        box = QCheckBox(
            words.format(
                name=to.name,
                town=to.town,
                postcode=to.postcode,
                saving=format_money(offer.saving),
            )
        )
        box.setChecked(True)
        box.toggled.connect(self._ticked)
        return box

    @Slot()
    def _ticked(self) -> None:
        saving = format_money(sum((offer.saving for offer in self.chosen), Decimal(0)))
        self.go.setText(self.tr("Combine, saves {0}").format(saving))
        self.go.setEnabled(bool(self.chosen))

    @Slot()
    def _confirm(self) -> None:
        self.wanted.emit(self.chosen)
        self.accept()

    def _about(self, offer: Offer) -> str:
        parcel = offer.shipment.parcels[0]
        apart, together = format_money(offer.apart), format_money(offer.together.total)
        words = [
            self.tr("{0} instead of {1} for {2} parcels").format(
                together, apart, len(offer.drafts)
            ),
            format_weight(offer.shipment.total_weight_kg),
        ]
        if parcel.length_cm and parcel.width_cm and parcel.height_cm:
            words.append(format_size(parcel.length_cm, parcel.width_cm, parcel.height_cm))
        if offer.shipment.reference:
            words.append(offer.shipment.reference)
        return "  ·  ".join(words)

    def _card(self, offer: Offer, box: QCheckBox) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(S + 4, S, S + 4, S)
        column.setSpacing(4)
        column.addWidget(box)
        column.addWidget(note(self._about(offer), wrap=True))
        return card

    def _lay_out(self) -> None:
        cards = QWidget()
        inner = QVBoxLayout(cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(S)
        for offer, box in zip(self._offers, self.boxes, strict=True):
            inner.addWidget(self._card(offer, box))
        inner.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(S)
        column.addWidget(title(self.tr("Parcels to the same address")))
        words = self.tr(
            "What is ticked becomes one draft each, in one box: the largest of theirs. Change its "
            "size in the draft if they need a larger one."
        )
        column.addWidget(body(words, wrap=True))
        column.addWidget(PageScroll(cards), 1)
        column.addLayout(foot)
