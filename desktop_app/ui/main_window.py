"""The window: navigation, the screens, and what is said along its edges."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.account import Environment
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.services.examples import practice_parcel
from desktop_app.services.office import Office
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.draft_opening import DraftOpening, dropped_draft
from desktop_app.ui.label_printing import LabelPrinting
from desktop_app.ui.pages_in_browser import open_own_page
from desktop_app.ui.shipments.list_screen import ListScreen
from desktop_app.ui.theme.icons import app_icon
from desktop_app.ui.upkeep import Upkeep
from desktop_app.ui.welcome import Welcome
from desktop_app.ui.widgets.account_card import AccountCard
from desktop_app.ui.widgets.account_strip import AccountStrip
from desktop_app.ui.widgets.nav_rail import NavRail, Place
from desktop_app.ui.widgets.status_line import StatusLine
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window_actions import add_actions
from desktop_app.ui.window_memory import restore_window, with_window
from desktop_app.ui.window_news import WindowNews

if TYPE_CHECKING:
    from desktop_app.ui.wizard.wizard import Wizard

SHIPMENTS, ADDRESS_BOOK, SETTINGS = "shipments", "address-book", "settings"


class MainWindow(QMainWindow):
    """Everything a user sees; given an Office, it knows nothing of what is behind it."""

    def __init__(self, office: Office, background: Background | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 640)
        self.office = office
        self.background = background or Background(self)
        self.context = Context(office, self.background, self._open_page, self._toast_message)
        self.strip = AccountStrip()
        self.rail = NavRail(self._places())
        self.card = AccountCard()
        self.rail.footer.addWidget(self.card)
        self.screens = QStackedWidget()
        self.list = ListScreen(self.context)
        self.screens.addWidget(self.list)
        self.status = StatusLine(self.background)
        self._lay_out()
        self.toast = Toast(self)
        self.upkeep = Upkeep(self.context, self)
        self.drafts = DraftOpening(self)
        self.printing = LabelPrinting(self.context, self)
        self._actions = add_actions(self, self._works())
        self._connect()
        restore_window(self, self.rail, office.settings.load())
        self.show_account()
        self.wizard: Wizard | None = None
        if office.settings.load().welcomed:
            self.show_list()
        else:
            self._show_welcome()

    def begin(self) -> None:
        """Once the window is on screen: reads the list, then what the network brings."""
        self.list.reload()
        self.upkeep.begin()

    # Screens

    def show_list(self) -> None:
        """Back to the shipments."""
        self._leave_wizard()
        self.screens.setCurrentWidget(self.list)
        self.rail.set_current(SHIPMENTS)
        self.list.reload()
        self.list.table.setFocus()

    def new_shipment(self, shipment: Shipment | None = None) -> None:
        """Opens the wizard on a new draft."""
        try:
            record = self.office.drafts.new(shipment)
        except PostroomError as error:
            self.list.banner.show_error(error)
            return
        self._open_wizard(record)

    def open_shipment(self, shipment_id: str) -> None:
        """Opens the wizard where this shipment stands."""
        try:
            record = self.office.drafts.get(shipment_id)
        except PostroomError as error:
            self.list.banner.show_error(error)
            return
        self._open_wizard(record)

    def show_account(self) -> None:
        """The account in use, wherever it is said."""
        account = self.office.accounts.current
        self.strip.set_environment(account.environment)
        self.card.set_account(account)
        words = {
            Environment.PRACTICE: self.tr("PRACTICE – Postroom"),
            Environment.SANDBOX: self.tr("SANDBOX – Postroom"),
            Environment.LIVE: self.tr("Postroom"),
        }
        self.setWindowTitle(words[account.environment])

    def _open_wizard(self, record: ShipmentRecord) -> None:
        from desktop_app.ui.wizard.wizard import Wizard  # noqa: PLC0415 - not for the list

        self._leave_wizard()
        wizard = Wizard(self.context, record)
        wizard.closed.connect(self.show_list)
        wizard.record_changed.connect(self._record_changed)
        wizard.sign_in_asked.connect(self.open_settings)
        self.wizard = wizard
        self.screens.addWidget(wizard)
        self.screens.setCurrentWidget(wizard)
        self.rail.set_current("")

    def _leave_wizard(self) -> None:
        """Whichever way it is left, what was typed is on disk first, or said not to be."""
        if self.wizard is None:
            return
        wizard, self.wizard = self.wizard, None
        try:
            wizard.page.leave()
            wizard.session.save_now()
        except PostroomError as error:
            self.list.banner.show_error(error)
        self.screens.removeWidget(wizard)
        wizard.deleteLater()

    def _show_welcome(self) -> None:
        welcome = Welcome()
        welcome.practice_chosen.connect(self._start_practice)
        welcome.connect_chosen.connect(self._connect_first)
        self.screens.addWidget(welcome)
        self.screens.setCurrentWidget(welcome)
        self.rail.set_current("")
        welcome.practice.setFocus()

    @Slot()
    def _start_practice(self) -> None:
        self._welcomed()
        self.show_list()
        self.list.empty.button.setFocus()

    @Slot()
    def _connect_first(self) -> None:
        self.open_settings(page="accounts")

    def _welcomed(self) -> None:
        settings = self.office.settings.load()
        self._save_settings(settings.model_copy(update={"welcomed": True}))

    # Settings, address book

    @Slot()
    def open_settings(self, page: str = "") -> None:
        """The settings, on one of their pages."""
        from desktop_app.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - when asked for

        dialog = SettingsDialog(self.context, page, self)
        dialog.account_changed.connect(self._account_changed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _account_changed(self) -> None:
        self._welcomed()
        self.show_account()
        self.show_list()
        self.upkeep.refresh_countries()
        self.upkeep.read_balance()

    @Slot(str)
    def _go(self, place: str) -> None:
        if place == SETTINGS:
            self.open_settings()
            self.rail.set_current(SHIPMENTS if self.screens.currentWidget() is self.list else "")
        elif place == ADDRESS_BOOK:
            self._show_address_book()
        else:
            self.show_list()

    def _show_address_book(self) -> None:
        from desktop_app.ui.address_book import AddressBookScreen  # noqa: PLC0415 - when asked for

        self._leave_wizard()
        screen = self.findChild(AddressBookScreen)
        if screen is None:
            screen = AddressBookScreen(self.context)
            screen.send_asked.connect(self.new_shipment)
            self.screens.addWidget(screen)
        self.screens.setCurrentWidget(screen)
        self.rail.set_current(ADDRESS_BOOK)
        screen.reload()

    @Slot()
    def come_forward(self) -> None:
        """Another start of Postroom asks for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(str)
    def _record_changed(self, _shipment_id: str) -> None:
        self.upkeep.read_balance()

    # Actions

    def _works(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            (self.tr("New shipment"), "Ctrl+N", self._new),
            (self.tr("Search"), "Ctrl+F", self.list.focus_search),
            (self.tr("Print labels"), "Ctrl+P", self._print_selected),
            (self.tr("Open a draft file"), "Ctrl+O", self.drafts.ask),
            (self.tr("Shipments"), "Alt+1", self.show_list),
            (self.tr("Address book"), "Alt+2", self._show_address_book),
            (self.tr("Settings"), "Ctrl+,", self.open_settings),
            (self.tr("Keys"), "F1", self._show_keys),
            (self.tr("Undo"), "Ctrl+Z", self.toast.undo_now),
        ]

    @Slot()
    def _new(self) -> None:
        self.new_shipment()

    @Slot()
    def _practice_parcel(self) -> None:
        self.new_shipment(practice_parcel(self.office.settings.load().sender))

    @Slot()
    def _print_selected(self) -> None:
        if self.wizard is None:
            self.printing.print_labels(self.list.selected())

    @Slot(object)
    def _not_printed(self, error: Exception) -> None:
        self.list.banner.show_error(error)
        self.list.reload()

    @Slot(object)
    def _draft_not_opened(self, error: Exception) -> None:
        self.show_list()
        self.list.banner.show_error(error)

    @Slot()
    def _show_keys(self) -> None:
        from desktop_app.ui.dialogs.about import KeysDialog  # noqa: PLC0415 - when asked for

        dialog = KeysDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Ports for the screens

    def _open_page(self, url: str) -> bool:
        opened = open_own_page(url, self.office.accounts.broker().account)
        if not opened:
            self.toast.show_message(self.tr("The page could not be opened in the browser."))
        return opened

    def _toast_message(self, text: str, undo: Callable[[], None] | None) -> None:
        self.toast.show_message(text, undo)

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Draft files may be dropped anywhere."""
        if dropped_draft(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Makes a draft of the first one."""
        self.drafts.read(dropped_draft(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what is typed and how the window stands, then lets every job go."""
        self._leave_wizard()
        self._keep()
        self.background.close(2.0)
        super().closeEvent(event)

    def _keep(self) -> None:
        self._save_settings(with_window(self.office.settings.load(), self, self.rail))

    def _save_settings(self, settings: object) -> None:
        try:
            self.office.settings.save(settings)  # type: ignore[arg-type]
        except PostroomError as error:
            self.list.banner.show_error(error)

    def _places(self) -> list[Place]:
        return [
            Place(SHIPMENTS, self.tr("Shipments"), "shipments", keys="Alt+1"),
            Place(ADDRESS_BOOK, self.tr("Address book"), "address-book", keys="Alt+2"),
            Place(SETTINGS, self.tr("Settings"), "settings", keys="Ctrl+,", at_foot=True),
        ]

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.screens, 1)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.setCentralWidget(page)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._go)
        self.card.pressed.connect(self.open_settings)
        self.list.opened.connect(self.open_shipment)
        self.list.new_asked.connect(self._new)
        self.list.practice_asked.connect(self._practice_parcel)
        self.list.import_asked.connect(self.drafts.ask)
        self.drafts.opened.connect(self.new_shipment)
        self.drafts.failed.connect(self._draft_not_opened)
        self.list.print_asked.connect(self.printing.print_labels)
        self.printing.open_asked.connect(self.open_shipment)
        self.printing.printed.connect(self.list.reload)
        self.printing.failed.connect(self._not_printed)
        WindowNews(self, SHIPMENTS)
