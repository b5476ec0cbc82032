"""Fields say what is wrong with them, and forms lead to the field."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.problem import error, warning
from desktop_app.ui.widgets.collapsible_section import CollapsibleSection
from desktop_app.ui.widgets.completing_edit import CompletingEdit
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.widgets.measure_edit import MeasureEdit, length_edit, money_edit, weight_edit
from desktop_app.ui.widgets.page_scroll import PageScroll


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    made = Field("Postcode", QLineEdit(), path="sender.postcode", chars=8, hint="As on a letter")
    qtbot.addWidget(made)
    return made


def accept_button(field: Field) -> QPushButton:
    found = field.findChild(QPushButton, "useAsEntered")
    assert isinstance(found, QPushButton)
    return found


def test_a_field_has_names_for_people_and_programs(field: Field) -> None:
    buddies = [label.buddy() for label in field.findChildren(QLabel) if label.buddy()]
    assert buddies == [field.editor]
    assert field.objectName() == "field:sender.postcode"
    assert field.editor.objectName() == "sender.postcode"
    assert field.editor.accessibleName() == "Postcode"
    assert field.editor.accessibleDescription() == "As on a letter"
    field.set_label("ZIP code")
    assert field.editor.accessibleName() == "ZIP code"


def test_what_is_said_below_a_field_is_made_when_there_is_something_to_say(qtbot: QtBot) -> None:
    bare = Field("Postcode", QLineEdit(), path="postcode")
    qtbot.addWidget(bare)
    parts = len(bare.findChildren(QWidget))
    assert parts == 2  # the label and the editor
    bare.set_hint("As on a letter")
    bare.show_problem(warning("postcode", "Not known.", "YO1"))
    assert len(bare.findChildren(QWidget)) > parts
    said = [label.text() for label in bare.findChildren(QLabel) if label.isVisibleTo(bare)]
    assert said == ["Postcode", "Not known."]
    bare.show_problem(None)
    said = [label.text() for label in bare.findChildren(QLabel) if label.isVisibleTo(bare)]
    assert said == ["Postcode", "As on a letter"]


def test_an_error_takes_the_place_of_the_hint(field: Field) -> None:
    field.show_problem(error("sender.postcode", "Enter the postcode."))
    message = field.findChild(QLabel, "problem:sender.postcode")
    assert isinstance(message, QLabel)
    assert message.text() == "Enter the postcode."
    assert field.editor.property("state") == "error"
    assert field.editor.accessibleDescription() == "Enter the postcode."
    assert accept_button(field).isHidden()
    field.show_problem(None)
    assert not message.isVisibleTo(field)
    assert field.editor.property("state") == ""
    assert field.editor.accessibleDescription() == "As on a letter"


def test_a_warning_may_be_overridden(qtbot: QtBot, field: Field) -> None:
    field.show_problem(warning("sender.postcode", "Not known.", "YO1"))
    assert not accept_button(field).isHidden()
    with qtbot.waitSignal(field.accepted_as_entered) as accepted:
        accept_button(field).click()
    assert accepted.args == ["sender.postcode"]


def test_fields_are_as_wide_as_what_they_hold(qtbot: QtBot) -> None:
    short, long = Field("A", QLineEdit(), chars=5), Field("B", QLineEdit(), chars=30)
    for made in (short, long):
        qtbot.addWidget(made)
    assert short.editor.maximumWidth() < long.editor.maximumWidth() < 640
    for editor in (QLineEdit(), QComboBox(), QSpinBox()):
        made = Field("C", editor, chars=4, optional=True)
        qtbot.addWidget(made)
        made.ensurePolished()
        assert editor.sizeHint().height() == 32


@pytest.fixture
def form(qtbot: QtBot) -> FormColumn:
    made = FormColumn()
    made.add_section("Sender", "Where it comes from.")
    made.add_row(
        Field("Name", QLineEdit("Jo"), path="name"), Field("Town", QLineEdit(), path="town")
    )
    made.add(Field("Note", QLineEdit()))
    made.add_stretch()
    qtbot.addWidget(made)
    return made


def test_problems_stand_at_their_fields_and_errors_go_first(form: FormColumn) -> None:
    left = form.show_problems([
        warning("name", "Odd name.", "Jo"), error("name", "Enter the name."),
        error("", "Something else."), error("parcels[0]", "No parcel."),
    ])  # fmt: skip
    name, town = form.field("name"), form.field("town")
    assert name is not None
    assert town is not None
    assert name.problem == error("name", "Enter the name.")
    assert town.problem is None
    assert [problem.field for problem in left] == ["", "parcels[0]"]
    assert form.show_problems([]) == ()
    assert name.problem is None


def test_a_form_goes_to_a_field(qtbot: QtBot, form: FormColumn) -> None:
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    assert form.go_to("name")
    name = form.field("name")
    assert name is not None
    assert isinstance(name.editor, QLineEdit)
    assert form.focusWidget() is name.editor
    assert name.editor.selectedText() == "Jo"
    assert not form.go_to("nowhere")


def typed(qtbot: QtBot, edit: MeasureEdit, text: str) -> None:
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_a_weight_is_written_out_on_leaving(qtbot: QtBot) -> None:
    edit = weight_edit()
    qtbot.addWidget(edit)
    with qtbot.waitSignal(edit.value_changed) as told:
        typed(qtbot, edit, "3lb 2oz")
    assert edit.text() == "1.417 kg"
    assert told.args == [Decimal("1.417")]
    with qtbot.assertNotEmitted(edit.value_changed):
        typed(qtbot, edit, "1.417")


def test_text_that_cannot_be_read_stays_and_complains(qtbot: QtBot) -> None:
    edit = money_edit()
    qtbot.addWidget(edit)
    edit.set_value(Decimal(45))
    assert edit.text() == "£45.00"
    with qtbot.waitSignal(edit.value_changed) as told:
        typed(qtbot, edit, "lots")
    assert told.args == [None]
    assert edit.value() is None
    assert edit.text() == "lots"
    assert edit.complaint() == "Enter an amount such as 45.00."
    with qtbot.waitSignal(edit.value_changed):
        typed(qtbot, edit, "45,00")
    assert edit.value() == 45
    assert edit.complaint() == ""


def test_an_emptied_measure_has_no_value(qtbot: QtBot) -> None:
    edit = length_edit()
    qtbot.addWidget(edit)
    edit.set_value(Decimal(30))
    with qtbot.waitSignal(edit.value_changed) as told:
        typed(qtbot, edit, "")
    assert told.args == [None]
    assert edit.complaint() == ""


def test_an_offer_hands_over_the_thing_itself(qtbot: QtBot) -> None:
    edit: CompletingEdit[int] = CompletingEdit()
    qtbot.addWidget(edit)
    edit.set_offers([1, 2, 22], text=lambda item: f"Number {item}")
    completer = edit.completer()
    completer.setCompletionPrefix("er 2")
    assert completer.completionCount() == 2
    with qtbot.waitSignal(edit.offer_chosen) as chosen:
        completer.activated.emit(completer.completionModel().index(1, 0).data())
    assert chosen.args == [22]


def test_a_section_unfolds(qtbot: QtBot) -> None:
    content = QWidget()
    section = CollapsibleSection("More", content)
    qtbot.addWidget(section)
    assert content.isHidden()
    with qtbot.waitSignal(section.toggled):
        section.header.click()
    assert section.is_open
    assert not content.isHidden()
    section.set_open(False)
    assert content.isHidden()


def test_a_low_page_follows_the_cursor(qtbot: QtBot) -> None:
    form = FormColumn()
    for number in range(30):
        form.add(Field(str(number), QLineEdit(), path=str(number)))
    scroll = PageScroll(form)
    qtbot.addWidget(scroll)
    scroll.resize(400, 300)
    with qtbot.waitExposed(scroll):
        scroll.show()
    scroll.activateWindow()
    form.go_to("29")
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() > 0)
