"""Draft files dropped onto the window, many at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.draft_file import write_draft
from desktop_app.ui.workspace import Workspace
from tests.fakes.office import WHOLE, FakeOffice, make_office
from tests.ui.window.windows import Opener, quiet

Drop = Callable[[list[Path]], bool]


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def window(opened: Opener, fake: FakeOffice) -> Workspace:
    return opened(fake)


@pytest.fixture
def drop(window: Workspace, qtbot: QtBot) -> Drop:
    """Drags files over the window and lets them go; whether it took them."""

    def drop(paths: list[Path]) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        held = Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, held)
        QApplication.sendEvent(window, entering)
        if entering.isAccepted():
            QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, held))
            quiet(qtbot, window)
        return entering.isAccepted()

    return drop


def written(folder: Path, *references: str) -> list[Path]:
    paths = [folder / f"{reference}.JSON" for reference in references]
    for path in paths:
        shipment = WHOLE.model_copy(update={"reference": path.stem})
        path.write_text(write_draft(shipment), encoding="utf-8")
    return paths


def test_many_become_drafts_and_one_summary_names_the_others(
    window: Workspace, fake: FakeOffice, drop: Drop, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = [tmp_path / f"bad-{number}.json" for number in range(7)]
    for path in bad:
        path.write_text("no draft", encoding="utf-8")
    picture = tmp_path / "picture.png"
    assert drop([*written(tmp_path, "A-1", "A-2", "A-3"), *bad, picture])

    assert {row.reference for row in window.list.model.rows()} == {"A-1", "A-2", "A-3"}
    assert window.wizard is None
    assert window.toast.text == "3 drafts added."
    lines = window.notices.text.splitlines()
    assert lines[0] == "7 of 10 files could not be read."
    assert [line.split(":")[0] for line in lines[1:6]] == [path.name for path in bad[:5]]
    assert lines[6:] == ["And 2 more."]

    window.toast.undo_now()
    quiet(qtbot, window)
    assert fake.shipments.records == {}
    assert list(window.list.model.rows()) == []


def test_one_is_opened_to_go_on_with(window: Workspace, drop: Drop, tmp_path: Path) -> None:
    assert drop(written(tmp_path, "A-1"))
    assert window.wizard is not None
    assert window.wizard.session.shipment.reference == "A-1"


def test_an_open_wizard_stays_while_many_are_dropped(
    window: Workspace, drop: Drop, qtbot: QtBot, tmp_path: Path
) -> None:
    window.new_shipment(WHOLE)
    quiet(qtbot, window)
    wizard = window.wizard
    assert drop(written(tmp_path, "A-1", "A-2"))
    assert window.wizard is wizard
    assert window.notices.text == ""


def test_other_files_are_not_taken(drop: Drop, tmp_path: Path) -> None:
    assert not drop([tmp_path / "picture.png"])
