"""Addresses: by keyboard alone, from the address book, from a pasted block, and overridden."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.address import Address
from desktop_app.domain.errors import NoConnection
from desktop_app.domain.settings import Settings
from desktop_app.domain.shipment import Shipment
from desktop_app.flow.steps import Step
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.addresses_page import AddressesPage
from tests.fakes.office import RECIPIENT, SENDER, WHOLE, FakeOffice, make_office
from tests.ui.wizard.opened import paid, part, raising
from tests.ui.wizard.wizard_driver import Driven, drive

BLOCK = "Ann Field\nField & Daughters Ltd\n11 Saville Street\nMalton\nYO17 7LL\nann@example.com"


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def driven(qtbot: QtBot, background: Background, fake: FakeOffice) -> Driven:
    fake.office.memory.remember(WHOLE)
    return drive(qtbot, background, fake, fake.office.drafts.new())


@pytest.fixture
def filled(qtbot: QtBot, background: Background, fake: FakeOffice) -> Driven:
    made = drive(qtbot, background, fake, fake.office.drafts.new(WHOLE))
    made.wizard.go_to_step(Step.ADDRESSES)
    return made


def page(driven: Driven) -> AddressesPage:
    shown = driven.wizard.page
    assert isinstance(shown, AddressesPage)
    return shown


def edit_recipient(driven: Driven, **update: str) -> None:
    recipient = driven.shipment.recipient.model_copy(update=update)
    driven.wizard.session.edit(driven.shipment.model_copy(update={"recipient": recipient}))


def leave(driven: Driven, path: str) -> None:
    """The cursor into a field and out of it again."""
    driven.field(path).focus()
    driven.press(Qt.Key.Key_Tab)


def test_a_domestic_parcel_is_entered_by_keyboard_alone(driven: Driven) -> None:
    driven.write("Li Wu", "", "", "", "11", "Saville Street", "", "Malton", "", "YO17 7LL")
    assert driven.shipment.recipient.one_line == "Li Wu, Malton, YO17 7LL"
    driven.go_on(Step.PARCELS)
    driven.write("1,5", "12 in", "20", "100 mm", "Slippers")
    parcel = driven.parcels()[0]
    assert (parcel.weight_kg, parcel.length_cm) == (Decimal("1.5"), Decimal("30.48"))
    assert parcel.summary == "Slippers"
    driven.wizard.go_to_field("value_gbp")
    driven.write("£45")
    driven.go_on(Step.QUOTES)
    driven.settle()
    assert driven.kept().shipment == driven.shipment


def test_the_recipient_is_in_the_senders_country_until_it_is_said(driven: Driven) -> None:
    assert driven.shipment.recipient.country == "GBR"
    assert page(driven).recipient.country.currentText() == "United Kingdom"


def test_a_known_name_fills_everything(driven: Driven) -> None:
    driven.qtbot.keyClicks(driven.wizard.focusWidget(), "saville")
    assert page(driven).recipient.name.completer().completionCount() == 0
    page(driven).recipient.name.clear()
    driven.qtbot.keyClicks(driven.wizard.focusWidget(), "fiel")
    completer = page(driven).recipient.name.completer()
    completer.activated.emit(completer.currentCompletion())
    driven.qtbot.waitUntil(lambda: driven.shipment.recipient == RECIPIENT)
    driven.qtbot.waitUntil(lambda: page(driven).recipient.name.text() == "Ann Field")


def test_a_block_pasted_into_the_name_is_split_and_can_be_undone(driven: Driven) -> None:
    QGuiApplication.clipboard().setText(BLOCK)
    driven.press(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    to = driven.shipment.recipient
    assert (to.name, to.organisation) == ("Ann Field", "Field & Daughters Ltd")
    assert (to.property, to.street, to.postcode) == ("11", "Saville Street", "YO17 7LL")
    assert page(driven).recipient.name.text() == "Ann Field"
    text, undo = driven.said[-1]
    assert text == "The address was split into its fields."
    assert undo is not None
    undo()
    assert driven.shipment.recipient == Address(country="GBR")


def test_the_paste_button_takes_the_clipboard(driven: Driven) -> None:
    QGuiApplication.clipboard().setText(BLOCK)
    driven.part(QPushButton, "paste:recipient").click()
    assert driven.shipment.recipient.town == "Malton"


def test_an_empty_clipboard_is_told(driven: Driven) -> None:
    QGuiApplication.clipboard().clear()
    driven.part(QPushButton, "paste:recipient").click()
    assert "Copy an address first" in driven.said[-1][0]


def test_a_pasted_address_keeps_contacts_of_nobody_else(filled: Driven) -> None:
    QGuiApplication.clipboard().setText("Li Wu\n3 High Street\nLeeds\nLS1 4AP")
    filled.part(QPushButton, "paste:recipient").click()
    assert (filled.shipment.recipient.name, filled.shipment.recipient.email) == ("Li Wu", "")


def test_a_warning_is_used_as_entered_for_that_text_only(filled: Driven) -> None:
    edit_recipient(filled, phone="12")
    leave(filled, "recipient.phone")
    assert "does not look like a phone number" in filled.message("recipient.phone")
    part(filled.field("recipient.phone"), QPushButton, "useAsEntered").click()
    assert filled.message("recipient.phone") == ""
    edit_recipient(filled, phone="123")
    assert "does not look like a phone number" in filled.message("recipient.phone")


def test_the_likely_region_is_one_click_away(filled: Driven) -> None:
    edit_recipient(filled, postcode="BT1 5GS", town="Belfast")
    filled.part(QPushButton, "offer:recipient.subdivision").click()
    assert filled.shipment.recipient.subdivision == "NIR"
    assert filled.message("recipient.subdivision") == ""


def test_regions_are_asked_only_where_there_are_some(filled: Driven) -> None:
    assert filled.part(QComboBox, "recipient.subdivision").isVisible()
    edit_recipient(filled, country="DEU")
    assert not filled.part(QComboBox, "recipient.subdivision").isVisible()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Deutschland", "DEU"), ("america", "USA"), ("FR", "FRA"), ("germ", "DEU"), ("usa", "USA")],
)
def test_a_country_is_understood_in_many_words(filled: Driven, typed: str, code: str) -> None:
    box = page(filled).recipient.country
    box.setFocus()
    box.select_all()
    filled.qtbot.keyClicks(box, typed)
    filled.press(Qt.Key.Key_Tab)
    assert filled.shipment.recipient.country == code


def test_a_country_nobody_knows_is_told(filled: Driven) -> None:
    box = page(filled).recipient.country
    box.setFocus()
    box.select_all()
    filled.qtbot.keyClicks(box, "Atlantis")
    filled.press(Qt.Key.Key_Tab)
    assert filled.message("recipient.country") == "No country is called “Atlantis”."
    assert filled.shipment.recipient.country == ""


def test_the_countrys_own_words_are_used(filled: Driven) -> None:
    edit_recipient(filled, country="USA")
    assert filled.field("recipient.county").editor.accessibleName() == "State"
    assert filled.field("recipient.postcode").editor.accessibleName() == "ZIP code"


def test_a_state_is_chosen_by_its_name(filled: Driven) -> None:
    edit_recipient(filled, country="USA")
    page(filled).recipient.county.offer_chosen.emit(("OR", "Oregon"))
    assert filled.shipment.recipient.county == "OR"


def test_a_whole_sender_is_folded_up_until_it_is_changed(filled: Driven) -> None:
    assert filled.part(QFrame, "senderCard").isVisible()
    assert page(filled).form.field("sender.street") is None
    filled.part(QPushButton, "changeSender").click()
    assert filled.field("sender.street").isVisible()


def test_the_first_sender_becomes_the_usual_one(qtbot: QtBot, background: Background) -> None:
    fake = make_office(Settings(welcomed=True))
    driven = drive(qtbot, background, fake, fake.office.drafts.new())
    assert driven.wizard.focusWidget() is driven.field("sender.name").editor
    assert driven.part(QCheckBox, "usualSender").isChecked()
    driven.wizard.session.edit(Shipment(sender=SENDER, recipient=RECIPIENT))
    driven.go_on(Step.PARCELS)
    driven.settle()
    assert fake.settings.load().sender == SENDER


def test_a_later_sender_is_kept_only_when_asked(filled: Driven) -> None:
    filled.part(QPushButton, "changeSender").click()
    assert not filled.part(QCheckBox, "usualSender").isChecked()
    filled.field("sender.name").focus()
    filled.write("Kim Mason")
    filled.go_on(Step.PARCELS)
    filled.settle()
    assert filled.shipment.sender.name == "Kim Mason"
    assert filled.fake.settings.load().sender == SENDER


def test_a_day_is_the_earliest_or_a_working_day(filled: Driven) -> None:
    combo = page(filled).collection
    words = [combo.itemText(place) for place in range(4)]
    assert words == ["Earliest", "Today, Mon 23 Nov", "Tomorrow, Tue 24 Nov", "Wed 25 Nov"]
    combo.setFocus()
    filled.press(Qt.Key.Key_Down)
    assert str(filled.shipment.collection_date) == "2026-11-23"


def test_countries_are_there_without_the_services_list(
    qtbot: QtBot, background: Background
) -> None:
    fake = make_office()
    fake.office.countries._cache.kept.clear()  # type: ignore[attr-defined]
    fake.broker.before["countries"] = raising(NoConnection("Parcel2Go was not reached."))
    driven = drive(qtbot, background, fake, fake.office.drafts.new())
    box = page(driven).recipient.country
    assert box.count() > 200
    assert box.currentText() == "United Kingdom"


def test_a_paid_shipment_is_shown_and_not_changed(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    driven = drive(qtbot, background, fake, paid(fake))
    driven.wizard.go_to_step(Step.ADDRESSES)
    assert not driven.field("recipient.name").editor.isEnabled()
    assert driven.saved_words() == "Paid, so it stays as it is"
