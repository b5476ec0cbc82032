"""A row of widgets goes on in the next line where there is no room."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.flow_layout import FlowLayout


def test_it_wraps_and_leaves_hidden_ones_out(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=10)
    boxes = [QWidget() for _ in range(3)]
    for box in boxes:
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    holder.show()
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(319) == 50
    assert flow.heightForWidth(100) == 80
    boxes[0].hide()
    assert flow.heightForWidth(210) == 20
    holder.resize(150, 200)
    qtbot.waitUntil(lambda: boxes[2].y() == 30)
    assert flow.minimumSize().width() == 100
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
