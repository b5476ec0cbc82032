"""What the pay page says while a payment is in hand: in the browser, or with a lost answer."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.measures import format_money
from desktop_app.domain.order import Payment, PaymentState
from desktop_app.services.ports import Clock
from desktop_app.ui.theme.space import M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.busy_bar import BusyBar
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import body, message, note, section
from desktop_app.ui.wizard.elapsed import elapsed

_SECOND_MS = 1000


class PayWaiting(QFrame):
    """`page_wanted`: open the page again; `stopped`: wait no longer, the page is closed."""

    page_wanted = Signal()
    stopped = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("payWaiting")
        self.setProperty("role", "card")
        self._clock, self._since = clock, clock.now()
        self._icon = IconLabel("clock", "accent", side=24)
        self._title, self._sentence = section(), body(wrap=True)
        self._title.setWordWrap(True)
        self._elapsed, self._trouble = note(), message("", "warning")
        self._bar = BusyBar()
        self.page = button(
            self.tr("Open the page again"), icon_name="external-link", name="openAgain"
        )
        self.stop = button(self.tr("Stop waiting"), kind="quiet", name="stopWaiting")
        self.confirm = Banner()
        self._tick = QTimer(self, interval=_SECOND_MS)
        self._tick.timeout.connect(self.tick)
        self._connect()
        self._lay_out()

    @property
    def text(self) -> str:
        """The title and the sentence."""
        return f"{self._title.text()} {self._sentence.text()}"

    @property
    def trouble(self) -> str:
        """Why the last look has told nothing, or ""."""
        return self._trouble.text()

    def show_payment(self, payment: Payment) -> None:
        """What is waited for."""
        uncertain = payment.state is PaymentState.UNCERTAIN
        amount = format_money(payment.amount)
        self._since = payment.since
        look = ("warning", "warning") if uncertain else ("clock", "accent")
        self._icon.set_icon(*look)
        self._title.setText(self._heading(uncertain=uncertain, amount=amount))
        self._sentence.setText(self._explanation(uncertain=uncertain))
        for part in (self.page, self.stop):
            part.setVisible(not uncertain)
        if uncertain:
            self.confirm.clear()
        self.tick()
        self._tick.start()

    def show_checking(self, *, checking: bool) -> None:
        """Whether the order is being read at this moment."""
        self._bar.start() if checking else self._bar.stop()

    def show_trouble(self, error: Exception | None) -> None:
        """Why the last look has told nothing; None: it did."""
        text = error.message if isinstance(error, PostroomError) else str(error or "")
        again = self.tr("It is tried again by itself.")
        self._trouble.setText(f"{text} {again}" if text else "")
        self._trouble.setVisible(bool(text))

    def rest(self) -> None:
        """Nothing is waited for any more."""
        self._tick.stop()
        self._bar.stop()
        self.confirm.clear()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        waited = elapsed(self._since, self._clock.now())
        self._elapsed.setText(self.tr("Waiting for {time}").format(time=waited))

    def _heading(self, *, uncertain: bool, amount: str) -> str:
        if uncertain:
            return self.tr("It is not known yet whether {amount} was paid").format(amount=amount)
        return self.tr("Waiting for {amount} to be paid in the browser").format(amount=amount)

    def _explanation(self, *, uncertain: bool) -> str:
        if uncertain:
            return self.tr(
                "The answer to the payment was lost. Postroom reads the order back until it is"
                " certain. Do not pay anywhere else in the meantime."
            )
        return self.tr(
            "Pay on the page that was opened. Postroom goes on by itself, also if you close this"
            " window and come back."
        )

    @Slot()
    def _ask(self) -> None:
        self.confirm.show_message(
            self.tr("Close the payment page first, so that nobody pays there any more."), "warning"
        )
        self._keep.setFocus()

    @Slot()
    def _stop_now(self) -> None:
        self.confirm.clear()
        self.stopped.emit()

    def _connect(self) -> None:
        self._keep = self.confirm.add_action(self.tr("Keep waiting"), name="keepWaiting")
        self._sure = self.confirm.add_action(self.tr("It is closed"), name="pageIsClosed")
        self._keep.clicked.connect(self.confirm.clear)
        self._sure.clicked.connect(self._stop_now)
        self.page.clicked.connect(self.page_wanted)
        self.stop.clicked.connect(self._ask)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        actions = FlowLayout()
        for part in (self.page, self.stop):
            actions.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, M)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addWidget(self._elapsed)
        column.addWidget(self._bar)
        column.addWidget(self._trouble)
        column.addLayout(actions)
        column.addWidget(self.confirm)
        self._trouble.hide()
