"""The address book: everyone who was sent a parcel, and a new one to them at a key."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.address import Address
from desktop_app.domain.country_names import english_name
from desktop_app.domain.measures import format_day
from desktop_app.services.clock import local_day
from desktop_app.services.ports import SavedAddress
from desktop_app.ui.address_work import AddressWork
from desktop_app.ui.context import Context
from desktop_app.ui.dialogs.address import AddressDialog
from desktop_app.ui.models.rows_model import Column, RowsModel
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import title
from desktop_app.ui.widgets.search_field import SearchField


class AddressBookScreen(QWidget):
    """`send_asked(Shipment)`: a new draft to the chosen address."""

    send_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addressBook")
        self._context = context
        self.banner = Banner(closable=True)
        self.search = SearchField(
            self.tr("Search name, town, postcode"), self.tr("Search the address book")
        )
        self.model: RowsModel[SavedAddress] = RowsModel(self._columns(), lambda row: row.id, self)
        self.table: DataTable[SavedAddress] = DataTable(self.model)
        self.work = AddressWork(context, self)
        self.empty = EmptyState("address-book", "", "")
        self.add = button(self.tr("New address"), name="addressNew")
        self.edit = button(self.tr("Edit"), kind="quiet", icon_name="edit", name="addressEdit")
        self.send = button(self.tr("Send a parcel"), kind="primary", name="addressSend")
        self.remove = button(
            self.tr("Delete"), kind="quiet", icon_name="delete", name="addressDelete"
        )
        self._lay_out()
        self._connect()
        self._selection_moved()

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self.search.focus()

    def reload(self) -> None:
        """Reads the address book in the background."""
        memory = self._context.office.memory
        self._context.background.start(
            lambda _progress: memory.recipients(),
            done=self._show,
            failed=self._fail,
            name=self.tr("Reading the address book"),
        )

    def _columns(self) -> list[Column[SavedAddress]]:
        return [
            Column("name", self.tr("Name"), lambda row: row.address.name, width=0),
            Column("company", self.tr("Company"), lambda row: row.address.organisation, width=20),
            Column("street", self.tr("Street"), _street, width=24),
            Column("town", self.tr("Town"), lambda row: row.address.town, width=16),
            Column("postcode", self.tr("Postcode"), lambda row: row.address.postcode, width=11),
            Column("country", self.tr("Country"), _country, width=16),
            Column(
                "used",
                self.tr("Last sent"),
                lambda row: format_day(local_day(row.last_used)),
                sort=lambda row: row.last_used,
                width=13,
            ),
        ]

    def _lay_out(self) -> None:
        self.table.setAccessibleName(self.tr("Address book"))
        self.table.give_way(("used", "company", "country"), 160)
        self.table.set_empty_state(self.empty)
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(title(self.tr("Address book")))
        head.addStretch(1)
        for each in (self.remove, self.edit, self.add, self.send):
            head.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(S + 4)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.search.asked.connect(self._search)
        self.table.typed.connect(self.search.type_on)
        self.table.chosen.connect(self._send_to)
        self.table.selection_changed.connect(self._selection_moved)
        self.table.delete_asked.connect(self.work.delete)
        self.send.clicked.connect(self._send_selected)
        self.remove.clicked.connect(self._delete_selected)
        self.edit.clicked.connect(self._edit_selected)
        self.add.clicked.connect(self._add)
        self.work.changed.connect(self.reload)
        self.work.failed.connect(self._fail)

    @Slot(object)
    def _show(self, rows: tuple[SavedAddress, ...]) -> None:
        self.model.set_rows(rows)
        self._say_why_empty()

    @Slot(str)
    def _search(self, text: str) -> None:
        self.model.search(text)
        self._say_why_empty()

    def _say_why_empty(self) -> None:
        if self.model.all_rows():
            words = self.tr("Nobody here matches “{0}”. Try fewer letters.")
            self.empty.set_text(self.tr("Nothing found"), words.format(self.search.text()))
        else:
            words = self.tr("Everyone you send a parcel to is kept here, and offered as you type.")
            self.empty.set_text(self.tr("No addresses yet"), words)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.banner.show_error(error)

    @Slot()
    def _selection_moved(self) -> None:
        count = len(self.table.selected_rows())
        self.send.setEnabled(count == 1)
        self.edit.setEnabled(count == 1)
        self.remove.setEnabled(count > 0)

    @Slot()
    def _send_selected(self) -> None:
        for row in self.table.selected_rows()[:1]:
            self._send_to(row)

    @Slot(object)
    def _send_to(self, row: SavedAddress) -> None:
        draft = self._context.office.drafts.usual()
        self.send_asked.emit(draft.model_copy(update={"recipient": row.address}))

    @Slot()
    def _delete_selected(self) -> None:
        self.work.delete(self.table.selected_rows())

    @Slot()
    def _add(self) -> None:
        home = self._context.office.settings.load().sender.country
        dialog = self._dialog(Address(country=home), self.tr("New address"))
        dialog.kept.connect(self.work.add)
        dialog.open()

    @Slot()
    def _edit_selected(self) -> None:
        for row in self.table.selected_rows()[:1]:
            dialog = self._dialog(row.address, self.tr("Edit address"))
            dialog.kept.connect(partial(self.work.correct, row))
            dialog.open()

    def _dialog(self, address: Address, heading: str) -> AddressDialog:
        dialog = AddressDialog(self._context.office.countries.known, address, heading, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def _street(row: SavedAddress) -> str:
    return f"{row.address.property} {row.address.street}".strip()


def _country(row: SavedAddress) -> str:
    return english_name(row.address.country) if row.address.country else ""
