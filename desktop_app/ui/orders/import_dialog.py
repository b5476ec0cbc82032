"""What is in order files, before drafts are made of it: the orders, and what is left out."""

from collections import defaultdict
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.again import Again
from desktop_app.domain.shop_order import FileReport
from desktop_app.services.importing import OrdersRead
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.orders.columns import (
    Found,
    LeftOut,
    all_left_out,
    left_out_columns,
    order_columns,
)
from desktop_app.ui.orders.rate_row import RateRow
from desktop_app.ui.orders.words import again_word, platform_word
from desktop_app.ui.theme.fonts import bold_width
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import body, note, title

_WIDTH, _HEIGHT, _ROOM = 960, 600, 150
_GIVING_WAY = ("shop", "country", "goods")
_INSET = 12


class ImportDialog(QDialog):
    """`wanted(Again, rates)`: make drafts of these orders."""

    wanted = Signal(object, object)

    def __init__(self, found: OrdersRead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Bring in orders"))
        self.resize(_WIDTH, _HEIGHT)
        self._found = found
        self.model: RowsModel[Found] = RowsModel(order_columns(self), lambda one: one.place, self)
        self.orders: DataTable[Found] = DataTable(self.model, multiple=False)
        self._left_out: RowsModel[LeftOut] = RowsModel(
            left_out_columns(), lambda one: one.place, self
        )
        self.left_out: DataTable[LeftOut] = DataTable(self._left_out, multiple=False)
        self.pages = QStackedWidget()
        self.banner = Banner()
        self.again = Chooser[Again](self.tr("Orders that are here already"), "orderAgain")
        self.again.offer([(again_word(one), one) for one in Again])
        self.rates = RateRow(found.currencies)
        self.go = button("", kind="primary", name="importGo")
        self.cancel = button(self.tr("Cancel"), name="importCancel")
        self._fill()
        self._lay_out()
        self.again.changed.connect(self._say_how_many)
        self.go.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.reject)
        self._say_how_many()

    @property
    def _here(self) -> int:
        """How many of the orders are here already."""
        return sum(order.key in self._found.known for order in self._found.orders)

    def _fill(self) -> None:
        notes: dict[str | int, list[str]] = defaultdict(list)
        for one in self._found.notes:
            notes[one.order_number or one.row].append(one.message)
        self.model.set_rows(
            Found(
                order,
                order.key in self._found.known,
                tuple(notes[order.order_number or order.lines[0].row]),
                place,
            )
            for place, order in enumerate(self._found.orders)
        )
        self._left_out.set_rows(all_left_out(self._found))
        about_files = [one.message for one in self._found.notes if not one.row]
        if about_files:
            self.banner.show_message("\n".join(dict.fromkeys(about_files)), "warning")

    @Slot()
    def _say_how_many(self) -> None:
        """What the button will do."""
        here, new = self._here, len(self._found.orders) - self._here
        if self.again.value is Again.NEW:
            new += here
        count = new + (here if self.again.value is Again.UPDATE else 0)
        words = self.tr("Make 1 draft") if new == 1 else self.tr("Make {0} drafts").format(new)
        if self.again.value is Again.UPDATE and here:
            words = self.tr("Make {0} drafts, update {1}").format(new, here)
        self.go.setText(words)
        self.go.setEnabled(bool(count))
        self.go.setDefault(True)

    @Slot()
    def _confirm(self) -> None:
        self.wanted.emit(self.again.value, self.rates.rates)
        self.accept()

    # How it is built

    def _lay_out(self) -> None:
        self._set_up_tables()
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(S + 4)
        column.addWidget(title(self.tr("Bring in orders")))
        column.addWidget(note("  ·  ".join(self._about(one) for one in self._found.files)))
        column.addWidget(self.banner)
        column.addLayout(self._switch())
        column.addWidget(self.pages, 1)
        column.addWidget(self.rates)
        column.addLayout(self._foot())

    def _set_up_tables(self) -> None:
        self.orders.setAccessibleName(self.tr("Orders"))
        self.orders.give_way(_GIVING_WAY, _ROOM)
        self.orders.set_empty_state(
            EmptyState(
                "shops",
                self.tr("No order to send"),
                self.tr("Look under “Left out” for the reason of each row."),
            )
        )
        self.left_out.setAccessibleName(self.tr("Left out"))
        self.left_out.set_empty_state(
            EmptyState("check", self.tr("Nothing is left out"), self.tr("Every row is an order."))
        )
        self.pages.addWidget(self.orders)
        self.pages.addWidget(self.left_out)

    def _switch(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        group = QButtonGroup(self)
        for table, words, count in (
            (self.orders, self.tr("Orders {0}"), len(self._found.orders)),
            (self.left_out, self.tr("Left out {0}"), self._left_out.rowCount()),
        ):
            one = button(words.format(f"{count:,}"), kind="quiet")
            one.setCheckable(True)
            one.setChecked(table is self.orders)
            one.setMinimumWidth(bold_width(one.font(), one.text()) + 2 * _INSET)
            one.clicked.connect(partial(self.pages.setCurrentWidget, table))
            group.addButton(one)
            row.addWidget(one)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        label = self._here_label()
        label.setBuddy(self.again)
        row.addWidget(label)
        row.addWidget(self.again)
        for one in (label, self.again):
            one.setVisible(bool(self._here))
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        return row

    def _here_label(self) -> QLabel:
        if self._here == 1:
            return body(self.tr("1 order is here already:"))
        return body(self.tr("{0} orders are here already:").format(self._here))

    def _about(self, report: FileReport) -> str:
        words = self.tr("{file}: {platform}, {rows} rows")
        rows = report.rows.total - report.rows.header - report.rows.blank
        platform = platform_word(report.platform)
        return words.format(file=report.file, platform=platform, rows=f"{rows:,}")
