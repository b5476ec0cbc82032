"""The row of filters above the prices."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.measures import format_day
from desktop_app.ui.theme.space import M
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.wizard.quote_rows import HandOver, QuoteRow, Wishes


class QuoteFilters(QWidget):
    """`wishes` is what is filtered by; `changed` tells when it is something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quoteFilters")
        self._clearing = False
        self.hand_over = Chooser[HandOver](self.tr("Collection or drop-off"), "handOver")
        self.arrival = Chooser[date | None](self.tr("Arrives by"), "arrival")
        self.courier = Chooser[str](self.tr("Courier"), "courier")
        self.no_printer = self._tick(self.tr("No printer needed"), "noPrinter")
        self.suiting = self._tick(self.tr("Hide unsuitable"), "onlySuiting")
        self._offer_hand_over()
        row = FlowLayout(self, spacing=M - 4)
        for widget in (
            self.hand_over, self.arrival, self.courier, self.no_printer, self.suiting,
        ):  # fmt: skip
            row.addWidget(widget)
        for changed in (self.hand_over.changed, self.arrival.changed, self.courier.changed):
            changed.connect(self._tell)
        self.offer((), date.min)

    @property
    def wishes(self) -> Wishes:
        """What is wished now."""
        return Wishes(
            hand_over=self.hand_over.value,
            arrives_by=self.arrival.value,
            courier=self.courier.value,
            without_printer=self.no_printer.isChecked(),
            only_suiting=self.suiting.isChecked(),
        )

    def offer(self, rows: Iterable[QuoteRow], today: date) -> None:
        """What these rows can be filtered by; a wish that is still possible is kept."""
        listed = tuple(rows)
        days = sorted({row.quote.estimated_delivery or date.max for row in listed} - {date.max})
        couriers = sorted({row.quote.service.courier for row in listed})
        by_day = ((self._by(day, today), day) for day in days)
        self.arrival.offer([(self.tr("Any day"), None), *by_day])
        self.courier.offer([(self.tr("Any courier"), ""), *((name, name) for name in couriers)])

    @Slot()
    def clear(self) -> None:
        """Everything passes again."""
        self._clearing = True
        for chooser in (self.hand_over, self.arrival, self.courier):
            chooser.setCurrentIndex(0)
        self.no_printer.setChecked(False)
        self.suiting.setChecked(False)
        self._clearing = False
        self.changed.emit()

    def _by(self, day: date, today: date) -> str:
        if day == today + timedelta(days=1):
            return self.tr("By tomorrow")
        return self.tr("By {day}").format(day=format_day(day))

    def _offer_hand_over(self) -> None:
        words = (
            (self.tr("Collection or drop-off"), HandOver.ANY),
            (self.tr("Collection"), HandOver.COLLECTION),
            (self.tr("Drop-off"), HandOver.DROP_OFF),
        )
        self.hand_over.offer(words)

    def _tick(self, text: str, name: str) -> QCheckBox:
        made = QCheckBox(text)
        made.setObjectName(name)
        made.toggled.connect(self._tell)
        return made

    @Slot()
    def _tell(self) -> None:
        if not self._clearing:
            self.changed.emit()
