"""What is in the window: navigation, the screens, and what is said along its edges."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.account import Environment
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.settings import Settings
from desktop_app.domain.shipment import Shipment
from desktop_app.services.office import Office
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.draft_opening import DraftOpening, dropped_drafts
from desktop_app.ui.farewell import Farewell
from desktop_app.ui.label_printing import LabelPrinting
from desktop_app.ui.orders.order_import import OrderImport, dropped_order_files
from desktop_app.ui.pages_in_browser import open_own_page
from desktop_app.ui.screens import ADDRESS_BOOK, BOOK_DAY, LEDGER, SETTINGS, SHIPMENTS, Screens
from desktop_app.ui.upkeep import Upkeep
from desktop_app.ui.widgets.account_card import AccountCard
from desktop_app.ui.widgets.account_strip import AccountStrip
from desktop_app.ui.widgets.nav_rail import NavRail, Place
from desktop_app.ui.widgets.notices import Notices
from desktop_app.ui.widgets.status_line import StatusLine
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window_dialogs import WindowDialogs
from desktop_app.ui.window_memory import restore_rail, with_window
from desktop_app.ui.window_menus import WindowMenus
from desktop_app.ui.window_news import WindowNews

if TYPE_CHECKING:
    from desktop_app.ui.day.day_screen import DayScreen
    from desktop_app.ui.ledger.ledger_screen import LedgerScreen
    from desktop_app.ui.wizard.wizard import Wizard


class Workspace(QWidget):
    """Everything a user sees; given an Office, it knows nothing of what is behind it."""

    def __init__(self, office: Office, background: Background | None = None) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self.setAcceptDrops(True)
        self.office = office
        self.background = background or Background(self)
        self.context = Context(office, self.background, self._open_page, self._toast_message)
        self.strip = AccountStrip()
        self.rail = NavRail(self._places())
        self.card = AccountCard()
        self.rail.footer.addWidget(self.card)
        self.notices = Notices()
        self.screens = Screens(self.context)
        self.list = self.screens.list
        self.status = StatusLine(self.background)
        self.toast = Toast(self)
        self._place = ""
        self.upkeep = Upkeep(self.context, self)
        self.drafts = DraftOpening(self.context, self)
        self.orders = OrderImport(self.context, self)
        self.printing = LabelPrinting(self.context, self)
        self.dialogs = WindowDialogs(self.context, self)
        self.farewell = Farewell(office.settling, self.notices, self)
        self.menus = WindowMenus(self)
        self._lay_out()
        self._connect()
        restore_rail(self.rail, office.settings.load())
        self.show_account()
        if office.settings.load().welcomed:
            self._moved(SHIPMENTS)
            self.list.table.setFocus()
        else:
            self._show_welcome()

    def begin(self) -> None:
        """Once the window is on screen: reads the list, and only then what else takes its time."""
        self.list.counted.connect(self._listed)
        self.list.failed.connect(self._listed)
        self.list.reload()

    @Slot(object)
    def _listed(self, _outcome: object) -> None:
        self.list.counted.disconnect(self._listed)
        self.list.failed.disconnect(self._listed)
        self.upkeep.begin()

    # Screens

    @property
    def wizard(self) -> "Wizard | None":
        """The shipment that is open, if any."""
        return self.screens.wizard

    @Slot()
    def show_list(self) -> None:
        """Back to the shipments."""
        self.screens.show_list()

    @Slot(object)
    def new_shipment(self, shipment: Shipment | None = None) -> None:
        """Opens the wizard on a new draft."""
        self.screens.new_shipment(shipment)

    @Slot(str)
    def open_shipment(self, shipment_id: str) -> None:
        """Opens the wizard where this shipment stands."""
        self.screens.open_shipment(shipment_id)

    @Slot(str)
    def _go(self, place: str) -> None:
        if place == SETTINGS:
            self.open_settings()
        elif place == BOOK_DAY:
            self.screens.show_day()
        elif place == ADDRESS_BOOK:
            self.screens.show_address_book()
        elif place == LEDGER:
            self.screens.show_ledger()
        else:
            self.show_list()
        self.rail.set_current(self._place)  # a wizard that cannot save stays

    @Slot(str)
    def _moved(self, place: str) -> None:
        self._place = place
        self.rail.set_current(place)

    @Slot(object)
    def _day_opened(self, day: "DayScreen") -> None:
        day.rules_asked.connect(self.dialogs.rules)
        self.dialogs.settings_closed.connect(day.reload)
        day.paid.connect(self.upkeep.read_balance)
        day.changed.connect(self.upkeep.read_balance)
        day.changed.connect(self.list.reload)

    @Slot(object)
    def _ledger_opened(self, ledger: "LedgerScreen") -> None:
        ledger.due_counted.connect(self.upkeep.refunds_due)

    @Slot(object)
    def _wizard_opened(self, wizard: "Wizard") -> None:
        wizard.record_changed.connect(self._record_changed)
        wizard.sign_in_asked.connect(self.dialogs.accounts)

    @Slot(str)
    def _record_changed(self, _shipment_id: str) -> None:
        self.upkeep.read_balance()

    @Slot()
    def leave(self) -> None:
        """Closes the window, if nothing stands in the way."""
        self.window().close()

    # The first start, and the account in use

    def _show_welcome(self) -> None:
        welcome = self.screens.show_welcome()
        welcome.practice_chosen.connect(self._start_practice)
        welcome.connect_chosen.connect(self.dialogs.accounts)

    @Slot()
    def _start_practice(self) -> None:
        self._welcomed()
        self.show_list()
        self.list.empty.button.setFocus()

    def _welcomed(self) -> None:
        self._keep(self.office.settings.load().model_copy(update={"welcomed": True}))

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

    @Slot()
    def _account_changed(self) -> None:
        self._welcomed()
        self.show_account()
        self.show_list()
        self.upkeep.refresh_countries()
        self.upkeep.read_balance()
        self.upkeep.count_refunds()

    @Slot()
    def open_settings(self, page: str = "") -> None:
        """The settings, on one of their pages."""
        self.dialogs.settings(page)

    # What screens ask for, and what did not work

    def _open_page(self, url: str) -> bool:
        why_not = open_own_page(url, self.office.accounts.broker().account)
        if why_not:
            self.toast.show_message(why_not)
        return not why_not

    def _toast_message(self, text: str, undo: Callable[[], None] | None) -> None:
        self.toast.show_message(text, undo)

    @Slot()
    def _new(self) -> None:
        self.new_shipment()

    @Slot(object)
    def _not_printed(self, error: Exception) -> None:
        self.list.banner.show_error(error)
        self.list.reload()

    @Slot(str)
    def _tell_unread(self, words: str) -> None:
        """Over whatever is shown: files may be dropped anywhere."""
        self.notices.show_message(words, "warning")

    @Slot(object)
    def _draft_not_opened(self, error: Exception) -> None:
        self.show_list()
        self.list.banner.show_error(error)

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Draft files and order files may be dropped anywhere."""
        if dropped_drafts(event.mimeData()) or dropped_order_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Makes a draft of each draft file, and shows what is in the order files."""
        self.drafts.read(dropped_drafts(event.mimeData()))
        self.orders.read(dropped_order_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what is typed and how the window stands, then lets every job go.

        What is under way ends first, and an import or the start of the practice service cannot be
        stopped midway: nobody has to look on.
        """
        if not (self.farewell.may_go() and self.screens.leave_wizard()):
            event.ignore()
            return
        self._keep(with_window(self.office.settings.load(), self.window(), self.rail))
        self.window().hide()
        self.background.close(2.0)
        super().closeEvent(event)

    def _keep(self, settings: Settings) -> None:
        try:
            self.office.settings.save(settings)
        except PostroomError as error:
            self.list.banner.show_error(error)

    # How it is built

    def _places(self) -> list[Place]:
        return [
            Place(SHIPMENTS, self.tr("Shipments"), "shipments", keys="Ctrl+L"),
            Place(BOOK_DAY, self.tr("Book the day"), "book-day", keys="Ctrl+K"),
            Place(ADDRESS_BOOK, self.tr("Address book"), "address-book", keys="Ctrl+B"),
            Place(LEDGER, self.tr("Ledger"), "ledger", keys="Ctrl+G"),
            Place(SETTINGS, self.tr("Settings"), "settings", keys="Ctrl+,", at_foot=True),
        ]

    def _lay_out(self) -> None:
        middle = _column()
        middle.addWidget(self.notices)
        middle.addWidget(self.screens, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        column = _column()
        column.addWidget(self.strip)
        column.addWidget(self.menus)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.setLayout(column)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._go)
        self.card.pressed.connect(self.dialogs.accounts)
        self.screens.moved.connect(self._moved)
        self.screens.wizard_opened.connect(self._wizard_opened)
        self.screens.day_opened.connect(self._day_opened)
        self.screens.ledger_opened.connect(self._ledger_opened)
        self.list.opened.connect(self.open_shipment)
        self.list.new_asked.connect(self._new)
        self.list.practice_asked.connect(self.menus.parcel_at_home)
        self.drafts.opened.connect(self.new_shipment)
        self.drafts.changed.connect(self.list.reload)
        self.drafts.unread.connect(self._tell_unread)
        self.drafts.failed.connect(self._draft_not_opened)
        self.list.orders_asked.connect(self.orders.ask)
        self.orders.changed.connect(self.list.reload)
        self.orders.failed.connect(self._draft_not_opened)
        self.list.print_asked.connect(self.printing.print_labels)
        self.printing.open_asked.connect(self.open_shipment)
        self.printing.printed.connect(self.list.reload)
        self.printing.failed.connect(self._not_printed)
        self.dialogs.account_changed.connect(self._account_changed)
        self.farewell.over.connect(self.leave)
        WindowNews(self, SHIPMENTS, LEDGER)


def _column() -> QVBoxLayout:
    """One below the other without gaps."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
