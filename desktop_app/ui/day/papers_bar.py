"""How the labels of a booked day go on paper, and the couriers' lists."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.paper import PrintOrder
from desktop_app.ui.context import Context
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.wizard.print_memory import remembered
from desktop_app.ui.wizard.print_options import PrintOptions


class PapersBar(QFrame):
    """`save_wanted()`: all labels as one PDF; `lists_wanted()`: one list for each courier.

    What is chosen here is remembered. The buttons for both, `files`, stand elsewhere: there is
    more room.
    """

    save_wanted = Signal()
    lists_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("papersBar")
        self._context = context
        kept = remembered(context.office.settings)
        self.options = PrintOptions(context, side_by_side=True)
        self.orders = QComboBox()
        for order, text in self._orders():
            self.orders.addItem(text, order)
        self.orders.setCurrentIndex(self.orders.findData(kept.order))
        self.slips = QCheckBox(self.tr("Packing slip after each"))
        self.slips.setObjectName("daySlips")
        self.slips.setChecked(kept.slips)
        self.save = button(self.tr("Save as PDF…"), kind="quiet", icon_name="save", name="daySave")
        self.lists = button(
            self.tr("Couriers' lists…"), kind="quiet", icon_name="truck", name="dayLists"
        )
        self.files = (self.lists, self.save)
        self.save.clicked.connect(self.save_wanted)
        self.lists.clicked.connect(self.lists_wanted)
        self.orders.activated.connect(self._keep)
        self.slips.toggled.connect(self._keep)
        self._lay_out()

    @property
    def order(self) -> PrintOrder:
        """In which order the labels leave the printer."""
        return PrintOrder(self.orders.currentData())

    def _orders(self) -> tuple[tuple[PrintOrder, str], ...]:
        return (
            (PrintOrder.LIST, self.tr("As listed")),
            (PrintOrder.COURIER, self.tr("By courier")),
            (PrintOrder.SKU, self.tr("By SKU")),
            (PrintOrder.RECIPIENT, self.tr("By recipient")),
        )

    @Slot()
    def _keep(self) -> None:
        """A choice that cannot be kept still holds for this day."""
        store = self._context.office.settings
        try:
            now = store.load()
            update = {"order": self.order, "slips": self.slips.isChecked()}
            store.save(now.model_copy(update={"printing": now.printing.model_copy(update=update)}))
        except PostroomError:
            return

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S, L, 0)
        row.setSpacing(M - 4)
        row.addWidget(self.options)
        row.addWidget(Field(self.tr("Order"), self.orders, path="labels.order"))
        row.addWidget(self.slips)
        row.addStretch(1)
