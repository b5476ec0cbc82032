"""Step 2: what is sent: weight, size, what is in it and what it is worth."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.measures import format_money, format_weight
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.problem import Problem
from desktop_app.flow.steps import Step
from desktop_app.ui.theme.space import M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import muted
from desktop_app.ui.wizard.draft_path import parcel_index, with_parcel_index
from desktop_app.ui.wizard.form_page import FormPage
from desktop_app.ui.wizard.parcel_card import ParcelCard
from desktop_app.ui.wizard.parcel_groups import Counts, alike, fits, group_at, spread, starts
from desktop_app.ui.wizard.preset_shelf import PresetShelf
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.value_field import ValueField, listed_value

_MOST = 100


class ParcelsPage(FormPage):
    """One card for each group of parcels that are alike."""

    step = Step.PARCELS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("parcelsPage")
        self.cards: list[ParcelCard] = []
        self._counts: Counts = ()
        self._products: tuple[ContentsLine, ...] = ()
        self._shelf = PresetShelf(session, self)
        self._shelf.changed.connect(self._make_offers)
        self.value = ValueField()
        self.reference = QLineEdit()
        self.add = button(self.tr("Add a parcel"), icon_name="add", name="addParcel")
        self.total = muted()
        self.total.setObjectName("parcelsTotal")
        self._column = QVBoxLayout()
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.value.value_edited.connect(self._value_edited)
        self.reference.textEdited.connect(self._reference_edited)
        self._read_products()

    def title(self) -> str:
        """The page's title."""
        return self.tr("What are you sending?")

    def lead(self) -> str:
        """Which units are understood."""
        return self.tr("Weights in kg, g, lb or oz; sizes in cm, mm or inches (12 in).")

    def enter(self) -> None:
        """The cursor goes to the first thing that is missing."""
        wrong = self.session.problems(self.step)
        path = self.place_of(wrong[0].field) if wrong else "parcels[0].weight_kg"
        if field := self.form.field(path):
            field.focus()

    def show_record(self) -> None:
        """A card for each group, the value, the reference."""
        shipment = self.session.shipment
        if not fits(self._counts, shipment.parcels):
            self._counts = alike(shipment.parcels)
        self._match_cards()
        alone = len(shipment.parcels) == 1
        for card, count in zip(self.cards, self._counts, strict=True):
            card.show_parcel(shipment.parcels[card.start], count, alone=alone)
        self.value.show_value(shipment)
        if self.reference.text().strip() != shipment.reference:
            self.reference.setText(shipment.reference)
        self.add.setEnabled(len(shipment.parcels) < _MOST)
        self._say_total()
        self.show_problems()

    def place_of(self, path: str) -> str:
        """Parcels that are alike share the fields of the first of them."""
        index = parcel_index(path)
        if index is None or not self._counts:
            return path
        return with_parcel_index(path, starts(self._counts)[group_at(self._counts, index)])

    def show_elsewhere(self, problems: tuple[Problem, ...]) -> None:
        """The cells of the contents."""
        for card in self.cards:
            card.show_problems(problems)

    def focus_field(self, field: str) -> None:
        """Unfolds the contents for one of their cells."""
        place = self.place_of(field)
        for card in self.cards:
            card.go_to_contents(place)
        super().focus_field(place)

    # What is entered

    @Slot(object)
    def _parcel_edited(self, parcel: Parcel) -> None:
        card = self._card()
        groups = self._groups()
        groups[self.cards.index(card)] = (parcel, groups[self.cards.index(card)][1])
        self._take(groups)

    @Slot(int)
    def _count_edited(self, count: int) -> None:
        place = self.cards.index(self._card())
        groups = self._groups()
        room = _MOST - len(self.session.shipment.parcels) + groups[place][1]
        groups[place] = (groups[place][0], min(count, room))
        self._take(groups)

    @Slot()
    def _copied(self) -> None:
        place = self.cards.index(self._card())
        groups = self._groups()
        if len(self.session.shipment.parcels) < _MOST:
            groups.insert(place + 1, (groups[place][0], 1))
            self._take(groups)
            self.cards[place + 1].measures["weight_kg"].setFocus()

    @Slot()
    def _add(self) -> None:
        self._take([*self._groups(), (Parcel(), 1)])
        self.cards[-1].measures["weight_kg"].setFocus()

    @Slot()
    def _removed(self) -> None:
        before, counts = self.session.shipment, self._counts
        place = self.cards.index(self._card())
        groups = self._groups()
        del groups[place]
        self._take(groups)
        self.cards[min(place, len(self.cards) - 1)].measures["weight_kg"].setFocus()
        self.say(self.tr("Parcel removed."), partial(self._bring_back, before.parcels, counts))

    def _bring_back(self, parcels: tuple[Parcel, ...], counts: Counts) -> None:
        self._counts = counts
        self.session.edit(self.session.shipment.model_copy(update={"parcels": parcels}))

    @Slot(int, object)
    def _line_removed(self, row: int, line: ContentsLine) -> None:
        index = self._card().start
        self.say(self.tr("Line removed."), partial(self._put_line_back, index, row, line))

    def _put_line_back(self, index: int, row: int, line: ContentsLine) -> None:
        groups = self._groups()
        place = group_at(self._counts, index)
        parcel, count = groups[place]
        contents = (*parcel.contents[:row], line, *parcel.contents[row:])
        groups[place] = (parcel.model_copy(update={"contents": contents}), count)
        self._take(groups)

    @Slot(object)
    def _value_edited(self, value: object) -> None:
        self.session.edit(self.session.shipment.model_copy(update={"value_gbp": value}))

    @Slot(str)
    def _reference_edited(self, text: str) -> None:
        self.session.edit(self.session.shipment.model_copy(update={"reference": text.strip()}))

    def _groups(self) -> list[tuple[Parcel, int]]:
        parcels = self.session.shipment.parcels
        return [
            (parcels[start], count)
            for start, count in zip(starts(self._counts), self._counts, strict=True)
        ]

    def _take(self, groups: list[tuple[Parcel, int]]) -> None:
        """The value follows the contents unless another one was entered."""
        shipment = self.session.shipment
        follows = shipment.value_gbp == listed_value(shipment)
        update: dict[str, object] = {"parcels": spread(groups)}
        self._counts = tuple(count for _parcel, count in groups)
        self.session.edit(
            shipment.model_copy(update=update | ({"value_gbp": None} if follows else {}))
        )

    def _card(self) -> ParcelCard:
        card = self.sender()
        assert isinstance(card, ParcelCard)  # noqa: S101 - only cards are connected
        return card

    # What was sent before

    @Slot()
    def _make_offers(self) -> None:
        for card in self.cards:
            card.set_offers(self._products, self._shelf.presets)

    def _read_products(self) -> None:
        memory = self.session.office.memory
        self.session.background.start(
            lambda _progress: memory.products(),
            done=self._offer,
            failed=self._no_offers,
            name=self.tr("Reading the products"),
        )

    @Slot(object)
    def _offer(self, products: tuple[ContentsLine, ...]) -> None:
        self._products = products
        self._make_offers()

    @Slot(object)
    def _no_offers(self, _error: Exception) -> None:
        """Descriptions are typed without them."""

    # Layout

    def _match_cards(self) -> None:
        """Cards stay as long as they begin with the same parcel, so the cursor stays too."""
        wanted = starts(self._counts)
        kept = 0
        while kept < min(len(wanted), len(self.cards)) and self.cards[kept].start == wanted[kept]:
            kept += 1
        for card in self.cards[kept:]:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.cards = self.cards[:kept] + [self._make_card(start) for start in wanted[kept:]]

    def _make_card(self, start: int) -> ParcelCard:
        card = ParcelCard(start, self.session.office.memory.product)
        card.set_offers(self._products, self._shelf.presets)
        card.edited.connect(self._parcel_edited)
        card.count_edited.connect(self._count_edited)
        card.copied.connect(self._copied)
        card.removed.connect(self._removed)
        card.preset_kept.connect(self._shelf.keep)
        card.preset_removed.connect(self._shelf.remove)
        card.line_removed.connect(self._line_removed)
        self._column.addWidget(card)
        self.watch(*card.findChildren(Field))
        return card

    def _say_total(self) -> None:
        shipment = self.session.shipment
        parts = [self.tr("{} parcels").format(len(shipment.parcels))]
        if weight := shipment.total_weight_kg:
            parts.append(format_weight(weight))
        if shipment.value:
            parts.append(format_money(shipment.value))
        self.total.setText(self.tr("Together: {0}").format(", ".join(parts)))
        self.total.setVisible(len(shipment.parcels) > 1)

    def _lay_out(self) -> None:
        self._column.setSpacing(S + 4)
        self.form.add_layout(self._column)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.add)
        row.addWidget(self.total)
        row.addStretch(1)
        self.form.add_layout(row)
        reference = Field(
            self.tr("Reference"), self.reference, path="reference", chars=22, optional=True
        )
        reference.set_hint(self.tr("Your order number; it is printed on the label."))
        last = QHBoxLayout()
        last.setSpacing(M)
        last.addWidget(self.value, 1)
        last.addWidget(reference, 1)
        self.form.add_layout(last)
        self.watch(self.value, reference)
