"""The contents of one parcel, or of several alike, with all that customs asks of each line."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.measures import format_weight
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.ui.theme.space import XS
from desktop_app.ui.widgets.labels import body
from desktop_app.ui.wizard.contents_editor import ContentsEditor
from desktop_app.ui.wizard.contents_model import ContentsColumn, Recall


class ParcelContents(QWidget):
    """`edited(start, lines)`, `line_removed(start, row, line)`; `start` is the first parcel."""

    edited = Signal(int, object)
    line_removed = Signal(int, int, object)

    def __init__(self, start: int, recall: Recall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = start
        self.heading = body(strong=True)
        self.contents = ContentsEditor(f"parcels[{start}].contents", self._columns(), recall)
        self.contents.edited.connect(self._edited)
        self.contents.removed.connect(self._removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.heading)
        column.addWidget(self.contents)

    def show_parcel(self, parcel: Parcel, count: int, *, alone: bool) -> None:
        """Its lines; which parcel it is, where there are several."""
        self.heading.setVisible(not alone)
        first, last = self.start + 1, self.start + count
        name = (
            self.tr("Parcels {0} to {1}, each").format(first, last)
            if count > 1
            else self.tr("Parcel {0}").format(first)
        )
        weight = f", {format_weight(parcel.weight_kg)}" if parcel.weight_kg else ""
        self.heading.setText(name + weight)
        self.contents.show_contents(parcel.contents)

    @Slot(object)
    def _edited(self, lines: tuple[ContentsLine, ...]) -> None:
        self.edited.emit(self.start, lines)

    @Slot(int, object)
    def _removed(self, row: int, line: ContentsLine) -> None:
        self.line_removed.emit(self.start, row, line)

    def _columns(self) -> tuple[ContentsColumn, ...]:
        return (
            ContentsColumn("description", self.tr("What it is"), 0),
            ContentsColumn("commodity_code", self.tr("Code"), 11),
            ContentsColumn("origin_country", self.tr("Origin"), 5),
            ContentsColumn("quantity", self.tr("Qty"), 3, right=True),
            ContentsColumn("unit_value", self.tr("Each"), 7, right=True),
            ContentsColumn("unit_weight_kg", self.tr("Weight"), 6, right=True),
        )
