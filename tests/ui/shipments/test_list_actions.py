"""What can be done with selected shipments, and where drafts are saved."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import DiskFull
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.draft_file import read_draft
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.shipments.list_screen import ListScreen
from tests.fakes.office import WHOLE, FakeOffice, make_office
from tests.ui.window.windows import labelled
from tests.ui.wizard.opened import waiting

if TYPE_CHECKING:
    from desktop_app.services.ports import ShipmentRow

Said = list[str]


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def said() -> Said:
    return []


@pytest.fixture
def shipments(qtbot: QtBot, background: Background, fake: FakeOffice, said: Said) -> ListScreen:
    def no_page(_url: str) -> bool:
        return False

    context = Context(fake.office, background, no_page, lambda text, _undo: said.append(text))
    screen = ListScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1000, 600)
    screen.show()
    return screen


def show(shipments: ListScreen, qtbot: QtBot, chosen: list[ShipmentRecord]) -> None:
    """Reads the list and selects these."""
    shipments.reload()
    wait(shipments, qtbot)
    select(shipments, qtbot, chosen)


def select(shipments: ListScreen, qtbot: QtBot, chosen: list[ShipmentRecord]) -> None:
    """Selects these, and waits until everything around the list has followed."""
    with qtbot.waitSignal(shipments.table.selection_changed):
        shipments.table.select([record.id for record in chosen])


def wait(shipments: ListScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not shipments._context.background.running)


def test_of_several_the_bar_says_how_many_and_the_details_go(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice
) -> None:
    records = [fake.office.drafts.new(WHOLE) for _ in range(3)]
    show(shipments, qtbot, records[:1])
    qtbot.waitUntil(shipments.detail.isVisible)
    assert shipments.selection_bar.text == ""
    select(shipments, qtbot, records)
    assert not shipments.detail.isVisible()
    assert shipments.selection_bar.text == "3 selected"
    with qtbot.waitSignal(shipments.table.selection_changed):
        shipments.selection_bar.cleared.emit()
    assert shipments.selected() == []
    assert shipments.selection_bar.text == ""
    wait(shipments, qtbot)


def test_only_those_with_labels_are_printed(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice
) -> None:
    draft, ready = fake.office.drafts.new(WHOLE), labelled(fake)
    asked: list[list[ShipmentRow]] = []
    shipments.print_asked.connect(asked.append)
    show(shipments, qtbot, [draft])
    assert not shipments.on_selected.print.isEnabled()
    select(shipments, qtbot, [draft, ready])
    shipments.on_selected.print.trigger()
    assert [[row.id for row in rows] for rows in asked] == [[ready.id]]
    wait(shipments, qtbot)


def test_a_key_holds_for_what_is_selected_when_it_is_pressed(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice
) -> None:
    first, second = fake.office.drafts.new(WHOLE), fake.office.drafts.new(WHOLE)
    show(shipments, qtbot, [first])
    shipments.table.select([second.id])
    shipments.on_selected.delete.trigger()
    wait(shipments, qtbot)
    assert list(fake.shipments.records) == [first.id]


def test_one_draft_is_saved_under_the_name_that_was_chosen(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice, said: Said, tmp_path: Path
) -> None:
    record = fake.office.drafts.new(WHOLE)
    offered: list[str] = []

    def ask(_parent: QWidget, _title: str, path: str) -> str:
        offered.append(path)
        return str(tmp_path / "mine")

    shipments.saving.ask_path = ask
    show(shipments, qtbot, [record])
    shipments.on_selected.export.trigger()
    wait(shipments, qtbot)
    assert read_draft((tmp_path / "mine.json").read_text(encoding="utf-8")) == WHOLE
    assert said == ["Saved as mine.json."]
    assert "ORD-1001" in Path(offered[0]).name

    shipments.on_selected.export.trigger()
    wait(shipments, qtbot)
    assert Path(offered[1]).parent == tmp_path


def test_several_drafts_are_saved_into_a_folder(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice, said: Said, tmp_path: Path
) -> None:
    records = [fake.office.drafts.new(WHOLE) for _ in range(3)]
    shipments.saving.ask_folder = lambda _parent, _title, _path: str(tmp_path)
    show(shipments, qtbot, records)
    shipments.on_selected.export.trigger()
    wait(shipments, qtbot)
    assert len(list(tmp_path.glob("draft-ORD-1001-*.json"))) == 3
    assert said == ["3 draft files saved."]


def test_nothing_is_written_when_no_place_is_chosen(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice, said: Said
) -> None:
    records = [fake.office.drafts.new(WHOLE) for _ in range(2)]
    saving = shipments.saving
    saving.ask_path = saving.ask_folder = lambda _parent, _title, _path: ""
    for chosen in (records[:1], records):
        show(shipments, qtbot, chosen)
        shipments.on_selected.export.trigger()
        wait(shipments, qtbot)
    assert said == []
    assert not shipments.banner.isVisible()


def test_what_can_still_be_paid_is_deleted_only_when_that_is_confirmed(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice
) -> None:
    record = waiting(fake)
    fake.office.paying.stop_waiting(record.id)
    show(shipments, qtbot, [record])
    shipments.on_selected.delete.trigger()
    wait(shipments, qtbot)
    assert shipments.question.text.startswith("ORD-1001 (Ann Field) can still be paid for")
    assert not shipments.banner.isVisible()
    assert len(fake.office.drafts.rows()) == 1
    anyway = shipments.question.findChild(QPushButton, "deleteAnyway")
    assert anyway is not None
    anyway.click()
    wait(shipments, qtbot)
    assert fake.office.drafts.rows() == []
    assert not shipments.question.isVisible()


def test_a_folder_that_takes_no_file_is_named(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice, said: Said, tmp_path: Path
) -> None:
    record = fake.office.drafts.new(WHOLE)
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    shipments.saving.ask_path = lambda _parent, _title, _path: str(in_the_way / "draft.json")
    show(shipments, qtbot, [record])
    shipments.on_selected.export.trigger()
    wait(shipments, qtbot)
    assert shipments.banner.isVisible()
    assert f"in the way of {in_the_way / 'draft.json'}" in shipments.banner.text
    assert "Choose another folder" in shipments.banner.text
    assert said == []


def test_a_copy_that_cannot_be_made_is_said(
    shipments: ListScreen, qtbot: QtBot, fake: FakeOffice
) -> None:
    record = fake.office.drafts.new(WHOLE)
    show(shipments, qtbot, [record])

    def fail(_record: ShipmentRecord) -> None:
        raise DiskFull("The disk is full.")

    fake.shipments.add = fail  # type: ignore[method-assign,assignment]
    shipments.on_selected.again.trigger()
    wait(shipments, qtbot)
    assert shipments.banner.text.startswith("The disk is full.")
