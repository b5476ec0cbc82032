"""How labels are printed: on which paper, and on which printer without asking."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.paper import LabelPaper
from desktop_app.services.ports import PrinterChoice
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import SettingsPage, choice_field
from desktop_app.ui.widgets.form import FormColumn


class PrintingPage(SettingsPage):
    """Printers are looked up in the background."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.paper = QComboBox()
        words = {
            LabelPaper.A4: self.tr("A4 page, as the courier gives it"),
            LabelPaper.SIX_BY_FOUR: self.tr("4 × 6 inch label"),
            LabelPaper.A4_WITH_4X6: self.tr("A4 page with 4 × 6 labels, true size"),
        }
        for paper, text in words.items():
            self.paper.addItem(text, paper)
        self.a4, self.label = QComboBox(), QComboBox()
        form = FormColumn()
        form.add_section(self.tr("Paper"))
        form.add_row(choice_field(self.tr("Print labels on"), self.paper))
        form.add_section(
            self.tr("Printers"),
            self.tr("Labels go straight to the printer chosen here, without a question."),
        )
        form.add_row(choice_field(self.tr("For A4"), self.a4))
        form.add_row(choice_field(self.tr("For 4 × 6 labels"), self.label))
        self.add(form)
        self.add_stretch()
        self.paper.setCurrentIndex(self.paper.findData(self.settings.printing.paper))
        self._fill(())
        printers = context.office.printers
        context.background.start(
            lambda _progress: printers.available(),
            done=self._fill,
            failed=self._no_printers,
            name=self.tr("Looking for printers"),
        )
        self.paper.activated.connect(self._keep)
        self.a4.activated.connect(self._keep)
        self.label.activated.connect(self._keep)

    @Slot(object)
    def _fill(self, printers: tuple[PrinterChoice, ...]) -> None:
        kept = self.settings.printing
        for box, name in ((self.a4, kept.a4_printer), (self.label, kept.label_printer)):
            box.clear()
            box.addItem(self.tr("Ask each time"), "")
            names = [printer.name for printer in printers]
            for one in [*names, *([name] if name and name not in names else [])]:
                box.addItem(one, one)
            box.setCurrentIndex(max(0, box.findData(name)))

    @Slot(object)
    def _no_printers(self, error: Exception) -> None:
        self.banner.show_error(error)

    @Slot()
    def _keep(self) -> None:
        update = {
            "paper": LabelPaper(self.paper.currentData()),
            "a4_printer": self.a4.currentData(),
            "label_printer": self.label.currentData(),
        }
        self.keep(printing=self.settings.printing.model_copy(update=update))
