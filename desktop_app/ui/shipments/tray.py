"""The tray over the list: what was bought and is not on paper yet, until it is."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.measures import format_money
from desktop_app.domain.record import Stage
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.theme.space import ICON, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import body, note


class Tray(QFrame):
    """`print_asked(rows)` for labels on paper, `show_asked()` for them alone in the list.

    Hidden while nothing waits in it.
    """

    print_asked = Signal(object)
    show_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tray")
        self.setProperty("role", "card")
        self._waiting: tuple[ShipmentRow, ...] = ()
        self._words = note()
        self.show_them = button(self.tr("Show them"), kind="quiet", name="trayShow")
        self.print_all = button(self.tr("Print all"), icon_name="print", name="trayPrint")
        self.show_them.clicked.connect(self.show_asked)
        self.print_all.clicked.connect(self._print)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What it says of what waits; "" when hidden."""
        return "" if self.isHidden() else self._words.text()

    def follow(self, rows: Sequence[ShipmentRow]) -> None:
        """Looks through all shipments for what is paid and not printed."""
        self._waiting = tuple(row for row in rows if row.stage is Stage.TO_PRINT)
        coming = sum(row.stage is Stage.PAID for row in rows)
        words = []
        if count := len(self._waiting):
            words.append(self.tr("{0} ready to print").format(f"{count:,}"))
        if coming:
            words.append(self.tr("{0} waiting for the label").format(f"{coming:,}"))
        paid = [row.total for row in rows if row.stage in {Stage.TO_PRINT, Stage.PAID}]
        pounds = sum((total for total in paid if total is not None), Decimal(0))
        words.append(self.tr("{0} paid").format(format_money(pounds)))
        self._words.setText(" · ".join(words))
        self.setAccessibleName(f"{self.tr('Bought, not printed')}: {self._words.text()}")
        self.print_all.setVisible(bool(self._waiting))
        self.setVisible(bool(paid))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(body(self.tr("Bought, not printed"), strong=True))
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(S + 4, S, S, S)
        row.setSpacing(S + 4)
        row.addWidget(IconLabel("label", "accent", side=ICON))
        row.addLayout(words, 1)
        row.addWidget(self.show_them)
        row.addWidget(self.print_all)

    @Slot()
    def _print(self) -> None:
        self.print_asked.emit(list(self._waiting))
