"""The exact price beside the one that was quoted."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop_app.domain.measures import format_money
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.labels import body, muted
from desktop_app.ui.widgets.money_label import MoneyLabel


class PriceCard(QFrame):
    """`show_prices(quoted, exact)`; a difference is told calmly, more in amber, less in green."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("priceCard")
        self._quoted, self._exact = MoneyLabel(), MoneyLabel(strong=True)
        self._exact.setObjectName("exactPrice")
        self.badge = Badge()
        self.badge.setObjectName("priceDifference")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, S, 12, S)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(0, 1)
        grid.addWidget(muted(self.tr("Quoted, with VAT")), 0, 0)
        grid.addWidget(self._quoted, 0, 2)
        grid.addWidget(body(self.tr("Exact price, with VAT"), strong=True), 1, 0)
        grid.addWidget(self.badge, 1, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._exact, 1, 2)

    def show_prices(self, quoted: Decimal | None, exact: Decimal | None) -> None:
        """None for what is not known."""
        self._quoted.set_amount(quoted)
        self._exact.set_amount(exact)
        self.badge.setVisible(quoted is not None and exact is not None)
        if quoted is None or exact is None:
            return
        difference = exact - quoted
        if difference > 0:
            text = self.tr("{amount} more").format(amount=format_money(difference))
            self.badge.set(text, "warning")
        elif difference < 0:
            text = self.tr("{amount} less").format(amount=format_money(-difference))
            self.badge.set(text, "success")
        else:
            self.badge.set(self.tr("as quoted"), "success")
        self.badge.updateGeometry()
