"""The shell: where it opens, how it moves, how it leaves, and what it says of failures."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.customs import CustomsDeclaration, ExportReason
from desktop_app.domain.errors import DiskFull, NoConnection, NotSignedIn, Refused
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.problem import error
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.flow.steps import Step
from desktop_app.services.ports import Progress
from desktop_app.services.progress import QuietProgress
from desktop_app.ui.background import Background
from tests.fakes.office import PARCEL, RECIPIENT, SENDER, WHOLE, FakeOffice, make_office
from tests.ui.wizard.wizard_driver import Driven, drive

DRAFT = Shipment(sender=SENDER)
LANE = "12 New Lane"


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def fresh(qtbot: QtBot, background: Background, fake: FakeOffice) -> Driven:
    return drive(qtbot, background, fake, fake.office.drafts.new())


@pytest.fixture
def whole(qtbot: QtBot, background: Background, fake: FakeOffice) -> Driven:
    driven = drive(qtbot, background, fake, fake.office.drafts.new(WHOLE))
    driven.wizard.go_to_step(Step.ADDRESSES)
    return driven


@contextmanager
def work_under_way(driven: Driven) -> Iterator[threading.Event]:
    """Work that ends when its event is set."""
    gate = threading.Event()
    record = driven.wizard.session.record

    def work(progress: Progress) -> ShipmentRecord:
        while not gate.is_set():
            progress.wait(0.01)
        return record

    driven.wizard.session.run("Waiting", work)
    yield gate
    gate.set()
    driven.qtbot.waitUntil(lambda: not driven.wizard.session.background.running)


def fail(driven: Driven, failure: Exception) -> None:
    """Work on the shipment that ends so."""

    def work(_progress: Progress) -> ShipmentRecord:
        raise failure

    driven.wizard.session.run("Failing", work)
    driven.qtbot.waitUntil(lambda: not driven.wizard.session.is_busy)


def abroad_with_a_service(fake: FakeOffice) -> ShipmentRecord:
    """To the USA, with all that customs asks but the VAT status."""
    line = ContentsLine(
        description="Wool slippers", unit_value=Decimal(45), commodity_code="640419"
    )
    customs = CustomsDeclaration(export_reason=ExportReason.SALE, origin_country="GBR")
    update = {
        "recipient": RECIPIENT.model_copy(
            update={"country": "USA", "county": "OR", "postcode": "97209"}
        ),
        "parcels": (PARCEL.model_copy(update={"contents": (line,)}),),
        "customs": customs,
    }
    record = fake.office.drafts.new(WHOLE.model_copy(update=update))
    listed = fake.office.quoting.fetch(record.shipment, QuietProgress())
    return fake.office.quoting.choose(record.id, listed.quotes[1], listed)


def test_a_draft_opens_at_the_first_thing_missing(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    half = WHOLE.model_copy(update={"value_gbp": None})
    driven = drive(qtbot, background, fake, fake.office.drafts.new(half))
    assert driven.step() is Step.PARCELS
    assert driven.wizard.focusWidget() is driven.field("value_gbp").editor


def test_a_locked_step_is_not_entered_and_says_why(fresh: Driven) -> None:
    fresh.press(Qt.Key.Key_3, held=Qt.KeyboardModifier.ControlModifier)
    assert fresh.step() is Step.ADDRESSES
    assert fresh.message("recipient.name") == "Enter the name of a person."
    assert fresh.wizard.focusWidget() is fresh.field("recipient.name").editor


def test_nothing_is_blamed_before_it_was_left(fresh: Driven) -> None:
    assert fresh.message("recipient.name") == ""
    fresh.write("")
    assert fresh.message("recipient.name") == "Enter the name of a person."
    assert fresh.message("recipient.street") == ""


def test_keys_lead_to_the_steps(whole: Driven) -> None:
    whole.press(Qt.Key.Key_2, held=Qt.KeyboardModifier.AltModifier)
    assert whole.step() is Step.PARCELS
    whole.press(Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert whole.step() is Step.ADDRESSES


def test_enter_presses_the_primary_button_from_any_line(whole: Driven) -> None:
    whole.field("recipient.town").focus()
    whole.press(Qt.Key.Key_Return)
    assert whole.step() is Step.PARCELS


def test_enter_in_the_instructions_writes_a_new_line(whole: Driven) -> None:
    whole.wizard.go_to_field("recipient.special_instructions")
    whole.press(Qt.Key.Key_Return)
    assert whole.step() is Step.ADDRESSES


def test_enter_in_a_list_goes_on_too(whole: Driven) -> None:
    whole.field("recipient.country").focus()
    whole.press(Qt.Key.Key_Return)
    assert whole.step() is Step.PARCELS


def test_enter_presses_the_button_with_the_cursor(whole: Driven) -> None:
    whole.part(QPushButton, "changeSender").setFocus()
    whole.press(Qt.Key.Key_Return)
    assert whole.step() is Step.ADDRESSES
    assert whole.field("sender.street").isVisible()


def test_the_summary_leads_to_what_is_missing(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    half = WHOLE.model_copy(update={"recipient": RECIPIENT.model_copy(update={"town": ""})})
    driven = drive(qtbot, background, fake, fake.office.drafts.new(half))
    links = {link.text(): link for link in driven.wizard.summary.panel.links()}
    links["Recipient: town"].click()
    assert driven.wizard.focusWidget() is driven.field("recipient.town").editor
    assert driven.message("recipient.town") == "Enter the town."


def test_customs_is_a_step_only_where_a_border_needs_it(whole: Driven) -> None:
    assert Step.CUSTOMS not in whole.wizard.session.journey.path
    edited = WHOLE.recipient.model_copy(update={"country": "USA"})
    whole.wizard.session.edit(WHOLE.model_copy(update={"recipient": edited}))
    rail = whole.wizard.rail
    whole.qtbot.waitUntil(
        lambda: any(one.isVisible() for one in rail.findChildren(QPushButton, "step:customs"))
    )


def test_what_is_typed_is_on_disk_a_moment_later(whole: Driven) -> None:
    whole.field("recipient.street").focus()
    whole.qtbot.keyClicks(whole.wizard.focusWidget(), LANE)
    whole.qtbot.waitUntil(lambda: whole.saved_words() == "Saving…")
    whole.settle()
    assert whole.kept().shipment.recipient.street == LANE
    assert whole.saved_words() == "Draft saved"


def test_escape_keeps_the_draft_and_closes(whole: Driven) -> None:
    whole.field("recipient.street").focus()
    whole.qtbot.keyClicks(whole.wizard.focusWidget(), LANE)
    whole.press(Qt.Key.Key_Escape)
    assert whole.closed == [None]
    assert whole.kept().shipment.recipient.street == LANE


def test_a_full_disk_is_told_and_tried_again(whole: Driven) -> None:
    whole.fake.shipments.fails_with = DiskFull("The disk is full.")
    whole.field("recipient.street").focus()
    whole.qtbot.keyClicks(whole.wizard.focusWidget(), LANE)
    whole.qtbot.waitUntil(lambda: "The disk is full." in whole.wizard.strip.text)
    assert whole.saved_words() == "Not saved yet"
    whole.part(QPushButton, "tryAgain").click()
    whole.settle()
    assert whole.kept().shipment.recipient.street == LANE
    assert whole.wizard.strip.text == ""


def test_a_wizard_that_cannot_save_stays_open_until_that_is_accepted(whole: Driven) -> None:
    whole.field("recipient.street").focus()
    whole.qtbot.keyClicks(whole.wizard.focusWidget(), LANE)
    whole.fake.shipments.fails_with = DiskFull("The disk is full.")
    whole.press(Qt.Key.Key_Escape)
    assert whole.closed == []
    whole.part(QPushButton, "leaveUnsaved").click()
    assert whole.closed == [None]


def test_work_locks_the_fields_and_can_be_stopped(whole: Driven) -> None:
    with work_under_way(whole):
        whole.qtbot.waitUntil(lambda: whole.wizard.foot.primary.busy)
        assert not whole.field("recipient.street").editor.isEnabled()
        whole.wizard.go_to_field("value_gbp")
        assert whole.step() is Step.ADDRESSES
        whole.press(Qt.Key.Key_Escape)
        assert not whole.wizard.session.is_busy
    assert whole.closed == []
    assert whole.field("recipient.street").editor.isEnabled()


def test_a_second_piece_of_work_is_not_started(whole: Driven) -> None:
    with work_under_way(whole):
        whole.wizard.session.run("Second", lambda _progress: whole.wizard.session.record)
        assert [job.name for job in whole.wizard.session.background.running] == ["Waiting"]


def test_a_lost_connection_offers_to_try_again(whole: Driven) -> None:
    calls: list[int] = []

    def work(_progress: Progress) -> ShipmentRecord:
        calls.append(1)
        raise NoConnection("Parcel2Go was not reached.")

    whole.wizard.session.run("Asking", work)
    whole.qtbot.waitUntil(lambda: "was not reached" in whole.wizard.strip.text)
    assert "Your draft is kept." in whole.wizard.strip.text
    whole.part(QPushButton, "tryAgain").click()
    whole.qtbot.waitUntil(lambda: len(calls) == 2 and not whole.wizard.session.is_busy)


def test_a_refusal_leads_to_its_field(whole: Driven) -> None:
    whole.wizard.go_to_step(Step.PARCELS)
    message = "The postcode is not served."
    fail(whole, Refused("Not accepted.", [error("recipient.postcode", message)]))
    whole.qtbot.waitUntil(lambda: whole.step() is Step.ADDRESSES)
    assert whole.message("recipient.postcode") == message
    whole.qtbot.keyClicks(whole.wizard.focusWidget(), "YO17 7LX")
    assert whole.message("recipient.postcode") == ""


def test_signed_out_offers_to_sign_in(whole: Driven) -> None:
    asked: list[None] = []
    whole.wizard.sign_in_asked.connect(lambda: asked.append(None))
    fail(whole, NotSignedIn("The key is not accepted."))
    whole.part(QPushButton, "signIn").click()
    assert asked == [None]


def test_a_fault_of_ours_becomes_a_report(whole: Driven) -> None:
    fail(whole, KeyError("a fault"))
    report = whole.part(QDialog, "reportDialog")
    assert report.isVisible()
    assert whole.wizard.strip.text == ""
    report.close()


def test_a_failure_reads_the_record_again(whole: Driven) -> None:
    record = whole.kept()
    whole.fake.shipments.records[record.id] = record.model_copy(update={"trouble": "Uncertain"})
    fail(whole, NoConnection("Lost."))
    assert whole.wizard.session.record.trouble == "Uncertain"


def test_an_answer_that_alters_the_price_asks_for_the_service_again(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    driven = drive(qtbot, background, fake, abroad_with_a_service(fake))
    assert driven.step() is Step.CUSTOMS
    driven.wizard.go_to_field("customs.vat_status")
    driven.press(Qt.Key.Key_Down)  # a private person, which a quote takes for granted
    driven.press(Qt.Key.Key_Down)
    driven.go_on(Step.QUOTES)
    assert "Choose a service again" in driven.wizard.strip.text


def test_the_steps_shrink_to_their_marks_in_a_narrow_window(whole: Driven) -> None:
    wide = whole.wizard.rail.width()
    whole.wizard.resize(824, 640)
    assert whole.wizard.rail.width() < wide // 2
