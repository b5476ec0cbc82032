"""A line in which a weight, a length or an amount is typed in any usual way."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.measures import (
    format_length,
    format_money,
    format_weight,
    parse_length_cm,
    parse_money,
    parse_weight_kg,
)


class MeasureEdit(QLineEdit):
    """Reads its text on leaving and shows it as Postroom writes it: "3lb 2oz" as "1.417 kg".

    `value()` is None when empty; text that cannot be read stays as it is, `value()` is None and
    `complaint()` says what is wrong. `value_changed(object)` tells of each new value, Decimal or
    None, that the user entered.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        parse: Callable[[str], Decimal],
        show: Callable[[Decimal], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._show = show
        self._value: Decimal | None = None
        self._told: Decimal | None = None
        self._complaint = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self._settle)

    def value(self) -> Decimal | None:
        """Kilograms, centimetres or pounds, always of the text as it stands."""
        return self._value

    def complaint(self) -> str:
        """A sentence about text that cannot be read; "" if there is none."""
        return self._complaint

    def set_value(self, value: Decimal | None) -> None:
        """Show another value, without telling anyone."""
        self._value = self._told = value
        self._complaint = ""
        self.setText("" if value is None else self._show(value))

    @Slot()
    def _read(self) -> None:
        self._value, self._complaint = None, ""
        if not self.text().strip():
            return
        try:
            self._value = self._parse(self.text())
        except ValueError as error:
            self._complaint = str(error)

    @Slot()
    def _settle(self) -> None:
        if self._value is not None:
            self.setText(self._show(self._value))
        if self._value != self._told or self._complaint:
            self._told = self._value
            self.value_changed.emit(self._value)


def weight_edit(parent: QWidget | None = None) -> MeasureEdit:
    """Kilograms; also takes g, lb and oz."""
    return MeasureEdit(parse_weight_kg, format_weight, parent)


def length_edit(parent: QWidget | None = None) -> MeasureEdit:
    """Centimetres; also takes mm, m, in and ft."""
    return MeasureEdit(parse_length_cm, format_length, parent)


def money_edit(parent: QWidget | None = None) -> MeasureEdit:
    """Pounds."""
    return MeasureEdit(parse_money, format_money, parent)
