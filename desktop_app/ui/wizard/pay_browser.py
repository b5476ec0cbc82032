"""Paying on the service's own page in the browser."""

from PySide6.QtWidgets import QWidget

from desktop_app.domain.account import Environment
from desktop_app.ui.widgets.labels import body, note
from desktop_app.ui.wizard.pay_card import PayCard


class BrowserCard(PayCard):
    """Says what happens in the browser."""

    def __init__(self, environment: Environment | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("In the browser"), "browserCard", parent)
        self.column.addWidget(note(self.tr("By card or PayPal, on Parcel2Go's own page.")))
        self._words = body(self._what_happens(environment), wrap=True)
        self.column.addWidget(self._words)
        self.column.addStretch()

    def _what_happens(self, environment: Environment | None) -> str:
        if environment is Environment.PRACTICE:
            return self.tr(
                "Opens the practice page, where a practice card pays. No real money moves."
            )
        return self.tr("Opens the payment page. Postroom goes on by itself once it is paid.")
