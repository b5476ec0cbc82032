"""Asking Parcel2Go for money back, and writing down what it answered."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.measures import format_date, format_money
from desktop_app.domain.problem import error
from desktop_app.domain.refund import REFUND_DAYS
from desktop_app.services.ledger_view import Line
from desktop_app.ui.ledger.words import about_whom
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import body, note, title
from desktop_app.ui.widgets.measure_edit import money_edit

_WIDTH = 480


class _RefundDialog(QDialog):
    """A title, words, what `_fill` adds, and two buttons at the foot."""

    def __init__(self, heading: str, words: str, go: QPushButton, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(_WIDTH)
        self.go = go
        self.go.setDefault(True)
        self.cancel = button(self.tr("Cancel"), name="refundCancel")
        self.cancel.clicked.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(L, L, L, M)
        self.column.setSpacing(S + 4)
        self.column.addWidget(title(heading))
        self.column.addWidget(body(words, wrap=True))

    def _end(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        self.column.addSpacing(S)
        self.column.addLayout(foot)


class AskDialog(_RefundDialog):
    """`confirmed()`: the page shall be opened, and it be kept that this is asked back."""

    confirmed = Signal()

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        words = self.tr(
            "Orders cannot be cancelled from here: Parcel2Go takes refunds on its own page. "
            "Postroom opens the page, and keeps that you asked, when, and for how much."
        )
        go = button(self.tr("Open the refund page"), kind="primary", name="refundAsk")
        super().__init__(self.tr("Ask for a refund"), words, go, parent)
        self.setObjectName("refundAskDialog")
        self.column.addWidget(body(self._about(line), strong=True, wrap=True))
        self.column.addWidget(note(self._until(line)))
        self.go.clicked.connect(self._confirm)
        self._end()

    def _about(self, line: Line) -> str:
        words = self.tr("{amount} for the parcel to {name}, order {order}")
        return words.format(
            amount=format_money(line.entry.amount.total),
            name=about_whom(line),
            order=line.entry.order_id,
        )

    def _until(self, line: Line) -> str:
        if line.flag:
            words = self.tr("It was never scanned. You can ask until {0}.")
            return words.format(format_date(line.flag.ends_on))
        return self.tr(
            "Parcel2Go refunds a label that was not used, if it is asked within {0} days."
        ).format(REFUND_DAYS)

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit()
        self.accept()


class ReceivedDialog(_RefundDialog):
    """`received(Decimal)`: so many pounds with VAT came back."""

    received = Signal(object)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        words = self.tr("How much came back for the parcel to {0}?").format(about_whom(line))
        go = button(self.tr("Refund received"), kind="primary", name="refundReceived")
        super().__init__(self.tr("The refund has come"), words, go, parent)
        self.setObjectName("refundReceivedDialog")
        self._most = line.entry.amount.total
        self.amount = money_edit()
        self.amount.set_value(self._most)
        self._field = Field(
            self.tr("Amount with VAT"),
            self.amount,
            path="amount",
            chars=12,
            hint=self.tr("{0} was asked for.").format(format_money(self._most)),
        )
        self.column.addWidget(self._field)
        self.go.clicked.connect(self._confirm)
        self._end()
        self._field.focus()

    @Slot()
    def _confirm(self) -> None:
        amount = self.amount.value()
        if amount is not None and 0 < amount <= self._most:
            self.received.emit(amount)
            self.accept()
            return
        words = self.tr("Enter what came back: more than nothing, at most {0}.")
        complaint = self.amount.complaint() or words.format(format_money(self._most))
        self._field.show_problem(error("amount", complaint))
        self._field.focus()
