"""The user's own address, from which every new draft starts."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.address import Address
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.widgets.labels import note
from desktop_app.ui.wizard.address_form import AddressForm


class SenderPage(SettingsPage):
    """Kept when it is left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = AddressForm("sender")
        self.form.edited.connect(self._take)
        self._address = self.settings.sender
        self.form.show_address(self._address, context.office.countries.known)
        self.add(note(self.tr("Every new shipment starts with this address.")))
        self.add(self.form)
        self.add_stretch()

    @Slot(object)
    def _take(self, address: Address) -> None:
        self._address = address

    def apply(self) -> None:
        """Keeps the address."""
        self.keep(sender=self._address)
