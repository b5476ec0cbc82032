"""The selected shipment at a look: route, parcels, price, stage, and the one next thing to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.country_names import english_name
from desktop_app.domain.measures import format_money, format_size, format_weight
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.shipment import Shipment
from desktop_app.ui.context import Context
from desktop_app.ui.shipments.filters import stage_tone, stage_word
from desktop_app.ui.shipments.label_preview import LabelPreview
from desktop_app.ui.shipments.timeline import timeline
from desktop_app.ui.theme.space import XS, M, S
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.buttons import button, icon_button
from desktop_app.ui.widgets.labels import body, line, message, note, section
from desktop_app.ui.widgets.primary_button import PrimaryButton

_MOMENTS = 8


class DetailPanel(QFrame):
    """`opened(id)`, `print_asked(ids)`, `again_asked(id)`, `changed()`, `closed()`."""

    opened = Signal(str)
    print_asked = Signal(object)
    again_asked = Signal(str)
    changed = Signal()
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailPanel")
        self.setProperty("role", "rail")
        self._context = context
        self._wanted = ""
        self.record: ShipmentRecord | None = None
        self.next_button = PrimaryButton("")
        self.next_button.setObjectName("detailNext")
        self.next_button.clicked.connect(self._do_next)
        self.preview = LabelPreview(context)
        self.preview.clicked.connect(self._open_labels)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.setContentsMargins(M, S, M, M)
        foot.addWidget(self.next_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def show_shipment(self, shipment_id: str) -> None:
        """Reads a shipment in the background and shows it."""
        self._wanted = shipment_id
        drafts = self._context.office.drafts
        self._context.background.start(
            lambda _progress: drafts.get(shipment_id),
            done=self._show,
            failed=self._fail,
            name=self.tr("Reading the shipment"),
        )

    def focus_preview(self) -> None:
        """Puts the cursor on the next thing to do."""
        self.next_button.setFocus()

    @Slot(object)
    def _show(self, record: ShipmentRecord) -> None:
        if record.id != self._wanted:
            return
        self.record = record
        self._area.setWidget(self._content(record))
        self.next_button.setText(self._next_word(record))
        self.show()

    @Slot(object)
    def _fail(self, _error: Exception) -> None:
        self.hide()

    def _content(self, record: ShipmentRecord) -> QWidget:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(M, M, M, S)
        column.setSpacing(S)
        column.addLayout(self._head(record))
        if record.trouble:
            column.addWidget(message(record.trouble, "error"))
        self._add_route(column, record.shipment)
        self._add_price(column, record)
        self._add_consignments(column, record)
        column.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        self.preview.show_record(record)
        self._add_timeline(column, record)
        column.addStretch(1)
        column.addLayout(self._more(record))
        return page

    def _head(self, record: ShipmentRecord) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(Badge(stage_word(record.stage), stage_tone(record.stage)))
        row.addStretch(1)
        close = icon_button("close", self.tr("Close the details"), name="detailClose")
        close.clicked.connect(self._close)
        row.addWidget(close)
        return row

    def _add_route(self, column: QVBoxLayout, shipment: Shipment) -> None:
        to = shipment.recipient
        column.addWidget(section(to.name or self.tr("No recipient yet")))
        lines = [part for part in to.lines if part != to.name]
        if to.country not in {"", "GBR"}:
            lines.append(english_name(to.country))
        if lines:
            column.addWidget(body("\n".join(lines), wrap=True))
        column.addWidget(line())
        column.addWidget(note(self.tr("From {0}").format(shipment.sender.one_line or "–")))
        for parcel in shipment.parcels:
            column.addWidget(note(_parcel_words(shipment, parcel.summary)))
            break
        if shipment.reference:
            column.addWidget(note(self.tr("Reference {0}").format(shipment.reference)))

    def _add_price(self, column: QVBoxLayout, record: ShipmentRecord) -> None:
        if record.choice is None or record.price is None:
            return
        column.addWidget(line())
        row = QHBoxLayout()
        row.addWidget(body(record.choice.quote.service.name, wrap=True), 1)
        row.addWidget(body(format_money(record.price.total), strong=True))
        column.addLayout(row)

    def _add_consignments(self, column: QVBoxLayout, record: ShipmentRecord) -> None:
        for one in record.consignments:
            row = QHBoxLayout()
            number = body(one.number, strong=True)
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(number, 1)
            copy = icon_button("copy", self.tr("Copy the consignment number"))
            copy.setProperty("number", one.number)
            copy.clicked.connect(self._copy)
            row.addWidget(copy)
            column.addLayout(row)

    def _add_timeline(self, column: QVBoxLayout, record: ShipmentRecord) -> None:
        column.addWidget(line())
        grid = QGridLayout()
        grid.setHorizontalSpacing(S + XS)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, moment in enumerate(timeline(record)[:_MOMENTS]):
            at = moment.at.astimezone()
            grid.addWidget(note(f"{at.day} {at:%b %H:%M}", wrap=False), row, 0, top)
            grid.addWidget(note(moment.text), row, 1, top)
        column.addLayout(grid)

    def _more(self, record: ShipmentRecord) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(XS)
        again = button(self.tr("Send again"), kind="quiet", icon_name="copy", name="detailAgain")
        again.clicked.connect(self._again)
        row.addWidget(again)
        if record.is_paid:
            track = button(
                self.tr("Tracking page"),
                kind="quiet",
                icon_name="external-link",
                name="detailTrack",
            )
            track.clicked.connect(self._track)
            row.addWidget(track)
        row.addStretch(1)
        return row

    def _next_word(self, record: ShipmentRecord) -> str:
        total = record.price.total if record.price else None
        words = {
            Stage.DRAFT: self.tr("Continue"),
            Stage.TO_PAY: self.tr("Pay {0}").format(format_money(total)) if total else "",
            Stage.WAITING: self.tr("Look at the payment"),
            Stage.UNCERTAIN: self.tr("Settle the payment"),
            Stage.PAID: self.tr("Fetch the labels"),
            Stage.TO_PRINT: self.tr("Print the label"),
            Stage.SENT: self.tr("Open the labels"),
        }
        return words[record.stage] or self.tr("Continue")

    @Slot()
    def _do_next(self) -> None:
        if self.record is None:
            return
        if self.record.stage is Stage.TO_PRINT:
            self.print_asked.emit([self.record.id])
        else:
            self.opened.emit(self.record.id)

    @Slot()
    def _open_labels(self) -> None:
        if self.record:
            self.opened.emit(self.record.id)

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.sender().property("number")))
        self._context.toast(self.tr("Copied."), None)

    @Slot()
    def _again(self) -> None:
        if self.record:
            self.again_asked.emit(self.record.id)

    @Slot()
    def _track(self) -> None:
        if self.record:
            self._context.open_page(self._context.office.tracking.page(self.record))


def _parcel_words(shipment: Shipment, summary: str) -> str:
    count = len(shipment.parcels)
    first = shipment.parcels[0]
    if count > 1:
        return f"{count} parcels, {format_weight(shipment.total_weight_kg)} · {summary}"
    sides = (first.length_cm, first.width_cm, first.height_cm)
    size = format_size(*sides) if None not in sides else ""  # type: ignore[arg-type]
    weight = format_weight(first.weight_kg) if first.weight_kg else ""
    return " · ".join(part for part in (weight, size, summary) if part)
