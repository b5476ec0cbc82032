"""What customs asks about the sender and the reason; the goods stand in their own table."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop_app.domain.country import CountryBook
from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.ui.widgets.collapsible_section import CollapsibleSection
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.wizard.country_box import CountryBox, country_choices

_NUMBERS = ("vat_number", "eori_number", "ioss_number", "nif_number")


class CustomsQuestions(FormColumn):
    """`edited(CustomsDeclaration)`: other answers, at every keystroke."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = CustomsDeclaration()
        self.reason = _choice(self._reasons())
        self.status = _choice(self._statuses())
        self.origin = CountryBox()
        self.origin.set_choices(country_choices(CountryBook()))
        self.numbers = {name: QLineEdit() for name in _NUMBERS}
        self._lay_out()
        self.reason.activated.connect(self._changed)
        self.status.activated.connect(self._changed)
        self.origin.country_changed.connect(self._changed)
        for edit in self.numbers.values():
            edit.textEdited.connect(self._changed)

    def show_answers(self, answers: CustomsDeclaration) -> None:
        """Show others; a field that says the same keeps its text and its cursor."""
        self._answers = answers
        self.reason.setCurrentIndex(self.reason.findData(answers.export_reason))
        self.status.setCurrentIndex(self.status.findData(answers.vat_status))
        self.origin.set_country(answers.origin_country or "")
        for name, edit in self.numbers.items():
            value = getattr(answers, name) or ""
            if edit.text().strip() != value:
                edit.setText(value)
        self._vat.setVisible(answers.vat_status is VatStatus.REGISTERED)
        if answers.ioss_number or answers.nif_number:
            self.more.set_open(opened=True)

    @Slot()
    def _changed(self) -> None:
        update: dict[str, object] = {
            name: edit.text().strip() or None for name, edit in self.numbers.items()
        }
        update["export_reason"] = self.reason.currentData()
        update["vat_status"] = self.status.currentData()
        update["origin_country"] = self.origin.country or None
        answers = self._answers.model_copy(update=update)
        if answers != self._answers:
            self._answers = answers
            self.edited.emit(answers)

    def _reasons(self) -> list[tuple[str, ExportReason]]:
        return [
            (self.tr("Sale"), ExportReason.SALE),
            (self.tr("Gift"), ExportReason.GIFT),
            (self.tr("Sample"), ExportReason.SAMPLE),
            (self.tr("Repair"), ExportReason.REPAIR),
            (self.tr("Documents"), ExportReason.DOCUMENTS),
            (self.tr("Transfer within the company"), ExportReason.INTRA_COMPANY_TRANSFER),
            (self.tr("Temporary export"), ExportReason.TEMPORARY_EXPORT),
        ]

    def _statuses(self) -> list[tuple[str, VatStatus]]:
        return [
            (self.tr("Private person"), VatStatus.INDIVIDUAL),
            (self.tr("Business, not registered"), VatStatus.NOT_REGISTERED),
            (self.tr("Business, VAT registered"), VatStatus.REGISTERED),
        ]

    def _lay_out(self) -> None:
        path = "customs.{}".format
        reason = Field(self.tr("Why is it sent?"), self.reason, path=path("export_reason"))
        status = Field(self.tr("You are a"), self.status, path=path("vat_status"))
        self.add_row(reason, status)
        origin = Field(self.tr("Goods made in"), self.origin, path=path("origin_country"))
        origin.set_hint(self.tr("Where a line below names no other country."))
        eori = self._number("eori_number", self.tr("EORI number"), optional=True)
        eori.set_hint(self.tr("Businesses need one to export."))
        self.add_row(origin, eori)
        self._vat = self._number("vat_number", self.tr("VAT number"), chars=16)
        self.add_row(self._vat)
        more = FormColumn()
        ioss = self._number("ioss_number", self.tr("IOSS number"), chars=16, optional=True)
        ioss.set_hint(self.tr("For sales to the EU up to €150."))
        nif = self._number("nif_number", self.tr("NIF number"), chars=16, optional=True)
        nif.set_hint(self.tr("The recipient’s tax number, as for Spain."))
        more.add_row(ioss, nif)
        self.more = CollapsibleSection(self.tr("IOSS and tax numbers"), more)
        self.add(self.more)

    def _number(self, name: str, label: str, *, chars: int = 0, optional: bool = False) -> Field:
        return Field(
            label, self.numbers[name], path=f"customs.{name}", chars=chars, optional=optional
        )


def _choice(entries: list[tuple[str, ExportReason]] | list[tuple[str, VatStatus]]) -> QComboBox:
    """Nothing is chosen for the user: a declaration is signed with it."""
    combo = QComboBox()
    for words, value in entries:
        combo.addItem(words, value)
    combo.setCurrentIndex(-1)
    combo.setPlaceholderText("…")
    return combo
