"""Two widgets beside each other where there is room, else one below the other."""

from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.folding_row import FoldingRow


def test_the_second_goes_below_where_there_is_no_room(qtbot: QtBot) -> None:
    first, second = QLabel("words that want their room"), QLineEdit()
    second.setMinimumWidth(160)
    row = FoldingRow(first, second)
    qtbot.addWidget(row)
    row.resize(first.sizeHint().width() + 200, 80)
    row.show()
    assert not row.is_folded
    row.resize(first.sizeHint().width() + 100, 80)
    qtbot.waitUntil(lambda: row.is_folded)
    row.resize(first.sizeHint().width() + 200, 80)
    qtbot.waitUntil(lambda: not row.is_folded)


def test_it_folds_when_words_grow(qtbot: QtBot) -> None:
    first, second = QLabel("few"), QLineEdit()
    second.setMinimumWidth(100)
    row = FoldingRow(first, second)
    qtbot.addWidget(row)
    row.resize(220, 80)
    row.show()
    assert not row.is_folded
    first.setText("many more words than there were before")
    qtbot.waitUntil(lambda: row.is_folded)
