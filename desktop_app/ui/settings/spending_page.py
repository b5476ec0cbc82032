"""How much may be spent without a question."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop_app.domain.problem import error
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import FormColumn
from desktop_app.ui.widgets.measure_edit import MeasureEdit, money_edit


class SpendingPage(SettingsPage):
    """Each limit is kept as it is entered; an empty one is none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        limits = self.settings.spending
        self.one_order, self.one_day = money_edit(), money_edit()
        self._fields = {
            "one_order": Field(
                self.tr("For one order"), self.one_order, path="spending.one_order", chars=12
            ),
            "one_day": Field(
                self.tr("For one day"), self.one_day, path="spending.one_day", chars=12
            ),
        }
        form = FormColumn()
        form.add_section(
            self.tr("Limits"),
            self.tr(
                "Postroom asks before a payment passes one of them. They are in pounds with VAT; "
                "an empty one is no limit."
            ),
        )
        for name, field in self._fields.items():
            form.add_row(field)
            edit = self._edit(name)
            edit.set_value(getattr(limits, name))
            edit.value_changed.connect(self._keep)
        self.add(form)
        self.add_stretch()

    def apply(self) -> None:
        """Keeps what can be read."""
        self._keep(None)

    @Slot(object)
    def _keep(self, _value: object) -> None:
        readable = {}
        for name, field in self._fields.items():
            edit = self._edit(name)
            complaint = edit.complaint()
            field.show_problem(error(field.path, complaint) if complaint else None)
            if not complaint:
                readable[name] = edit.value()
        self.keep(spending=self.settings.spending.model_copy(update=readable))

    def _edit(self, name: str) -> MeasureEdit:
        return self.one_order if name == "one_order" else self.one_day
