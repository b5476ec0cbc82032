"""The settings dialog: pages at the left, one of them shown."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.context import Context
from desktop_app.ui.settings.accounts_page import AccountsPage
from desktop_app.ui.settings.appearance_page import AppearancePage
from desktop_app.ui.settings.data_page import DataPage
from desktop_app.ui.settings.printing_page import PrintingPage
from desktop_app.ui.settings.rules_page import RulesPage
from desktop_app.ui.settings.sender_page import SenderPage
from desktop_app.ui.settings.shops_page import ShopsPage
from desktop_app.ui.settings.spending_page import SpendingPage
from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import title
from desktop_app.ui.widgets.page_scroll import PageScroll

_LIST_WIDTH, _ROW = 184, 38


class SettingsDialog(QDialog):
    """`account_changed()`: another account is in use. Everything is kept as it is chosen."""

    account_changed = Signal()

    def __init__(self, context: Context, page: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self.resize(860, 600)
        self.accounts = AccountsPage(context)
        self.accounts.changed.connect(self.account_changed)
        self.pages = {
            "sender": SenderPage(context),
            "accounts": self.accounts,
            "shops": ShopsPage(context),
            "printing": PrintingPage(context),
            "rules": RulesPage(context),
            "spending": SpendingPage(context),
            "appearance": AppearancePage(context),
            "data": DataPage(context),
        }
        self.list = QListWidget()
        self.list.setObjectName("settingsPages")
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setProperty("role", "pages")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.heading = title()
        self.list.currentTextChanged.connect(self.heading.setText)
        self.stack = QStackedWidget()
        for name, (text, icon_name) in self._titles().items():
            item = QListWidgetItem(icon(icon_name), text)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
            self.stack.addWidget(PageScroll(self.pages[name]))
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.list.setCurrentRow(max(0, [*self.pages].index(page)) if page in self.pages else 0)
        self._lay_out()

    def _titles(self) -> dict[str, tuple[str, str]]:
        return {
            "sender": (self.tr("Sender"), "user"),
            "accounts": (self.tr("Accounts"), "lock"),
            "shops": (self.tr("Shops"), "shops"),
            "printing": (self.tr("Printing"), "print"),
            "rules": (self.tr("Rules"), "filter"),
            "spending": (self.tr("Spending"), "pay"),
            "appearance": (self.tr("Appearance"), "edit"),
            "data": (self.tr("Data"), "save"),
        }

    def _lay_out(self) -> None:
        self.heading.setContentsMargins(L, M, L, 0)
        close = button(self.tr("Close"), name="settingsClose")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(L, 0, L, M)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.heading)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addLayout(column, 1)

    @Slot(int)
    def done(self, result: int) -> None:
        """However it is closed, what was typed is kept."""
        for page in self.pages.values():
            page.apply()
        super().done(result)
