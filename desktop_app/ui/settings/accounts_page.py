"""Practice and the connected accounts: switch, connect, sign out."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.account import Account
from desktop_app.domain.errors import LabelsToFetch
from desktop_app.ui.context import Context
from desktop_app.ui.settings.connect_form import ConnectForm
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.theme.space import M, S
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.environment_badge import environment_badge
from desktop_app.ui.widgets.labels import body, note


class AccountsPage(SettingsPage):
    """`changed()`: another account is in use. Labels that are still to come are asked about."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._leaving = ""
        self._question = Banner(closable=True)
        anyway = self._question.add_action(self.tr("Sign out anyway"), name="signOutAnyway")
        anyway.clicked.connect(self._sign_out_anyway)
        self._cards = QWidget()
        self._list = QVBoxLayout(self._cards)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(S)
        self.form = ConnectForm(context)
        self.form.connected.connect(self._connected)
        self.add(self._question)
        self.add(self._cards)
        self.add(self.form)
        self.add_stretch()
        self._show()

    def apply(self) -> None:
        """Nobody waits for the browser behind a closed dialog."""
        self.form.cancel()

    def _show(self) -> None:
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        accounts = self.context.office.accounts
        for account in accounts.all:
            self._list.addWidget(self._card(account, in_use=account.id == accounts.current.id))

    def _card(self, account: Account, *, in_use: bool) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(640)
        row = QHBoxLayout(card)
        row.setContentsMargins(M, S, S, S)
        row.setSpacing(S)
        row.addWidget(Badge(*environment_badge(account.environment)))
        words = self.tr("To try things out: nothing is sent or charged")
        row.addWidget(body(words if account.is_practice else account.name), 1)
        if in_use:
            row.addWidget(note(self.tr("In use"), wrap=False))
        else:
            use = button(self.tr("Use"), name=f"use:{account.id}")
            use.setProperty("account", account.id)
            use.clicked.connect(self._use)
            row.addWidget(use)
        if account.by_browser:
            again = button(self.tr("Sign in again"), name=f"signInAgain:{account.id}")
            again.setProperty("account", account.id)
            again.clicked.connect(self._sign_in_again)
            row.addWidget(again)
        if not account.is_practice:
            out = button(self.tr("Sign out"), kind="quiet", name=f"signOut:{account.id}")
            out.setProperty("account", account.id)
            out.clicked.connect(self._sign_out)
            row.addWidget(out)
        return card

    @Slot()
    def _use(self) -> None:
        self.context.office.accounts.use(str(self.sender().property("account")))
        self._show()
        self.changed.emit()

    @Slot()
    def _sign_in_again(self) -> None:
        self.form.sign_in_again(str(self.sender().property("account")))

    @Slot()
    def _sign_out(self) -> None:
        self._leaving = str(self.sender().property("account"))
        self._start(anyway=False)

    @Slot()
    def _sign_out_anyway(self) -> None:
        self._start(anyway=True)

    def _start(self, *, anyway: bool) -> None:
        self._question.clear()
        self.banner.clear()
        account_id, accounts = self._leaving, self.context.office.accounts
        self.context.background.start(
            lambda _progress: accounts.sign_out(account_id, anyway=anyway),
            done=self._signed_out,
            failed=self._refused,
            name=self.tr("Signing out"),
        )

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        if not isinstance(error, LabelsToFetch):
            self._failed(error)
            return
        kept = self.tr("Its shipments stay here, and go on once it is connected again.")
        self._question.show_message(f"{error} {error.advice} {kept}", "warning")

    @Slot(object)
    def _signed_out(self, _nothing: object) -> None:
        self._show()
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.banner.show_error(error)
        self._show()

    @Slot()
    def _connected(self) -> None:
        self._show()
        self.changed.emit()
