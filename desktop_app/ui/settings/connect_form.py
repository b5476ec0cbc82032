"""Connecting an account, by its key or in the browser, with one clear outcome."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.account import Account, Environment
from desktop_app.domain.errors import KeyVaultError, ProblemsError
from desktop_app.services.ports import Progress
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import choice_field
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.widgets.primary_button import PrimaryButton

if TYPE_CHECKING:
    from desktop_app.ui.background import Job

_LONG = 440
_HALF = 296
_SHORT = 96


class ConnectForm(QWidget):
    """`connected()`: the account works and is in use. The secret is never shown again."""

    connected = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job[Account] | None = None
        self.banner = Banner(closable=True)
        self.environment = QComboBox()
        self.environment.addItem(self.tr("Live: real parcels, real money"), Environment.LIVE)
        self.environment.addItem(self.tr("Sandbox: Parcel2Go's own test"), Environment.SANDBOX)
        self.in_browser: Chooser[bool] = Chooser(self.tr("How to sign in"), "signInWay")
        self.in_browser.offer(
            (
                (self.tr("With a client id and its secret"), False),
                (self.tr("On Parcel2Go's page, in the browser"), True),
            )
        )
        self.client_id, self.secret, self.port = QLineEdit(), QLineEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        for line in (self.client_id, self.secret):
            line.setFixedWidth(_LONG)
        self.port.setFixedWidth(_SHORT)
        self._secret_field = Field(self.tr("Client secret"), self.secret, path="secret")
        self._port_field = Field(
            self.tr("Return port"),
            self.port,
            path="return_port",
            optional=True,
            hint=self.tr("That of http://127.0.0.1:PORT/return, where you registered one."),
        )
        self.form = self._make_form()
        self.connect_button = PrimaryButton(self.tr("Connect"))
        self.connect_button.setObjectName("connectAccount")
        self._stop = button(self.tr("Cancel"), name="cancelSignIn")
        self._lay_out()
        self._connect()
        self._show_way()

    def _make_form(self) -> FormColumn:
        form = FormColumn()
        form.add_section(
            self.tr("Connect an account"),
            self.tr("Parcel2Go shows client id and secret under My Account, Settings, API."),
        )
        form.add_row(
            choice_field(self.tr("Which one"), self.environment),
            choice_field(self.tr("How to sign in"), self.in_browser),
        )
        for box in (self.environment, self.in_browser):
            box.setFixedWidth(_HALF)
        form.add_row(Field(self.tr("Client id"), self.client_id, path="client_id"))
        form.add_row(self._secret_field)
        form.add_row(self._port_field)
        return form

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.connect_button)
        foot.addWidget(self._stop)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.form)
        column.addWidget(self.banner)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.in_browser.changed.connect(self._show_way)
        self.connect_button.clicked.connect(self._start)
        self._stop.clicked.connect(self.cancel)
        for line in (self.secret, self.port):
            line.returnPressed.connect(self._start)

    @Slot()
    def _show_way(self) -> None:
        in_browser = self.in_browser.value
        self._secret_field.setVisible(not in_browser)
        self._port_field.setVisible(in_browser)
        self._stop.setVisible(False)
        words = self.tr("Sign in in the browser") if in_browser else self.tr("Connect")
        self.connect_button.setText(words)

    @Slot()
    def _start(self) -> None:
        if self.connect_button.busy:
            return
        if self.in_browser.value:
            self._sign_in()
            return
        self._begin()
        environment = Environment(self.environment.currentData())
        client_id, secret = self.client_id.text(), self.secret.text()
        accounts = self._context.office.accounts
        self._job = self._context.background.start(
            lambda _progress: accounts.connect(environment, client_id, secret),
            done=self._done,
            failed=self._failed,
            name=self.tr("Checking the key"),
        )

    def _sign_in(self) -> None:
        self._begin()
        environment = Environment(self.environment.currentData())
        client_id, port = self.client_id.text(), self.port.text()
        browser = self._context.office.browser_sign_in
        self._wait_for(lambda progress: browser.connect(environment, client_id, port, progress))

    def sign_in_again(self, account_id: str) -> None:
        """For an account whose sign-in in the browser has ended."""
        if self.connect_button.busy:
            return
        self._begin()
        browser = self._context.office.browser_sign_in
        self._wait_for(lambda progress: browser.again(account_id, progress))

    def _wait_for(self, work: Callable[[Progress], Account]) -> None:
        self._stop.setVisible(True)
        self.banner.show_message(
            self.tr("Your browser has opened Parcel2Go's page. Sign in there, then come back."),
            "info",
        )
        self._job = self._context.background.start(
            work,
            done=self._done,
            failed=self._failed,
            cancelled=self._cancelled,
            name=self.tr("Waiting for the sign-in in the browser"),
        )

    def _begin(self) -> None:
        self.banner.clear()
        self.form.show_problems(())
        self.connect_button.set_busy(True)

    @Slot()
    def cancel(self) -> None:
        """Waits for the browser no longer; a key that is being checked is checked to its end."""
        if self._job and not self._stop.isHidden():
            self._job.cancel()

    @Slot()
    def _cancelled(self) -> None:
        self._end()
        self.banner.clear()

    def _end(self) -> None:
        self.connect_button.set_busy(False)
        self._stop.setVisible(False)

    @Slot(object)
    def _done(self, account: Account) -> None:
        self._end()
        for line in (self.secret, self.client_id, self.port):
            line.clear()
        self.banner.show_message(self.tr("Connected as {0}.").format(account.name), "success")
        self.connected.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, ProblemsError):
            self.form.show_problems(error.problems)
        self.banner.show_error(error)
        if isinstance(error, KeyVaultError):
            self.secret.clear()
            self.connected.emit()
