"""Step 7: paying, once; waiting for the browser; and settling a payment nobody is sure of."""

from datetime import datetime
from decimal import Decimal
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.account import Environment
from desktop_app.domain.errors import (
    BalanceTooLow,
    LimitPassed,
    PaymentUncertain,
    PostroomError,
    ScopeMissing,
)
from desktop_app.domain.measures import format_day, format_money
from desktop_app.domain.order import Payment, PaymentMethod
from desktop_app.domain.record import ShipmentRecord
from desktop_app.flow.steps import Step
from desktop_app.services.ports import Progress
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.wizard.page import PrimaryAction
from desktop_app.ui.wizard.page_opener import PageOpener
from desktop_app.ui.wizard.pay_choice import PayChoice
from desktop_app.ui.wizard.pay_waiting import PayWaiting
from desktop_app.ui.wizard.payment_watch import PaymentWatch
from desktop_app.ui.wizard.prepay_balance import PrepayBalance
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.working_page import WorkingPage


class Standing(Enum):
    """How far the payment is; the page shows one thing for each."""

    NO_ORDER = auto()
    TO_PAY = auto()
    IN_HAND = auto()
    PAID = auto()


def standing_of(record: ShipmentRecord) -> Standing:
    """Read off what is kept, so that it is the same after a restart."""
    if record.is_paid:
        return Standing.PAID
    if record.payment is not None:
        return Standing.IN_HAND
    return Standing.TO_PAY if record.order else Standing.NO_ORDER


class PayPage(WorkingPage):
    """A press pays once: the session takes no second work, and the journal no second payment."""

    step = Step.PAY

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("payPage")
        self.balance = PrepayBalance(session, self)
        self.watch = PaymentWatch(session, self)
        self.opener = PageOpener(session, self)
        self.notice = Banner()
        self.copy_address = self.notice.add_action(self.tr("Copy the address"), name="copyAddress")
        self.copy_address.hide()
        self.all_the_same = self.notice.add_action("", name="beyondLimit")
        self.all_the_same.hide()
        self.choice = PayChoice(self.balance, self._environment())
        self.waiting = PayWaiting(session.office.clock)
        self.paid = Banner()
        self._url = ""
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The page's title."""
        return self.tr("Pay")

    def lead(self) -> str:
        """Which order."""
        order = self.session.record.order
        if order is None:
            return ""
        amount = format_money(order.price.total)
        words = self.tr("Order {number}, {amount} with VAT.")
        return words.format(number=order.order_id, amount=amount)

    def primary(self) -> PrimaryAction:
        """Names the amount; while a payment is in hand it cannot pay."""
        record = self.session.record
        match standing_of(record):
            case Standing.PAID:
                return PrimaryAction(self.tr("Continue to the labels"))
            case Standing.IN_HAND:
                return PrimaryAction(self.tr("Check now"))
            case Standing.NO_ORDER:
                return PrimaryAction(self.tr("Check the order first"))
            case _:
                text = self._pay_words(_cost(record))
                return PrimaryAction(text, self.choice.is_possible, busy_text=text)

    def enter(self) -> None:
        """Reads the balance; goes on waiting where a payment is in hand."""
        self.notice.clear()
        self.show_record()
        self.setFocus()
        standing = standing_of(self.session.record)
        if standing is Standing.TO_PAY:
            self.balance.read()
            self.choice.focus()
        elif standing is Standing.IN_HAND:
            self.watch.look_now()

    def show_record(self) -> None:
        """What fits the payment's standing."""
        record = self.session.record
        standing = standing_of(record)
        self.choice.setVisible(standing is Standing.TO_PAY)
        self.waiting.setVisible(standing is Standing.IN_HAND)
        if standing is Standing.TO_PAY:
            self.choice.show_cost(_cost(record))
        if standing is Standing.IN_HAND and record.payment:
            self.waiting.show_payment(record.payment)
            self.watch.start()
        else:
            self.waiting.rest()
            self.watch.stop()
        self._show_paid(record.payment if standing is Standing.PAID else None)
        self.state_changed.emit()

    def go_on(self) -> None:
        """Pays, looks, or goes on: whatever the button says."""
        match standing_of(self.session.record):
            case Standing.PAID:
                self.ready.emit()
            case Standing.IN_HAND:
                self.watch.look_now()
            case Standing.NO_ORDER:
                self.wanted.emit("order")
            case _:
                self._pay()

    def work_done(self, name: str) -> None:
        """Paid: on. Waiting: the page opens. Stopped: as before."""
        record = self.session.record
        if record.is_paid:
            self.go_to_next()
        elif name == self._opening() and record.payment:
            self._open_payment_page()
        self.show_record()

    def work_failed(self, error: Exception) -> None:
        """The wizard says what happened; here the way on."""
        if isinstance(error, BalanceTooLow):
            self.balance.read()
        elif isinstance(error, LimitPassed):
            self.all_the_same.setText(self._pay_words(_cost(self.session.record)))
            self._say_with(self.all_the_same)
            self.notice.show_error(error)
        elif isinstance(error, ScopeMissing):
            self.choice.pick(PaymentMethod.LINK)
        self.show_record()

    def tells(self, error: Exception) -> bool:
        """A payment of which nothing is known yet has a card of its own; a limit asks here."""
        return isinstance(error, (PaymentUncertain, LimitPassed))

    def focus_field(self, field: str) -> None:  # noqa: ARG002 - there is one thing to decide
        """The way to pay."""
        self.choice.focus()

    # Paying

    @Slot()
    def _pay_all_the_same(self) -> None:
        self._pay(beyond_limit=True)

    def _pay(self, *, beyond_limit: bool = False) -> None:
        record, paying = self.session.record, self.session.office.paying
        cost = _cost(record)
        self.notice.clear()
        if not self.choice.is_possible:
            return
        if self.choice.method is PaymentMethod.PREPAY:
            pay = partial(paying.pay_with_prepay, record.id, cost, beyond_limit=beyond_limit)
            self.work(self.tr("Paying from PrePay"), pay)
            return

        def begin(_progress: Progress) -> ShipmentRecord:
            return paying.start_browser_payment(record.id, cost, beyond_limit=beyond_limit)[0]

        self.work(self._opening(), begin)

    @Slot()
    def _stop_waiting(self) -> None:
        paying, record_id = self.session.office.paying, self.session.record.id
        self.work(self.tr("Ending the wait"), lambda _progress: paying.stop_waiting(record_id))

    @Slot()
    def _open_payment_page(self) -> None:
        self.opener.open(partial(self.session.office.paying.payment_page, self.session.record))

    @Slot(object)
    def _open_top_up(self, pounds: Decimal) -> None:
        paying, account_id = self.session.office.paying, self.session.record.account_id
        self.opener.open(partial(paying.top_up_page, pounds, account_id))

    # What comes back

    @Slot(object)
    def _looked(self, record: ShipmentRecord) -> None:
        self.waiting.show_trouble(None)
        if record.is_paid:
            self.go_to_next()
        elif record.payment is None:
            self._say_with(None)
            words = self.tr("It was not paid, and nothing was taken. You can pay now.")
            self.notice.show_message(words)
            self.balance.read()

    @Slot()
    def _show_checking(self) -> None:
        self.waiting.show_checking(checking=self.watch.is_looking)

    @Slot(object)
    def _page_not_found(self, error: Exception) -> None:
        self._say_with(None)
        self.notice.show_error(error)

    @Slot(str)
    def _page_not_opened(self, url: str) -> None:
        self._url = url
        self._say_with(self.copy_address)
        words = self.tr("The browser did not open. Copy the address and open it yourself.")
        self.notice.show_message(words, "warning")

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)

    # Showing

    def _say_with(self, action: QWidget | None) -> None:
        """The notice's next words come with this button, or none."""
        for one in (self.copy_address, self.all_the_same):
            one.setVisible(one is action)

    def _pay_words(self, cost: Decimal) -> str:
        prepay = self.choice.method is PaymentMethod.PREPAY
        words = (
            self.tr("Pay {amount} from PrePay")
            if prepay
            else self.tr("Open the payment page, {amount}")
        )
        live = self.tr(" (Live)") if self._environment() is Environment.LIVE else ""
        return words.format(amount=format_money(cost)) + live

    def _show_paid(self, payment: Payment | None) -> None:
        if payment is None:
            self.paid.clear()
            return
        words = (
            self.tr("{amount} paid from PrePay{when}.")
            if payment.method is PaymentMethod.PREPAY
            else self.tr("{amount} paid in the browser{when}.")
        )
        when = self._when(payment.paid_at)
        self.paid.show_message(
            words.format(amount=format_money(payment.amount), when=when), "success"
        )

    def _when(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        here = moment.astimezone()
        words = self.tr(" on {day} at {time}")
        return words.format(day=format_day(here.date()), time=f"{here:%H:%M}")

    def _environment(self) -> Environment | None:
        """Whose money it is; None where the account is not connected any more."""
        try:
            return self.session.office.accounts.named(self.session.record.account_id).environment
        except PostroomError:
            return None

    def _opening(self) -> str:
        return self.tr("Opening the payment page")

    # Making

    def _connect(self) -> None:
        self.choice.changed.connect(self.state_changed)
        self.choice.prepay.top_up_wanted.connect(self._open_top_up)
        self.waiting.page_wanted.connect(self._open_payment_page)
        self.waiting.stopped.connect(self._stop_waiting)
        self.watch.looked.connect(self._looked)
        self.watch.failed.connect(self.waiting.show_trouble)
        self.watch.checking.connect(self._show_checking)
        self.opener.failed.connect(self._page_not_found)
        self.opener.unopened.connect(self._page_not_opened)
        self.copy_address.clicked.connect(self._copy)
        self.all_the_same.clicked.connect(self._pay_all_the_same)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for part in (self.notice, self.paid, self.choice, self.waiting):
            column.addWidget(part)
        column.addStretch()


def _cost(record: ShipmentRecord) -> Decimal:
    return record.order.price.total if record.order else Decimal(0)
