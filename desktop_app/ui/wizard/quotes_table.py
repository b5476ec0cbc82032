"""The table of prices: which columns it has, and which give way where the window is narrow."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.measures import format_day, format_money
from desktop_app.ui.models.rows_model import Column, RowsModel
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.table_layout import read_layout
from desktop_app.ui.wizard.quote_cells import ROW, PriceCell, ServiceCell
from desktop_app.ui.wizard.quote_rows import QuoteRow

translate = QCoreApplication.translate
_NAME_ROOM = 236
# Which columns give way first; what they say also stands below the table.
_GIVING_WAY = ("net", "collected", "cover", "hand_over")


class QuotesTable(DataTable[QuoteRow]):
    """One service a row; sorted by price at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        model: RowsModel[QuoteRow] = RowsModel(_columns(), key=lambda row: row.slug)
        super().__init__(model, parent, multiple=False)
        model.setParent(self)
        self.give_way(_GIVING_WAY, _NAME_ROOM)
        self.setObjectName("quotesTable")
        self.setAccessibleName(self.tr("Prices"))
        self.verticalHeader().setDefaultSectionSize(max(ROW, self.fontMetrics().height() * 2 + 14))
        self.sort_by_price()

    def sort_by_price(self) -> None:
        """As it is at first."""
        self.sortByColumn(self._place("price"), Qt.SortOrder.AscendingOrder)

    @property
    def own_layout(self) -> str:
        """The columns as the user wants them, whatever the window has room for now."""
        kept = read_layout(self.layout_text)
        if kept is None:
            return ""
        return kept.model_copy(update={"widths": {}}).model_dump_json()

    def _place(self, name: str) -> int:
        names = [column.name for column in self.rows_model.columns]
        return names.index(name)


def _columns() -> tuple[Column[QuoteRow], ...]:
    service, price = ServiceCell(), PriceCell()
    return (
        Column(
            "service", translate("Quotes", "Service"), lambda row: row.quote.service.name,
            tooltip=_tooltip, width=0, delegate=service,
        ),
        Column("hand_over", translate("Quotes", "Hand over"), hand_over, tint=_tint, width=11),
        Column(
            "collected", translate("Quotes", "Collected"),
            lambda row: _day(row.quote.collection_date),
            sort=lambda row: row.quote.collection_date, tint=_tint, width=12,
        ),
        Column(
            "arrives", translate("Quotes", "Arrives by"),
            lambda row: _day(row.quote.estimated_delivery),
            sort=lambda row: row.quote.estimated_delivery, tint=_tint, width=12,
        ),
        Column(
            "cover", translate("Quotes", "Cover"), lambda row: _money(row.quote.included_cover),
            sort=lambda row: row.quote.included_cover, right=True, tint=_tint, width=8,
        ),
        Column(
            "price", translate("Quotes", "With VAT"),
            lambda row: _money(row.quote.price.total),
            sort=lambda row: (not row.suits, row.quote.price.total), right=True, tint=_tint,
            width=10, delegate=price,
        ),
        Column(
            "net", translate("Quotes", "Without VAT"), lambda row: _money(row.quote.price.net),
            sort=lambda row: row.quote.price.net, right=True, tint=_tint, width=12,
        ),
    )  # fmt: skip


def hand_over(row: QuoteRow) -> str:
    """Who carries the parcel off."""
    service = row.quote.service
    if not service.is_drop_off:
        return translate("Quotes", "Collection")
    locker = service.collection.casefold() == "locker"
    return translate("Quotes", "Locker") if locker else translate("Quotes", "Drop-off")


def _tooltip(row: QuoteRow) -> str:
    return "\n".join((row.quote.service.name, *row.against))


def _tint(row: QuoteRow) -> str:
    return "text" if row.suits else "muted"


def _day(day: date | None) -> str:
    return format_day(day) if day else "–"


def _money(amount: Decimal) -> str:
    return format_money(amount)
