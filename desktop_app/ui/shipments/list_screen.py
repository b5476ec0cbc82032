"""The list of shipments: search, filters, and what can be done with those selected."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.context import Context
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.shipments.columns import shipment_columns
from desktop_app.ui.shipments.delete_question import DeleteQuestion
from desktop_app.ui.shipments.detail_panel import DetailPanel
from desktop_app.ui.shipments.draft_saving import DraftSaving
from desktop_app.ui.shipments.empty_words import (
    EmptyWords,
    first_words,
    nothing_found,
    nothing_here,
)
from desktop_app.ui.shipments.filter_bar import FilterBar
from desktop_app.ui.shipments.filters import Filter, counts, matches
from desktop_app.ui.shipments.list_actions import ListActions
from desktop_app.ui.shipments.row_work import RowWork
from desktop_app.ui.shipments.selection_bar import SelectionBar
from desktop_app.ui.shipments.tray import Tray
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.folding_row import FoldingRow
from desktop_app.ui.widgets.labels import title
from desktop_app.ui.widgets.primary_button import PrimaryButton
from desktop_app.ui.widgets.restyle import set_style
from desktop_app.ui.widgets.search_field import SearchField
from desktop_app.ui.wizard.kept_layouts import keep_layout, kept_layout

_LAYOUT, _DETAILS, _CLOSED = "shipments.table", "shipments.details", "closed"
# Which columns give way first in a narrow window; what they say also stands in the details.
_GIVING_WAY = ("updated", "reference", "service", "total")
_NAME_ROOM = 130
# Of the details: in a window with room, and in a narrow one.
_WIDE, _NARROW, _ROOMY = 320, 300, 1000


class ListScreen(QWidget):
    """`opened(id)` asks for the wizard, `new_asked()` for a new shipment, `practice_asked()` for
    a filled one, `print_asked(rows or ids)` for labels on paper, `orders_asked()` for order
    files; `counted(rows)` tells what was loaded, `failed(error)` that it was not."""

    opened = Signal(str)
    new_asked = Signal()
    practice_asked = Signal()
    orders_asked = Signal()
    print_asked = Signal(object)
    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filter = Filter.ALL
        self._loading = False
        self._again = False
        self._why_unread = ""
        self.search = SearchField(self.tr("Search"), self.tr("Search the shipments"))
        self.filters = FilterBar()
        self.tray = Tray()
        self.banner = Banner(closable=True)
        self.question = DeleteQuestion()
        self.busy = BusyBar()
        self.model: RowsModel[ShipmentRow] = RowsModel(shipment_columns(self), lambda row: row.id)
        self.model.setParent(self)
        self.table: DataTable[ShipmentRow] = DataTable(self.model)
        self.detail = DetailPanel(context)
        self.new_button = PrimaryButton(self.tr("New shipment"))
        self.empty = EmptyState("shipments", "", "", self.tr("New shipment"))
        self.work = RowWork(context, self)
        self.saving = DraftSaving(context, self)
        self.on_selected = ListActions(self, self.selected)
        self.selection_bar = SelectionBar(self.on_selected)
        self._details_open = kept_layout(context.office.settings, _DETAILS) != _CLOSED
        self._lay_out()
        self._connect()
        if text := kept_layout(context.office.settings, _LAYOUT):
            self.table.layout_text = text

    def reload(self) -> None:
        """Reads the list again, in the background; once more if asked meanwhile."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        self.busy.start()
        drafts = self._context.office.drafts
        self._context.background.start(
            lambda _progress: drafts.rows(),
            done=self._show,
            failed=self._fail,
            name=self.tr("Reading the shipments"),
        )

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self.search.focus()

    def selected(self) -> list[ShipmentRow]:
        """The selected rows, from top to bottom."""
        return self.table.selected_rows()

    def show_details(self, *, shown: bool) -> None:
        """Opens or closes the details beside the list; it stays so."""
        self._details_open = shown
        keep_layout(self._context.office.settings, _DETAILS, "" if shown else _CLOSED)
        self._selection_moved()

    @property
    def are_details_open(self) -> bool:
        """Whether the details of a selected shipment are shown."""
        return self._details_open

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list needs its room more than the details do."""
        super().resizeEvent(event)
        self.detail.setFixedWidth(_WIDE if self.width() >= _ROOMY else _NARROW)

    # What it looks like

    def _lay_out(self) -> None:
        self.search.setToolTip(self.tr("By name, town, reference or consignment number"))
        self.new_button.setObjectName("newShipment")
        self.table.setObjectName("shipments")
        self.table.setAccessibleName(self.tr("Shipments"))
        self.table.give_way(_GIVING_WAY, _NAME_ROOM)
        self.table.set_empty_state(self.empty)
        left = QVBoxLayout()
        left.setContentsMargins(L, M, L, M)
        left.setSpacing(S + 4)
        left.addLayout(self._head())
        left.addWidget(FoldingRow(self.filters, self.search))
        left.addWidget(self.tray)
        left.addWidget(self.banner)
        left.addWidget(self.question)
        left.addLayout(self._body(), 1)
        left.addWidget(self.selection_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.detail)
        self.detail.hide()

    def _head(self) -> QHBoxLayout:
        orders = button(
            self.tr("Bring in orders…"), kind="quiet", icon_name="shops", name="bringInOrders"
        )
        orders.clicked.connect(self.orders_asked)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(title(self.tr("Shipments")))
        head.addStretch(1)
        head.addWidget(orders)
        head.addWidget(self.new_button)
        return head

    def _body(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.busy)
        column.addWidget(self.table, 1)
        return column

    def _connect(self) -> None:
        self.search.asked.connect(self._search)
        self.filters.chosen.connect(self._choose_filter)
        self.tray.show_asked.connect(self._show_tray)
        self.tray.print_asked.connect(self.print_asked)
        self.new_button.clicked.connect(self.new_asked)
        self.empty.button.setObjectName("emptyAction")
        self.empty.pressed.connect(self._empty_pressed)
        self._connect_table()
        self._connect_details()
        self._connect_actions()

    def _connect_table(self) -> None:
        self.table.chosen.connect(self._open)
        self.table.previewed.connect(self._preview)
        self.table.delete_asked.connect(self.work.delete)
        self.table.copy_asked.connect(self._send_again)
        self.table.typed.connect(self.search.type_on)
        self.table.menu_asked.connect(self._show_menu)
        self.table.selection_changed.connect(self._selection_moved)
        self.table.layout_changed.connect(self._keep_layout)

    def _connect_details(self) -> None:
        self.detail.opened.connect(self.opened)
        self.detail.print_asked.connect(self.print_asked)
        self.detail.again_asked.connect(self._send_one_again)
        self.detail.changed.connect(self.reload)
        self.detail.closed.connect(self._close_details)

    def _connect_actions(self) -> None:
        self.on_selected.opened.connect(self.opened)
        self.on_selected.print_asked.connect(self.print_asked)
        self.on_selected.again_asked.connect(self._send_again)
        self.on_selected.export_asked.connect(self.saving.save)
        self.on_selected.delete_asked.connect(self.work.delete)
        self.selection_bar.cleared.connect(self._select_nothing)
        self.saving.failed.connect(self.banner.show_error)
        self.work.failed.connect(self.banner.show_error)
        self.work.changed.connect(self.reload)
        self.work.copied.connect(self._copied)
        self.work.kept.connect(self._say_kept)
        self.work.asked.connect(self.question.ask)
        self.question.confirmed.connect(self.work.delete_anyway)

    # What is in it

    @Slot(object)
    def _show(self, rows: Sequence[ShipmentRow]) -> None:
        if self._why_unread and self.banner.text == self._why_unread:
            self.banner.clear()
        self._why_unread = ""
        self.model.set_rows(rows)
        self.filters.set_counts(counts(rows))
        self.tray.follow(rows)
        self._say_why_empty()
        self.counted.emit(rows)
        self._loaded()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.banner.show_error(error)
        self._why_unread = self.banner.text
        self.failed.emit(error)
        self._loaded()

    def _loaded(self) -> None:
        """The reading is over, well or not; it is begun anew where that was asked for."""
        self._loading = False
        self.busy.stop()
        if self._again:
            self._again = False
            self.reload()

    @Slot()
    def _show_tray(self) -> None:
        self.search.clear()
        self.filters.choose(Filter.TO_PRINT)
        self.table.setFocus()

    @Slot(str)
    def _search(self, text: str) -> None:
        self.model.search(text)
        self._say_why_empty()

    @Slot(object)
    def _choose_filter(self, chosen: Filter) -> None:
        self._filter = chosen
        self.tray.show_them.setHidden(chosen is Filter.TO_PRINT)
        self.model.restrict(None if chosen is Filter.ALL else partial(_matches, chosen))
        self._say_why_empty()

    def _say_why_empty(self) -> None:
        """An empty list says what belongs there, and has the one strong button of the page."""
        words, first = self._why_empty(), not self.model.all_rows()
        set_style(self.empty.button, "kind", "primary" if first else "plain")
        set_style(self.new_button, "kind", "plain" if first else "primary")
        self.empty.set_text(words.title, words.sentence)
        self.empty.button.setText(words.action)
        self.empty.button.setVisible(bool(words.action))

    def _why_empty(self) -> EmptyWords:
        if not self.model.all_rows():
            return first_words(is_practice=self._context.office.accounts.current.is_practice)
        if self.search.text():
            return nothing_found(self.search.text())
        return nothing_here(self._filter)

    @Slot()
    def _empty_pressed(self) -> None:
        if self.model.all_rows():
            self._show_all()
        elif self._context.office.accounts.current.is_practice:
            self.practice_asked.emit()
        else:
            self.new_asked.emit()

    def _show_all(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.filters.choose(Filter.ALL)
        self.table.setFocus()

    # What is selected

    @Slot(object)
    def _open(self, row: ShipmentRow) -> None:
        self.opened.emit(row.id)

    @Slot(object)
    def _preview(self, _row: ShipmentRow) -> None:
        self.show_details(shown=not self._details_open)

    @Slot()
    def _close_details(self) -> None:
        self.show_details(shown=False)
        self.table.setFocus()

    @Slot()
    def _selection_moved(self) -> None:
        rows = self.selected()
        self.on_selected.follow(rows)
        self.selection_bar.follow(len(rows))
        if len(rows) == 1 and self._details_open:
            self.detail.show_shipment(rows[0].id)
        else:
            self.detail.hide()

    @Slot()
    def _select_nothing(self) -> None:
        self.table.clearSelection()
        self.table.setFocus()

    @Slot(object)
    def _send_again(self, rows: Sequence[ShipmentRow]) -> None:
        self.work.send_again([row.id for row in rows])

    @Slot(str)
    def _send_one_again(self, shipment_id: str) -> None:
        self.work.send_again([shipment_id])

    @Slot(object)
    def _copied(self, records: Sequence[ShipmentRecord]) -> None:
        self.table.select([record.id for record in records])
        if len(records) == 1:
            self.opened.emit(records[0].id)

    @Slot()
    def _say_kept(self) -> None:
        self.banner.show_message(
            self.tr("A paid shipment is kept: its label belongs to it."), "info"
        )

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.on_selected.all)
        menu.insertSeparator(self.on_selected.delete)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    @Slot()
    def _keep_layout(self) -> None:
        keep_layout(self._context.office.settings, _LAYOUT, self.table.layout_text)


def _matches(chosen: Filter, row: ShipmentRow) -> bool:
    return matches(row, chosen)
