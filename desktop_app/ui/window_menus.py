"""The menu bar: everything the window can do, with its keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop_app.services.examples import practice_parcel, practice_parcel_abroad

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace

Work = Callable[[], object]
_ROLE = QAction.MenuRole


class WindowMenus(QMenuBar):
    """The actions hold in the whole window; those for selected shipments only in the list."""

    def __init__(self, window: "Workspace") -> None:
        super().__init__(window)
        self._window = window
        self._add_file()
        self._add_edit()
        self._add_shipment()
        self._add_view()
        self._add_help()
        window.screens.currentChanged.connect(self._follow)
        self._follow()

    def _add_file(self) -> None:
        window = self._window
        menu = self.addMenu(self.tr("&File"))
        self._act(menu, self.tr("New shipment"), window.new_shipment, "Ctrl+N")
        self.practice = menu.addMenu(self.tr("Practice parcel"))
        self._act(self.practice, self.tr("At home"), self.parcel_at_home)
        self._act(self.practice, self.tr("To the USA, with customs"), self.parcel_abroad)
        self._act(menu, self.tr("Bring in orders…"), window.orders.ask, "Ctrl+I")
        self._act(
            menu, self.tr("Bring in orders from the shops"), window.orders.ask_shops, "Ctrl+Shift+I"
        )
        self._act(menu, self.tr("Tell the shops…"), window.dialogs.outbox, "Ctrl+T")
        self._act(menu, self.tr("Open a draft file…"), window.drafts.ask, "Ctrl+O")
        menu.addSeparator()
        settings = self._act(menu, self.tr("Settings…"), window.open_settings, "Ctrl+,")
        settings.setMenuRole(_ROLE.PreferencesRole)
        leave = self._act(menu, self.tr("Quit"), window.leave, "Ctrl+Q")
        leave.setMenuRole(_ROLE.QuitRole)
        menu.aboutToShow.connect(self._follow)

    def _add_edit(self) -> None:
        menu = self.addMenu(self.tr("&Edit"))
        self._act(menu, self.tr("Undo"), self._window.toast.undo_now, "Ctrl+Z")
        self._act(menu, self.tr("Paste orders"), self._window.orders.paste, "Ctrl+Shift+V")
        self._act(menu, self.tr("Search"), self._window.screens.focus_search, "Ctrl+F")

    def _add_shipment(self) -> None:
        self.shipment = self.addMenu(self.tr("&Shipment"))
        actions = self._window.list.on_selected
        self.shipment.addActions(actions.all)
        self.shipment.insertSeparator(actions.delete)

    def _add_view(self) -> None:
        window = self._window
        menu = self.addMenu(self.tr("&View"))
        self._act(menu, self.tr("Shipments"), window.show_list, "Ctrl+L")
        self._act(menu, self.tr("Book the day"), window.screens.show_day, "Ctrl+K")
        self._act(menu, self.tr("Address book"), window.screens.show_address_book, "Ctrl+B")
        self._act(menu, self.tr("Ledger"), window.screens.show_ledger, "Ctrl+G")
        menu.addSeparator()
        self.details = self._act(menu, self.tr("Details"), self._turn_details)
        self.details.setCheckable(True)
        self.folded = self._act(menu, self.tr("Narrow navigation"), window.rail.toggle_folded)
        self.folded.setCheckable(True)
        menu.aboutToShow.connect(self._follow)

    def _add_help(self) -> None:
        menu = self.addMenu(self.tr("&Help"))
        keys = self._act(menu, self.tr("Keys"), self._window.dialogs.keys)
        keys.setShortcuts([QKeySequence("F1"), QKeySequence("?")])
        about = self._act(menu, self.tr("About Postroom"), self._window.dialogs.about)
        about.setMenuRole(_ROLE.AboutRole)

    def _act(self, menu: QMenu, text: str, work: Work, keys: str = "") -> QAction:
        action = QAction(text, self._window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked: work())
        menu.addAction(action)
        return action

    @Slot()
    def parcel_at_home(self) -> None:
        """A draft to learn on, all filled in."""
        self._window.new_shipment(practice_parcel(self._window.office.settings.load().sender))

    @Slot()
    def parcel_abroad(self) -> None:
        """The same to the USA, with what customs asks."""
        sender = self._window.office.settings.load().sender
        self._window.new_shipment(practice_parcel_abroad(sender))

    @Slot()
    def _turn_details(self) -> None:
        shipments = self._window.list
        shipments.show_details(shown=not shipments.are_details_open)

    @Slot()
    def _follow(self) -> None:
        """What cannot be done here and now is grey."""
        window = self._window
        on_list = window.screens.currentWidget() is window.list
        self.shipment.setEnabled(on_list)
        self.details.setEnabled(on_list)
        self.details.setChecked(window.list.are_details_open)
        self.folded.setChecked(window.rail.is_folded)
        self.practice.menuAction().setVisible(window.office.accounts.current.is_practice)
