"""One shipment in the wizard: edits on disk in their order, work one at a time, failures read."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import DiskFull, DraftChanged, NoConnection, Refused
from desktop_app.domain.problem import error, warning
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.flow.steps import Step
from desktop_app.services.ports import Progress
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.draft_path import is_blank_at, value_at
from desktop_app.ui.wizard.draft_writer import DraftWriter
from desktop_app.ui.wizard.session import Session
from tests.fakes.office import WHOLE, FakeOffice, make_office
from tests.ui.wizard.opened import paid


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def session(background: Background, fake: FakeOffice) -> Session:
    return Session(fake.office, background, fake.office.drafts.new(WHOLE), background)


def noted(draft: Shipment, notes: str) -> Shipment:
    return draft.model_copy(update={"notes": notes})


def kept(session: Session) -> Shipment:
    return session.office.drafts.get(session.record.id).shipment


def settle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.is_saved and not session.background.running)


def test_edits_are_saved_a_moment_later(qtbot: QtBot, session: Session) -> None:
    session.edit(noted(WHOLE, "first"))
    session.edit(noted(WHOLE, "second"))
    assert not session.is_saved
    assert kept(session) == WHOLE
    settle(qtbot, session)
    assert kept(session).notes == "second"


def test_an_older_draft_never_takes_a_newer_ones_place(fake: FakeOffice) -> None:
    record = fake.office.drafts.new(WHOLE)
    writer = DraftWriter(fake.office.drafts, record.id, record.shipment)
    slow, quick = writer.prepare(noted(WHOLE, "old")), writer.prepare(noted(WHOLE, "new"))
    quick()
    assert slow().shipment.notes == "new"
    assert fake.office.drafts.get(record.id).shipment.notes == "new"


def test_a_failed_write_does_not_count_as_written(fake: FakeOffice) -> None:
    record = fake.office.drafts.new(WHOLE)
    writer = DraftWriter(fake.office.drafts, record.id, record.shipment)
    first, second = writer.prepare(noted(WHOLE, "one")), writer.prepare(noted(WHOLE, "two"))
    fake.shipments.fails_with = DiskFull("Full.")
    with pytest.raises(DiskFull):
        second()
    assert first().shipment.notes == "one"


def test_closing_while_a_save_is_under_way_keeps_the_last_word(
    qtbot: QtBot, session: Session, fake: FakeOffice
) -> None:
    session.edit(noted(WHOLE, "under way"))
    qtbot.waitUntil(lambda: bool(session.background.running) or session.is_saved)
    session.edit(noted(WHOLE, "last"))
    session.save_now()
    qtbot.waitUntil(lambda: not session.background.running)
    assert kept(session).notes == "last"


def test_a_full_disk_is_told_and_the_next_edit_tries_again(
    qtbot: QtBot, session: Session, fake: FakeOffice
) -> None:
    fake.shipments.fails_with = DiskFull("The disk is full.")
    with qtbot.waitSignal(session.failed) as told:
        session.edit(noted(WHOLE, "first"))
    assert isinstance(told.args[0], DiskFull)
    assert (session.saving_failed, session.is_saved) == (True, False)
    session.edit(noted(WHOLE, "second"))
    settle(qtbot, session)
    assert (session.saving_failed, session.is_saved) == (False, True)
    assert kept(session).notes == "second"


def test_a_shipment_that_is_paid_is_not_edited(background: Background, fake: FakeOffice) -> None:
    session = Session(fake.office, background, paid(fake), background)
    session.edit(noted(WHOLE, "too late"))
    assert session.shipment.notes == ""


def test_paid_elsewhere_meanwhile_the_draft_gives_way(
    qtbot: QtBot, session: Session, fake: FakeOffice
) -> None:
    elsewhere = paid(fake)
    fake.shipments.records[session.record.id] = elsewhere.model_copy(
        update={"id": session.record.id}
    )
    with qtbot.waitSignal(session.failed):
        session.edit(noted(WHOLE, "too late"))
    assert session.record.is_paid
    assert session.is_saved


def test_work_begins_with_the_draft_as_it_is(qtbot: QtBot, session: Session) -> None:
    session.edit(noted(WHOLE, "typed a moment ago"))
    seen: list[str] = []

    def work(_progress: Progress) -> ShipmentRecord:
        seen.append(kept(session).notes)
        return session.office.drafts.get(session.record.id)

    with qtbot.waitSignal(session.finished) as ended:
        session.run("Working", work)
    assert ended.args == ["Working"]
    assert seen == ["typed a moment ago"]
    assert session.is_saved


def test_what_was_typed_during_work_stays(qtbot: QtBot, session: Session) -> None:
    gate = threading.Event()
    record = session.record

    def work(_progress: Progress) -> ShipmentRecord:
        assert gate.wait(10)
        return record

    session.run("Working", work)
    session.edit(noted(WHOLE, "typed meanwhile"))
    gate.set()
    qtbot.waitUntil(lambda: not session.is_busy)
    assert session.shipment.notes == "typed meanwhile"
    settle(qtbot, session)
    assert kept(session).notes == "typed meanwhile"


def test_failed_work_is_started_again(qtbot: QtBot, session: Session) -> None:
    answers: list[Exception | None] = [NoConnection("Lost."), None]
    record = session.record

    def work(_progress: Progress) -> ShipmentRecord:
        failure = answers.pop(0)
        if failure:
            raise failure
        return record

    with qtbot.waitSignal(session.failed):
        session.run("Working", work)
    with qtbot.waitSignal(session.finished):
        session.try_again()


def test_a_refusal_stands_until_its_field_changes(qtbot: QtBot, session: Session) -> None:
    problem = error("recipient.postcode", "Not served.")

    def work(_progress: Progress) -> ShipmentRecord:
        raise Refused("No.", [problem])

    with qtbot.waitSignal(session.failed):
        session.run("Working", work)
    session.edit(noted(session.shipment, "another field"))
    assert session.problem_at("recipient.postcode") == problem
    recipient = session.shipment.recipient.model_copy(update={"postcode": "YO17 7LX"})
    session.edit(session.shipment.model_copy(update={"recipient": recipient}))
    assert session.problem_at("recipient.postcode") is None
    settle(qtbot, session)


def test_an_accepted_warning_holds_for_its_text(qtbot: QtBot, session: Session) -> None:
    for phone in ("12", "13"):
        recipient = session.shipment.recipient.model_copy(update={"phone": phone})
        session.edit(session.shipment.model_copy(update={"recipient": recipient}))
        problem = session.problem_at("recipient.phone")
        assert problem is not None
        assert replace(problem, message="") == warning("recipient.phone", "", phone)
        session.accept(problem)
        assert not session.problems(Step.ADDRESSES)
    settle(qtbot, session)


def test_a_stopped_job_leaves_the_draft(qtbot: QtBot, session: Session) -> None:
    def work(progress: Progress) -> ShipmentRecord:
        progress.wait(10)
        raise AssertionError("it was not stopped")

    session.run("Working", work)
    session.cancel()
    assert not session.is_busy
    assert session.shipment == WHOLE
    qtbot.waitUntil(lambda: not session.background.running)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("recipient.town", "Malton"),
        ("parcels[0].contents_summary", "Slippers"),
        ("parcels[0].contents", ()),
    ],
)
def test_a_path_leads_to_its_value(path: str, value: object) -> None:
    assert value_at(WHOLE, path) == value
    assert is_blank_at(WHOLE, path) is (value == ())


@pytest.mark.parametrize("path", ["", "parcels[7].weight_kg", "recipient.nothing", "recipient..x"])
def test_a_path_that_leads_nowhere_is_the_whole_shipment(path: str) -> None:
    assert value_at(WHOLE, path) is WHOLE


def test_a_session_is_a_child_of_its_window(fake: FakeOffice, background: Background) -> None:
    owner = QObject(background)
    assert Session(fake.office, background, fake.office.drafts.new(), owner).parent() is owner


def changed_elsewhere(session: Session, notes: str) -> ShipmentRecord:
    """As another desk saves it."""
    return session.office.drafts.save(session.record.id, noted(WHOLE, notes))


def failures_of(session: Session) -> list[object]:
    told: list[object] = []
    session.failed.connect(told.append)
    return told


def test_what_another_desk_saved_is_not_written_over(qtbot: QtBot, session: Session) -> None:
    told = failures_of(session)
    changed_elsewhere(session, "theirs")
    session.edit(noted(WHOLE, "mine"))
    qtbot.waitUntil(lambda: bool(told) and not session.background.running)
    assert isinstance(told[0], DraftChanged)
    assert kept(session).notes == "theirs"
    assert session.shipment.notes == "mine"
    with pytest.raises(DraftChanged):
        session.save_now()


def test_theirs_can_be_taken_and_gone_on_with(qtbot: QtBot, session: Session) -> None:
    changed_elsewhere(session, "theirs")
    session.edit(noted(WHOLE, "mine"))
    session.take_theirs()
    assert session.is_saved
    assert session.shipment.notes == "theirs"
    session.edit(noted(WHOLE, "after"))
    settle(qtbot, session)
    assert kept(session).notes == "after"


def test_mine_can_be_kept_as_a_draft_of_its_own(session: Session) -> None:
    changed_elsewhere(session, "theirs")
    session.edit(noted(WHOLE, "mine"))
    copy = session.keep_as_new()
    assert (copy.shipment.notes, kept(session).notes) == ("mine", "theirs")
    assert copy.id != session.record.id
    assert session.is_saved


def test_work_on_a_draft_that_others_have_changed_asks_nothing(
    qtbot: QtBot, session: Session
) -> None:
    told = failures_of(session)
    changed_elsewhere(session, "theirs")
    session.edit(noted(WHOLE, "mine"))
    asked: list[str] = []

    def ask(_progress: Progress) -> ShipmentRecord:
        asked.append("asked")
        return session.record

    session.run("Asking", ask)
    qtbot.waitUntil(lambda: not session.is_busy and not session.background.running)
    assert isinstance(told[0], DraftChanged)
    assert not asked
    assert session.shipment.notes == "mine"
    assert kept(session).notes == "theirs"


def test_what_others_changed_comes_along_where_nothing_was_typed(session: Session) -> None:
    session.reload(changed_elsewhere(session, "theirs"))
    assert session.shipment.notes == "theirs"
    session.edit(noted(WHOLE, "after"))
    session.save_now()
    assert kept(session).notes == "after"
