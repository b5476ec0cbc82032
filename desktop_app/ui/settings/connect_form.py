"""Connecting an account: the key is checked within eight seconds, with one clear outcome."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.account import Account, Environment
from desktop_app.domain.errors import KeyVaultError, ProblemsError
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import choice_field
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.widgets.primary_button import PrimaryButton

_LONG = 440


class ConnectForm(QWidget):
    """`connected()`: the account works and is in use. The secret is never shown again."""

    connected = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.banner = Banner(closable=True)
        self.environment = QComboBox()
        self.environment.addItem(self.tr("Live: real parcels, real money"), Environment.LIVE)
        self.environment.addItem(self.tr("Sandbox: Parcel2Go's own test"), Environment.SANDBOX)
        self.client_id, self.secret = QLineEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        for line in (self.client_id, self.secret):
            line.setFixedWidth(_LONG)
        self.form = FormColumn()
        self.form.add_section(
            self.tr("Connect an account"),
            self.tr("Parcel2Go shows client id and secret under My Account, Settings, API."),
        )
        self.form.add_row(choice_field(self.tr("Which one"), self.environment))
        self.form.add_row(Field(self.tr("Client id"), self.client_id, path="client_id"))
        self.form.add_row(Field(self.tr("Client secret"), self.secret, path="secret"))
        self.connect_button = PrimaryButton(self.tr("Connect"))
        self.connect_button.setObjectName("connectAccount")
        self.connect_button.clicked.connect(self._start)
        self.secret.returnPressed.connect(self._start)
        foot = QHBoxLayout()
        foot.addWidget(self.connect_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.form)
        column.addWidget(self.banner)
        column.addLayout(foot)

    @Slot()
    def _start(self) -> None:
        if self.connect_button.busy:
            return
        self.banner.clear()
        self.form.show_problems(())
        self.connect_button.set_busy(True)
        environment = Environment(self.environment.currentData())
        client_id, secret = self.client_id.text(), self.secret.text()
        accounts = self._context.office.accounts
        self._context.background.start(
            lambda _progress: accounts.connect(environment, client_id, secret),
            done=self._done,
            failed=self._failed,
            name=self.tr("Checking the key"),
        )

    @Slot(object)
    def _done(self, account: Account) -> None:
        self.connect_button.set_busy(False)
        self.secret.clear()
        self.client_id.clear()
        self.banner.show_message(self.tr("Connected as {0}.").format(account.name), "success")
        self.connected.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.connect_button.set_busy(False)
        if isinstance(error, ProblemsError):
            self.form.show_problems(error.problems)
        self.banner.show_error(error)
        if isinstance(error, KeyVaultError):
            self.secret.clear()
            self.connected.emit()
