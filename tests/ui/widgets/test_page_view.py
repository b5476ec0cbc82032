"""The preview: fitted or at true size, turned and zoomed by keys, asking for sharper pages."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.services.ports import PagePicture
from desktop_app.ui.widgets.page_sheet import MARGIN, PageSheet
from desktop_app.ui.widgets.page_view import Fit, PageView


def page(width: int = 102, height: int = 152) -> PagePicture:
    return PagePicture(width, height, b"\xff" * (width * height * 4), 101.6, 152.4)


def striped(width: int, height: int) -> PagePicture:
    """Black and white lines one dot wide, as the finest barcode."""
    row = (b"\x00\x00\x00\xff\xff\xff\xff\xff" * width)[: width * 4]
    return PagePicture(width, height, row * height, 101.6, 152.4)


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    return made


def sheet(view: PageView) -> PageSheet:
    found = view.findChild(PageSheet)
    assert found is not None
    return found


def shown_size(view: PageView) -> tuple[float, float]:
    size = sheet(view).page_size
    return size.width(), size.height()


def turn_wheel(view: PageView, notches: float, modifier: Qt.KeyboardModifier) -> None:
    """Over the page, as a hand does."""
    window = view.windowHandle()
    place = sheet(view).mapTo(view, QPoint(MARGIN + 5, MARGIN + 5))
    QTest.wheelEvent(window, QPointF(place), QPoint(0, round(120 * notches)), QPoint(), modifier)


def test_without_pages_it_says_what_it_waits_for(view: PageView) -> None:
    blank = view.grab().toImage()
    view.set_message("The labels are being made.")
    assert view.page_number == 0
    assert view.accessibleName() == "Preview"
    assert view.accessibleDescription() == "The labels are being made."
    assert view.grab().toImage() != blank


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
    assert 40 < dots < 400
    assert shown_size(view)[0] == pytest.approx(4 * dots, rel=0.01)


def test_keys_turn_the_pages(view: PageView) -> None:
    view.set_pages([page(), page(), page()])
    count = view.findChild(QLabel, "pageCount")
    assert count is not None
    assert count.text() == "1 of 3"
    for key, number in (
        (Qt.Key.Key_End, 3),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_PageUp, 2),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_Right, 2),
    ):
        QTest.keyClick(view, key)
        assert view.page_number == number
    assert view.accessibleDescription() == "2 of 3"


def test_other_pages_keep_the_place_where_they_can(view: PageView) -> None:
    view.set_pages([page(), page(), page()])
    view.turn(2)
    view.set_pages([page(200, 300), page(200, 300), page(200, 300)])
    assert view.page_number == 3
    view.set_pages([page()])
    assert view.page_number == 1
    view.set_pages([])
    assert view.page_number == 0


def test_keys_zoom(view: PageView) -> None:
    view.set_pages([page()])
    before = shown_size(view)[0]
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert shown_size(view)[0] == pytest.approx(before * 1.2, rel=0.01)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert shown_size(view)[0] == pytest.approx(before, rel=0.01)


def test_a_zoomed_page_is_scrolled_by_keys(view: PageView) -> None:
    view.set_pages([page()])
    view.zoom(3)
    area = view.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    start = bar.value()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert bar.value() > start
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert bar.value() == start


@pytest.mark.parametrize("zoomed", [1.0, 3.0], ids=["whole", "larger than the room"])
def test_the_wheel_zooms_with_ctrl_and_scrolls_without(view: PageView, zoomed: float) -> None:
    view.set_pages([page()])
    view.zoom(zoomed)
    before = shown_size(view)[0]
    turn_wheel(view, 1, Qt.KeyboardModifier.NoModifier)
    assert shown_size(view)[0] == before
    turn_wheel(view, 1, Qt.KeyboardModifier.ControlModifier)
    assert shown_size(view)[0] == pytest.approx(before * 1.2, rel=0.01)
    turn_wheel(view, -1, Qt.KeyboardModifier.ControlModifier)
    turn_wheel(view, 0.25, Qt.KeyboardModifier.ControlModifier)
    assert shown_size(view)[0] == pytest.approx(before * 1.2**0.25, rel=0.01)


def settle(view: PageView, qtbot: QtBot) -> None:
    """Until it has made up its mind whether it wants sharper pages."""
    qtbot.waitUntil(lambda: not view._settled.isActive())


def test_a_coarse_page_asks_for_a_sharper_one_once(view: PageView, qtbot: QtBot) -> None:
    asked: list[float] = []
    view.resolution_wanted.connect(asked.append)
    view.set_pages([page()])
    settle(view, qtbot)
    (dpi,) = asked
    assert dpi > 25
    view.set_pages([page(round(4 * dpi), round(6 * dpi))])
    settle(view, qtbot)
    assert asked == [dpi]
    assert view.page_number == 1


def test_nobody_is_asked_for_more_than_can_be_seen(view: PageView, qtbot: QtBot) -> None:
    view.resize(1600, 2000)
    asked: list[float] = []
    view.resolution_wanted.connect(asked.append)
    view.set_pages([page()])
    view.zoom(4)
    settle(view, qtbot)
    assert asked == [400]
    view.set_pages([page(1600, 2400)])
    settle(view, qtbot)
    assert asked == [400]


def greys(image: QImage, y: int, left: int, right: int) -> list[int]:
    return [QColor(image.pixel(x, y)).lightness() for x in range(left, right)]


def test_fine_lines_are_averaged_and_not_dropped(view: PageView) -> None:
    """A page drawn ten times too fine stays an even grey: no bar is lost, none wins."""
    view.set_pages([striped(4000, 60)])
    shown = view.findChild(PageSheet)
    assert shown is not None
    across = greys(shown.grab().toImage(), MARGIN + 40, MARGIN + 20, MARGIN + 220)
    assert 110 < min(across) <= max(across) < 145


def test_a_picture_is_made_once_for_each_size(view: PageView) -> None:
    view.set_pages([striped(4000, 60)])
    one, again = sheet(view).picture(), sheet(view).picture()
    assert one.cacheKey() == again.cacheKey()
    view.zoom(0.5)
    assert sheet(view).picture().width() == pytest.approx(one.width() / 2, abs=1)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_page_is_drawn_at_the_screens_own_dots(
    view: PageView, ratio: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 150 % of scale, one and a half dots are drawn for each of the window's units."""
    monkeypatch.setattr(sheet(view), "devicePixelRatioF", lambda: ratio)
    view.set_pages([page(4000, 6000)])
    assert sheet(view).picture().width() == pytest.approx(shown_size(view)[0] * ratio, abs=1)
