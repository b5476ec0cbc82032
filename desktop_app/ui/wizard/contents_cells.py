"""The editors of a contents table: each cell is typed into in its own way."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.domain.country import CountryBook
from desktop_app.domain.parcel import ContentsLine
from desktop_app.ui.theme.current import tokens
from desktop_app.ui.widgets.completing_edit import CompletingEdit
from desktop_app.ui.widgets.measure_edit import MeasureEdit, money_edit, weight_edit
from desktop_app.ui.wizard.contents_model import ContentsModel
from desktop_app.ui.wizard.country_box import CountryBox, country_choices

# A country or a description is typed in more room than a narrow window's cell may have.
_WIDTHS = {"CountryBox": 200, "CompletingEdit": 220}
Index = QModelIndex | QPersistentModelIndex


class ContentsCells(QStyledItemDelegate):
    """`not_read(sentence)`: what was typed cannot be read, the cell keeps what it had."""

    not_read = Signal(str)

    def __init__(self, model: ContentsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._products: tuple[ContentsLine, ...] = ()

    def set_products(self, products: Sequence[ContentsLine]) -> None:
        """What is offered while a description is typed."""
        self._products = tuple(products)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line with offers, a number, an amount, a weight, or a country."""
        column = self._model.columns[index.column()]
        makers = {
            "description": self._description,
            "quantity": _quantity,
            "unit_value": money_edit,
            "unit_weight_kg": weight_edit,
            "origin_country": _country,
        }
        editor = makers.get(column.field, QLineEdit)(parent)
        editor.setAccessibleName(column.title)
        editor.setProperty("kind", "cell")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's value, selected, so that typing replaces it."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, CountryBox):
            editor.set_country(value or "")
        elif isinstance(editor, MeasureEdit):
            editor.set_value(value)
        elif isinstance(editor, QSpinBox):
            editor.setValue(int(value or 1))
        elif isinstance(editor, QLineEdit):
            editor.setText(value or "")
        _select_all(editor)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed, unless it cannot be read."""
        complaint, value = _read(editor)
        if complaint:
            self.not_read.emit(complaint)
        else:
            model.setData(index, value)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and thin lines that say it can be typed into."""
        super().paint(painter, option, index)
        painter.setPen(QColor(tokens().border))
        box = option.rect
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() < self._model.columnCount() - 1:
            painter.drawLine(box.topRight(), box.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens().focus))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell with the cursor is framed by `paint`; no dotted line, no coloured ground."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_Selected

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """The whole cell, and over its neighbours where a name needs more room."""
        box, room = option.rect, option.widget.width()
        wish = max(box.width(), min(_WIDTHS.get(editor.metaObject().className(), 0), room))
        left = max(0, min(box.left(), room - wish - 2))
        editor.setGeometry(left, box.top(), wish, box.height())

    def _description(self, parent: QWidget) -> QWidget:
        edit: CompletingEdit[ContentsLine] = CompletingEdit(parent)
        edit.set_offers(self._products, lambda line: line.description)
        return edit


def _quantity(parent: QWidget) -> QWidget:
    spin = QSpinBox(parent)
    spin.setRange(1, 1_000_000)
    spin.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    spin.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return spin


def _country(parent: QWidget) -> QWidget:
    # Goods may be made in any country, also in one that nothing is sent to.
    box = CountryBox(parent)
    box.set_choices(country_choices(CountryBook()))
    return box


def _read(editor: QWidget) -> tuple[str, object]:
    """A complaint, or the value."""
    if isinstance(editor, CountryBox):
        editor.settle()
        return (editor.odd_text(), editor.country)
    if isinstance(editor, MeasureEdit):
        return (editor.complaint(), editor.value())
    if isinstance(editor, QSpinBox):
        editor.interpretText()
        return ("", editor.value())
    return ("", editor.text().strip() if isinstance(editor, QLineEdit) else None)


def _select_all(editor: QWidget) -> None:
    if isinstance(editor, QLineEdit | QSpinBox):
        editor.selectAll()
    elif isinstance(editor, CountryBox):
        editor.select_all()
