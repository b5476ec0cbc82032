"""Which paper the labels go on, and which printer takes it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QSizePolicy, QWidget

from desktop_app.domain.paper import LabelPaper
from desktop_app.services.ports import PrinterChoice, SettingsStore
from desktop_app.ui.context import Context
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.wizard.print_memory import (
    remember_paper,
    remember_printer,
    remembered,
)
from desktop_app.ui.wizard.session import Session


class PrintOptions(QWidget):
    """`paper_changed`, `printer_changed`; both are remembered, the printer for each paper.

    `printers` are read in the background; `printer` "" asks with the system's dialog.
    """

    paper_changed = Signal()
    printer_changed = Signal()

    def __init__(
        self,
        around: Session | Context,
        parent: QWidget | None = None,
        *,
        side_by_side: bool = False,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self.printers: tuple[PrinterChoice, ...] = ()
        self.has_read_printers = False
        self._filling = False
        self.papers, self.list = QComboBox(), QComboBox()
        for paper, text in self._papers():
            self.papers.addItem(text, paper)
        paper = remembered(self._settings).paper
        self.papers.setCurrentIndex(self.papers.findData(paper))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        way = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        column = QBoxLayout(way, self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(Field(self.tr("Paper"), self.papers, path="labels.paper"))
        column.addWidget(Field(self.tr("Printer"), self.list, path="labels.printer"))
        for chooser in (self.papers, self.list):
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            chooser.setSizeAdjustPolicy(policy)
            chooser.setMinimumContentsLength(10)
        self._fill()
        self.papers.currentIndexChanged.connect(self._paper_picked)
        self.list.currentIndexChanged.connect(self._printer_picked)

    @property
    def paper(self) -> LabelPaper:
        """The paper chosen."""
        return LabelPaper(self.papers.currentData())

    @property
    def printer(self) -> str:
        """The printer chosen; "" asks each time."""
        return str(self.list.currentData() or "")

    @property
    def can_print(self) -> bool:
        """Whether this computer has a printer at all, as far as is known."""
        return bool(self.printers) or not self.has_read_printers

    def read_printers(self) -> None:
        """Asks the system for its printers."""
        printers = self._around.office.printers
        self._around.background.start(
            lambda _progress: printers.available(),
            done=self._printers_read,
            failed=self._printers_unread,
            name=self.tr("Looking for printers"),
        )

    @property
    def _settings(self) -> SettingsStore:
        return self._around.office.settings

    def _papers(self) -> tuple[tuple[LabelPaper, str], ...]:
        return (
            (LabelPaper.A4, self.tr("A4")),
            (LabelPaper.SIX_BY_FOUR, self.tr("4 × 6 inch labels")),
            (LabelPaper.A4_WITH_4X6, self.tr("A4 with a 4 × 6 label")),
        )

    @Slot(object)
    def _printers_read(self, printers: Sequence[PrinterChoice]) -> None:
        self.printers, self.has_read_printers = tuple(printers), True
        self._fill()
        self.printer_changed.emit()

    @Slot(object)
    def _printers_unread(self, _error: Exception) -> None:
        """The system's own dialog is still there."""
        self._printers_read(())

    def _fill(self) -> None:
        self._filling = True
        self.list.clear()
        nothing = self.has_read_printers and not self.printers
        first = self.tr("No printer found") if nothing else self.tr("Ask each time")
        self.list.addItem(first, "")
        for one in self.printers:
            self.list.addItem(one.name, one.name)
        self.list.setEnabled(bool(self.printers))
        wanted = remembered(self._settings).printer_for(self.paper)
        self.list.setCurrentIndex(max(self.list.findData(wanted), 0))
        self._filling = False

    @Slot()
    def _paper_picked(self) -> None:
        remember_paper(self._settings, self.paper)
        self._fill()
        self.paper_changed.emit()

    @Slot()
    def _printer_picked(self) -> None:
        if not self._filling:
            remember_printer(self._settings, self.paper, self.printer)
            self.printer_changed.emit()
