"""Parcels: groups of boxes that are alike, sizes by name, contents and the value they make."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import Refused
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.problem import error
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.flow.steps import Step
from desktop_app.services.ports import Progress
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.parcel_card import ParcelCard
from desktop_app.ui.wizard.parcels_page import ParcelsPage
from desktop_app.ui.wizard.presets import STARTERS
from tests.fakes.office import PARCEL, SENDER, WHOLE, FakeOffice, make_office
from tests.ui.wizard.wizard_driver import Driven, drive

SLIPPERS = ContentsLine(description="Wool slippers", unit_value=Decimal(45))


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


def opened(qtbot: QtBot, background: Background, fake: FakeOffice, draft: Shipment) -> Driven:
    """The wizard at the parcels."""
    driven = drive(qtbot, background, fake, fake.office.drafts.new(draft))
    driven.wizard.go_to_step(Step.PARCELS)
    return driven


@pytest.fixture
def driven(qtbot: QtBot, background: Background, fake: FakeOffice) -> Driven:
    return opened(qtbot, background, fake, WHOLE)


def page(driven: Driven) -> ParcelsPage:
    shown = driven.wizard.page
    assert isinstance(shown, ParcelsPage)
    return shown


def card(driven: Driven, place: int = 0) -> ParcelCard:
    return page(driven).cards[place]


def left(driven: Driven, editor: QWidget) -> Callable[[], bool]:
    """Whether the cursor is somewhere else."""
    return lambda: driven.wizard.focusWidget() is not editor


def type_line(driven: Driven, *words: str) -> None:
    """Into the row for the next line, cell by cell, each ended with Enter."""
    table = card(driven).contents.table
    table.add_line()
    for word in words:
        editor = driven.wizard.focusWidget()
        driven.qtbot.keyClicks(editor, word)
        driven.press(Qt.Key.Key_Return)
        driven.qtbot.waitUntil(left(driven, editor))


def heading(driven: Driven, place: int) -> str:
    return card(driven, place).heading.text()


def test_pounds_and_inches_are_understood(driven: Driven) -> None:
    driven.write("3lb 2oz", "12in")
    parcel = driven.parcels()[0]
    assert (parcel.weight_kg, parcel.length_cm) == (Decimal("1.417"), Decimal("30.48"))
    assert driven.field("parcels[0].weight_kg").editor.text() == "1.417 kg"  # type: ignore[attr-defined]


def test_a_weight_nobody_can_read_is_told_at_its_field(driven: Driven) -> None:
    driven.write("heavy")
    assert driven.message("parcels[0].weight_kg") == "Enter a weight such as 1.5 kg."
    assert driven.parcels()[0].weight_kg is None


def test_boxes_that_are_alike_share_a_card(driven: Driven) -> None:
    card(driven).count.setValue(3)
    assert driven.parcels() == (PARCEL,) * 3
    assert heading(driven, 0) == "Parcels 1 to 3"
    driven.write("2")
    assert [one.weight_kg for one in driven.parcels()] == [Decimal(2)] * 3
    assert driven.part(QLabel, "parcelsTotal").text() == "Together: 3 parcels, 6 kg, £45.00"


def test_a_draft_opens_with_its_groups(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    other = PARCEL.model_copy(update={"weight_kg": Decimal(3)})
    draft = WHOLE.model_copy(update={"parcels": (PARCEL, PARCEL, other)})
    driven = opened(qtbot, background, fake, draft)
    assert [heading(driven, 0), heading(driven, 1)] == ["Parcels 1 to 2", "Parcel 3"]


def test_a_copy_is_a_card_of_its_own(driven: Driven) -> None:
    card(driven).copy.click()
    assert driven.wizard.focusWidget() is card(driven, 1).measures["weight_kg"]
    card(driven, 1).measures["weight_kg"].selectAll()
    driven.write("4")
    assert [one.weight_kg for one in driven.parcels()] == [Decimal("1.5"), Decimal(4)]


def test_an_added_parcel_is_empty_and_has_the_cursor(driven: Driven) -> None:
    page(driven).add.click()
    assert driven.parcels() == (PARCEL, Parcel())
    assert driven.wizard.focusWidget() is card(driven, 1).measures["weight_kg"]


def test_a_removed_parcel_can_be_brought_back(driven: Driven) -> None:
    assert not card(driven).remove.isEnabled()
    card(driven).count.setValue(2)
    page(driven).add.click()
    card(driven, 0).remove.click()
    assert driven.parcels() == (Parcel(),)
    text, undo = driven.said[-1]
    assert text == "Parcel removed."
    assert undo is not None
    undo()
    assert driven.parcels() == (PARCEL, PARCEL, Parcel())
    assert heading(driven, 0) == "Parcels 1 to 2"


def test_a_hundred_parcels_are_the_most(driven: Driven) -> None:
    card(driven).count.setValue(99)
    page(driven).add.click()
    assert len(driven.parcels()) == 100
    assert not page(driven).add.isEnabled()
    card(driven, 1).count.setValue(5)
    assert len(driven.parcels()) == 100


def test_a_problem_of_any_box_of_a_group_stands_at_its_card(driven: Driven) -> None:
    card(driven).count.setValue(3)
    message = "Too heavy for every courier."

    def work(_progress: Progress) -> ShipmentRecord:
        raise Refused("Not accepted.", [error("parcels[2].weight_kg", message)])

    driven.wizard.session.run("Checking", work)
    driven.qtbot.waitUntil(lambda: driven.message("parcels[0].weight_kg") == message)
    assert driven.wizard.focusWidget() is card(driven).measures["weight_kg"]


def test_a_size_is_chosen_kept_and_removed_by_name(driven: Driven) -> None:
    card(driven).presets.chosen.emit(STARTERS[2])
    assert driven.parcels()[0].length_cm == Decimal(35)
    card(driven).presets.keep_asked.emit()
    driven.qtbot.keyClicks(driven.wizard.focusWidget(), "Boot box")
    driven.press(Qt.Key.Key_Return)
    driven.settle()
    assert driven.step() is Step.PARCELS
    kept = driven.fake.settings.load().presets
    assert [one.name for one in kept[:2]] == ["Boot box", "Large letter"]
    card(driven).presets.removed.emit(kept[0])
    driven.settle()
    assert driven.fake.settings.load().presets == STARTERS
    undo = driven.said[-1][1]
    assert undo is not None
    undo()
    driven.settle()
    assert driven.fake.settings.load().presets == kept


def test_escape_gives_up_naming_and_not_the_wizard(driven: Driven) -> None:
    card(driven).presets.keep_asked.emit()
    driven.press(Qt.Key.Key_Escape)
    assert driven.closed == []
    assert not driven.part(QLineEdit, "presetName").isVisible()


def test_contents_are_typed_line_by_line(driven: Driven) -> None:
    card(driven).fold.set_open(opened=True)
    type_line(driven, "Wool slippers", "2", "22.50")
    driven.qtbot.keyClicks(driven.wizard.focusWidget(), "Felt hat")
    driven.press(Qt.Key.Key_Tab)
    lines = driven.parcels()[0].contents
    assert [(one.description, one.quantity) for one in lines] == [
        ("Wool slippers", 2),
        ("Felt hat", 1),
    ]
    assert lines[0].value == Decimal(45)


def test_the_empty_last_row_leads_out_of_the_table(driven: Driven) -> None:
    card(driven).fold.set_open(opened=True)
    card(driven).contents.table.add_line()
    driven.press(Qt.Key.Key_Tab)
    assert not card(driven).contents.table.isAncestorOf(driven.wizard.focusWidget())
    assert driven.parcels()[0].contents == ()


def test_a_known_product_fills_its_line(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    known = SLIPPERS.model_copy(update={"commodity_code": "640419", "origin_country": "GBR"})
    parcel = PARCEL.model_copy(update={"contents": (known,)})
    fake.office.memory.remember(WHOLE.model_copy(update={"parcels": (parcel,)}))
    driven = opened(qtbot, background, fake, WHOLE)
    card(driven).fold.set_open(opened=True)
    type_line(driven, "wool SLIPPERS")
    assert driven.parcels()[0].contents[0].commodity_code == "640419"
    assert driven.parcels()[0].contents[0].unit_value == Decimal(45)


def test_an_amount_nobody_can_read_leaves_the_cell_as_it_was(driven: Driven) -> None:
    card(driven).fold.set_open(opened=True)
    type_line(driven, "Slippers", "1", "much")
    assert driven.part(QLabel, "problem:parcels[0].contents").isVisible()
    assert driven.parcels()[0].contents[0].unit_value is None


def test_a_removed_line_can_be_brought_back(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    parcel = PARCEL.model_copy(update={"contents": (SLIPPERS,)})
    driven = opened(qtbot, background, fake, WHOLE.model_copy(update={"parcels": (parcel,)}))
    table = card(driven).contents.table
    table.setFocus()
    driven.press(Qt.Key.Key_Delete)
    assert driven.parcels()[0].contents == ()
    undo = driven.said[-1][1]
    assert undo is not None
    undo()
    assert driven.parcels()[0].contents == (SLIPPERS,)


def test_a_line_is_inserted_before_another(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    parcel = PARCEL.model_copy(update={"contents": (SLIPPERS,)})
    driven = opened(qtbot, background, fake, WHOLE.model_copy(update={"parcels": (parcel,)}))
    card(driven).contents.table.setFocus()
    driven.press(Qt.Key.Key_Insert)
    driven.qtbot.keyClicks(driven.wizard.focusWidget(), "Socks")
    driven.press(Qt.Key.Key_Tab)
    contents = driven.parcels()[0].contents
    assert [line.description for line in contents] == ["Socks", "Wool slippers"]


def test_the_value_follows_the_contents(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    draft = Shipment(sender=SENDER, recipient=WHOLE.recipient, parcels=(PARCEL,))
    driven = opened(qtbot, background, fake, draft)
    card(driven).fold.set_open(opened=True)
    type_line(driven, "Slippers", "2", "10")
    assert driven.shipment.value == Decimal(20)
    assert page(driven).value.edit.text() == "£20.00"


def test_another_value_is_kept_until_the_contents_are_taken(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    parcel = PARCEL.model_copy(update={"contents": (SLIPPERS,)})
    draft = WHOLE.model_copy(update={"parcels": (parcel,), "value_gbp": Decimal(50)})
    driven = opened(qtbot, background, fake, draft)
    use = driven.part(QPushButton, "useListedValue")
    assert use.text() == "Use £45.00"
    use.click()
    assert (driven.shipment.value_gbp, driven.shipment.value) == (None, Decimal(45))
    assert not use.isVisible()


def test_clearing_the_value_does_not_fight_the_typing(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    parcel = PARCEL.model_copy(update={"contents": (SLIPPERS,)})
    draft = WHOLE.model_copy(update={"parcels": (parcel,), "value_gbp": None})
    driven = opened(qtbot, background, fake, draft)
    driven.field("value_gbp").focus()
    driven.press(Qt.Key.Key_Backspace)
    assert page(driven).value.edit.text() == ""
    driven.write("60")
    assert driven.shipment.value_gbp == Decimal(60)
