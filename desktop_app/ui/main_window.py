"""The window: navigation, the screens, and what is said along its edges."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.account import Environment
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.shipment import Shipment
from desktop_app.services.draft_file import read_draft
from desktop_app.services.examples import practice_parcel
from desktop_app.services.files import read_text
from desktop_app.services.office import Office
from desktop_app.services.ports import ShipmentRow
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.pages_in_browser import open_own_page
from desktop_app.ui.shipments.filters import Filter, counts
from desktop_app.ui.shipments.list_screen import ListScreen
from desktop_app.ui.theme.icons import app_icon
from desktop_app.ui.upkeep import Upkeep
from desktop_app.ui.welcome import Welcome
from desktop_app.ui.widgets.account_card import AccountCard
from desktop_app.ui.widgets.account_strip import AccountStrip
from desktop_app.ui.widgets.nav_rail import NavRail, Place
from desktop_app.ui.widgets.status_line import StatusLine
from desktop_app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop_app.ui.wizard.wizard import Wizard

_GEOMETRY, _FOLDED = "window.geometry", "window.folded"
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
        self._actions = self._make_actions()
        self._connect()
        self._restore()
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

    # What happens by itself

    @Slot(object)
    def _counted(self, rows: Sequence[ShipmentRow]) -> None:
        found = counts(rows)
        words = []
        if found[Filter.TO_PAY]:
            words.append(self.tr("{0} to pay").format(found[Filter.TO_PAY]))
        if found[Filter.TO_PRINT]:
            words.append(self.tr("{0} to print").format(found[Filter.TO_PRINT]))
        self.rail.set_count(SHIPMENTS, ", ".join(words))
        if self.wizard is None:
            self.upkeep.follow(rows)

    @Slot(str)
    def _record_changed(self, _shipment_id: str) -> None:
        self.upkeep.read_balance()

    @Slot(object)
    def _paid(self, record: ShipmentRecord) -> None:
        name = record.shipment.recipient.name
        self.toast.show_message(self.tr("The parcel to {0} is paid.").format(name))
        self.list.reload()
        self.upkeep.read_balance()

    @Slot(object)
    def _labels_kept(self, record: ShipmentRecord) -> None:
        name = record.shipment.recipient.name
        self.toast.show_message(self.tr("The label for {0} is here.").format(name))
        self.list.reload()

    @Slot(object)
    def _balance_read(self, balance: Decimal | None) -> None:
        self.card.set_balance(balance)

    @Slot(object)
    def _set_offline(self, offline: object) -> None:
        self.status.set_offline(bool(offline))

    # Actions

    def _make_actions(self) -> list[QAction]:
        return [
            self._action(self.tr("New shipment"), "Ctrl+N", self._new),
            self._action(self.tr("Search"), "Ctrl+F", self.list.focus_search),
            self._action(self.tr("Print labels"), "Ctrl+P", self._print_selected),
            self._action(self.tr("Open a draft file"), "Ctrl+O", self.open_draft_file),
            self._action(self.tr("Settings"), "Ctrl+,", self.open_settings),
            self._action(self.tr("Keys"), "F1", self._show_keys),
            self._action(self.tr("Undo"), "Ctrl+Z", self._undo),
        ]

    def _action(self, text: str, keys: str, work: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(work)
        self.addAction(action)
        return action

    @Slot()
    def _new(self) -> None:
        self.new_shipment()

    @Slot()
    def _practice_parcel(self) -> None:
        self.new_shipment(practice_parcel(self.office.settings.load().sender))

    @Slot()
    def _undo(self) -> None:
        self.toast.undo_now()

    @Slot()
    def _print_selected(self) -> None:
        if self.wizard is None:
            self.print_labels(self.list.selected())

    @Slot(object)
    def print_labels(self, rows: Sequence[ShipmentRow | str]) -> None:
        """Opens the labels of the first one; several are printed straight to the usual printer."""
        ids = [row if isinstance(row, str) else row.id for row in rows if _has_label(row)]
        if len(ids) == 1:
            self.open_shipment(ids[0])
        elif ids:
            self._print_all(ids)

    def _print_all(self, ids: list[str]) -> None:
        office = self.office
        printing = office.settings.load().printing
        self.background.start(
            lambda progress: office.labelling.print_all(ids, printing, office.printers, progress),
            done=self._printed,
            failed=self._not_printed,
            name=self.tr("Printing labels"),
        )

    @Slot(object)
    def _printed(self, count: int) -> None:
        self.toast.show_message(self.tr("{0} labels sent to the printer.").format(count))
        self.list.reload()

    @Slot(object)
    def _not_printed(self, error: Exception) -> None:
        self.list.banner.show_error(error)
        self.list.reload()

    @Slot()
    def open_draft_file(self) -> None:
        """Asks for a draft file and makes a draft of it."""
        words = self.tr("Draft files (*.json)")
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Open a draft file"), "", words)
        if path:
            self.import_draft(path)

    def import_draft(self, path: str) -> None:
        """Makes a draft of a file and opens it; what is wrong with the file is said."""
        try:
            shipment = read_draft(read_text(path))
        except PostroomError as error:
            self.show_list()
            self.list.banner.show_error(error)
            return
        self.new_shipment(shipment)

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
        if any(url.toLocalFile().endswith(".json") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Makes a draft of the first one."""
        self.import_draft(event.mimeData().urls()[0].toLocalFile())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what is typed and how the window stands, then lets every job go."""
        self._leave_wizard()
        self._keep()
        self.background.close(2.0)
        super().closeEvent(event)

    def _keep(self) -> None:
        settings = self.office.settings.load()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        folded = "1" if self.rail.is_folded else ""
        layouts = {**settings.layouts, _GEOMETRY: geometry, _FOLDED: folded}
        self._save_settings(settings.model_copy(update={"layouts": layouts}))

    def _save_settings(self, settings: object) -> None:
        try:
            self.office.settings.save(settings)  # type: ignore[arg-type]
        except PostroomError as error:
            self.list.banner.show_error(error)

    def _restore(self) -> None:
        layouts = self.office.settings.load().layouts
        self.resize(1280, 800)
        if geometry := layouts.get(_GEOMETRY):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        self.rail.set_folded(bool(layouts.get(_FOLDED)))

    def _places(self) -> list[Place]:
        return [
            Place(SHIPMENTS, self.tr("Shipments"), "shipments"),
            Place(ADDRESS_BOOK, self.tr("Address book"), "address-book"),
            Place(SETTINGS, self.tr("Settings"), "settings", at_foot=True),
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
        self.list.import_asked.connect(self.open_draft_file)
        self.list.print_asked.connect(self.print_labels)
        self.list.counted.connect(self._counted)
        self.upkeep.paid.connect(self._paid)
        self.upkeep.labels_kept.connect(self._labels_kept)
        self.upkeep.balance_read.connect(self._balance_read)
        self.upkeep.offline.connect(self._set_offline)


def _has_label(row: ShipmentRow | str) -> bool:
    return isinstance(row, str) or row.stage in {Stage.TO_PRINT, Stage.SENT}
