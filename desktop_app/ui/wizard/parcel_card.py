"""One parcel, or several alike: weight, sides, what is in it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop_app.domain.parcel import ContentsLine, Parcel, ParcelPreset
from desktop_app.domain.problem import Problem
from desktop_app.ui.theme.space import M, S
from desktop_app.ui.widgets.buttons import button, icon_button
from desktop_app.ui.widgets.collapsible_section import CollapsibleSection
from desktop_app.ui.widgets.completing_edit import CompletingEdit
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import section
from desktop_app.ui.widgets.measure_edit import MeasureEdit, length_edit, weight_edit
from desktop_app.ui.wizard.contents_editor import ContentsEditor
from desktop_app.ui.wizard.contents_model import ContentsColumn, Recall
from desktop_app.ui.wizard.preset_button import PresetButton
from desktop_app.ui.wizard.presets import preset_of, with_size

_MOST = 100


class ParcelCard(QFrame):
    """`edited(Parcel)`, `count_edited(int)`, `copied`, `removed`; `preset_kept(preset)`,
    `preset_removed(preset)`; `line_removed(row, line)`. `start` is its first parcel's index."""

    edited = Signal(object)
    count_edited = Signal(int)
    copied = Signal()
    removed = Signal()
    preset_kept = Signal(object)
    preset_removed = Signal(object)
    line_removed = Signal(int, object)

    def __init__(self, start: int, recall: Recall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = start
        self.where = f"parcels[{start}]"
        self.parcel = Parcel()
        self.setProperty("role", "card")
        self.setObjectName(f"parcelCard:{start}")
        self.heading = section()
        self.count = QSpinBox()
        self.presets = PresetButton()
        self.copy = icon_button("copy", self.tr("Another parcel like this"), name="copyParcel")
        self.remove = icon_button("delete", self.tr("Remove this parcel"), name="removeParcel")
        self.measures: dict[str, MeasureEdit] = {
            "weight_kg": weight_edit(),
            "length_cm": length_edit(),
            "width_cm": length_edit(),
            "height_cm": length_edit(),
        }
        self.summary: CompletingEdit[ContentsLine] = CompletingEdit()
        self._recall = recall
        self._products: tuple[ContentsLine, ...] = ()
        self._contents: ContentsEditor | None = None
        self._contents_place = QWidget()
        QVBoxLayout(self._contents_place).setContentsMargins(0, 0, 0, 0)
        self.fold = CollapsibleSection(self.tr("List the contents"), self._contents_place)
        self.naming = _Naming()
        self._lay_out()
        self._connect()

    def show_parcel(self, parcel: Parcel, count: int, *, alone: bool) -> None:
        """Show another parcel; fields that say the same keep their text and cursor."""
        self.parcel = parcel
        for name, edit in self.measures.items():
            if edit.value() != getattr(parcel, name):
                edit.set_value(getattr(parcel, name))
        if self.summary.text().strip() != parcel.contents_summary:
            self.summary.setText(parcel.contents_summary)
        self.summary.setPlaceholderText("" if parcel.contents_summary else parcel.summary)
        if self._contents or parcel.contents:
            self.contents.show_contents(parcel.contents)
        if parcel.contents:
            self.fold.set_open(opened=True)
        self.count.blockSignals(True)
        self.count.setValue(count)
        self.count.blockSignals(False)
        self.remove.setEnabled(not alone)
        self._name(count, alone=alone)

    def set_offers(
        self, products: tuple[ContentsLine, ...], presets: tuple[ParcelPreset, ...]
    ) -> None:
        """What was sent before, and the sizes kept."""
        self.summary.set_offers(products, lambda line: line.description)
        self._products = products
        if self._contents:
            self._contents.table.set_products(products)
        self.presets.set_presets(presets)

    @property
    def contents(self) -> ContentsEditor:
        """Made when it is first unfolded."""
        if self._contents is None:
            where = f"{self.where}.contents"
            self._contents = ContentsEditor(where, self._columns(), self._recall)
            self._contents.table.set_products(self._products)
            self._contents.edited.connect(self._contents_edited)
            self._contents.removed.connect(self.line_removed)
            place = self._contents_place.layout()
            if place:
                place.addWidget(self._contents)
        return self._contents

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Those of the contents' cells; the fields show their own."""
        if self._contents:
            self._contents.show_problems(problems)

    def go_to_contents(self, path: str) -> None:
        """Unfolds the contents, with the cursor in the cell of a path."""
        where = f"{self.where}.contents"
        if path == where or path.startswith(f"{where}["):
            self.fold.set_open(opened=True)
            self.contents.go_to(path)

    @Slot(object)
    def _unfolded(self, opened: object) -> None:
        if opened:
            self.contents.show_contents(self.parcel.contents)

    def _name(self, count: int, *, alone: bool) -> None:
        first, last = self.start + 1, self.start + count
        if count > 1:
            self.heading.setText(self.tr("Parcels {0} to {1}").format(first, last))
        else:
            self.heading.setText(
                self.tr("Parcel") if alone else self.tr("Parcel {0}").format(first)
            )

    @Slot()
    def _changed(self) -> None:
        update: dict[str, object] = {name: edit.value() for name, edit in self.measures.items()}
        update["contents_summary"] = self.summary.text().strip()
        self._take(self.parcel.model_copy(update=update))

    @Slot(object)
    def _product_chosen(self, _product: ContentsLine) -> None:
        self._changed()

    @Slot(object)
    def _contents_edited(self, lines: tuple[ContentsLine, ...]) -> None:
        self._take(self.parcel.model_copy(update={"contents": lines}))

    @Slot(object)
    def _preset_chosen(self, preset: ParcelPreset) -> None:
        self._take(with_size(self.parcel, preset))
        self.summary.setFocus()

    @Slot()
    def _keep_asked(self) -> None:
        if preset_of(self.parcel, "-"):
            self.naming.ask()
        else:
            self.measures["length_cm"].setFocus()

    @Slot(str)
    def _named(self, name: str) -> None:
        preset = preset_of(self.parcel, name)
        if preset:
            self.preset_kept.emit(preset)
        self.presets.setFocus()

    def _take(self, parcel: Parcel) -> None:
        if parcel != self.parcel:
            self.edited.emit(parcel)

    def _columns(self) -> tuple[ContentsColumn, ...]:
        return (
            ContentsColumn("description", self.tr("What it is"), 0),
            ContentsColumn("quantity", self.tr("Quantity"), 7, right=True),
            ContentsColumn("unit_value", self.tr("Value each"), 10, right=True),
        )

    def _connect(self) -> None:
        for edit in (*self.measures.values(), self.summary):
            edit.textEdited.connect(self._changed)
        self.summary.offer_chosen.connect(self._product_chosen)
        self.fold.toggled.connect(self._unfolded)
        self.count.valueChanged.connect(self.count_edited)
        self.copy.clicked.connect(self.copied)
        self.remove.clicked.connect(self.removed)
        self.presets.chosen.connect(self._preset_chosen)
        self.presets.removed.connect(self.preset_removed)
        self.presets.keep_asked.connect(self._keep_asked)
        self.naming.named.connect(self._named)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, M - 4)
        column.setSpacing(S)
        column.addLayout(self._head())
        column.addWidget(self.naming)
        sides = QHBoxLayout()
        sides.setSpacing(S + 4)
        for name, label in (
            ("weight_kg", self.tr("Weight")),
            ("length_cm", self.tr("Length")),
            ("width_cm", self.tr("Width")),
            ("height_cm", self.tr("Height")),
        ):
            field = Field(label, self.measures[name], path=f"{self.where}.{name}", chars=9)
            sides.addWidget(field)
        sides.addStretch(1)
        column.addLayout(sides)
        column.addWidget(
            Field(self.tr("What is in it"), self.summary, path=f"{self.where}.contents_summary")
        )
        column.addWidget(self.fold)

    def _head(self) -> QHBoxLayout:
        self.count.setRange(1, _MOST)
        self.count.setPrefix("× ")
        self.count.lineEdit().setTextMargins(S, 0, 0, 0)
        self.count.setFixedWidth(84)
        self.count.setAccessibleName(self.tr("How many parcels like this"))
        self.count.setToolTip(self.tr("How many parcels like this"))
        self.count.setObjectName(f"{self.where}.count")
        head = QHBoxLayout()
        head.setSpacing(S // 2)
        head.addWidget(self.heading, 1)
        for part in (self.presets, self.count, self.copy, self.remove):
            head.addWidget(part)
        return head


class _Naming(QWidget):
    """A name for a size, asked for in place. `named(str)`; Escape gives up."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setObjectName("presetName")
        self.edit.setPlaceholderText(self.tr("Name of this size, such as “Shoe box”"))
        self.edit.setAccessibleName(self.tr("Name of this size"))
        keep = button(self.tr("Keep"), name="keepPreset")
        keep.clicked.connect(self._finish)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(keep)
        self.hide()

    def ask(self) -> None:
        """Show it with the cursor in it."""
        self.edit.clear()
        self.show()
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape does not; neither reaches the wizard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _finish(self) -> None:
        name = self.edit.text().strip()
        self.hide()
        if name:
            self.named.emit(name)
