"""Step 1: from where, to whom, and when it is collected."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.address import Address
from desktop_app.domain.address_block import split_address
from desktop_app.domain.problem import Problem
from desktop_app.flow.steps import Step
from desktop_app.services.clock import local_day
from desktop_app.services.ports import Progress, SavedAddress
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import section
from desktop_app.ui.wizard.address_form import AddressForm
from desktop_app.ui.wizard.collection_choice import CollectionChoice
from desktop_app.ui.wizard.form_page import FormPage
from desktop_app.ui.wizard.sender_card import SenderCard
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.usual import keep_sender

_CONTACT = {"email", "phone"}


class AddressesPage(FormPage):
    """The sender comes from the settings and is folded up while nothing is wrong with it."""

    step = Step.ADDRESSES

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("addressesPage")
        self.recipient = AddressForm("recipient")
        self._sender_place = QVBoxLayout()
        self._sender_form: AddressForm | None = None
        self.card = SenderCard()
        self.usual = QCheckBox(self.tr("Use as my usual sender"))
        self.usual.setObjectName("usualSender")
        self.paste = self._paste_button("recipient")
        self.paste_sender = self._paste_button("sender")
        today = local_day(session.office.clock.now())
        self.collection = CollectionChoice(today)
        self._changing_sender = not self._sender_is_whole()
        known = session.office.settings.load().sender
        self.usual.setChecked(known.is_blank)
        self._lay_out()
        self._connect()
        self._read_recipients()

    def title(self) -> str:
        """The page's title."""
        return self.tr("Where does it go?")

    def lead(self) -> str:
        """What saves typing."""
        return self.tr("Type a name you have sent to before, or paste a whole address.")

    def enter(self) -> None:
        """Most parcels stay in the country; the cursor goes to the first thing that is missing."""
        to, home = self.session.shipment.recipient, self.session.shipment.sender.country
        if to.is_blank and not to.country:
            self._edit("recipient", to.model_copy(update={"country": home}))
        wrong = self.session.problems(self.step)
        first = wrong[0].field if wrong else "recipient.name"
        (self.form.field(first) or self.recipient.name).setFocus()

    def leave(self) -> None:
        """Keeps the usual sender once it is whole."""
        if self.usual.isChecked() and self._changing_sender and self._sender_is_whole():
            keep_sender(self.session, self.session.shipment.sender)

    def show_record(self) -> None:
        """Both addresses and the day."""
        shipment, book = self.session.shipment, self.session.countries
        self._fold_sender()
        if self._sender_form:
            self._sender_form.show_address(shipment.sender, book)
        self.recipient.show_address(shipment.recipient, book)
        self.card.show_address(shipment.sender)
        self.collection.show_day(shipment.collection_date)
        self.show_problems()

    def focus_field(self, field: str) -> None:
        """Unfolds what hides the field first."""
        if field.startswith("sender."):
            self._change_sender()
        if field.endswith("special_instructions"):
            (self.sender_form if field.startswith("sender.") else self.recipient).more.set_open(
                opened=True
            )
        super().focus_field(field)

    # The sender

    @property
    def sender_form(self) -> AddressForm:
        """Made when it is first unfolded: most shipments never need it."""
        if self._sender_form is None:
            self._sender_form = AddressForm("sender")
            self._sender_place.addWidget(self._sender_form)
            self._sender_form.edited.connect(self._sender_edited)
            self._sender_form.block_pasted.connect(self._block_pasted)
            self.watch(*self._sender_form.fields())
        return self._sender_form

    def _sender_is_whole(self) -> bool:
        problems = self.session.problems(self.step)
        return not any(problem.field.startswith("sender.") for problem in problems)

    def _fold_sender(self) -> None:
        """A refusal of the service or a new problem brings the fields back."""
        if not self._sender_is_whole():
            self._changing_sender = True
        folded = not self._changing_sender
        self.card.setVisible(folded)
        for part in (self.usual, self.paste_sender):
            part.setVisible(not folded)
        if self._sender_form or not folded:
            self.sender_form.setVisible(not folded)

    @Slot()
    def _change_sender(self) -> None:
        if not self._changing_sender:
            self._changing_sender = True
            self.show_record()
            self.sender_form.name.setFocus()

    # What is entered

    @Slot(object)
    def _sender_edited(self, address: Address) -> None:
        self._edit("sender", address)

    @Slot(object)
    def _recipient_edited(self, address: Address) -> None:
        self._edit("recipient", address)

    @Slot(object)
    def _day_changed(self, day: object) -> None:
        self._edit("collection_date", day)

    def _edit(self, field: str, value: object) -> None:
        self.session.edit(self.session.shipment.model_copy(update={field: value}))

    # A whole address at once

    @Slot()
    def _paste_clipboard(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._take_block(self.sender().property("where"), text)
        else:
            self.say(self.tr("There is no text on the clipboard. Copy an address first."))

    @Slot(str)
    def _block_pasted(self, text: str) -> None:
        form = self.sender()
        if isinstance(form, AddressForm):
            self._take_block(form.where, text)

    def _take_block(self, where: str, text: str) -> None:
        before: Address = getattr(self.session.shipment, where)
        found = split_address(text, before.country or "GBR")
        self._edit(where, _with_contact(found, before))
        undo = partial(self._edit, where, before)
        self.say(self.tr("The address was split into its fields."), undo)
        form = self.sender_form if where == "sender" else self.recipient
        form.show_address(getattr(self.session.shipment, where), self.session.countries)
        form.name.setFocus()

    # The address book

    def _read_recipients(self) -> None:
        memory = self.session.office.memory

        def read(_progress: Progress) -> tuple[SavedAddress, ...]:
            return memory.recipients()

        self.session.background.start(
            read, done=self._offer, failed=self._no_offers, name=self.tr("Reading the address book")
        )

    @Slot(object)
    def _offer(self, saved: tuple[SavedAddress, ...]) -> None:
        self.recipient.offer_people(saved)

    @Slot(object)
    def _no_offers(self, _error: Exception) -> None:
        """Names are typed without them; the address book itself tells what is wrong with it."""

    # Layout

    def _lay_out(self) -> None:
        self._heading(self.tr("From"), self.paste_sender)
        self.form.add(self.card)
        self.form.add_layout(self._sender_place)
        self.form.add(self.usual)
        self._heading(self.tr("To"), self.paste)
        self.form.add(self.recipient)
        self.form.add_section(self.tr("Collection"))
        day = Field(self.tr("Collect on"), self.collection, path="collection_date", chars=20)
        day.set_hint(self.tr("Where you drop it off yourself, the day does not matter."))
        self.form.add_row(day)

    def _heading(self, text: str, beside: QPushButton) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, S, 0, 0)
        row.addWidget(section(text))
        row.addStretch(1)
        row.addWidget(beside)
        self.form.add_layout(row)

    def _paste_button(self, where: str) -> QPushButton:
        made = button(
            self.tr("Paste address"), kind="quiet", icon_name="copy", name=f"paste:{where}"
        )
        made.setProperty("where", where)
        made.setToolTip(self.tr("Splits the address on the clipboard into its fields"))
        made.clicked.connect(self._paste_clipboard)
        return made

    def _connect(self) -> None:
        self.recipient.edited.connect(self._recipient_edited)
        self.collection.day_changed.connect(self._day_changed)
        self.card.change_asked.connect(self._change_sender)
        self.recipient.block_pasted.connect(self._block_pasted)
        self.watch(*self.form.fields())

    def show_elsewhere(self, problems: tuple[Problem, ...]) -> None:
        """Every problem of this step has its field."""


def _with_contact(found: Address, before: Address) -> Address:
    """A pasted address keeps the email and phone typed before it, but never another person's."""
    if before.street or before.postcode:
        return found
    kept = {
        name: getattr(before, name)
        for name in _CONTACT
        if not getattr(found, name) and getattr(before, name)
    }
    return found.model_copy(update=kept)
