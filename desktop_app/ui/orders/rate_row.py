"""Asks for the rates of other currencies: none is ever invented."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.ui.theme.space import FIELD_HEIGHT, M, S
from desktop_app.ui.widgets.labels import body

_WIDTH = 90


class RateRow(QWidget):
    """`rates` are pounds for one of each currency that was entered; hidden without currencies."""

    def __init__(self, currencies: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderRates")
        self.edits: dict[str, QLineEdit] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        for currency in currencies:
            label, edit = self._asked(currency)
            row.addWidget(label)
            row.addWidget(edit)
            row.addSpacing(M - S)
            self.edits[currency] = edit
        row.addWidget(body(self.tr("Without a rate the values stay empty.")))
        row.addStretch(1)
        self.setVisible(bool(currencies))

    @property
    def rates(self) -> dict[str, Decimal]:
        """What was entered."""
        typed = {currency: edit.text().replace(",", ".") for currency, edit in self.edits.items()}
        return {currency: Decimal(text) for currency, text in typed.items() if _is_rate(text)}

    def _asked(self, currency: str) -> tuple[QLabel, QLineEdit]:
        edit = QLineEdit()
        edit.setObjectName(f"rate:{currency}")
        edit.setAccessibleName(self.tr("Pounds for 1 {0}").format(currency))
        edit.setPlaceholderText("0.00")
        edit.setFixedSize(_WIDTH, FIELD_HEIGHT)
        edit.setValidator(QDoubleValidator(0.0, 1_000.0, 6, edit))
        label = body(self.tr("1 {0} in pounds").format(currency))
        label.setBuddy(edit)
        return label, edit


def _is_rate(text: str) -> bool:
    """Whether it is a number above nothing."""
    return text.replace(".", "", 1).isdecimal() and Decimal(text) > 0
