"""Step 5, only where a border needs it: why it is sent, by whom, and every thing in it."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.domain.customs import CustomsDeclaration
from desktop_app.domain.customs_checks import needs_commodity_codes
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.problem import Problem
from desktop_app.flow.steps import Step
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import note
from desktop_app.ui.wizard.customs_questions import CustomsQuestions
from desktop_app.ui.wizard.draft_path import parcel_index, with_parcel_index
from desktop_app.ui.wizard.form_page import FormPage
from desktop_app.ui.wizard.parcel_contents import ParcelContents
from desktop_app.ui.wizard.parcel_groups import (
    Counts,
    alike,
    filled_from_summary,
    fits,
    group_at,
    starts,
)
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.usual import keep_customs
from desktop_app.ui.wizard.value_field import ValueField, listed_value

Lines = tuple[ContentsLine, ...]


class CustomsPage(FormPage):
    """The contents are the same lines that the parcels page shows in short."""

    step = Step.CUSTOMS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("customsPage")
        self.questions = CustomsQuestions()
        self.value = ValueField()
        self.codes = note()
        self.apart = button(self.tr("The parcels hold different things"), kind="link", name="apart")
        self.usual = QCheckBox(self.tr("Use these answers for every shipment"))
        self.usual.setObjectName("usualCustoms")
        self.usual.setChecked(session.office.settings.load().customs == CustomsDeclaration())
        self.editors: list[ParcelContents] = []
        self._products: Lines = ()
        self._counts: Counts = ()
        self._column = QVBoxLayout()
        self._lay_out()
        self.questions.edited.connect(self._answered)
        self.value.value_edited.connect(self._value_edited)
        self.apart.clicked.connect(self._take_apart)
        self._read_products()

    def title(self) -> str:
        """The page's title."""
        return self.tr("Customs declaration")

    def lead(self) -> str:
        """Why it is asked."""
        to, book = self.session.shipment.recipient, self.session.countries
        row = book.row(to.country, to.subdivision)
        where = row.name if row else self.tr("its destination")
        return self.tr("On the way to {0} the parcel crosses a customs border.").format(where)

    def enter(self) -> None:
        """A parcel described in words has its first line from them; then to what is missing."""
        shipment = self.session.shipment
        self.session.edit(filled_from_summary(shipment, self.session.office.memory.product))
        wrong = self.session.problems(self.step)
        if wrong:
            self._go_to(wrong[0].field)
        else:
            self.questions.reason.setFocus()

    def leave(self) -> None:
        """Keeps the answers about the sender for the next time."""
        wrong = any(one.field.startswith("customs.") for one in self.session.problems(self.step))
        if self.usual.isChecked() and not wrong:
            keep_customs(self.session, self.session.shipment.customs)

    def show_record(self) -> None:
        """The answers, a table for each group of parcels, the sum against the value."""
        shipment = self.session.shipment
        if not fits(self._counts, shipment.parcels):
            self._counts = alike(shipment.parcels)
        self._match_editors()
        self.questions.show_answers(shipment.customs)
        for editor, count in zip(self.editors, self._counts, strict=True):
            parcel = shipment.parcels[editor.start]
            editor.show_parcel(parcel, count, alone=len(shipment.parcels) == 1)
        self.apart.setVisible(any(count > 1 for count in self._counts))
        self.value.show_value(shipment)
        strict = needs_commodity_codes(shipment)
        self.codes.setText(
            self.tr("Customs there refuses goods without a commodity code of six digits.")
            if strict
            else self.tr("A commodity code spares the parcel a stop at customs.")
        )
        self.show_problems()

    def place_of(self, path: str) -> str:
        """Parcels that are alike share one table."""
        index = parcel_index(path)
        if index is None or not self._counts:
            return path
        return with_parcel_index(path, starts(self._counts)[group_at(self._counts, index)])

    def show_elsewhere(self, problems: tuple[Problem, ...]) -> None:
        """The cells of the tables."""
        for editor in self.editors:
            editor.contents.show_problems(problems)

    def focus_field(self, field: str) -> None:
        """Also into a cell."""
        place = self.place_of(field)
        super().focus_field(place)
        self._go_to(place)

    def _go_to(self, path: str) -> None:
        if path.startswith(("customs.ioss", "customs.nif")):
            self.questions.more.set_open(opened=True)
        if self.form.go_to(path):
            return
        for editor in self.editors:
            editor.contents.go_to(path)

    # What is entered

    @Slot(object)
    def _answered(self, answers: CustomsDeclaration) -> None:
        self.session.edit(self.session.shipment.model_copy(update={"customs": answers}))

    @Slot(object)
    def _value_edited(self, value: object) -> None:
        self.session.edit(self.session.shipment.model_copy(update={"value_gbp": value}))

    @Slot(int, object)
    def _contents_edited(self, start: int, lines: Lines) -> None:
        """Every parcel of the group; the value follows unless another one was entered."""
        shipment = self.session.shipment
        count = self._counts[group_at(self._counts, start)]
        parcels = tuple(
            parcel.model_copy(update={"contents": lines})
            if start <= index < start + count
            else parcel
            for index, parcel in enumerate(shipment.parcels)
        )
        update: dict[str, object] = {"parcels": parcels}
        if shipment.value_gbp == listed_value(shipment):
            update["value_gbp"] = None
        self.session.edit(shipment.model_copy(update=update))

    @Slot(int, int, object)
    def _line_removed(self, start: int, row: int, line: ContentsLine) -> None:
        undo = partial(self._put_back, start, row, line)
        self.say(self.tr("Line removed."), undo)

    def _put_back(self, start: int, row: int, line: ContentsLine) -> None:
        lines = self.session.shipment.parcels[start].contents
        self._contents_edited(start, (*lines[:row], line, *lines[row:]))

    @Slot()
    def _take_apart(self) -> None:
        self._counts = (1,) * len(self.session.shipment.parcels)
        self.show_record()

    # What was sent before

    def _read_products(self) -> None:
        memory = self.session.office.memory
        self.session.background.start(
            lambda _progress: memory.products(),
            done=self._offer,
            failed=self._no_offers,
            name=self.tr("Reading the products"),
        )

    @Slot(object)
    def _offer(self, products: Lines) -> None:
        self._products = products
        for editor in self.editors:
            editor.contents.table.set_products(products)

    @Slot(object)
    def _no_offers(self, _error: Exception) -> None:
        """Descriptions are typed without them."""

    # Layout

    def _match_editors(self) -> None:
        wanted = starts(self._counts)
        if [editor.start for editor in self.editors] == list(wanted):
            return
        for editor in self.editors:
            editor.hide()
            editor.setParent(None)
            editor.deleteLater()
        self.editors = [self._make_editor(start) for start in wanted]

    def _make_editor(self, start: int) -> ParcelContents:
        made = ParcelContents(start, self.session.office.memory.product)
        made.contents.table.set_products(self._products)
        made.edited.connect(self._contents_edited)
        made.line_removed.connect(self._line_removed)
        self._column.addWidget(made)
        return made

    def _lay_out(self) -> None:
        self.form.add(self.questions)
        self.form.add(self.usual)
        self.form.add_section(self.tr("What is in it"))
        self.form.add(self.codes)
        self._column.setSpacing(S + 4)
        self.form.add_layout(self._column)
        self.form.add(self.apart)
        self.form.add(self.value)
        self.watch(*self.questions.fields(), self.value)
