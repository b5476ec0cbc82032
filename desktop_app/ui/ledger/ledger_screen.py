"""The ledger: every order, payment, top-up and refund, filtered, added up, drawn and saved."""

from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.ledger import LedgerFilter
from desktop_app.domain.measures import format_date, format_money
from desktop_app.domain.refund import Refund, RefundState
from desktop_app.services.ledger import RefundWish
from desktop_app.services.ledger_view import LedgerView, Line
from desktop_app.ui.context import Context
from desktop_app.ui.ledger.columns import GIVING_WAY, line_columns
from desktop_app.ui.ledger.filter_row import FilterRow, Kinds
from desktop_app.ui.ledger.ledger_work import LedgerWork
from desktop_app.ui.ledger.refund_dialogs import AskDialog, ReceivedDialog
from desktop_app.ui.ledger.sums import Sums
from desktop_app.ui.ledger.totals_bar import TotalsBar
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.theme.fonts import bold_width
from desktop_app.ui.theme.space import ICON, L, M, S
from desktop_app.ui.widgets.banner import Banner, Tone
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import line, title
from desktop_app.ui.wizard.file_question import FileQuestion

_ROOM = 150
_FOLDER = "ledger.folder"
_ENDING = ".xlsx"


def ask_path(parent: QWidget, heading: str, path: str) -> str:
    """The system's own dialog; the path chosen, with the ending of the chosen kind, or ""."""
    kinds = ("Excel (*.xlsx)", "CSV (*.csv)")
    chosen, kind = QFileDialog.getSaveFileName(parent, heading, path, ";;".join(kinds))
    is_bare = bool(chosen) and not Path(chosen).suffix
    return f"{chosen}.csv" if is_bare and kind == kinds[1] else chosen


class LedgerScreen(QWidget):
    """`opened(id)`: look at a shipment; `due_counted(int)`: so many should be asked back."""

    opened = Signal(str)
    due_counted = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerScreen")
        self._context = context
        self._view = LedgerView()
        self._looked_for = (LedgerFilter(), False)
        self.work = LedgerWork(context, self)
        self.question = FileQuestion(context.office.settings, ask_path, _FOLDER, _ENDING)
        self.filters = FilterRow()
        self.banner = Banner(closable=True)
        self.due = Banner()
        self.show_due = self.due.add_action(self.tr("Show them"), name="ledgerShowDue")
        self.busy = BusyBar()
        self.model: RowsModel[Line] = RowsModel(line_columns(self), lambda one: one.id, self)
        self.table: DataTable[Line] = DataTable(self.model, multiple=False)
        self.empty = EmptyState("ledger", "", "", self.tr("Show everything"))
        self.sums = Sums()
        self.pages = QStackedWidget()
        self.totals = TotalsBar()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._selection_moved()

    def _make_buttons(self) -> None:
        self.added_up = button(
            self.tr("Totals"), kind="quiet", icon_name="ledger", name="ledgerAddedUp"
        )
        self.added_up.setCheckable(True)
        bold = bold_width(self.added_up.font(), self.added_up.text())
        self.added_up.setMinimumWidth(bold + ICON + L)
        self.open = button(self.tr("Open"), kind="quiet", icon_name="edit", name="ledgerOpen")
        self.ask = button(self.tr("Ask for a refund…"), name="ledgerAsk")
        self.received = button(self.tr("Refund received…"), name="ledgerReceived")
        self.refused = button(self.tr("Refused"), kind="quiet", name="ledgerRefused")
        self.save = button(
            self.tr("Save as a file…"), kind="quiet", icon_name="download", name="ledgerSave"
        )

    def reload(self) -> None:
        """Reads the ledger again, in the background."""
        self.busy.start()
        self.work.load()

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self.filters.search.focus()

    # What is shown

    @Slot()
    def _look(self) -> None:
        wanted, only_due = self.filters.wanted, self.filters.only_due
        self._looked_for = (wanted, only_due)
        self.busy.start()
        self.work.look(wanted, self.sums.grouping, only_due=only_due)

    @Slot(object)
    def _show(self, view: LedgerView) -> None:
        self._view = view
        self.filters.offer(view.offered)
        if self._looked_for != (self.filters.wanted, self.filters.only_due):
            self._look()  # what was filtered by is there no more
            return
        self.busy.stop()
        self._say_why_empty()
        self.model.set_rows(view.lines)
        self.sums.show_view(view)
        self.totals.show_totals(view.totals)
        self.save.setEnabled(bool(view.lines))
        self._say_due()
        self._selection_moved()

    def _say_why_empty(self) -> None:
        self.empty.button.setVisible(not self._view.is_empty)
        if self._view.is_empty:
            words = self.tr("Orders, payments, top-ups and refunds are listed here by themselves.")
            self.empty.set_text(self.tr("Nothing was spent yet"), words)
        else:
            words = self.tr("No entry is left by these filters.")
            self.empty.set_text(self.tr("Nothing here"), words)

    def _say_due(self) -> None:
        """The day must not be missed, whatever the filters show."""
        count = len(self._view.due)
        self.due_counted.emit(count)
        if not count:
            self.due.clear()
            return
        flags = [one.flag for one in self._view.due if one.flag]
        first = min(flags, key=lambda flag: flag.ends_on)
        words = (
            self.tr("A paid parcel was never scanned. Ask for its refund by {1}.")
            if count == 1
            else self.tr("{0} paid parcels were never scanned. Ask for the first refund by {1}.")
        )
        tone: Tone = "danger" if first.is_urgent else "warning"
        self.due.show_message(words.format(count, format_date(first.ends_on)), tone)

    @Slot(bool)
    def _turn(self, *, added_up: bool) -> None:
        self.pages.setCurrentWidget(self.sums if added_up else self.table)
        self._selection_moved()

    # What is done with an entry

    @property
    def _chosen(self) -> Line | None:
        """The selected entry, while the entries are shown."""
        rows = self.table.selected_rows()
        return rows[0] if rows and not self.added_up.isChecked() else None

    @Slot()
    def _selection_moved(self) -> None:
        chosen = self._chosen
        self.open.setEnabled(bool(chosen and chosen.entry.recipient))
        self.ask.setVisible(not (chosen and chosen.is_asked_back))
        self.ask.setEnabled(bool(chosen and chosen.can_be_asked_back))
        for one in (self.received, self.refused):
            one.setVisible(bool(chosen and chosen.is_asked_back))

    @Slot()
    def _open(self) -> None:
        if (chosen := self._chosen) and chosen.entry.recipient:
            self.opened.emit(chosen.entry.shipment_id)

    @Slot(object)
    def _open_line(self, _line: Line) -> None:
        self._open()

    @Slot()
    def _ask(self) -> None:
        if chosen := self._chosen:
            dialog = AskDialog(chosen, self)
            dialog.confirmed.connect(partial(self.work.ask_for_refund, chosen))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    @Slot(object)
    def _asked(self, wish: RefundWish) -> None:
        self._context.open_page(wish.page)
        words = self.tr("Kept: {0} asked back.").format(format_money(wish.refund.expected.total))
        self._context.toast(words, partial(self.work.undo, wish.refund.key))
        self.reload()

    @Slot()
    def _receive(self) -> None:
        if chosen := self._chosen:
            dialog = ReceivedDialog(chosen, self)
            dialog.received.connect(partial(self._keep_received, chosen.entry.key))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _keep_received(self, key: str, amount: Decimal) -> None:
        self.work.refund_received(key, amount)

    @Slot()
    def _refuse(self) -> None:
        if chosen := self._chosen:
            self.work.refund_refused(chosen.entry.key)

    @Slot(object)
    def _changed(self, refund: Refund) -> None:
        if refund.state is RefundState.RECEIVED:
            words = self.tr("Kept: {0} came back.").format(format_money(refund.received))
        else:
            words = self.tr("Kept: the refund was refused.")
        self._context.toast(words, partial(self.work.undo, refund.key))
        self.reload()

    # Saving

    @Slot()
    def _save(self) -> None:
        name = "-".join(part for part in ("ledger", self.filters.period_name) if part)
        path = self.question.where(self, self.tr("Save the ledger"), f"{name}{_ENDING}")
        if path:
            self.work.save([one.entry for one in self._view.lines], path)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self._context.toast(self.tr("Saved as {0}.").format(path.name), None)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.busy.stop()
        self.banner.show_error(error)

    # How it is built

    def _connect(self) -> None:
        work = self.work
        work.read.connect(self._look)
        work.viewed.connect(self._show)
        work.asked.connect(self._asked)
        work.changed.connect(self._changed)
        work.saved.connect(self._saved)
        work.failed.connect(self._failed)
        self.filters.changed.connect(self._look)
        self.sums.changed.connect(self._look)
        self.show_due.clicked.connect(partial(self.filters.clear, Kinds.DUE))
        self.empty.pressed.connect(self.filters.clear)
        self.added_up.toggled.connect(lambda on: self._turn(added_up=on))
        self.table.selection_changed.connect(self._selection_moved)
        self.table.chosen.connect(self._open_line)
        self.table.typed.connect(self.filters.search.type_on)
        self.open.clicked.connect(self._open)
        self.ask.clicked.connect(self._ask)
        self.received.clicked.connect(self._receive)
        self.refused.clicked.connect(self._refuse)
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        self.table.setObjectName("ledger")
        self.table.setAccessibleName(self.tr("Ledger"))
        self.table.give_way(GIVING_WAY, _ROOM)
        self.table.set_empty_state(self.empty)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.sums)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(title(self.tr("Ledger")))
        head.addStretch(1)
        for one in (self.open, self.refused, self.received, self.ask, self.save, self.added_up):
            head.addWidget(one)
        inner = QVBoxLayout()
        inner.setContentsMargins(L, M, L, M)
        inner.setSpacing(S + 4)
        inner.addLayout(head)
        inner.addWidget(self.filters)
        inner.addWidget(self.due)
        inner.addWidget(self.banner)
        inner.addWidget(self.busy)
        inner.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(line())
        column.addWidget(self.totals)
