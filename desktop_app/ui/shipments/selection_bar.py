"""A bar below the list while several shipments are selected: how many, and what to do with them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.shipments.list_actions import ListActions
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.action_button import action_button
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.labels import body


class SelectionBar(QFrame):
    """Hidden for one or none: of one the details say it all. `cleared()` asks to let go."""

    cleared = Signal()

    def __init__(self, actions: ListActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self.setProperty("role", "card")
        self._count = body("", strong=True)
        clear = icon_button("close", self.tr("Select nothing"), name="selectionClear")
        clear.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(S + XS, XS, XS, XS)
        row.setSpacing(XS)
        row.addWidget(self._count)
        row.addStretch(1)
        for name, action in self._shown(actions):
            row.addWidget(action_button(action, name=name))
        row.addWidget(clear)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" when hidden."""
        return "" if self.isHidden() else self._count.text()

    def follow(self, count: int) -> None:
        """So many are selected now."""
        self._count.setText(self.tr("{0} selected").format(f"{count:,}"))
        self.setVisible(count > 1)

    def _shown(self, actions: ListActions) -> list[tuple[str, QAction]]:
        return [
            ("selectedPrint", actions.print),
            ("selectedAgain", actions.again),
            ("selectedExport", actions.export),
            ("selectedDelete", actions.delete),
        ]
