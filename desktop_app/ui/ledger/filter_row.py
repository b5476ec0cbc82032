"""The row of filters above the ledger."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.ledger import EntryKind, LedgerFilter, month_span
from desktop_app.domain.measures import format_month
from desktop_app.services.ledger_view import Offered
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.search_field import SearchField

_SEARCH, _WIDEST = 200, 220


class Kinds(StrEnum):
    """What kinds of entries are shown; DUE: payments whose parcel was never scanned."""

    ALL = "all"
    PAYMENTS = "payments"
    ORDERS = "orders"
    TOP_UPS = "top-ups"
    REFUNDS = "refunds"
    DUE = "due"


_ENTRY_KINDS = {
    Kinds.PAYMENTS: frozenset({EntryKind.PAYMENT}),
    Kinds.ORDERS: frozenset({EntryKind.ORDER}),
    Kinds.TOP_UPS: frozenset({EntryKind.TOP_UP}),
    Kinds.REFUNDS: frozenset({EntryKind.REFUND_ASKED, EntryKind.REFUND}),
}


class FilterRow(QWidget):
    """`wanted` and `only_due` are what is filtered by; `changed()` tells that it is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerFilters")
        self.search = SearchField(self.tr("Search"), self.tr("Search the ledger"))
        self.search.setFixedWidth(_SEARCH)
        self.period = Chooser[str](self.tr("Time"), "ledgerPeriod")
        self.kinds = Chooser[Kinds](self.tr("Kind"), "ledgerKinds")
        self.courier = Chooser[str](self.tr("Courier"), "ledgerCourier")
        self.service = Chooser[str](self.tr("Service"), "ledgerService")
        self.shop = Chooser[str](self.tr("Shop"), "ledgerShop")
        row = FlowLayout(self, spacing=S)
        row.addWidget(self.search)
        self._named = (self.period, self.courier, self.service, self.shop)
        for one in (self.period, self.kinds, self.courier, self.service, self.shop):
            one.setMaximumWidth(_WIDEST)
            row.addWidget(one)
            one.changed.connect(self.changed)
        self.search.asked.connect(self._searched)
        self._offer_kinds()
        self.offer(Offered())

    @property
    def wanted(self) -> LedgerFilter:
        """What is filtered by, apart from `only_due`."""
        since, until = _span(self.period_name)
        return LedgerFilter(
            text=self.search.text(),
            courier=self.courier.value,
            service=self.service.value,
            shop=self.shop.value,
            since=since,
            until=until,
            kinds=_ENTRY_KINDS.get(self.kinds.value, frozenset()),
        )

    @property
    def only_due(self) -> bool:
        """Whether only what should be asked back is wanted."""
        return self.kinds.value is Kinds.DUE

    @property
    def period_name(self) -> str:
        """Such as "2026-11" or "2026"; "" for all time."""
        return self.period.value

    @property
    def is_narrowed(self) -> bool:
        """Whether anything may be hidden."""
        return self.wanted != LedgerFilter() or self.only_due

    def offer(self, offered: Offered) -> None:
        """What there is to choose from; a choice that is still there is kept."""
        years = sorted({month[:4] for month in offered.months}, reverse=True)
        self.period.offer(
            [
                (self.tr("All time"), ""),
                *_pairs(years),
                *((format_month(month), month) for month in offered.months),
            ]
        )
        self.courier.offer([(self.tr("Any courier"), ""), *_pairs(offered.couriers)])
        self.service.offer([(self.tr("Any service"), ""), *_pairs(offered.services)])
        self.shop.offer([(self.tr("Any shop"), ""), *_pairs(offered.shops)])

    def clear(self, kinds: Kinds = Kinds.ALL) -> None:
        """Everything is wanted again, or all of some kind."""
        self.search.clear()
        for one in self._named:
            one.choose("")
        self.kinds.choose(kinds)
        self.changed.emit()

    def _offer_kinds(self) -> None:
        words = {
            Kinds.ALL: self.tr("Everything"),
            Kinds.PAYMENTS: self.tr("Payments"),
            Kinds.ORDERS: self.tr("Orders"),
            Kinds.TOP_UPS: self.tr("Top-ups"),
            Kinds.REFUNDS: self.tr("Refunds"),
            Kinds.DUE: self.tr("Never scanned"),
        }
        self.kinds.offer([(word, kind) for kind, word in words.items()])

    @Slot(str)
    def _searched(self, _text: str) -> None:
        self.changed.emit()


def _pairs(names: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((name, name) for name in names)


def _span(period: str) -> tuple[date | None, date | None]:
    """The first and the last day of a month, a year, or of all time."""
    if not period:
        return None, None
    if len(period) == len("2026"):
        return date(int(period), 1, 1), date(int(period), 12, 31)
    return month_span(period)
