"""Labels that are late: fetched two at a time, tried again after growing pauses, each once."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import ServiceBroken
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services import labelling
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.late_labels import LateLabels
from tests.fakes.office import FakeOffice, make_office
from tests.services.conftest import NoWaiting
from tests.ui.wizard.opened import paid, raising


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def late(fake: FakeOffice, background: Background) -> LateLabels:
    def no_page(_url: str) -> bool:
        return False

    context = Context(fake.office, background, no_page, lambda _text, _undo: None)
    return LateLabels(context, background)


def kept_by(late: LateLabels) -> list[str]:
    found: list[str] = []

    def note(record: ShipmentRecord) -> None:
        found.append(record.id)

    late.kept.connect(note)
    return found


def test_all_are_fetched_and_each_once(
    fake: FakeOffice, late: LateLabels, qtbot: QtBot, background: Background
) -> None:
    ids = [paid(fake).id for _ in range(5)]
    kept = kept_by(late)
    late.follow(ids)
    late.follow(ids)
    qtbot.waitUntil(lambda: len(kept) == 5, timeout=10_000)
    qtbot.waitUntil(lambda: not background.running)
    assert sorted(kept) == sorted(ids)


def test_no_more_than_two_at_once(
    fake: FakeOffice, late: LateLabels, qtbot: QtBot, background: Background
) -> None:
    inside, most, go_on = [0], [0], threading.Event()
    lock = threading.Lock()

    def hold() -> None:
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        assert go_on.wait(20)
        with lock:
            inside[0] -= 1

    fake.broker.before["labels"] = hold
    kept = kept_by(late)
    late.follow([paid(fake).id for _ in range(4)])
    qtbot.waitUntil(lambda: inside[0] == 2)
    go_on.set()
    qtbot.waitUntil(lambda: len(kept) == 4, timeout=10_000)
    qtbot.waitUntil(lambda: not background.running)
    assert most[0] == 2


def test_one_that_fails_rests_and_comes_after_the_pause(
    fake: FakeOffice, late: LateLabels, qtbot: QtBot, background: Background
) -> None:
    shipment = paid(fake).id
    fake.broker.before["labels"] = raising(ServiceBroken("It answered with a fault."))
    kept = kept_by(late)
    late.follow([shipment])
    qtbot.waitUntil(lambda: not background.running, timeout=10_000)
    assert late.pause.timer.isActive()
    first = late.pause.timer.interval()
    late.follow([shipment])
    assert not background.running

    late.pause.timer.stop()
    late.go_on()
    qtbot.waitUntil(lambda: not background.running, timeout=10_000)
    assert late.pause.timer.interval() > first

    del fake.broker.before["labels"]
    late.pause.timer.stop()
    late.go_on()
    qtbot.waitUntil(lambda: kept == [shipment], timeout=10_000)
    late.follow([])
    assert not late.pause.was_needed


def once_more(late: LateLabels, qtbot: QtBot, background: Background) -> None:
    """The pause is over, and what follows from it."""
    late.pause.timer.stop()
    late.go_on()
    qtbot.waitUntil(lambda: not background.running, timeout=10_000)


@pytest.fixture
def incomplete(fake: FakeOffice) -> str:
    """A paid shipment of which one label could not be made."""
    shipment = paid(fake).id
    fake.broker.labels_failed = 1
    fake.office.labelling.fetch(shipment, NoWaiting())
    return shipment


def test_what_could_not_be_made_comes_by_itself_later(
    fake: FakeOffice, late: LateLabels, qtbot: QtBot, background: Background, incomplete: str
) -> None:
    kept = kept_by(late)
    fake.broker.labels_failed = 0
    late.follow([], incomplete=[incomplete])
    qtbot.waitUntil(lambda: kept == [incomplete], timeout=10_000)
    assert fake.office.drafts.get(incomplete).trouble == ""


def test_what_is_never_made_is_not_asked_for_for_ever(
    fake: FakeOffice,
    late: LateLabels,
    qtbot: QtBot,
    background: Background,
    incomplete: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(labelling, "_WAIT_FOR_FAILED", 0.0)
    kept = kept_by(late)
    late.follow([], incomplete=[incomplete])
    qtbot.waitUntil(lambda: kept == [incomplete], timeout=10_000)
    for _ in range(20):
        once_more(late, qtbot, background)
    asked = fake.broker.calls.count("labels")
    late.follow([], incomplete=[incomplete])
    once_more(late, qtbot, background)
    assert fake.broker.calls.count("labels") == asked
    assert kept == [incomplete]
