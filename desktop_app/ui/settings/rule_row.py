"""One rule that chooses a service: for which parcels, and which service."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.country_names import english_name, to_alpha3
from desktop_app.domain.problem import error
from desktop_app.domain.quote import CourierService
from desktop_app.domain.service_rule import (
    CHEAPEST,
    CHEAPEST_TRACKED,
    FASTEST,
    Reach,
    ServiceRule,
)
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.measure_edit import MeasureEdit, weight_edit

_SOME = "some"
_WHERE, _SERVICE = 196, 280


class RuleRow(QFrame):
    """`changed()`, `moved(step)` with -1 for up and 1 for down, `removed()`."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, rule: ServiceRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ruleRow")
        self.setProperty("role", "card")
        self._rule = rule
        self.where, self.service = QComboBox(), QComboBox()
        self.where.setFixedWidth(_WHERE)
        self.service.setFixedWidth(_SERVICE)
        self.countries = QLineEdit()
        self.over, self.up_to = weight_edit(), weight_edit()
        self._named = Field(
            self.tr("Countries"),
            self.countries,
            path="countries",
            hint=self.tr("Names or codes, with commas between them."),
        )
        self.up = icon_button("chevron-up", self.tr("Earlier"), name="ruleUp")
        self.down = icon_button("chevron-down", self.tr("Later"), name="ruleDown")
        self.remove = icon_button("delete", self.tr("Remove this rule"), name="ruleRemove")
        self._fill()
        self._lay_out()
        self._connect()

    @property
    def rule(self) -> ServiceRule:
        """As it stands; what cannot be read is as it was before."""
        return self._rule

    def offer(self, services: Sequence[CourierService]) -> None:
        """The services that can be named, once they are known."""
        self.service.clear()
        for slug, text in self._usual():
            self.service.addItem(text, slug)
        self.service.insertSeparator(self.service.count())
        for service in services:
            self.service.addItem(service.name, service.slug)
        if self.service.findData(self._rule.service) < 0:
            self.service.addItem(self._rule.service_name or self._rule.service, self._rule.service)
        self.service.setCurrentIndex(self.service.findData(self._rule.service))

    def place(self, *, first: bool, last: bool) -> None:
        """Where it stands among the others."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _usual(self) -> Iterable[tuple[str, str]]:
        yield CHEAPEST, self.tr("The cheapest service")
        yield CHEAPEST_TRACKED, self.tr("The cheapest with tracking")
        yield FASTEST, self.tr("The fastest service")

    def _fill(self) -> None:
        rule = self._rule
        words = {
            Reach.ANYWHERE.value: self.tr("Anywhere"),
            Reach.HOME.value: self.tr("In the same country"),
            Reach.ABROAD.value: self.tr("Abroad"),
            _SOME: self.tr("Some countries"),
        }
        for value, text in words.items():
            self.where.addItem(text, value)
        chosen = _SOME if rule.countries else rule.reach.value
        self.where.setCurrentIndex(self.where.findData(chosen))
        self.countries.setText(", ".join(english_name(one) for one in rule.countries))
        self.over.set_value(rule.over_kg)
        self.up_to.set_value(rule.up_to_kg)
        self._named.setVisible(bool(rule.countries))
        self.offer(())

    @Slot()
    def _read(self) -> None:
        """Takes what can be read, and marks what cannot."""
        some = self.where.currentData() == _SOME
        self._named.setVisible(some)
        countries = self._countries() if some else ()
        reach = Reach.ANYWHERE if some else Reach(self.where.currentData())
        slug = str(self.service.currentData())
        self._rule = ServiceRule(
            service=slug,
            service_name="" if slug in dict(self._usual()) else self.service.currentText(),
            reach=reach,
            countries=self._rule.countries if countries is None else countries,
            over_kg=_read_weight(self.over, self._rule.over_kg),
            up_to_kg=_read_weight(self.up_to, self._rule.up_to_kg),
        )
        self.changed.emit()

    def _countries(self) -> tuple[str, ...] | None:
        names = [part for part in self.countries.text().split(",") if part.strip()]
        try:
            found = tuple(dict.fromkeys(to_alpha3(name) for name in names))
        except ValueError as wrong:
            self._named.show_problem(error("countries", str(wrong)))
            return None
        self._named.show_problem(None)
        return found

    def _connect(self) -> None:
        self.where.activated.connect(self._read)
        self.service.activated.connect(self._read)
        self.countries.editingFinished.connect(self._read)
        self.over.value_changed.connect(self._read)
        self.up_to.value_changed.connect(self._read)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self.removed)

    @Slot()
    def _move_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _move_down(self) -> None:
        self.moved.emit(1)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(S)
        first.addWidget(Field(self.tr("To"), self.where))
        first.addWidget(Field(self.tr("Over"), self.over, chars=8))
        first.addWidget(Field(self.tr("Up to"), self.up_to, chars=8))
        first.addStretch(1)
        for one in (self.up, self.down, self.remove):
            first.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(S + 4, S, S, S + 4)
        column.setSpacing(S)
        column.addLayout(first)
        column.addWidget(self._named)
        column.addWidget(Field(self.tr("Send with"), self.service))


def _read_weight(edit: MeasureEdit, before: Decimal | None) -> Decimal | None:
    return before if edit.complaint() else edit.value()
