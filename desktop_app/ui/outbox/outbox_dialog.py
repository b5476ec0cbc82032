"""Telling the shops: what waits is sent once, what failed says why and is sent again."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import EffectsNotAgreed, PostroomError
from desktop_app.domain.shop_despatch import Despatch, DespatchState
from desktop_app.services.outbox_filling import fill_outbox
from desktop_app.services.ports import Progress
from desktop_app.ui.context import Context
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.outbox.columns import despatch_columns
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import note, title

_WIDTH, _HEIGHT, _ROOM = 900, 520, 160


class _AskFirst(Exception):
    """What telling this shop sets off has to be agreed to."""

    def __init__(self, shop_id: str, why: EffectsNotAgreed) -> None:
        super().__init__(why.message)
        self.shop_id, self.effects = shop_id, why.effects


class OutboxDialog(QDialog):
    """Looks for what has left for the shops' customers as soon as it opens."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outboxDialog")
        self.setWindowTitle(self.tr("Tell the shops"))
        self.resize(_WIDTH, _HEIGHT)
        self._context = context
        self._shop_to_agree = ""
        self._to_send: tuple[Despatch, ...] = ()
        self.question = Banner()
        self.agree = self.question.add_action(self.tr("Agree and send"), name="outboxAgree")
        self.banner = Banner(closable=True)
        self.busy = BusyBar()
        names = {one.account.id: one.account.name for one in context.office.shops.all}
        self.model: RowsModel[Despatch] = RowsModel(
            despatch_columns(self, names), lambda one: one.key, self
        )
        self.table: DataTable[Despatch] = DataTable(self.model, multiple=False)
        self.again = button(self.tr("Send again"), name="outboxAgain")
        self.go = button("", kind="primary", name="outboxGo")
        self.close_button = button(self.tr("Close"), name="outboxClose")
        self._lay_out()
        self._connect()
        self._show(())
        self.look()

    def look(self) -> None:
        """Puts in what is new, and shows everything."""
        office = self._context.office
        despatching, drafts, clock = office.despatching, office.drafts, office.clock

        def work(progress: Progress) -> tuple[Despatch, ...]:
            fill_outbox(despatching, drafts.rows(), clock, progress)
            return despatching.all

        self._start(work, self.tr("Looking for parcels of the shops"))

    @Slot(object)
    def _show(self, found: Sequence[Despatch]) -> None:
        self.busy.stop()
        self.model.set_rows(found)
        waiting = [one for one in found if one.state is DespatchState.WAITING]
        words = self.tr("Tell of 1 parcel") if len(waiting) == 1 else self.tr("Tell of {0} parcels")
        self.go.setText(words.format(len(waiting)))
        self.go.setEnabled(bool(waiting))
        self._selection_moved()

    @Slot()
    def _selection_moved(self) -> None:
        chosen = self.table.selected_rows()
        self.again.setEnabled(bool(chosen) and chosen[0].state is DespatchState.FAILED)

    @Slot()
    def _send_waiting(self) -> None:
        rows = self.model.all_rows()
        self._send([one for one in rows if one.state is DespatchState.WAITING][::-1])

    @Slot()
    def _send_again(self) -> None:
        self._send(self.table.selected_rows())

    @Slot()
    def _agree(self) -> None:
        self.question.clear()
        self._context.office.despatching.agree(self._shop_to_agree)
        self._send(self._to_send)

    def _send(self, entries: Sequence[Despatch]) -> None:
        """One after the other: what fails is shown with its reason, and keeps no other back."""
        self._to_send = tuple(entries)
        despatching = self._context.office.despatching
        self.banner.clear()
        self._start(partial(_sent, despatching.send, self._to_send), self.tr("Telling the shops"))

    def _start(self, work: Callable[[Progress], object], name: str) -> None:
        self.busy.start()
        self.go.setEnabled(False)
        self._context.background.start(
            work, done=self._done, failed=self._failed, cancelled=self._refresh, name=name
        )

    @Slot(object)
    def _done(self, _found: object) -> None:
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._show(self._context.office.despatching.all)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._refresh()
        if isinstance(error, _AskFirst):
            self._shop_to_agree = error.shop_id
            self.question.show_message("\n".join((str(error), *error.effects)), "warning")
            self.agree.setFocus()
        else:
            self.banner.show_error(error)

    def _connect(self) -> None:
        self.go.clicked.connect(self._send_waiting)
        self.again.clicked.connect(self._send_again)
        self.agree.clicked.connect(self._agree)
        self.close_button.clicked.connect(self.accept)
        self.table.selection_changed.connect(self._selection_moved)

    def _lay_out(self) -> None:
        self.table.setAccessibleName(self.tr("Outbox"))
        self.table.give_way(("shop",), _ROOM)
        self.table.set_empty_state(
            EmptyState(
                "shops",
                self.tr("Nothing to tell"),
                self.tr("Printed parcels of the shops' orders come here by themselves."),
            )
        )
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(S + 4)
        column.addWidget(title(self.tr("Tell the shops")))
        column.addWidget(note(self.tr("Each shop hears of each parcel once.")))
        column.addWidget(self.question)
        column.addWidget(self.banner)
        column.addWidget(self.busy)
        column.addWidget(self.table, 1)
        column.addLayout(foot)


def _sent(send: Callable[[str], Despatch], entries: Sequence[Despatch], progress: Progress) -> None:
    """Tries all of them; the last failure is raised at the end, a question at once."""
    failure: PostroomError | None = None
    for done, one in enumerate(entries):
        progress.check()
        progress.report("Telling the shops", done, len(entries))
        try:
            send(one.key)
        except EffectsNotAgreed as asked:
            raise _AskFirst(one.shop_id, asked) from asked
        except PostroomError as failed:
            failure = failed
    if failure:
        raise failure
