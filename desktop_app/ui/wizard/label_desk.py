"""The labels on the screen, and beside them everything that can be done with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.label import PrintNote
from desktop_app.domain.measures import format_day
from desktop_app.domain.record import ShipmentRecord
from desktop_app.ui.theme.space import M
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.labels import note
from desktop_app.ui.widgets.page_view import PageView
from desktop_app.ui.wizard.consignment_list import ConsignmentList
from desktop_app.ui.wizard.kept_papers import KeptPapers
from desktop_app.ui.wizard.print_options import PrintOptions
from desktop_app.ui.wizard.session import Session

_SIDE = 216


class LabelDesk(QWidget):
    """`print_wanted`, `save_wanted`; the parts tell the rest themselves."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelDesk")
        self.view = PageView()
        self.options = PrintOptions(session)
        self.print_button = button(self.tr("Print again"), icon_name="print", name="printButton")
        self.save_button = button(self.tr("Save…"), icon_name="save", name="saveButton")
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.printed = note()
        self.printed.setObjectName("printedNote")
        self.consignments, self.papers = ConsignmentList(), KeptPapers()
        self._lay_out()

    def show_record(self, record: ShipmentRecord) -> None:
        """Numbers, papers, and whether it was printed already."""
        self.consignments.show_consignments(record.consignments)
        self.papers.show_documents(record.documents, can_print=self.options.can_print)
        # What comes first, printing or saving, is the wizard's own strong button; here the rest.
        self.print_button.setVisible(self.options.can_print and bool(record.printed))
        self.save_button.setVisible(self.options.can_print or bool(record.printed))
        self.printed.setText(self._last_print(record.printed))
        self.printed.setVisible(bool(record.printed))

    def set_busy(self, busy: bool) -> None:
        """What would start something is switched off meanwhile."""
        for part in (self.print_button, self.save_button, self.options, self.papers):
            part.setEnabled(not busy)

    def print_words(self) -> str:
        """What printing comes to with this printer, or without any."""
        if not self.options.can_print:
            return self.tr("Save as PDF…")
        if not self.options.printer:
            return self.tr("Print…")
        return self.tr("Print on {printer}").format(printer=self.options.printer)

    def _last_print(self, notes: tuple[PrintNote, ...]) -> str:
        if not notes:
            return ""
        last, here = notes[-1], notes[-1].printed_at.astimezone()
        at = f"{format_day(here.date())}, {here:%H:%M}"
        if not last.printer:
            return self.tr("Saved to a file {at}.").format(at=at)
        words = self.tr("Printed {at} on {printer}. Printing again makes a second label.")
        return words.format(at=at, printer=last.printer)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        actions = FlowLayout()
        actions.addWidget(self.print_button)
        actions.addWidget(self.save_button)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M - 4)
        column.addWidget(self.options)
        column.addLayout(actions)
        for part in (self.printed, self.consignments, self.papers):
            column.addWidget(part)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        self.view.setMinimumHeight(240)
        row.addWidget(self.view, 1)
        row.addWidget(side)
