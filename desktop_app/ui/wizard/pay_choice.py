"""The two ways to pay, side by side."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from desktop_app.domain.account import Environment
from desktop_app.domain.errors import ScopeMissing
from desktop_app.domain.order import PaymentMethod
from desktop_app.ui.theme.space import M
from desktop_app.ui.wizard.pay_browser import BrowserCard
from desktop_app.ui.wizard.pay_prepay import PrepayCard
from desktop_app.ui.wizard.prepay_balance import PrepayBalance

if TYPE_CHECKING:
    from desktop_app.ui.wizard.pay_card import PayCard


class PayChoice(QWidget):
    """`changed`: another way, or whether it can be gone.

    PrePay is proposed while its balance suffices or is not known; what the user picks stays.
    """

    changed = Signal()

    def __init__(
        self,
        balance: PrepayBalance,
        environment: Environment | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._balance, self._cost = balance, Decimal(0)
        self._picked_by_user = False
        self.prepay, self.browser = PrepayCard(balance), BrowserCard(environment)
        # Radio buttons in two frames exclude each other only in a group.
        self._group = QButtonGroup(self)
        cards: tuple[PayCard, PayCard] = (self.prepay, self.browser)
        for card in cards:
            self._group.addButton(card.radio)
            card.radio.clicked.connect(self._remember)
            card.picked.connect(self.changed)
        self.prepay.choose()
        balance.changed.connect(self._propose)
        # As high as what the cards hold, however much room the page has.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(M)
        for place, card in enumerate(cards):
            grid.addWidget(card, 0, place)
            grid.setColumnStretch(place, 1)

    @property
    def method(self) -> PaymentMethod:
        """How it will be paid."""
        return PaymentMethod.PREPAY if self.prepay.is_chosen else PaymentMethod.LINK

    @property
    def is_possible(self) -> bool:
        """Whether that can be done: not from a balance that is known to be too small."""
        return self.method is PaymentMethod.LINK or not self._balance.missing_for(self._cost)

    def show_cost(self, cost: Decimal) -> None:
        """What is to be paid."""
        self._cost = cost
        self.prepay.show_cost(cost)

    def focus(self) -> None:
        """The cursor to the way that is chosen."""
        (self.prepay if self.prepay.is_chosen else self.browser).radio.setFocus()

    def pick(self, method: PaymentMethod) -> None:
        """As the user does it."""
        self._picked_by_user = True
        (self.prepay if method is PaymentMethod.PREPAY else self.browser).choose()

    @Slot()
    def _remember(self) -> None:
        self._picked_by_user = True

    @Slot()
    def _propose(self) -> None:
        forbidden = isinstance(self._balance.error, ScopeMissing)
        if not self._picked_by_user and self._balance.amount is not None:
            short = self._balance.missing_for(self._cost) > 0
            (self.browser if short else self.prepay).choose()
        elif not self._picked_by_user and forbidden:
            self.browser.choose()
        self.changed.emit()
