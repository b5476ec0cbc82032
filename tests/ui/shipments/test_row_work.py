"""Deleting from the list: what may yet be paid is asked for first."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import NotFound, NotSignedIn, PostroomError, ServiceBroken, TimedOut
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.shipments.row_work import RowWork
from tests.fakes.fake_broker import PAID_AT
from tests.fakes.office import FakeOffice, make_office
from tests.ui.wizard.opened import ordered, raising

Undo = Callable[[], None] | None


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def said() -> list[tuple[str, Undo]]:
    return []


@pytest.fixture
def work(fake: FakeOffice, background: Background, said: list[tuple[str, Undo]]) -> RowWork:
    def no_page(_url: str) -> bool:
        return False

    def toast(text: str, undo: Undo) -> None:
        said.append((text, undo))

    return RowWork(Context(fake.office, background, no_page, toast), background)


def opened_row(fake: FakeOffice) -> ShipmentRow:
    """A shipment whose payment page was opened, and left."""
    record = ordered(fake)
    assert record.price
    fake.office.paying.start_browser_payment(record.id, record.price.total)
    fake.office.paying.stop_waiting(record.id)
    return fake.office.drafts.rows()[0]


def test_what_the_service_threw_away_is_deleted_and_brought_back(
    fake: FakeOffice,
    work: RowWork,
    said: list[tuple[str, Undo]],
    qtbot: QtBot,
    background: Background,
) -> None:
    row = opened_row(fake)
    fake.broker.before["read_order"] = raising(NotFound("There is no such order."))
    with qtbot.waitSignal(work.changed):
        work.delete([row])
    assert fake.office.drafts.rows() == []
    text, undo = said[0]
    assert text == "Shipment deleted."
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: not background.running)
    assert [one.id for one in fake.office.drafts.rows()] == [row.id]


@pytest.mark.parametrize(
    "failure",
    [None, TimedOut("No answer."), ServiceBroken("A fault."), NotSignedIn("Signed out.")],
    ids=lambda failure: type(failure).__name__,
)
def test_what_can_still_be_paid_is_asked_about_and_deleted_anyway(
    fake: FakeOffice,
    work: RowWork,
    said: list[tuple[str, Undo]],
    qtbot: QtBot,
    background: Background,
    failure: PostroomError | None,
) -> None:
    row = opened_row(fake)
    if failure:
        fake.broker.before["read_order"] = raising(failure)
    with qtbot.waitSignal(work.asked) as asked:
        work.delete([row])
    assert asked.args
    ids, why = asked.args
    assert "payment page was opened" in str(why)
    assert len(fake.office.drafts.rows()) == 1

    with qtbot.waitSignal(work.changed):
        work.delete_anyway(ids)
    assert fake.office.drafts.rows() == []
    _text, undo = said[0]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: not background.running)
    assert fake.office.drafts.get(row.id).opened


def test_what_turns_out_to_be_paid_is_kept(fake: FakeOffice, work: RowWork, qtbot: QtBot) -> None:
    row = opened_row(fake)
    order = fake.office.drafts.get(row.id).order
    assert order
    fake.broker.paid[order.order_id] = PAID_AT
    with qtbot.waitSignal(work.failed) as failed:
        work.delete([row])
    assert failed.args
    assert "paid shipment is kept" in str(failed.args[0])
    assert fake.office.drafts.get(row.id).is_paid
