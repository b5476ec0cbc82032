"""The connected shops, and connecting another."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.shop import ShopAccount
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.settings.shop_form import ShopForm
from desktop_app.ui.theme.space import M, S
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body

_WIDEST = 640


class ShopsPage(SettingsPage):
    """A card for each shop; what it was told stays in the outbox when it is disconnected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._cards = QWidget()
        self._list = QVBoxLayout(self._cards)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(S)
        self.form = ShopForm(context)
        self.form.connected.connect(self.show_shops)
        self.add(self._cards)
        self.add(self.form)
        self.add_stretch()
        self.show_shops()

    @Slot()
    def show_shops(self) -> None:
        """Shows those that are connected now."""
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        try:
            shops = self.context.office.shops.all
        except PostroomError as error:
            self.banner.show_error(error)
            return
        for shop in shops:
            self._list.addWidget(self._card(shop.account))

    def _card(self, account: ShopAccount) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(card)
        row.setContentsMargins(M, S, S, S)
        row.setSpacing(S)
        row.addWidget(Badge(account.platform.maker, "accent"))
        row.addWidget(body(account.name), 1)
        out = button(self.tr("Disconnect"), kind="quiet", name=f"disconnect:{account.id}")
        out.clicked.connect(partial(self._disconnect, account.id))
        row.addWidget(out)
        return card

    def _disconnect(self, shop_id: str) -> None:
        self.banner.clear()
        shops = self.context.office.shops
        self.context.background.start(
            lambda _progress: shops.disconnect(shop_id),
            done=self._disconnected,
            failed=self._failed,
            name=self.tr("Disconnecting the shop"),
        )

    @Slot(object)
    def _disconnected(self, _nothing: object) -> None:
        self.show_shops()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.banner.show_error(error)
        self.show_shops()
