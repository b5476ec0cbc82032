"""The selected shipment at a look: route, parcels, price, stage, and the one next thing to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.ports import Progress
from desktop_app.ui.context import Context
from desktop_app.ui.shipments.detail_content import DetailContent
from desktop_app.ui.shipments.label_preview import LabelPreview
from desktop_app.ui.shipments.next_step import NextStep, next_step, next_word, outcome_word
from desktop_app.ui.shipments.tracking_watch import TrackingWatch
from desktop_app.ui.theme.space import XS, M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.primary_button import PrimaryButton

Work = Callable[[Progress], ShipmentRecord]


class DetailPanel(QFrame):
    """`opened(id)`, `print_asked(ids)`, `again_asked(id)`; `changed()`: it stands differently now;
    `closed()`: the user does not want to see details."""

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
        self.banner = Banner(closable=True)
        self.preview = LabelPreview(context)
        self.preview.clicked.connect(self._open)
        self.tracking = TrackingWatch(context, self)
        self.tracking.told.connect(self._show)
        self.next_button = PrimaryButton("")
        self.next_button.setObjectName("detailNext")
        self.next_button.clicked.connect(self._do_next)
        self.open_button = button(
            self.tr("Open"), kind="quiet", icon_name="edit", name="detailOpen"
        )
        self.again = button(
            self.tr("Send again"), kind="quiet", icon_name="copy", name="detailAgain"
        )
        self.track = button(
            self.tr("Tracking"), kind="quiet", icon_name="external-link", name="detailTrack"
        )
        self.open_button.clicked.connect(self._open)
        self.again.clicked.connect(self._again)
        self.track.clicked.connect(self._track)
        self._area = QScrollArea()
        self._lay_out()

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self.tracking.stop()

    def _lay_out(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        more = QHBoxLayout()
        more.setSpacing(XS)
        for one in (self.open_button, self.again, self.track):
            more.addWidget(one)
        more.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(M, S, M, M)
        foot.setSpacing(S)
        foot.addWidget(self.banner)
        foot.addLayout(more)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    @Slot(object)
    def _show(self, record: ShipmentRecord) -> None:
        if record.id != self._wanted:
            return
        if self.record is None or self.record.id != record.id:
            self.banner.clear()
            self.next_button.set_busy(False)
        same = self.record == record
        self.record = record
        if not same or self._area.widget() is None:
            self._fill(record)
        self.tracking.look_at(record)
        self.show()

    def _fill(self, record: ShipmentRecord) -> None:
        content = DetailContent(record, self.preview)
        content.closed.connect(self.closed)
        content.copied.connect(self._say_copied)
        self._area.setWidget(content)
        self.preview.show_record(record)
        self.next_button.setText(next_word(record))
        self.open_button.setVisible(next_step(record) in {NextStep.CHECK, NextStep.FETCH})
        self.track.setVisible(record.stage in {Stage.TO_PRINT, Stage.SENT})

    @Slot(object)
    def _fail(self, _error: Exception) -> None:
        self.hide()

    # What can be done

    @Slot()
    def _do_next(self) -> None:
        if self.record is None:
            return
        office, record_id = self._context.office, self.record.id
        step = next_step(self.record)
        if step is NextStep.CHECK:
            self._run(
                lambda _progress: office.settling.settle(record_id), self.tr("Reading the order")
            )
        elif step is NextStep.FETCH:
            self._run(
                lambda progress: office.labelling.fetch(record_id, progress),
                self.tr("Fetching the labels"),
            )
        elif step is NextStep.PRINT:
            self.print_asked.emit([record_id])
        else:
            self.opened.emit(record_id)

    def _run(self, work: Work, name: str) -> None:
        """Here and now; the shipment need not be opened for it."""
        self.banner.clear()
        self.next_button.set_busy(True)
        self._context.background.start(
            work, done=self._done, failed=self._not_done, cancelled=self._stopped, name=name
        )

    @Slot(object)
    def _done(self, record: ShipmentRecord) -> None:
        self.changed.emit()
        if record.id != self._wanted:
            return
        self.next_button.set_busy(False)
        self._show(record)
        self.banner.show_message(outcome_word(record), "info")

    @Slot(object)
    def _not_done(self, error: Exception) -> None:
        self.next_button.set_busy(False)
        self.banner.show_error(error)

    @Slot()
    def _stopped(self) -> None:
        self.next_button.set_busy(False)

    @Slot()
    def _open(self) -> None:
        if self.record:
            self.opened.emit(self.record.id)

    @Slot()
    def _again(self) -> None:
        if self.record:
            self.again_asked.emit(self.record.id)

    @Slot()
    def _track(self) -> None:
        if self.record:
            self._context.open_page(self._context.office.tracking.page(self.record))

    @Slot()
    def _say_copied(self) -> None:
        self._context.toast(self.tr("Copied."), None)
