"""The fields of one address; the same for the sender and the recipient."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.domain.address import Address
from desktop_app.domain.address_format import AddressFormat, address_format
from desktop_app.domain.country import CountryBook
from desktop_app.services.ports import SavedAddress
from desktop_app.ui.widgets.collapsible_section import CollapsibleSection
from desktop_app.ui.widgets.completing_edit import CompletingEdit
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.wizard.address_words import address_word
from desktop_app.ui.wizard.country_box import CountryBox, country_choices
from desktop_app.ui.wizard.region_field import RegionField

_LINES = ("organisation", "property", "street", "locality", "town", "postcode", "email", "phone")


class AddressForm(FormColumn):
    """`edited(Address)`: another address, at every keystroke. `block_pasted(str)`: several lines
    came into the name at once, which are an address to be split."""

    edited = Signal(object)
    block_pasted = Signal(str)

    def __init__(self, where: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = where
        self._address = Address()
        self._rules: AddressFormat | None = None
        self.name: CompletingEdit[SavedAddress] = CompletingEdit()
        self.country = CountryBox()
        self.region = RegionField(f"{where}.subdivision")
        self.county: CompletingEdit[tuple[str, str]] = CompletingEdit()
        self.notes = QPlainTextEdit()
        self.lines = {field: QLineEdit() for field in _LINES}
        self._edits: dict[str, QLineEdit] = {**self.lines, "name": self.name, "county": self.county}
        self._lay_out()
        self._connect()

    @property
    def address(self) -> Address:
        """As it is entered now."""
        return self._address

    def show_address(self, address: Address, book: CountryBook) -> None:
        """Show another one; a field that says the same keeps its text and its cursor."""
        self._address = address
        for name, edit in self._edits.items():
            value = getattr(address, name)
            if edit.text().strip() != value:
                edit.setText(value)
                edit.setCursorPosition(0)  # a long one is read from its beginning
        if self.notes.toPlainText().strip() != address.special_instructions:
            self.notes.setPlainText(address.special_instructions)
            self.more.set_open(bool(address.special_instructions))
        self.country.set_choices(country_choices(book))
        self.country.set_country(address.country)
        self.region.show_region(address, book)
        self._follow(address_format(address.country))

    def offer_people(self, saved: Iterable[SavedAddress]) -> None:
        """Who was sent to before, offered while a name is typed."""
        self.name.set_offers(saved, lambda entry: entry.address.one_line)

    def _follow(self, rules: AddressFormat) -> None:
        """The country's own words, and its states to choose from."""
        if rules == self._rules:
            return
        self._rules = rules
        shown = ((self._county, rules.county_word), (self._postcode, rules.postcode_word))
        for field, own_word in shown:
            word = address_word(own_word)
            field.set_label(word[:1].upper() + word[1:])
        self.county.set_offers(rules.states, lambda state: f"{state[1]} ({state[0]})")

    @Slot()
    def _changed(self) -> None:
        texts = {name: edit.text().strip() for name, edit in self._edits.items()}
        texts["special_instructions"] = self.notes.toPlainText().strip()
        self._take(self._address.model_copy(update=texts))

    @Slot(str)
    def _name_edited(self, text: str) -> None:
        if "\n" in text.strip():
            self.block_pasted.emit(text)
        else:
            self._changed()

    @Slot(str)
    def _country_changed(self, country: str) -> None:
        self._take(self._address.model_copy(update={"country": country, "subdivision": None}))

    @Slot(object)
    def _region_changed(self, code: str | None) -> None:
        self._take(self._address.model_copy(update={"subdivision": code}))

    @Slot(object)
    def _person_chosen(self, entry: SavedAddress) -> None:
        self._take(entry.address)

    @Slot(object)
    def _state_chosen(self, state: tuple[str, str]) -> None:
        code, name = state
        short = len(code) <= 3 and code.isascii()
        self.county.setText(code if short else name)
        self._changed()

    def _take(self, address: Address) -> None:
        if address != self._address:
            self._address = address
            self.edited.emit(address)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._name_edited)
        self.name.offer_chosen.connect(self._person_chosen)
        self.county.textEdited.connect(self._changed)
        self.county.offer_chosen.connect(self._state_chosen)
        self.country.country_changed.connect(self._country_changed)
        self.region.region_changed.connect(self._region_changed)
        self.notes.textChanged.connect(self._changed)
        for edit in self.lines.values():
            edit.textEdited.connect(self._changed)

    def _lay_out(self) -> None:
        name = self._field("name", self.tr("Name"), self.name)
        self.add_row(name, self._line("organisation", self.tr("Company"), optional=True))
        country = self._field("country", self.tr("Country"), self.country, chars=22)
        self.add_row(country, self.region)
        number = self._line("property", self.tr("Number or name"), chars=14)
        self.add_row(number, self._line("street", self.tr("Street")))
        self.add_row(self._line("locality", self.tr("Second line"), optional=True))
        self._postcode = self._line("postcode", self.tr("Postcode"), chars=10)
        self._county = self._field("county", self.tr("County"), self.county, chars=16)
        self.add_row(self._line("town", self.tr("Town")), self._county, self._postcode)
        self.add_row(
            self._line("email", self.tr("Email")), self._line("phone", self.tr("Phone"), chars=18)
        )
        self.more = CollapsibleSection(self.tr("Instructions for the courier"), self._notes())
        self.add(self.more)

    def _line(self, name: str, label: str, *, chars: int = 0, optional: bool = False) -> Field:
        return self._field(name, label, self.lines[name], chars=chars, optional=optional)

    def _field(
        self, name: str, label: str, editor: QWidget, *, chars: int = 0, optional: bool = False
    ) -> Field:
        path = f"{self.where}.{name}"
        return Field(label, editor, path=path, chars=chars, optional=optional)

    def _notes(self) -> Field:
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(64)
        hint = self.tr("Such as “Leave with the shop next door”.")
        path = f"{self.where}.special_instructions"
        return Field(self.tr("Instructions"), self.notes, path=path, hint=hint)
