"""What the shown part of the ledger adds up to, along its foot."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.domain.ledger import Totals
from desktop_app.domain.measures import format_money
from desktop_app.ui.theme.fonts import with_tabular_figures
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.labels import body, muted, section


class TotalsBar(QFrame):
    """`show_totals(totals)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerTotals")
        self.setProperty("role", "foot")
        self.about = muted()
        self.net, self.vat = body(), body()
        self.gross = section()
        for one in (self.about, self.net, self.vat, self.gross):
            one.setFont(with_tabular_figures(one.font()))
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S + 4, L, S + 4)
        row.setSpacing(M)
        row.addWidget(self.about, 1)
        row.addWidget(self.net)
        row.addWidget(self.vat)
        row.addWidget(self.gross)
        self.show_totals(Totals())

    def show_totals(self, found: Totals) -> None:
        """Shows other sums."""
        spent = found.spent
        self.about.setText(" · ".join(self._words(found)))
        self.net.setText(self.tr("Net {0}").format(format_money(spent.net)))
        self.vat.setText(self.tr("VAT {0}").format(format_money(spent.vat)))
        self.gross.setText(self.tr("Spent {0}").format(format_money(spent.total)))

    def _words(self, found: Totals) -> list[str]:
        count = found.payments
        words = [self.tr("1 payment") if count == 1 else self.tr("{0} payments").format(count)]
        if found.refunded.total:
            words.append(self.tr("{0} refunded").format(format_money(found.refunded.total)))
        if found.topped_up:
            words.append(self.tr("{0} topped up").format(format_money(found.topped_up)))
        if found.open:
            words.append(self.tr("{0} not settled yet").format(format_money(found.open)))
        return words
