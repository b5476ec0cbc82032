"""Closing while a payment is being made: it is told and waited for, but not for ever."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Slot
from pytestqt.qtbot import QtBot

from desktop_app.domain.record import Stage
from desktop_app.services.ports import Progress
from desktop_app.services.progress import QuietProgress
from tests.fakes.office import FakeOffice, make_office
from tests.ui.window.windows import Opener
from tests.ui.wizard.opened import ordered


class HeldPayment:
    """A payment that is under way until it is let go."""

    def __init__(self, fake: FakeOffice) -> None:
        self.sent = threading.Event()
        self.go_on = threading.Event()
        self.record = ordered(fake)
        self._fake = fake
        fake.broker.before["pay_with_prepay"] = self._hold
        self.thread = threading.Thread(target=self._pay)

    def _hold(self) -> None:
        self.sent.set()
        assert self.go_on.wait(20)

    def _pay(self) -> None:
        assert self.record.price
        paying = self._fake.office.paying
        paying.pay_with_prepay(self.record.id, self.record.price.total, QuietProgress())

    def start(self) -> None:
        self.thread.start()
        assert self.sent.wait(20)

    def end(self) -> None:
        self.go_on.set()
        self.thread.join(20)


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def payment(fake: FakeOffice) -> Iterator[HeldPayment]:
    held = HeldPayment(fake)
    yield held
    held.end()


def test_the_window_closes_by_itself_once_the_answer_is_here(
    fake: FakeOffice, payment: HeldPayment, opened: Opener, qtbot: QtBot
) -> None:
    window = opened(fake)
    payment.start()
    assert not window.close()
    assert window.isVisible()
    assert "A payment is being made" in window.notices.text
    payment.end()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5_000)
    assert fake.shipments.records[payment.record.id].stage is Stage.PAID
    assert len(fake.broker.charged) == 1


def test_it_is_not_waited_for_longer_than_ten_seconds(
    fake: FakeOffice, payment: HeldPayment, opened: Opener
) -> None:
    window = opened(fake)
    payment.start()
    assert not window.close()
    looks = 0
    while window.isVisible() and looks < 200:
        window.farewell._look()
        looks += 1
    assert looks == 100
    payment.end()


def test_without_a_payment_it_closes_at_once(fake: FakeOffice, opened: Opener) -> None:
    window = opened(fake)
    assert window.close()
    assert not window.isVisible()


class HideNote(QObject):
    """Notes that a window is no longer on screen."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.is_hidden = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.is_hidden = self.is_hidden or event.type() == QEvent.Type.Hide
        return False


class Sink(QObject):
    """Hears how work ended, and says nothing."""

    @Slot(object)
    def take(self, _outcome: object) -> None:
        """Nobody is told."""


def test_it_is_gone_from_the_screen_before_work_under_way_is_waited_for(
    fake: FakeOffice, opened: Opener
) -> None:
    window = opened(fake)
    note, sink, begun = HideNote(window), Sink(window), threading.Event()
    was_hidden: list[bool] = []

    def work(progress: Progress) -> None:
        begun.set()
        try:
            progress.wait(20)
        finally:
            was_hidden.append(note.is_hidden)

    window.background.start(work, done=sink.take, failed=sink.take, name="Holding")
    assert begun.wait(20)
    assert window.close()
    assert was_hidden == [True]
