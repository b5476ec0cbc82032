"""The address book: everyone who was sent a parcel, and a new one to them at a key."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.country_names import english_name
from desktop_app.domain.measures import format_day
from desktop_app.services.clock import local_day
from desktop_app.services.ports import SavedAddress
from desktop_app.ui.context import Context
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
        self.table.set_empty_state(
            EmptyState(
                "address-book",
                self.tr("No addresses yet"),
                self.tr("Everyone you send a parcel to is kept here, and offered as you type."),
            )
        )
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(title(self.tr("Address book")))
        head.addStretch(1)
        head.addWidget(self.remove)
        head.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(S + 4)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.search.asked.connect(self.model.search)
        self.table.typed.connect(self.search.type_on)
        self.table.chosen.connect(self._send_to)
        self.table.selection_changed.connect(self._selection_moved)
        self.table.delete_asked.connect(self._delete)
        self.send.clicked.connect(self._send_selected)
        self.remove.clicked.connect(self._delete_selected)

    @Slot(object)
    def _show(self, rows: tuple[SavedAddress, ...]) -> None:
        self.model.set_rows(rows)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.banner.show_error(error)

    @Slot()
    def _selection_moved(self) -> None:
        count = len(self.table.selected_rows())
        self.send.setEnabled(count == 1)
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
        self._delete(self.table.selected_rows())

    @Slot(object)
    def _delete(self, rows: list[SavedAddress]) -> None:
        memory = self._context.office.memory
        ids = [row.id for row in rows]

        def work(_progress: object) -> list[SavedAddress]:
            for one in ids:
                memory.forget_recipient(one)
            return rows

        self._context.background.start(
            work, done=self._deleted, failed=self._fail, name=self.tr("Deleting")
        )

    @Slot(object)
    def _deleted(self, rows: list[SavedAddress]) -> None:
        self.reload()
        text = self.tr("Address deleted.") if len(rows) == 1 else self.tr("Addresses deleted.")
        self._context.toast(text, partial(self._bring_back, rows))

    def _bring_back(self, rows: list[SavedAddress]) -> None:
        memory = self._context.office.memory
        self._context.background.start(
            lambda _progress: memory.bring_back(rows),
            done=self._brought_back,
            failed=self._fail,
            name=self.tr("Bringing back"),
        )

    @Slot(object)
    def _brought_back(self, _nothing: object) -> None:
        self.reload()


def _street(row: SavedAddress) -> str:
    return f"{row.address.property} {row.address.street}".strip()


def _country(row: SavedAddress) -> str:
    return english_name(row.address.country) if row.address.country else ""
