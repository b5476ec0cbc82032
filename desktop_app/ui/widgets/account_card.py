"""The account in use and what is left on PrePay, in the account's colour."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.domain.account import Account
from desktop_app.domain.measures import format_money
from desktop_app.ui.theme.space import XS, S
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.elided_label import ElidedLabel
from desktop_app.ui.widgets.environment_badge import environment_badge
from desktop_app.ui.widgets.labels import note


class AccountCard(QFrame):
    """For the foot of the navigation. `pressed` asks for the account's settings."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accountCard")
        self.setProperty("role", "card")
        self._badge = Badge()
        self._name = ElidedLabel(role="strong")
        self._balance = note(wrap=False)
        self._balance.setObjectName("prepayBalance")
        column = QVBoxLayout(self)
        column.setContentsMargins(S + 2, S, S + 2, S)
        column.setSpacing(XS)
        column.addWidget(self._badge)
        column.addWidget(self._name)
        column.addWidget(self._balance)

    def set_account(self, account: Account) -> None:
        """Show another account; its balance is not known yet."""
        self._badge.set(*environment_badge(account.environment))
        self._name.setText(account.name)
        self._name.setVisible(not account.is_practice)
        self.set_balance(None)

    def set_balance(self, balance: Decimal | None, *, why: str = "") -> None:
        """What is left on PrePay; None while it is not known, and `why` it is not."""
        amount = "–" if balance is None else format_money(balance)
        self._balance.setText(self.tr("PrePay {0}").format(amount))
        self.setToolTip(why)
        self.setAccessibleName(f"{self._badge.text()}, {self._balance.text()}")
        self.setAccessibleDescription(why)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on it."""
        super().mouseReleaseEvent(event)
        self.pressed.emit()
