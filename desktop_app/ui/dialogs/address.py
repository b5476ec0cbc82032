"""One address of the address book, to enter or to correct."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.address import Address
from desktop_app.domain.address_block import split_address
from desktop_app.domain.address_checks import check_address
from desktop_app.domain.country import CountryBook
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import note, title
from desktop_app.ui.widgets.page_scroll import PageScroll
from desktop_app.ui.wizard.address_form import AddressForm

_WHERE = "recipient"


class AddressDialog(QDialog):
    """`kept(Address)` when it is to be kept.

    What seems wrong is marked once it was asked for, but an address is kept with it: the rest may
    come later, and the next shipment checks it again.
    """

    kept = Signal(object)

    def __init__(
        self, book: CountryBook, address: Address, heading: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addressDialog")
        self.setWindowTitle(heading)
        self.resize(640, 600)
        self._book = book
        self._told = False
        self._accepted: set[str] = set()
        self.form = AddressForm(_WHERE)
        self.form.more.hide()  # instructions belong to one delivery
        self.form.add_stretch()
        self.form.show_address(address, book)
        self.form.edited.connect(self._edited)
        self.form.block_pasted.connect(self._split)
        for field in self.form.fields():
            field.accepted_as_entered.connect(self._accept_field)
        self.lead = note(self.tr("A whole address can be pasted into the name."))
        self.keep = button(self.tr("Save"), kind="primary", name="addressKeep")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._keep)
        self.cancel = button(self.tr("Cancel"), name="addressCancel")
        self.cancel.clicked.connect(self.reject)
        self._lay_out(heading)
        self.form.name.setFocus()

    def _lay_out(self, heading: str) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(S)
        column.addWidget(title(heading))
        column.addWidget(self.lead)
        column.addWidget(PageScroll(self.form), 1)
        column.addLayout(foot)

    @Slot(str)
    def _accept_field(self, path: str) -> None:
        self._accepted.add(path)
        self._tell()

    @Slot(object)
    def _edited(self, address: Address) -> None:
        self.form.show_address(address, self._book)
        if self._told:
            self._tell()

    @Slot(str)
    def _split(self, text: str) -> None:
        found = split_address(text, self.form.address.country or "GBR")
        self.form.show_address(found, self._book)

    @Slot()
    def _keep(self) -> None:
        if not self._told and self._tell():
            self._told = True
            self.lead.setText(self.tr("Correct what is marked, or save it as it is."))
            return
        if self.form.address.is_blank:
            self.form.name.setFocus()
            return
        self.kept.emit(self.form.address)
        self.accept()

    def _tell(self) -> bool:
        """Marks what seems wrong, and goes to the first of it; whether there is any."""
        all_found = check_address(self.form.address, _WHERE, self._book, must_reach=False)
        found = [one for one in all_found if one.field not in self._accepted]
        self.form.show_problems(found)
        if found and not self._told:
            self.form.go_to(found[0].field)
        return bool(found)
