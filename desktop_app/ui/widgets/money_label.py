"""An amount of money: figures of one width, at the right edge."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.measures import format_money
from desktop_app.ui.theme.fonts import with_tabular_figures


class MoneyLabel(QLabel):
    """`set_amount(Decimal("7.49"))` shows "£7.49"; None shows a dash."""

    def __init__(
        self, amount: Decimal | None = None, parent: QWidget | None = None, *, strong: bool = False
    ) -> None:
        super().__init__(parent)
        self.setFont(with_tabular_figures(self.font()))
        self.setProperty("role", "strong" if strong else "body")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_amount(amount)

    def set_amount(self, amount: Decimal | None, currency: str = "GBP") -> None:
        """Show another amount."""
        self.setText("–" if amount is None else format_money(amount, currency))
