"""The preview: fitted or at true size, turned and zoomed by keys, asking for sharper pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.services.ports import PagePicture
from desktop_app.ui.widgets.page_view import Fit, PageView


def page(width: int = 102, height: int = 152) -> PagePicture:
    return PagePicture(width, height, b"\xff" * (width * height * 4), 101.6, 152.4)


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    return made


def shown_size(view: PageView) -> tuple[float, float]:
    size = view._sheet._size
    return size.width(), size.height()


def test_without_pages_it_says_what_it_waits_for(view: PageView) -> None:
    view.set_message("The labels are being made.")
    assert view.page_number == 0
    assert view._sheet.message == "The labels are being made."


def test_a_page_is_fitted_into_the_room_and_keeps_its_shape(view: PageView) -> None:
    view.set_pages([page()])
    width, height = shown_size(view)
    assert width < 500
    assert height < 700
    assert height / width == pytest.approx(152.4 / 101.6, rel=0.01)
    view.resize(300, 300)
    assert shown_size(view)[1] < 300


def test_true_size_follows_the_screen(view: PageView) -> None:
    view.set_pages([page()])
    view.set_fit(Fit.TRUE_SIZE)
    dots = view.screen().physicalDotsPerInchX()
    assert shown_size(view)[0] == pytest.approx(4 * dots, rel=0.01)


def test_keys_turn_and_zoom(view: PageView) -> None:
    view.set_pages([page(), page(), page()])
    count = view.findChild(QLabel, "pageCount")
    assert count is not None
    assert count.text() == "1 of 3"
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page_number == 3
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page_number == 2
    before = shown_size(view)[0]
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert shown_size(view)[0] == pytest.approx(before * 1.2, rel=0.01)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert shown_size(view)[0] == pytest.approx(before, rel=0.01)


def test_a_coarse_page_asks_for_a_sharper_one_once(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.resolution_wanted) as asked:
        view.set_pages([page()])
    (dpi,) = asked.args
    assert dpi > 25
    sharp = page(round(102 * dpi / 25), round(152 * dpi / 25))
    with qtbot.assertNotEmitted(view.resolution_wanted, wait=300):
        view.set_pages([sharp])
    assert view.page_number == 1
