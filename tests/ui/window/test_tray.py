"""What was bought and not printed is in the tray until a printer took it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import Stage
from desktop_app.ui.shipments.filters import Filter
from desktop_app.ui.shipments.tray import Tray
from tests.fakes.office import WHOLE, FakeOffice, make_office
from tests.ui.window.windows import Opener, labelled, quiet, stages
from tests.ui.wizard.opened import paid


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


def test_nothing_bought_leaves_no_tray(opened: Opener, fake: FakeOffice) -> None:
    fake.office.drafts.new(WHOLE)
    assert opened(fake).list.tray.isHidden()


def test_the_tray_says_what_waits_for_paper_and_what_for_its_label(
    qtbot: QtBot, fake: FakeOffice
) -> None:
    tray = Tray()
    qtbot.addWidget(tray)
    labelled(fake)
    labelled(fake)
    paid(fake)
    fake.office.drafts.new(WHOLE)
    tray.follow(fake.office.drafts.rows())
    assert tray.text == "2 ready to print · 1 waiting for the label · £9.33 paid"
    assert tray.accessibleName() == f"Bought, not printed: {tray.text}"


def test_what_has_no_label_yet_cannot_be_printed(qtbot: QtBot, fake: FakeOffice) -> None:
    tray = Tray()
    qtbot.addWidget(tray)
    paid(fake)
    tray.follow(fake.office.drafts.rows())
    assert tray.text == "1 waiting for the label · £3.11 paid"
    assert tray.print_all.isHidden()


def test_the_tray_shows_them_alone(opened: Opener, fake: FakeOffice) -> None:
    fake.office.drafts.new(WHOLE)
    labelled(fake)
    window = opened(fake)
    window.list.search.setText("somebody else")
    QTest.mouseClick(window.list.tray.show_them, Qt.MouseButton.LeftButton)
    assert stages(window) == [Stage.TO_PRINT]
    assert window.list.search.text() == ""
    assert not window.list.tray.show_them.isVisible()
    window.list.filters.choose(Filter.ALL)
    assert window.list.tray.show_them.isVisible()


def test_printing_all_empties_the_tray(opened: Opener, fake: FakeOffice, qtbot: QtBot) -> None:
    fake.office.drafts.new(WHOLE)
    labelled(fake)
    labelled(fake)
    window = opened(fake)
    QTest.mouseClick(window.list.tray.print_all, Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    qtbot.waitUntil(window.list.tray.isHidden)
    assert len(fake.printers.printed) == 2
    assert sorted(stages(window)) == sorted([Stage.DRAFT, Stage.SENT, Stage.SENT])


def test_a_single_label_is_opened_before_it_is_printed(
    opened: Opener, fake: FakeOffice, qtbot: QtBot
) -> None:
    labelled(fake)
    window = opened(fake)
    QTest.mouseClick(window.list.tray.print_all, Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    assert window.wizard is not None
    assert fake.printers.printed == []


def test_labels_printed_from_the_list_once_more_say_so(
    opened: Opener, fake: FakeOffice, qtbot: QtBot
) -> None:
    first = labelled(fake)
    fake.office.labelling.mark_printed(first.id, "Bench 4x6", LabelPaper.A4)
    labelled(fake)
    window = opened(fake)
    window.printing.print_labels(window.list.model.all_rows())
    quiet(qtbot, window)
    assert window.toast.text == "2 labels sent to the printer. 1 of them had been printed before."
