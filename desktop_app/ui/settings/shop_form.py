"""Connecting a shop: its keys are checked at once, and never shown again."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.errors import KeyVaultError, ProblemsError
from desktop_app.domain.shop import (
    GEINS_URL,
    ConnectedShop,
    Platform,
    ShopSecret,
    shop_account,
)
from desktop_app.services.ports import Progress
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import choice_field
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.widgets.primary_button import PrimaryButton

_LONG = 440
_EXAMPLES = {
    Platform.EPAGES: "https://www.example.com/rs/shops/ExampleShop",
    Platform.GEINS: GEINS_URL,
    Platform.CENTRA: "https://example.centra.com/api/order-api",
}


class ShopForm(QWidget):
    """`connected()`: the shop answers and is kept."""

    connected = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.banner = Banner(closable=True)
        self.platform = Chooser[Platform](self.tr("Shop system"), "shopPlatform")
        self.platform.offer([(one.maker, one) for one in Platform])
        self.url, self.user = _line(), _line()
        self.secret, self.api_key = _line(secret=True), _line(secret=True)
        self.form = FormColumn()
        self._user_field = Field(self.tr("API user"), self.user, path="user")
        self._key_field = Field(self.tr("API key"), self.api_key, path="api_key")
        self._secret_field = Field(self.tr("Secret"), self.secret, path="secret")
        self.connect_button = PrimaryButton(self.tr("Connect"))
        self.connect_button.setObjectName("connectShop")
        self._lay_out()
        self.connect_button.clicked.connect(self._start)
        self.secret.returnPressed.connect(self._start)
        self.platform.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Asks only for what the chosen system has."""
        platform = self.platform.value
        self.url.setPlaceholderText(_EXAMPLES[platform])
        for field in (self._user_field, self._key_field):
            field.setVisible(platform is Platform.GEINS)
        words = {
            Platform.EPAGES: self.tr("Access token"),
            Platform.GEINS: self.tr("API user's password"),
            Platform.CENTRA: self.tr("Secret of the Order API plugin"),
        }
        self.secret.setPlaceholderText(words[platform])

    @Slot()
    def _start(self) -> None:
        if self.connect_button.busy:
            return
        self.banner.clear()
        self.form.show_problems(())
        self.connect_button.set_busy(True)
        platform, url, user = self.platform.value, self.url.text(), self.user.text()
        secret = ShopSecret(secret=self.secret.text(), api_key=self.api_key.text())
        shops = self._context.office.shops

        def work(_progress: Progress) -> ConnectedShop:
            return shops.connect(shop_account(platform, url, user), secret)

        self._context.background.start(
            work, done=self._done, failed=self._failed, name=self.tr("Checking the shop")
        )

    @Slot(object)
    def _done(self, shop: ConnectedShop) -> None:
        self._end()
        words = self.tr("{0} is connected.").format(shop.account.name)
        self.banner.show_message(words, "success")
        self.url.clear()
        self.user.clear()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if isinstance(error, KeyVaultError):  # it works, for this run
            self._end()
        self.connect_button.set_busy(False)
        if isinstance(error, ProblemsError):
            self.form.show_problems(error.problems)
        self.banner.show_error(error)

    def _end(self) -> None:
        self.connect_button.set_busy(False)
        self.secret.clear()
        self.api_key.clear()
        self.connected.emit()

    def _lay_out(self) -> None:
        self.form.add_section(
            self.tr("Connect a shop"),
            self.tr("Orders come in from it, and it is told when a parcel is on its way."),
        )
        self.form.add_row(choice_field(self.tr("Shop system"), self.platform))
        self.form.add_row(Field(self.tr("API address"), self.url, path="url"))
        self.form.add_row(self._user_field)
        self.form.add_row(self._secret_field)
        self.form.add_row(self._key_field)
        foot = QHBoxLayout()
        foot.addWidget(self.connect_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.form)
        column.addWidget(self.banner)
        column.addLayout(foot)


def _line(*, secret: bool = False) -> QLineEdit:
    line = QLineEdit()
    line.setFixedWidth(_LONG)
    if secret:
        line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
