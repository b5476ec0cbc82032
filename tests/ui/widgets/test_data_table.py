"""The table keeps what is selected and how its columns stand, and answers to its keys."""

import json

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QHoverEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.ui.models.rows_model import Column, RowsModel
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState

Table = DataTable[int]


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    columns: list[Column[int]] = [
        Column("number", "Number", str, sort=lambda row: row, right=True, width=8),
        Column("word", "Word", lambda row: f"a rather long word for number {row}", width=0),
        Column("parity", "Parity", lambda row: "odd" if row % 2 else "even", width=10),
    ]
    model: RowsModel[int] = RowsModel(columns, key=lambda row: row)
    made = DataTable(model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(500, 300)
    model.set_rows(range(20))
    return made


def test_selection_outlives_sorting_searching_and_a_refresh(table: Table) -> None:
    table.select([3, 5])
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.selected_rows() == [5, 3]
    assert table.current_row() == 3
    table.rows_model.search("odd")
    assert table.selected_rows() == [5, 3]
    table.rows_model.set_rows([1, 5, 7])
    assert table.selected_rows() == [5]


def test_one_signal_for_a_whole_refill(qtbot: QtBot, table: Table) -> None:
    table.select([3, 5, 7])
    with qtbot.waitSignal(table.selection_changed):
        table.rows_model.set_rows([3, 5, 7])
    with qtbot.assertNotEmitted(table.selection_changed, wait=20):
        pass


def hover(table: Table, kind: QEvent.Type, row: int) -> None:
    """The pointer over the second cell of a row, as Qt tells of it."""
    cell = table.visualRect(table.model().index(row, 1)).center()
    QApplication.sendEvent(table.viewport(), QHoverEvent(kind, cell, cell, cell))


def tinted(table: Table) -> set[tuple[int, int]]:
    """Which of the upper cells wear the colour of what is under the pointer."""
    image = table.viewport().grab().toImage()
    ground = QColor(tokens().hover)
    cells = {
        (row, column): table.visualRect(table.model().index(row, column))
        for row in range(4)
        for column in range(3)
    }
    return {
        place
        for place, box in cells.items()
        if image.pixelColor(box.topLeft()).rgb() == ground.rgb()
    }


def test_the_whole_row_under_the_pointer_is_tinted(table: Table) -> None:
    table.show()
    hover(table, QEvent.Type.HoverMove, 1)
    assert tinted(table) == {(1, 0), (1, 1), (1, 2)}
    hover(table, QEvent.Type.HoverMove, 2)
    assert tinted(table) == {(2, 0), (2, 1), (2, 2)}
    hover(table, QEvent.Type.HoverLeave, 2)
    assert tinted(table) == set()


def test_only_rows_that_changed_are_painted_again(qtbot: QtBot) -> None:
    asked: set[int] = set()

    def words(row: int) -> str:
        asked.add(row)
        return str(row)

    model: RowsModel[int] = RowsModel([Column("number", "Number", words)], key=lambda row: row)
    table = DataTable(model)
    model.setParent(table)
    qtbot.addWidget(table)
    table.resize(300, 600)
    model.set_rows(range(12))
    with qtbot.waitExposed(table):
        table.show()
    qtbot.waitUntil(lambda: asked == set(range(12)))
    QApplication.processEvents()
    asked.clear()
    model.update_rows([2, 3, 7])
    qtbot.waitUntil(lambda: bool(asked))
    QApplication.processEvents()
    assert asked == {2, 3, 7}


def test_keys(qtbot: QtBot, table: Table) -> None:
    table.select([4])
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.previewed) as previewed:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    with qtbot.waitSignal(table.delete_asked) as deleted:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(table.copy_asked) as copied:
        qtbot.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(table.typed) as typed:
        qtbot.keyClick(table, "x")
    assert [chosen.args, previewed.args] == [[4], [4]]
    assert [deleted.args, copied.args, typed.args] == [[[4]], [[4]], ["x"]]


def test_arrows_still_move(qtbot: QtBot, table: Table) -> None:
    table.select([4])
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current_row() == 5


def test_a_double_click_chooses_once(qtbot: QtBot, table: Table) -> None:
    chosen: list[object] = []
    table.chosen.connect(chosen.append)
    table.show()
    place = table.visualRect(table.rows_model.index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [2, 2]


def test_columns_stay_as_they_were_left(qtbot: QtBot, table: Table) -> None:
    header = table.horizontalHeader()
    header.moveSection(2, 0)
    header.resizeSection(0, 111)
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    table.hide_column("number")
    kept = table.layout_text

    header.moveSection(0, 2)
    table.hide_column("number", hidden=False)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.layout_text = kept
    assert header.visualIndex(2) == 0
    assert table.isColumnHidden(0)
    assert table.rows_model.row_at(0) % 2 == 1
    assert json.loads(table.layout_text)["order"] == ["parity", "number", "word"]


@pytest.mark.parametrize("text", ["", "no json", "[]", "{}", '{"version": 99}'])
def test_a_layout_that_is_none_of_ours_changes_nothing(table: Table, text: str) -> None:
    before = table.layout_text
    table.layout_text = text
    assert table.layout_text == before


def test_a_layout_of_another_version_of_the_columns(table: Table) -> None:
    table.layout_text = json.dumps({
        "version": 1, "order": ["gone", "word", "number"], "widths": {"gone": 9, "number": 1},
        "hidden": ["gone"], "sort": "gone", "descending": False,
    })  # fmt: skip
    assert table.horizontalHeader().logicalIndex(0) == 1
    assert table.columnWidth(0) >= 48


def test_damaged_values_in_a_layout_change_nothing(table: Table) -> None:
    before = table.layout_text
    for damage in ({"order": 5}, {"widths": {"number": "wide"}}, {"hidden": None}):
        table.layout_text = json.dumps(json.loads(before) | damage)
        assert table.layout_text == before


def test_the_headers_menu_never_hides_the_last_column(table: Table) -> None:
    menu = table.horizontalHeader().columns_menu()  # type: ignore[attr-defined]
    for action in menu.actions():
        action.trigger()
    hidden = [table.isColumnHidden(place) for place in range(3)]
    assert hidden.count(False) == 1
    menu.actions()[0].trigger()
    assert not table.isColumnHidden(0)


def test_an_empty_table_says_so(qtbot: QtBot, table: Table) -> None:
    empty = EmptyState("parcel", "No numbers yet", "They come from counting.", "Count")
    table.set_empty_state(empty)
    assert empty.isHidden()
    table.rows_model.set_rows([])
    assert not empty.isHidden()
    assert empty.parent() is table.viewport()
    with qtbot.waitSignal(empty.pressed):
        empty.button.click()
    table.rows_model.set_rows([1])
    assert empty.isHidden()


def test_elided_text_is_whole_in_the_tooltip(qtbot: QtBot, table: Table) -> None:
    table.show()
    table.resize(220, 300)
    index = table.rows_model.index(3, 1)
    place = table.visualRect(index).center()
    point = table.viewport().mapToGlobal(place)
    option = table_option(table, index)
    table.itemDelegate().helpEvent(help_at(place, point), table, option, index)
    assert QToolTip.text() == "a rather long word for number 3"
    QToolTip.hideText()


def table_option(table: Table, index: QModelIndex) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    return option


def help_at(place: QPoint, point: QPoint) -> QHelpEvent:
    return QHelpEvent(QEvent.Type.ToolTip, place, point)


def test_the_menu_is_asked_for(qtbot: QtBot, table: Table) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(50, 60))
    with qtbot.waitSignal(table.menu_asked) as asked:
        table.contextMenuEvent(event)
    assert asked.args == [QPoint(50, 60)]


def test_thousands_of_selected_rows_stay_selected(table: Table) -> None:
    table.rows_model.set_rows(range(5000))
    table.select(range(0, 5000, 2))
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.selected_rows() == list(range(4998, -1, -2))
    table.selectAll()
    table.rows_model.search("odd")
    assert table.selected_rows() == list(range(4999, 0, -2))


def test_columns_give_way_to_the_wide_one_and_come_back(qtbot: QtBot, table: Table) -> None:
    table.show()
    qtbot.waitExposed(table)
    table.give_way(("parity", "number"), 300)
    assert _hidden(table) == [False, False, False]
    table.resize(430, 300)
    assert _hidden(table) == [False, False, True]
    table.resize(330, 300)
    assert _hidden(table) == [True, False, True]
    assert table.horizontalHeader().length() == table.viewport().width()
    table.resize(500, 300)
    assert _hidden(table) == [False, False, False]


def test_a_column_that_gave_way_is_not_kept_as_hidden(table: Table) -> None:
    table.show()
    table.give_way(("parity",), 9000)
    assert _hidden(table) == [False, False, True]
    assert json.loads(table.layout_text)["hidden"] == []


def test_a_column_the_user_asks_for_stays(table: Table) -> None:
    table.show()
    table.give_way(("parity",), 9000)
    table.hide_column("parity", hidden=False)
    table.resize(400, 300)
    assert _hidden(table) == [False, False, False]


def _hidden(table: Table) -> list[bool]:
    return [table.isColumnHidden(place) for place in range(3)]
