"""Paying from PrePay: the balance before and after, and what is missing."""

from decimal import ROUND_UP, Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.domain.errors import NotSignedIn, PostroomError, ScopeMissing
from desktop_app.domain.measures import format_money
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, message, muted, note
from desktop_app.ui.widgets.money_label import MoneyLabel
from desktop_app.ui.wizard.pay_card import PayCard
from desktop_app.ui.wizard.prepay_balance import PrepayBalance

_STEP = Decimal(5)


class PrepayCard(PayCard):
    """`top_up_wanted(pounds)`: open the page where that much is put into PrePay."""

    top_up_wanted = Signal(object)

    def __init__(self, balance: PrepayBalance, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("From PrePay"), "prepayCard", parent)
        self._balance, self._cost = balance, Decimal(0)
        self._before, self._minus, self._after = MoneyLabel(), MoneyLabel(), MoneyLabel(strong=True)
        self._after.setObjectName("balanceAfter")
        self._before.setObjectName("balanceBefore")
        self._bar = BusyBar()
        self._trouble = message("", "error")
        self._trouble.setObjectName("prepayTrouble")
        self.top_up = button("", kind="link", icon_name="external-link", name="topUp")
        self.again = button(self.tr("Read balance again"), kind="link", name="readBalance")
        self.top_up.clicked.connect(self._ask_top_up)
        self.again.clicked.connect(balance.read)
        balance.changed.connect(self.refresh)
        self._lay_out()

    @property
    def trouble(self) -> str:
        """What stands against this way now, or ""."""
        return self._trouble.text()

    def show_cost(self, cost: Decimal) -> None:
        """What is to be paid."""
        self._cost = cost
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """As the balance is known now."""
        known, missing = self._balance.amount, self._balance.missing_for(self._cost)
        self._bar.start() if self._balance.is_reading else self._bar.stop()
        self._before.set_amount(known)
        self._minus.set_amount(-self._cost)
        self._after.set_amount(None if known is None or missing else known - self._cost)
        self._trouble.setText(self._what_is_wrong(missing))
        self._trouble.setVisible(bool(self._trouble.text()))
        pounds = format_money(top_up(missing)).removesuffix(".00")
        words = self.tr("Top up {amount} in the browser").format(amount=pounds)
        self.top_up.setText(words)
        self.top_up.setVisible(missing > 0)
        self.again.setEnabled(not self._balance.is_reading)

    def _what_is_wrong(self, missing: Decimal) -> str:
        error = self._balance.error
        if isinstance(error, ScopeMissing):
            return self.tr("These credentials may not read PrePay. You can pay in the browser.")
        if isinstance(error, NotSignedIn):
            return self.tr("Sign in again to read the balance.")
        if error is not None:
            words = self.tr("The balance could not be read: {reason}")
            reason = error.message if isinstance(error, PostroomError) else str(error)
            return words.format(reason=reason)
        if missing:
            words = self.tr("{amount} is missing.")
            return words.format(amount=format_money(missing))
        return ""

    @Slot()
    def _ask_top_up(self) -> None:
        self.top_up_wanted.emit(top_up(self._balance.missing_for(self._cost)))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(0, 1)
        rows: tuple[tuple[QLabel, MoneyLabel], ...] = (
            (muted(self.tr("Balance now")), self._before),
            (muted(self.tr("This order")), self._minus),
            (body(self.tr("Balance after"), strong=True), self._after),
        )
        for row, (label, amount) in enumerate(rows):
            grid.addWidget(label, row, 0)
            grid.addWidget(amount, row, 1)
        self.column.addWidget(note(self.tr("Taken at once from your PrePay balance.")))
        self.column.addLayout(grid)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._trouble)
        self.column.addWidget(self.top_up)
        self.column.addWidget(self.again)
        self.column.addStretch()


def top_up(missing: Decimal) -> Decimal:
    """What to put in: the next five pounds above what is missing."""
    return (missing / _STEP).quantize(Decimal(1), rounding=ROUND_UP) * _STEP
