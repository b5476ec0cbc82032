"""Which service each parcel of the day goes with."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.quote import CourierService
from desktop_app.domain.service_rule import ServiceRule
from desktop_app.ui.context import Context
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.settings.rule_row import RuleRow
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, note


class RulesPage(SettingsPage):
    """Every change is kept at once; the services to name are read in the background."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.rows: list[RuleRow] = []
        self._services: Sequence[CourierService] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(S)
        self.new = button(self.tr("Add a rule"), icon_name="add", name="ruleAdd")
        self.new.clicked.connect(self._add)
        self.add(
            note(
                self.tr(
                    "“Book the day” takes the first rule that fits a parcel. A service you chose "
                    "for a shipment yourself stays."
                )
            )
        )
        self.add_layout(self._list)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addStretch(1)
        self.add_layout(row)
        self.otherwise = body("")
        self.add(self.otherwise)
        self.add_stretch()
        for rule in self.settings.rules:
            self._append(rule)
        self._placed()
        self._asked = False

    def showEvent(self, event: QShowEvent) -> None:
        """The services are asked for once somebody looks."""
        super().showEvent(event)
        if self._asked:
            return
        self._asked = True
        quoting = self.context.office.quoting
        self.context.background.start(
            lambda _progress: quoting.services(),
            done=self._offer,
            failed=self._no_services,
            name=self.tr("Reading the services"),
        )

    @Slot(object)
    def _offer(self, services: Sequence[CourierService]) -> None:
        self._services = services
        for row in self.rows:
            row.offer(services)

    @Slot(object)
    def _no_services(self, error: Exception) -> None:
        self.banner.show_error(error)

    @Slot()
    def _add(self) -> None:
        row = self._append(ServiceRule())
        self._keep()
        row.where.setFocus()

    def _append(self, rule: ServiceRule) -> RuleRow:
        row = RuleRow(rule)
        if self._services:
            row.offer(self._services)
        row.changed.connect(self._keep)
        row.moved.connect(partial(self._move, row))
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _move(self, row: RuleRow, step: int) -> None:
        place = self.rows.index(row)
        target = place + step
        if 0 <= target < len(self.rows):
            self.rows.insert(target, self.rows.pop(place))
            self._list.removeWidget(row)
            self._list.insertWidget(target, row)
            self._keep()

    def _remove(self, row: RuleRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.deleteLater()
        self._keep()
        self.new.setFocus()

    @Slot()
    def _keep(self) -> None:
        self.keep(rules=tuple(row.rule for row in self.rows))
        self._placed()

    def _placed(self) -> None:
        for place, row in enumerate(self.rows):
            row.place(first=place == 0, last=place == len(self.rows) - 1)
        words = (
            self.tr("All other parcels go with the cheapest service.")
            if self.rows
            else self.tr("All parcels go with the cheapest service.")
        )
        self.otherwise.setText(words)
