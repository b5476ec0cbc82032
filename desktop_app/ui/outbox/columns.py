"""The columns of the outbox."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.domain.shop_despatch import Despatch, DespatchState
from desktop_app.ui.models.rows_model import Column
from desktop_app.ui.shipments.columns import paint_ground, paint_pill
from desktop_app.ui.widgets.badge import BadgeTone
from desktop_app.ui.widgets.table_cells import TableCells

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
_TONES: dict[DespatchState, BadgeTone] = {
    DespatchState.WAITING: "warning",
    DespatchState.SENDING: "accent",
    DespatchState.SENT: "success",
    DespatchState.FAILED: "danger",
}


def state_word(state: DespatchState) -> str:
    """How news stands."""
    words = {
        DespatchState.WAITING: translate("Outbox", "Waiting"),
        DespatchState.SENDING: translate("Outbox", "Being sent"),
        DespatchState.SENT: translate("Outbox", "Sent"),
        DespatchState.FAILED: translate("Outbox", "Not sent"),
    }
    return words[state]


def despatch_columns(parent: QObject, shops: dict[str, str]) -> list[Column[Despatch]]:
    """Of the outbox; `shops` are the shops' names by their ids."""
    return [
        Column(
            "state",
            translate("Outbox", "State"),
            lambda one: state_word(one.state),
            width=13,
            delegate=_StateCells(parent),
        ),
        Column(
            "shop",
            translate("Outbox", "Shop"),
            lambda one: shops.get(one.shop_id, one.shop_id),
            width=24,
        ),
        Column(
            "order",
            translate("Outbox", "Order"),
            lambda one: one.news.order_number or one.news.source_id,
            width=20,
        ),
        Column("number", translate("Outbox", "Tracking"), lambda one: one.news.number, width=22),
        Column(
            "why", translate("Outbox", "To know"), lambda one: one.why, tooltip=_why, width=0
        ),
    ]  # fmt: skip


def _why(one: Despatch) -> str:
    return one.why


class _StateCells(TableCells):
    """How news stands, as a pill."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row's ground, then the pill."""
        one: Despatch = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        words = option.text
        paint_ground(painter, option)
        paint_pill(painter, option, words, _TONES[one.state])
