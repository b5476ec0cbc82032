"""The declaration: what is asked, what adds up, what is remembered."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.shipment import Shipment
from desktop_app.flow.steps import Step
from desktop_app.services.progress import QuietProgress
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.customs_page import CustomsPage
from desktop_app.ui.wizard.problem_links import ProblemLinks
from tests.fakes.office import PARCEL, RECIPIENT, WHOLE, FakeOffice, make_office
from tests.ui.wizard.wizard_driver import Driven, drive

AMERICAN = RECIPIENT.model_copy(update={"country": "USA", "county": "OR", "postcode": "97209"})
GERMAN = RECIPIENT.model_copy(update={"country": "DEU", "postcode": "52062", "town": "Aachen"})
ABROAD = WHOLE.model_copy(update={"recipient": AMERICAN})
ANSWERS = CustomsDeclaration(
    export_reason=ExportReason.SALE, vat_status=VatStatus.INDIVIDUAL, origin_country="GBR"
)
SLIPPERS = ContentsLine(
    description="Wool slippers", unit_value=Decimal(45), commodity_code="6404199000"
)


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


def opened(qtbot: QtBot, background: Background, fake: FakeOffice, draft: Shipment) -> Driven:
    """The wizard at customs, with a service chosen."""
    record = fake.office.drafts.new(draft)
    listed = fake.office.quoting.fetch(draft, QuietProgress())
    record = fake.office.quoting.choose(record.id, listed.quotes[1], listed)
    driven = drive(qtbot, background, fake, record)
    driven.wizard.go_to_step(Step.CUSTOMS)
    return driven


@pytest.fixture
def driven(qtbot: QtBot, background: Background, fake: FakeOffice) -> Driven:
    return opened(qtbot, background, fake, ABROAD)


def page(driven: Driven) -> CustomsPage:
    shown = driven.wizard.page
    assert isinstance(shown, CustomsPage)
    return shown


def contents_messages(driven: Driven) -> list[str]:
    """What stands below the tables."""
    links = driven.wizard.page.findChildren(ProblemLinks)
    return [problem.message for one in links for problem in one.problems]


def test_it_says_why_it_asks(driven: Driven) -> None:
    words = driven.part(QLabel, "pageLead").text()
    assert words == "On the way to USA the parcel crosses a customs border."


def test_a_described_parcel_has_its_first_line_and_keeps_its_price(driven: Driven) -> None:
    line = driven.parcels()[0].contents[0]
    assert (line.description, line.unit_value) == ("Slippers", Decimal(45))
    assert driven.wizard.session.record.live_choice is not None


def test_nothing_is_answered_for_the_user(driven: Driven) -> None:
    assert driven.shipment.customs == CustomsDeclaration()
    driven.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert driven.step() is Step.CUSTOMS
    assert driven.message("customs.export_reason") == "Choose why the goods are sent."
    assert driven.wizard.focusWidget() is driven.field("customs.export_reason").editor


def test_the_questions_are_answered_by_keyboard(driven: Driven) -> None:
    driven.field("customs.export_reason").focus()
    driven.press(Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    driven.write("united k", "GB123456789000")
    assert driven.shipment.customs == ANSWERS.model_copy(update={"eori_number": "GB123456789000"})


def test_a_vat_number_is_asked_of_the_registered_only(driven: Driven) -> None:
    assert not driven.field("customs.vat_number").isVisible()
    registered = ANSWERS.model_copy(update={"vat_status": VatStatus.REGISTERED})
    driven.wizard.session.edit(driven.shipment.model_copy(update={"customs": registered}))
    assert driven.field("customs.vat_number").isVisible()


def test_the_link_to_a_folded_number_unfolds_it(driven: Driven) -> None:
    driven.wizard.go_to_field("customs.ioss_number")
    assert driven.wizard.focusWidget() is driven.field("customs.ioss_number").editor


def test_a_missing_code_stands_at_its_cell_where_customs_refuses_it(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    parcel = PARCEL.model_copy(
        update={"contents": (SLIPPERS.model_copy(update={"commodity_code": ""}),)}
    )
    update = {"recipient": GERMAN, "parcels": (parcel,), "customs": ANSWERS}
    driven = opened(qtbot, background, fake, WHOLE.model_copy(update=update))
    driven.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert "commodity code of six digits" in contents_messages(driven)[0]
    assert driven.wizard.focusWidget().accessibleName() == "Code"
    driven.qtbot.keyClicks(driven.wizard.focusWidget(), "6404.19")
    driven.press(Qt.Key.Key_Tab)
    assert driven.parcels()[0].contents[0].commodity_code == "640419"
    qtbot.waitUntil(lambda: contents_messages(driven) == [])


def test_the_sum_is_taken_with_one_click(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    parcel = PARCEL.model_copy(update={"contents": (SLIPPERS,)})
    update = {"parcels": (parcel,), "value_gbp": Decimal(50), "customs": ANSWERS}
    driven = opened(qtbot, background, fake, ABROAD.model_copy(update=update))
    driven.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert "add up to £45.00" in driven.message("value_gbp")
    driven.part(QPushButton, "useListedValue").click()
    assert driven.message("value_gbp") == ""
    assert driven.shipment.value == Decimal(45)


def test_answers_are_remembered_for_the_next_shipment(driven: Driven) -> None:
    assert driven.part(QCheckBox, "usualCustoms").isChecked()
    driven.wizard.session.edit(driven.shipment.model_copy(update={"customs": ANSWERS}))
    driven.wizard.close_wizard()
    driven.settle()
    assert driven.fake.settings.load().customs == ANSWERS


def test_boxes_alike_share_a_table_until_they_are_taken_apart(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    boxes = ABROAD.model_copy(update={"parcels": (PARCEL, PARCEL)})
    driven = opened(qtbot, background, fake, boxes)
    assert [editor.start for editor in page(driven).editors] == [0]
    values = [parcel.contents_value for parcel in driven.parcels()]
    assert values == [Decimal("22.50"), Decimal("22.50")]
    page(driven).apart.click()
    assert [editor.start for editor in page(driven).editors] == [0, 1]
    page(driven).editors[1].contents.edited.emit((SLIPPERS,))
    assert [one.contents[0].description for one in driven.parcels()] == [
        "Slippers",
        "Wool slippers",
    ]


def test_a_vague_word_is_pointed_out_below_the_table(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    gift = SLIPPERS.model_copy(update={"description": "Gift"})
    parcel = PARCEL.model_copy(update={"contents": (gift,)})
    driven = opened(qtbot, background, fake, ABROAD.model_copy(update={"parcels": (parcel,)}))
    driven.wizard.page.show_all_problems()
    assert contents_messages(driven)[0].startswith("“Gift” is too vague for customs.")
