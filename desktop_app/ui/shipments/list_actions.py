"""What can be done with the selected shipments: the same in every menu, in the bar and by key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.domain.record import Stage
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.theme.icons import icon

_WITH_LABELS = {Stage.TO_PRINT, Stage.SENT}


class ListActions(QObject):
    """`opened(id)`, and of the rows: `again_asked`, `print_asked`, `export_asked`, `delete_asked`.

    `selected()` is asked when one is used, for a key may come before `follow(rows)` tells that
    others are selected. The keys hold while the cursor is on `screen`.
    """

    opened = Signal(str)
    again_asked = Signal(object)
    print_asked = Signal(object)
    export_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, screen: QWidget, selected: Callable[[], list[ShipmentRow]]) -> None:
        super().__init__(screen)
        self._selected = selected
        self.open = QAction(icon("edit"), self.tr("Open"), self)
        self.print = _with_key(QAction(icon("print"), self.tr("Print labels"), self), "Ctrl+P")
        self.again = _with_key(QAction(icon("copy"), self.tr("Send again"), self), "Ctrl+D")
        self.export = QAction(icon("save"), self.tr("Export draft file…"), self)
        self.delete = _with_key(QAction(icon("delete"), self.tr("Delete"), self), "Del")
        self.open.triggered.connect(self._open)
        self.print.triggered.connect(self._print)
        self.again.triggered.connect(self._again)
        self.export.triggered.connect(self._export)
        self.delete.triggered.connect(self._delete)
        screen.addActions(self.all)
        self.follow(())

    @property
    def all(self) -> list[QAction]:
        """In the order in which menus show them; Delete last."""
        return [self.open, self.print, self.again, self.export, self.delete]

    def follow(self, rows: Sequence[ShipmentRow]) -> None:
        """Others are selected: what cannot be done with them is grey."""
        self.open.setEnabled(len(rows) == 1)
        self.print.setEnabled(bool(_printable(rows)))
        for action in (self.again, self.export, self.delete):
            action.setEnabled(bool(rows))

    @Slot()
    def _open(self) -> None:
        for row in self._selected()[:1]:
            self.opened.emit(row.id)

    @Slot()
    def _print(self) -> None:
        self._ask(self.print_asked, _printable(self._selected()))

    @Slot()
    def _again(self) -> None:
        self._ask(self.again_asked, self._selected())

    @Slot()
    def _export(self) -> None:
        self._ask(self.export_asked, self._selected())

    @Slot()
    def _delete(self) -> None:
        self._ask(self.delete_asked, self._selected())

    def _ask(self, wish: SignalInstance, rows: list[ShipmentRow]) -> None:
        if rows:
            wish.emit(rows)


def _printable(rows: Sequence[ShipmentRow]) -> list[ShipmentRow]:
    return [row for row in rows if row.stage in _WITH_LABELS]


def _with_key(action: QAction, key: str) -> QAction:
    """Only in the list: elsewhere the same key may mean something else."""
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action
