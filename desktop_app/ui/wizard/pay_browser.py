"""Paying on the service's own page in the browser."""

from PySide6.QtWidgets import QWidget

from desktop_app.domain.account import Environment
from desktop_app.ui.widgets.labels import note
from desktop_app.ui.wizard.pay_card import PayCard


class BrowserCard(PayCard):
    """Says what happens in the browser."""

    def __init__(self, environment: Environment | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("In the browser"), "browserCard", parent)
        self.column.addWidget(note(self._where(environment)))
        self.column.addWidget(note(self._what_happens(environment)))
        self.column.addStretch()

    def _where(self, environment: Environment | None) -> str:
        if environment is Environment.PRACTICE:
            return self.tr("With a practice card on a practice page. No real money moves.")
        return self.tr("By card or PayPal on Parcel2Go's own page.")

    def _what_happens(self, environment: Environment | None) -> str:
        if environment is Environment.SANDBOX:
            return self.tr("It is the Sandbox's page, so no real money moves.")
        return self.tr("Postroom goes on by itself once it is paid.")
