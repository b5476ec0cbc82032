"""Deleting from the list: what may yet be paid is asked for first."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import AlreadyBought, NotFound
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.shipments.row_work import RowWork
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


def test_what_can_still_be_paid_stays_and_says_why(
    fake: FakeOffice, work: RowWork, qtbot: QtBot
) -> None:
    row = opened_row(fake)
    with qtbot.waitSignal(work.failed) as failed:
        work.delete([row])
    assert failed.args
    assert isinstance(failed.args[0], AlreadyBought)
    assert "payment page was opened" in str(failed.args[0])
    assert len(fake.office.drafts.rows()) == 1
