"""The first start: Practice, or an account of one's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme.app_icon import app_icon
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.badge import Badge, BadgeTone
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, note, section, title
from desktop_app.ui.widgets.primary_button import PrimaryButton

_CARD_WIDTH = 320
_MARK = 56


class Welcome(QWidget):
    """`practice_chosen()`, `connect_chosen()`."""

    practice_chosen = Signal()
    connect_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.practice = PrimaryButton(self.tr("Start in Practice"))
        self.practice.setObjectName("welcomePractice")
        self.practice.clicked.connect(self.practice_chosen)
        self.connect_button = button(self.tr("Connect an account"), name="welcomeConnect")
        self.connect_button.clicked.connect(self.connect_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addStretch(2)
        column.addLayout(self._head())
        column.addSpacing(S)
        cards = QHBoxLayout()
        cards.setSpacing(M)
        cards.addStretch(1)
        cards.addWidget(self._practice_card())
        cards.addWidget(self._account_card())
        cards.addStretch(1)
        column.addLayout(cards)
        column.addStretch(3)

    def _head(self) -> QVBoxLayout:
        mark = body("")
        mark.setPixmap(app_icon().pixmap(_MARK, _MARK))
        head = QVBoxLayout()
        head.setSpacing(S)
        centre = Qt.AlignmentFlag.AlignHCenter
        head.addWidget(mark, 0, centre)
        head.addWidget(title(self.tr("Welcome to Postroom")), 0, centre)
        words = self.tr("Compare couriers, pay, and print the label, all in one place.")
        head.addWidget(body(words), 0, centre)
        return head

    def _practice_card(self) -> QFrame:
        return self._card(
            Badge(self.tr("Practice"), "practice"),
            self.tr("Try everything, pay nothing"),
            self.tr(
                "Send your first parcels with made-up prices, practice money and practice labels. "
                "Nothing to sign up for, and nothing leaves this computer."
            ),
            self.practice,
        )

    def _account_card(self) -> QFrame:
        tone: BadgeTone = "live"
        return self._card(
            Badge(self.tr("Live"), tone),
            self.tr("Use your Parcel2Go account"),
            self.tr(
                "Have your client id and secret ready: Parcel2Go shows them under My Account, "
                "Settings, API. The secret is kept in this computer's key vault."
            ),
            self.connect_button,
        )

    def _card(self, badge: Badge, heading: str, words: str, action: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(_CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(M, M, M, M)
        column.setSpacing(S)
        column.addWidget(badge)
        column.addWidget(section(heading))
        column.addWidget(note(words), 1)
        column.addSpacing(S)
        column.addWidget(action)
        return card
