"""Rows are sorted, searched and replaced without a proxy between."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop_app.ui.models.rows_model import Column, RowsModel

ROLES = Qt.ItemDataRole


@dataclass(frozen=True)
class Fruit:
    """What the table lists."""

    name: str
    pence: int | None


APPLE, BANANA, CHERRY = Fruit("Apple", 30), Fruit("banana", 5), Fruit("Cherry", None)


@pytest.fixture
def model(qtbot: QtBot) -> RowsModel[Fruit]:
    columns: list[Column[Fruit]] = [
        Column("name", "Name", lambda row: row.name, tooltip=lambda row: f"One {row.name}"),
        Column(
            "price", "Price", lambda row: f"{row.pence}p", sort=lambda row: row.pence, right=True,
            icon_of=lambda _row: "pay", tint=lambda row: "danger" if row.pence is None else "",
        ),
    ]  # fmt: skip
    made = RowsModel(columns, key=lambda row: row.name)
    made.set_rows([CHERRY, APPLE, BANANA])
    return made


def test_qt_finds_nothing_amiss(model: RowsModel[Fruit]) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.sort(0)
    model.search("a")
    model.update_row(replace(APPLE, pence=31))
    model.set_rows([])
    assert tester.model() is model


def test_order(model: RowsModel[Fruit]) -> None:
    assert model.rows() == (CHERRY, APPLE, BANANA)
    model.sort(0)
    assert model.rows() == (APPLE, BANANA, CHERRY)
    model.sort(1)
    assert model.rows() == (BANANA, APPLE, CHERRY)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.rows()[-1] == BANANA
    model.sort(-1)
    assert model.rows() == (CHERRY, APPLE, BANANA)


def test_search_finds_every_word_in_any_column(model: RowsModel[Fruit]) -> None:
    model.search(" AN 5p ")
    assert model.rows() == (BANANA,)
    assert model.is_narrowed
    assert len(model.all_rows()) == 3
    model.search("")
    assert len(model.rows()) == 3
    assert not model.is_narrowed


def test_a_restriction_and_a_search_hold_together(model: RowsModel[Fruit]) -> None:
    model.restrict(lambda row: row.pence is not None)
    assert model.rows() == (APPLE, BANANA)
    model.search("apple")
    assert model.rows() == (APPLE,)
    model.restrict(None)
    assert model.rows() == (APPLE,)


def test_a_row_is_replaced_where_it_stands(model: RowsModel[Fruit], qtbot: QtBot) -> None:
    model.sort(0)
    dearer = replace(APPLE, pence=99)
    with qtbot.waitSignal(model.dataChanged):
        assert model.update_row(dearer)
    assert model.row_at(0) == dearer
    assert not model.update_row(Fruit("Fig", 1))
    model.search("99p")
    assert model.rows() == (dearer,)


def test_a_hidden_row_is_replaced_too(model: RowsModel[Fruit]) -> None:
    model.search("cherry")
    assert model.update_row(replace(APPLE, pence=1))
    model.search("1p")
    assert model.rows() == (replace(APPLE, pence=1),)


def test_what_a_cell_says(model: RowsModel[Fruit]) -> None:
    name, price = model.index(0, 0), model.index(0, 1)
    assert model.data(name) == "Cherry"
    assert model.data(name, ROLES.ToolTipRole) == "One Cherry"
    assert model.data(name, ROLES.UserRole) is CHERRY
    assert model.data(name, ROLES.DecorationRole) is None
    assert model.data(price, ROLES.DecorationRole) is not None
    assert model.data(price, ROLES.ForegroundRole) is not None
    assert model.data(model.index(1, 1), ROLES.ForegroundRole) is None
    assert model.data(QModelIndex()) is None
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.data(price, ROLES.TextAlignmentRole) == int(right)


def test_headings(model: RowsModel[Fruit]) -> None:
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Price"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_rows_are_read_ahead_of_the_first_search(qtbot: QtBot, model: RowsModel[Fruit]) -> None:
    model.set_rows(Fruit(f"Fruit {number}", number) for number in range(500))
    qtbot.waitUntil(lambda: len(model._texts) == 500 and not model._idle.isActive())
    model.update_row(Fruit("Fruit 7", 1234))
    model.search("1234p")
    assert model.rows() == (Fruit("Fruit 7", 1234),)
