"""Step 6: the exact price, everything that will be ordered, and every refusal at its field."""

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.measures import format_money
from desktop_app.domain.problem import Problem, errors_in
from desktop_app.flow.steps import Step
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.wizard.page import PrimaryAction
from desktop_app.ui.wizard.price_card import PriceCard
from desktop_app.ui.wizard.problem_links import ProblemLinks
from desktop_app.ui.wizard.review_card import ReviewCard
from desktop_app.ui.wizard.review_groups import groups
from desktop_app.ui.wizard.session import Session
from desktop_app.ui.wizard.working_page import WorkingPage

_ENTERED = (Step.ADDRESSES, Step.PARCELS, Step.QUOTES, Step.EXTRAS, Step.CUSTOMS)


class ReviewPage(WorkingPage):
    """Has the order checked when it is entered; the order itself is made by the one button."""

    step = Step.REVIEW

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("reviewPage")
        self._failed = False
        self.banner = Banner()
        self.price = PriceCard()
        self.links = ProblemLinks()
        self.links.wanted.connect(self.wanted)
        self.cards: dict[str, ReviewCard] = {}
        self._grid = QGridLayout()
        self._lay_out()

    def title(self) -> str:
        """The page's title."""
        return self.tr("Review the order")

    def lead(self) -> str:
        """What is waited for, while it is."""
        if self.is_working and not self.session.record.live_verification:
            return self.tr("Parcel2Go checks every field and tells the exact price.")
        if self.session.record.order is None:
            return self.tr("Nothing is ordered yet. You pay in the next step.")
        return self.tr("The order is made. Nothing is paid yet.")

    def primary(self) -> PrimaryAction:
        """Names the exact price."""
        record = self.session.record
        if record.is_locked:
            return PrimaryAction(self.tr("Continue"))
        if record.order is not None:
            return PrimaryAction(self.tr("Continue to pay"))
        if self._wrong():
            return PrimaryAction(self.tr("Go to what is missing"))
        if verified := record.live_verification:
            text = self.tr("Order, {price}").format(price=format_money(verified.cost))
            return PrimaryAction(text, busy_text=text)
        again = self.tr("Check again") if self._failed else self.tr("Check the order")
        return PrimaryAction(again, busy_text=self.tr("Checking…"))

    def enter(self) -> None:
        """Has the order checked, unless that still holds."""
        self._failed = False
        self.setFocus()
        record = self.session.record
        if not (record.is_locked or record.order or record.live_verification or self._wrong()):
            self._verify()
        self.show_record()

    def show_record(self) -> None:
        """What will be ordered, as the draft has it now."""
        self._show_groups()
        self._show_prices()
        self._show_state()
        self.state_changed.emit()

    def go_on(self) -> None:
        """Orders what was checked, checks what was not, or goes on with the order that holds."""
        record = self.session.record
        if record.is_locked or record.order is not None:
            self.ready.emit()
        elif wrong := self._wrong():
            self.wanted.emit(wrong[0].field)
        elif record.live_verification:
            self.work(self._ordering(), partial(self.session.office.ordering.order, record.id))
        else:
            self._verify()

    def work_done(self, name: str) -> None:
        """Once the order is made, on to paying."""
        self._failed = False
        if name == self._ordering():
            self.go_to_next()
        self.show_record()

    def work_failed(self, error: Exception) -> None:  # noqa: ARG002 - the wizard shows it
        """It can be checked again."""
        self._failed = True
        self.show_record()

    def focus_field(self, field: str) -> None:  # noqa: ARG002 - nothing is entered here
        """The first thing to change."""
        if card := next(iter(self.cards.values()), None):
            card.edit.setFocus()

    def _verify(self) -> None:
        office, record_id = self.session.office, self.session.record.id
        self.work(self.tr("Checking the order"), partial(office.quoting.verify, record_id))

    def _ordering(self) -> str:
        return self.tr("Making the order")

    def _problems(self) -> tuple[Problem, ...]:
        found = [one for step in _ENTERED for one in self.session.problems(step)]
        # Refusals that name no field, or none that any page shows, are about the whole order.
        found += [one for one in self.session.refused if self._step_of(one) is Step.REVIEW]
        return tuple(found)

    def _wrong(self) -> tuple[Problem, ...]:
        """What has to be mended before the service is asked; its own refusals may be over."""
        journey = self.session.journey
        return errors_in(one for step in _ENTERED for one in journey.problems(step))

    def _step_of(self, problem: Problem) -> Step:
        return self.session.journey.step_for(problem.field)

    def _show_groups(self) -> None:
        shown = groups(self.session)
        if [group.name for group in shown] != list(self.cards):
            self._make_cards()
        problems, locked = self._problems(), self.session.record.is_locked
        placed: list[Problem] = []
        for group in shown:
            own = [one for one in problems if group.holds(one.field, self._step_of(one))]
            self.cards[group.name].show_group(group, own, locked=locked)
            placed += own
        self.links.show_problems(one for one in problems if one not in placed)

    def _show_prices(self) -> None:
        record = self.session.record
        choice, exact = record.live_choice, None
        quoted = choice.quote.price_with(self.session.shipment.extras).total if choice else None
        if record.order:
            exact = record.order.price.total
        elif record.live_verification:
            exact = record.live_verification.cost
        self.price.show_prices(quoted, exact)
        self.price.setVisible(quoted is not None)
        self._explain(quoted, exact)

    def _explain(self, quoted: Decimal | None, exact: Decimal | None) -> None:
        if quoted is not None and exact is not None and exact > quoted:
            words = self.tr(
                "The exact price is {amount} more than quoted. Order only if you agree."
            )
            self.banner.show_message(words.format(amount=format_money(exact - quoted)), "warning")
        else:
            self.banner.clear()

    def _show_state(self) -> None:
        if self.session.record.is_locked:
            words = self.tr("This order is paid, or being paid. It can no longer be changed.")
            self.banner.show_message(words)
        elif wrong := errors_in(self._problems()):
            words = self.tr("Correct what is marked in red. The order is then checked again.")
            if all(self._step_of(one) is Step.REVIEW for one in wrong):
                words = self.tr("Change the shipment, or choose another service.")
            self.banner.show_message(words, "danger")

    def _make_cards(self) -> None:
        for card in self.cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for place, group in enumerate(groups(self.session)):
            card = ReviewCard(group)
            card.wanted.connect(self.wanted)
            self.cards[group.name] = card
            whole = group.name in {"extras", "customs"}
            row = place if whole else place // 2
            self._grid.addWidget(card, row, 0 if whole else place % 2, 1, 1 + whole)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(S)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for part in (self.banner, self.links, self.price):
            column.addWidget(part)
        column.addLayout(self._grid)
        column.addStretch()
