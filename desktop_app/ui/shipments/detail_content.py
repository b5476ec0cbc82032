"""What the details say of a shipment: stage, route, parcels, price, numbers, and what happened."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.country_names import english_name
from desktop_app.domain.measures import format_money, format_size, format_weight
from desktop_app.domain.parcel import Parcel
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.ui.shipments.filters import stage_tone, stage_word
from desktop_app.ui.shipments.timeline import timeline
from desktop_app.ui.theme.space import XS, M, S
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.breakable import breakable
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.courier_mark import CourierMark
from desktop_app.ui.widgets.elided_label import ElidedLabel
from desktop_app.ui.widgets.labels import body, line, message, note, section

translate = QCoreApplication.translate

_MOMENTS = 12
_HOME = "GBR"


class DetailContent(QWidget):
    """Made anew for each record. `copied()`: a number is on the clipboard."""

    copied = Signal()
    closed = Signal()

    def __init__(
        self, record: ShipmentRecord, preview: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(M, M, M, S)
        self._column.setSpacing(S)
        self._add_head(record)
        self._add_route(record.shipment)
        self._add_parcels(record.shipment)
        self._add_price(record)
        self._add_consignments(record)
        self._column.addWidget(preview, 0, Qt.AlignmentFlag.AlignHCenter)
        self._add_timeline(record)
        self._column.addStretch(1)

    def _add_head(self, record: ShipmentRecord) -> None:
        close = icon_button("close", self.tr("Close the details"), name="detailClose")
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(Badge(stage_word(record.stage), stage_tone(record.stage)))
        row.addWidget(ElidedLabel(record.shipment.reference, role="note"), 1)
        row.addWidget(close)
        self._column.addLayout(row)
        if record.trouble:
            self._column.addWidget(message(record.trouble, "error"))

    def _add_route(self, shipment: Shipment) -> None:
        to = shipment.recipient
        name = section(breakable(to.name) or self.tr("No recipient yet"))
        name.setWordWrap(True)
        self._column.addWidget(name)
        lines = [part for part in to.lines if part != to.name]
        if to.country not in {"", _HOME}:
            lines.append(english_name(to.country))
        if lines:
            self._column.addWidget(body(breakable("\n".join(lines)), wrap=True))
        sender = breakable(shipment.sender.one_line) or "–"
        self._column.addWidget(note(self.tr("From {0}").format(sender)))

    def _add_parcels(self, shipment: Shipment) -> None:
        if words := parcel_words(shipment):
            self._column.addWidget(line())
            for text in words:
                self._column.addWidget(note(breakable(text)))

    def _add_price(self, record: ShipmentRecord) -> None:
        if record.choice is None or record.price is None:
            return
        service = record.choice.quote.service
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(CourierMark(service.courier, side=24))
        row.addWidget(body(service.name, wrap=True), 1)
        row.addWidget(body(format_money(record.price.total), strong=True))
        self._column.addWidget(line())
        self._column.addLayout(row)

    def _add_consignments(self, record: ShipmentRecord) -> None:
        for one in record.consignments:
            number = body(one.number, strong=True)
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            copy = icon_button("copy", self.tr("Copy the consignment number"))
            copy.setProperty("number", one.number)
            copy.clicked.connect(self._copy)
            row = QHBoxLayout()
            row.addWidget(number, 1)
            row.addWidget(copy)
            self._column.addLayout(row)

    def _add_timeline(self, record: ShipmentRecord) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S + XS)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, moment in enumerate(timeline(record)[:_MOMENTS]):
            at = moment.at.astimezone()
            grid.addWidget(note(f"{at.day} {at:%b %H:%M}", wrap=False), row, 0, top)
            grid.addWidget(note(moment.text), row, 1, top)
        self._column.addWidget(line())
        self._column.addLayout(grid)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.sender().property("number")))
        self.copied.emit()


def parcel_words(shipment: Shipment) -> list[str]:
    """A line for the parcel; for several, how many and how heavy they are, then what is in them."""
    if len(shipment.parcels) == 1:
        line_of_it = _parcel(shipment.parcels[0])
        return [line_of_it] if line_of_it else []
    if not shipment.parcels:
        return []
    count = translate("Shipments", "{0} parcels").format(len(shipment.parcels))
    weight = shipment.total_weight_kg
    first = " · ".join(part for part in (count, format_weight(weight) if weight else "") if part)
    inside = ", ".join(dict.fromkeys(one.summary for one in shipment.parcels if one.summary))
    return [first, inside] if inside else [first]


def _parcel(parcel: Parcel) -> str:
    weight = format_weight(parcel.weight_kg) if parcel.weight_kg else ""
    length, width, height = parcel.length_cm, parcel.width_cm, parcel.height_cm
    size = format_size(length, width, height) if length and width and height else ""
    return " · ".join(part for part in (weight, size, parcel.summary) if part)
