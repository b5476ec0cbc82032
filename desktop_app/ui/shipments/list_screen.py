"""The list of shipments: search, filters, and what can be done with those selected."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.context import Context
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.shipments.columns import shipment_columns
from desktop_app.ui.shipments.detail_panel import DetailPanel
from desktop_app.ui.shipments.filter_bar import FilterBar
from desktop_app.ui.shipments.filters import Filter, counts, matches
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.folding_row import FoldingRow
from desktop_app.ui.widgets.labels import title
from desktop_app.ui.widgets.primary_button import PrimaryButton

_LAYOUT = "shipments.table"
# Which columns give way first in a narrow window; what they say also stands in the details.
_GIVING_WAY = ("updated", "reference", "service", "total")
_NAME_ROOM = 130
_DETAIL_WIDTH = 320


class ListScreen(QWidget):
    """`opened(id)` asks for the wizard, `new_asked()` for a new shipment, `practice_asked()` for
    a filled one, `counted(rows)` tells what was loaded, `failed(error)` that it was not."""

    opened = Signal(str)
    new_asked = Signal()
    practice_asked = Signal()
    import_asked = Signal()
    print_asked = Signal(object)
    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filter = Filter.ALL
        self._loading = False
        self._again = False
        self.search = QLineEdit()
        self.filters = FilterBar()
        self.banner = Banner(closable=True)
        self.busy = BusyBar()
        self.model: RowsModel[ShipmentRow] = RowsModel(shipment_columns(self), lambda row: row.id)
        self.model.setParent(self)
        self.table: DataTable[ShipmentRow] = DataTable(self.model)
        self.detail = DetailPanel(context)
        self.new_button = PrimaryButton(self.tr("New shipment"))
        self.empty = EmptyState("shipments", "", "", self.tr("New shipment"))
        self._searching = QTimer(self, singleShot=True, interval=80)
        self._lay_out()
        self._connect()
        self._restore_layout()

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
        self.search.setFocus()
        self.search.selectAll()

    def selected(self) -> list[ShipmentRow]:
        """The selected rows, from top to bottom."""
        return self.table.selected_rows()

    def _lay_out(self) -> None:
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setToolTip(self.tr("By name, town, reference or consignment number"))
        self.search.setAccessibleName(self.tr("Search the shipments"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(320)
        self.new_button.setObjectName("newShipment")
        self.table.setObjectName("shipments")
        self.table.setAccessibleName(self.tr("Shipments"))
        self.table.give_way(_GIVING_WAY, _NAME_ROOM)
        open_file = button(self.tr("Open a draft file…"), kind="quiet", name="openDraftFile")
        open_file.clicked.connect(self.import_asked)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(title(self.tr("Shipments")))
        head.addStretch(1)
        head.addWidget(open_file)
        head.addWidget(self.new_button)
        self.table.set_empty_state(self.empty)
        left = QVBoxLayout()
        left.setContentsMargins(L, M, L, M)
        left.setSpacing(S + 4)
        left.addLayout(head)
        left.addWidget(FoldingRow(self.filters, self.search))
        left.addWidget(self.banner)
        left.addWidget(self.busy)
        left.addWidget(self.table, 1)
        self.detail.setFixedWidth(_DETAIL_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.detail)
        self.detail.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searching.start)
        self._searching.timeout.connect(self._search)
        self.filters.chosen.connect(self._choose_filter)
        self.new_button.clicked.connect(self.new_asked)
        self.empty.button.setObjectName("emptyAction")
        self.empty.pressed.connect(self._empty_pressed)
        self.table.chosen.connect(self._open)
        self.table.previewed.connect(self._preview)
        self.table.delete_asked.connect(self.delete)
        self.table.copy_asked.connect(self.send_again)
        self.table.typed.connect(self._type_into_search)
        self.table.menu_asked.connect(self._show_menu)
        self.table.selection_changed.connect(self._selection_moved)
        self.table.layout_changed.connect(self._keep_layout)
        self.detail.opened.connect(self.opened)
        self.detail.print_asked.connect(self.print_asked)
        self.detail.again_asked.connect(self._send_one_again)
        self.detail.changed.connect(self.reload)
        self.detail.closed.connect(self.table.clearSelection)

    @Slot(object)
    def _show(self, rows: Sequence[ShipmentRow]) -> None:
        self._loading = False
        self.busy.stop()
        self.model.set_rows(rows)
        self.filters.set_counts(counts(rows))
        self._say_why_empty()
        self.counted.emit(rows)
        for notice in self._context.office.notices:
            self.banner.show_message(notice, "warning")
        if self._again:
            self._again = False
            self.reload()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._loading = False
        self.busy.stop()
        self.banner.show_error(error)
        self.failed.emit(error)

    @Slot()
    def _search(self) -> None:
        self.model.search(self.search.text())
        self._say_why_empty()

    @Slot(object)
    def _choose_filter(self, chosen: Filter) -> None:
        self._filter = chosen
        self.model.restrict(None if chosen is Filter.ALL else partial(_matches, chosen))
        self._say_why_empty()

    def _say_why_empty(self) -> None:
        """An empty list says what belongs there, and what to do."""
        if not self.model.all_rows():
            self.empty.set_text(
                self.tr("No shipments yet"),
                self.tr(
                    "Your drafts, orders and labels are kept here, on this computer. "
                    "Try it with a practice parcel that is filled in for you."
                )
                if self._context.office.accounts.current.is_practice
                else self.tr("Your drafts, orders and labels are kept here, on this computer."),
            )
            practice = self._context.office.accounts.current.is_practice
            self.empty.button.setText(
                self.tr("Try it with a practice parcel") if practice else self.tr("New shipment")
            )
            self.empty.button.show()
        elif self.search.text():
            self.empty.set_text(
                self.tr("Nothing found"),
                self.tr("No shipment matches “{0}”. Try fewer letters.").format(self.search.text()),
            )
            self.empty.button.hide()
        else:
            self.empty.set_text(*self._nothing_here())
            self.empty.button.hide()

    def _nothing_here(self) -> tuple[str, str]:
        words = {
            Filter.DRAFTS: (self.tr("No drafts"), self.tr("Every draft became an order.")),
            Filter.TO_PAY: (self.tr("Nothing to pay"), self.tr("Every order is paid.")),
            Filter.TO_PRINT: (self.tr("Nothing to print"), self.tr("Every label was printed.")),
            Filter.SENT: (
                self.tr("Nothing sent yet"),
                self.tr("A shipment comes here once its label is printed."),
            ),
            Filter.PROBLEMS: (self.tr("No problems"), self.tr("Nothing needs your attention.")),
        }
        return words.get(self._filter, (self.tr("Nothing here"), ""))

    @Slot()
    def _empty_pressed(self) -> None:
        practice = self._context.office.accounts.current.is_practice
        (self.practice_asked if practice else self.new_asked).emit()

    @Slot(object)
    def _open(self, row: ShipmentRow) -> None:
        self.opened.emit(row.id)

    @Slot(object)
    def _preview(self, row: ShipmentRow) -> None:
        self.detail.show_shipment(row.id)
        self.detail.focus_preview()

    @Slot()
    def _selection_moved(self) -> None:
        rows = self.selected()
        if len(rows) == 1:
            self.detail.show_shipment(rows[0].id)
        else:
            self.detail.hide()

    @Slot(str)
    def _type_into_search(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    # What is done with the selected

    @Slot(object)
    def delete(self, rows: Sequence[ShipmentRow]) -> None:
        """Deletes drafts and unpaid orders; Undo brings them back."""
        locked = [row for row in rows if not _can_go(row)]
        ids = [row.id for row in rows if _can_go(row)]
        if locked:
            self.banner.show_message(
                self.tr("A paid shipment is kept: its label belongs to it."), "info"
            )
        if ids:
            drafts = self._context.office.drafts
            self._context.background.start(
                lambda _progress: drafts.delete(ids),
                done=self._deleted,
                failed=self._fail,
                name=self.tr("Deleting"),
            )

    @Slot(object)
    def _deleted(self, records: tuple[ShipmentRecord, ...]) -> None:
        self.reload()
        text = (
            self.tr("Shipment deleted.")
            if len(records) == 1
            else self.tr("{0} shipments deleted.").format(len(records))
        )
        self._context.toast(text, partial(self._bring_back, records))

    def _bring_back(self, records: tuple[ShipmentRecord, ...]) -> None:
        drafts = self._context.office.drafts
        self._context.background.start(
            lambda _progress: drafts.restore(records),
            done=self._brought_back,
            failed=self._fail,
            name=self.tr("Bringing back"),
        )

    @Slot(object)
    def _brought_back(self, _nothing: object) -> None:
        self.reload()

    @Slot(object)
    def send_again(self, rows: Sequence[ShipmentRow]) -> None:
        """Copies the selected into new drafts, on purpose shipments of their own."""
        ids = [row.id for row in rows]
        drafts = self._context.office.drafts
        self._context.background.start(
            lambda _progress: [drafts.send_again(one) for one in ids],
            done=self._copied,
            failed=self._fail,
            name=self.tr("Copying"),
        )

    @Slot(str)
    def _send_one_again(self, shipment_id: str) -> None:
        self.send_again([row for row in self.model.all_rows() if row.id == shipment_id])

    @Slot(object)
    def _copied(self, records: Sequence[ShipmentRecord]) -> None:
        self.reload()
        self.table.select([record.id for record in records])
        self._context.toast(self.tr("Copied as a new draft."), None)
        if len(records) == 1:
            self.opened.emit(records[0].id)

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        rows = self.selected()
        if not rows:
            return
        menu = QMenu(self)
        self._add(menu, self.tr("Open"), partial(self._open, rows[0]), enabled=len(rows) == 1)
        self._add(menu, self.tr("Send again"), partial(self.send_again, rows))
        printable = [row for row in rows if row.stage in {Stage.TO_PRINT, Stage.SENT}]
        self._add(
            menu, self.tr("Print labels"), partial(self.print_asked.emit, printable),
            enabled=bool(printable),
        )  # fmt: skip
        menu.addSeparator()
        deletable = any(_can_go(row) for row in rows)
        self._add(menu, self.tr("Delete"), partial(self.delete, rows), enabled=deletable)
        menu.popup(point)

    def _add(self, menu: QMenu, text: str, work: partial[None], *, enabled: bool = True) -> None:
        action = QAction(text, menu)
        action.setEnabled(enabled)
        action.triggered.connect(work)
        menu.addAction(action)

    # The columns' layout

    def _restore_layout(self) -> None:
        layouts = self._context.office.settings.load().layouts
        if text := layouts.get(_LAYOUT):
            self.table.layout_text = text

    @Slot()
    def _keep_layout(self) -> None:
        store = self._context.office.settings
        settings = store.load()
        layouts = {**settings.layouts, _LAYOUT: self.table.layout_text}
        store.save(settings.model_copy(update={"layouts": layouts}))


def _matches(chosen: Filter, row: ShipmentRow) -> bool:
    return matches(row, chosen)


def _can_go(row: ShipmentRow) -> bool:
    return row.stage in {Stage.DRAFT, Stage.TO_PAY}
