"""What the goods are worth: as entered, or what the contents add up to."""

from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.measures import format_money
from desktop_app.domain.shipment import Shipment
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.measure_edit import money_edit


def listed_value(shipment: Shipment) -> Decimal:
    """What the contents of all parcels add up to, in pounds."""
    return sum((parcel.contents_value for parcel in shipment.parcels), Decimal(0))


class ValueField(Field):
    """`value_edited(Decimal | None)`: None follows the contents."""

    value_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.edit = money_edit()
        super().__init__("", self.edit, path="value_gbp", chars=14, parent=parent)
        self.set_label(self.tr("Value of the goods"))
        self._listed = Decimal(0)
        self._shipment = Shipment()
        self.use = button("", kind="link", name="useListedValue")
        self.add_below(self.use)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._settle)
        self.use.clicked.connect(self._use_listed)

    def show_value(self, shipment: Shipment) -> None:
        """The value, and what the contents say about it."""
        self._shipment, self._listed = shipment, listed_value(shipment)
        entered = shipment.value_gbp
        follows = entered is None and bool(self._listed)
        value = self._listed if follows else entered
        if self.edit.value() != value and not (self.edit.hasFocus() and entered is None):
            self.edit.set_value(value)
        self.set_hint(self._sentence(follows=follows))
        differs = entered is not None and bool(self._listed) and entered != self._listed
        self.use.setText(self.tr("Use {0}").format(format_money(self._listed)))
        self.use.setVisible(differs)

    def _sentence(self, *, follows: bool) -> str:
        if follows:
            return self.tr("What the contents add up to.")
        if self._listed and self._shipment.value_gbp != self._listed:
            amount = format_money(self._listed)
            return self.tr("The contents add up to {0}.").format(amount)
        return self.tr("All parcels together, in pounds.")

    @Slot()
    def _typed(self) -> None:
        value = self.edit.value()
        self.value_edited.emit(None if value == self._listed else value)

    @Slot()
    def _settle(self) -> None:
        """Left empty, it follows the contents again."""
        if not self.edit.complaint() and self._shipment.value_gbp is None and self._listed:
            self.edit.set_value(self._listed)

    @Slot()
    def _use_listed(self) -> None:
        self.value_edited.emit(None)
        self.focus()
