"""The spending drawn month by month, and added up by courier, service, shop or month."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.services.ledger_view import Grouping, LedgerView
from desktop_app.ui.ledger.columns import Sum, sum_columns
from desktop_app.ui.ledger.spending_chart import SpendingChart
from desktop_app.ui.ledger.words import group_word, grouping_word
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.theme.space import M, S
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import body, section


class Sums(QWidget):
    """`changed()`: another `grouping` was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerSums")
        self.chart = SpendingChart()
        self.by = Chooser[Grouping](self.tr("Added up by"), "ledgerBy")
        self.by.offer([(grouping_word(one), one) for one in Grouping])
        self.by.changed.connect(self._tell)
        self.model: RowsModel[Sum] = RowsModel(sum_columns(self), lambda one: one.group.name, self)
        self.table: DataTable[Sum] = DataTable(self.model, multiple=False)
        self._lay_out()

    @property
    def grouping(self) -> Grouping:
        """What the spending is added up by."""
        return self.by.value

    def show_view(self, view: LedgerView) -> None:
        """Shows other sums."""
        by = self.grouping
        self.chart.set_months(view.months)
        self.model.set_rows(Sum(group_word(by, one.name), one) for one in view.groups)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    def _lay_out(self) -> None:
        self.table.setAccessibleName(self.tr("Sums"))
        words = self.tr("What is paid is added up here, less what came back.")
        self.table.set_empty_state(EmptyState("ledger", self.tr("Nothing was spent"), words))
        label = body(self.tr("Added up by"))
        label.setBuddy(self.by)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(label)
        row.addWidget(self.by)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(section(self.tr("Spending by month")))
        column.addWidget(self.chart)
        column.addSpacing(M - S)
        column.addLayout(row)
        column.addWidget(self.table, 1)
