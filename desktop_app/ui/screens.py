"""The main area: the list, the address book, one shipment in the wizard, or the welcome."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.ui.context import Context
from desktop_app.ui.shipments.list_screen import ListScreen
from desktop_app.ui.welcome import Welcome

# Imported when they are first shown: the window is on screen without them.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from desktop_app.ui.address_book import AddressBookScreen
    from desktop_app.ui.day.day_screen import DayScreen
    from desktop_app.ui.ledger.ledger_screen import LedgerScreen
    from desktop_app.ui.wizard.wizard import Wizard

SHIPMENTS, BOOK_DAY, ADDRESS_BOOK = "shipments", "book-day", "address-book"
LEDGER, SETTINGS = "ledger", "settings"


class Screens(QStackedWidget):
    """`moved(place)`: which place of the navigation is shown, "" for none of them.

    `day_opened(DayScreen)`, `wizard_opened(Wizard)`, `ledger_opened(LedgerScreen)`: connect to
    them what the window has to know. Whichever way the wizard is left, what was typed is on disk
    first; while it cannot be written, the wizard stays.
    """

    moved = Signal(str)
    wizard_opened = Signal(object)
    day_opened = Signal(object)
    ledger_opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.list = ListScreen(context)
        self.wizard: Wizard | None = None
        self.address_book: AddressBookScreen | None = None
        self.day: DayScreen | None = None
        self.ledger: LedgerScreen | None = None
        self._back_to_day = False
        self.addWidget(self.list)

    @Slot()
    def show_list(self) -> None:
        """Back to the shipments, read anew."""
        if not self.leave_wizard():
            return
        self._show(self.list, SHIPMENTS)
        self.list.reload()
        self.list.table.setFocus()

    @Slot()
    def show_day(self) -> None:
        """All drafts, to be booked in one go."""
        from desktop_app.ui.day.day_screen import DayScreen

        if not self.leave_wizard():
            return
        if self.day is None:
            self.day = DayScreen(self._context)
            self.day.opened.connect(self._open_from_day)
            self.day.new_asked.connect(self.new_shipment)
            self.day_opened.emit(self.day)
            self.addWidget(self.day)
        self._show(self.day, BOOK_DAY)
        self.day.reload()
        self.day.table.setFocus()

    @Slot()
    def show_address_book(self) -> None:
        """Everyone who was sent a parcel."""
        from desktop_app.ui.address_book import AddressBookScreen

        if not self.leave_wizard():
            return
        if self.address_book is None:
            self.address_book = AddressBookScreen(self._context)
            self.address_book.send_asked.connect(self.new_shipment)
            self.addWidget(self.address_book)
        self._show(self.address_book, ADDRESS_BOOK)
        self.address_book.reload()
        self.address_book.focus_search()

    @Slot()
    def show_ledger(self) -> None:
        """What was spent, and what came back."""
        from desktop_app.ui.ledger.ledger_screen import LedgerScreen

        if not self.leave_wizard():
            return
        if self.ledger is None:
            self.ledger = LedgerScreen(self._context)
            self.ledger.opened.connect(self.open_shipment)
            self.ledger_opened.emit(self.ledger)
            self.addWidget(self.ledger)
        self._show(self.ledger, LEDGER)
        self.ledger.reload()
        self.ledger.table.setFocus()

    def show_welcome(self) -> Welcome:
        """The first start; what to do with its answers is for the caller."""
        welcome = Welcome()
        self.addWidget(welcome)
        self._show(welcome, "")
        welcome.practice.setFocus()
        return welcome

    @Slot()
    def focus_search(self) -> None:
        """The search of the screen that is shown; else that of the shipments."""
        for one in (self.address_book, self.ledger):
            if one is not None and self.currentWidget() is one:
                one.focus_search()
                return
        if self.currentWidget() is not self.list:
            self.show_list()
        self.list.focus_search()

    @Slot(object)
    def new_shipment(self, shipment: Shipment | None = None) -> None:
        """Opens the wizard on a new draft."""
        drafts = self._context.office.drafts
        self._open_wizard(lambda: drafts.new(shipment))

    @Slot(str)
    def open_shipment(self, shipment_id: str) -> None:
        """Opens the wizard where this shipment stands."""
        drafts = self._context.office.drafts
        self._open_wizard(lambda: drafts.get(shipment_id))

    def leave_wizard(self) -> bool:
        """Keeps what was typed and lets the wizard go; False when it stays, and says why."""
        if self.wizard is not None and not self.wizard.keep():
            return False
        self._drop_wizard()
        return True

    def _drop_wizard(self) -> None:
        wizard, self.wizard = self.wizard, None
        if wizard is not None:
            self.removeWidget(wizard)
            wizard.deleteLater()

    @Slot()
    def _wizard_closed(self) -> None:
        """It has kept what was typed, or the user wants it lost."""
        self._drop_wizard()
        self.show_day() if self._back_to_day else self.show_list()

    @Slot(str, str)
    def _open_from_day(self, shipment_id: str, field: str) -> None:
        """To what stands in a draft's way; closing the wizard leads back to the day."""
        self.open_shipment(shipment_id)
        if self.wizard is not None:
            self._back_to_day = True
            if field:
                self.wizard.show_field(field)

    def _open_wizard(self, find: Callable[[], ShipmentRecord]) -> None:
        from desktop_app.ui.wizard.wizard import Wizard

        if not self.leave_wizard():
            return
        try:
            record = find()
        except PostroomError as error:
            self.show_list()
            self.list.banner.show_error(error)
            return
        self._back_to_day = False
        self.wizard = Wizard(self._context, record)
        self.wizard.closed.connect(self._wizard_closed)
        self.wizard.other_asked.connect(self.open_shipment)
        self.wizard_opened.emit(self.wizard)
        self.addWidget(self.wizard)
        self._show(self.wizard, "")

    def _show(self, screen: QWidget, place: str) -> None:
        self.setCurrentWidget(screen)
        self.moved.emit(place)
