"""Step 4: what the chosen service offers beyond the delivery."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.extras import ExtraKind, cover_with
from desktop_app.domain.measures import format_money
from desktop_app.domain.problem import errors_in
from desktop_app.domain.quote import OfferedExtra, Quote
from desktop_app.domain.suitability import not_offered
from desktop_app.flow.steps import Step
from desktop_app.ui.theme.space import M, S
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.labels import body, line, message, muted
from desktop_app.ui.widgets.money_label import MoneyLabel
from desktop_app.ui.wizard.chosen_extras import uncovered, wants, with_extra, without_extra
from desktop_app.ui.wizard.extra_row import ExtraRow
from desktop_app.ui.wizard.extra_words import extra_name, extra_sentence, known
from desktop_app.ui.wizard.page import PrimaryAction, WizardPage
from desktop_app.ui.wizard.session import Session

_PHONE = "recipient.phone"


class ExtrasPage(WizardPage):
    """Every tick is kept at once, and the sum moves with it."""

    step = Step.EXTRAS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("extrasPage")
        self.rows: dict[str, ExtraRow] = {}
        self.banner = Banner()
        self._offered: tuple[OfferedExtra, ...] | None = None
        self._missing = QVBoxLayout()
        self._shown_missing: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self._none = muted()
        self._cover = message("", "warning")
        self._cover.setObjectName("coverNote")
        self._base_name, self._base, self._added = body(), MoneyLabel(), MoneyLabel()
        self.total = MoneyLabel(strong=True)
        self.total.setObjectName("extrasTotal")
        self._lay_out()

    def title(self) -> str:
        """The page's title."""
        return self.tr("Extras")

    def lead(self) -> str:
        """Whose extras these are."""
        choice = self.session.record.live_choice
        if choice is None:
            return ""
        return self.tr("What {service} offers on top.").format(service=choice.quote.service.name)

    def primary(self) -> PrimaryAction:
        """Names what it comes to."""
        price = self.session.record.price
        if price is None:
            return super().primary()
        text = self.tr("Continue, {price}").format(price=format_money(price.total))
        return PrimaryAction(text)

    def enter(self) -> None:
        """The cursor goes to the first tick."""
        if first := next(iter(self.rows.values()), None):
            first.tick.setFocus()

    def show_record(self) -> None:
        """Rows for what is on offer; ticks and sums as the draft has them."""
        choice = self.session.record.live_choice
        quote = choice.quote if choice else None
        offered = quote.extras if quote else ()
        if offered != self._offered:
            self._offered = offered
            self._make_rows(offered)
        self._show_missing(not_offered(quote, self.session.shipment) if quote else ())
        self._none.setVisible(not offered)
        self._none.setText(self._why_none(quote))
        if quote:
            self._show_rows(quote)
            self._show_cover(quote)
            self._show_sums(quote)
        self.state_changed.emit()

    def show_all_problems(self) -> None:
        """What is wanted and not offered stands at the top already."""
        if errors_in(self.session.problems(self.step)):
            self.banner.show_message(
                self.tr("Take off what this service does not offer."), "warning"
            )

    def focus_field(self, field: str) -> None:  # noqa: ARG002 - all of it is one field
        """The first thing that can be pressed."""
        found = self.findChildren(QPushButton, "takeOff")
        if found:
            found[0].setFocus()
        else:
            self.enter()

    # What the user does

    @Slot(str, object)
    def _toggle(self, kind: str, wanted: object) -> None:
        extras = self.session.shipment.extras
        self._keep(with_extra(extras, kind) if wanted else without_extra(extras, kind))

    def _take_off(self, kind: str) -> None:
        self._keep(without_extra(self.session.shipment.extras, kind))

    def _keep(self, extras: tuple[str, ...]) -> None:
        self.session.edit(self.session.shipment.model_copy(update={"extras": extras}))
        self.banner.clear()

    @Slot()
    def _go_to_phone(self) -> None:
        self.wanted.emit(_PHONE)

    # Showing

    def _make_rows(self, offered: tuple[OfferedExtra, ...]) -> None:
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for offer in offered:
            row = ExtraRow(offer)
            row.toggled.connect(self._toggle)
            row.remark_pressed.connect(self._go_to_phone)
            self._list.addWidget(row)
            self.rows[offer.kind] = row

    def _show_rows(self, quote: Quote) -> None:
        shipment, locked = self.session.shipment, self.session.record.is_locked
        for kind, row in self.rows.items():
            row.set_wanted(wanted=wants(shipment.extras, kind), enabled=not locked)
            row.set_sentence(self._sentence(quote, kind))
        self._say_phone()

    def _say_phone(self) -> None:
        row = next((row for kind, row in self.rows.items() if known(kind) is ExtraKind.SMS), None)
        problem = self.session.problem_at(_PHONE)
        if row is None:
            return
        lacks = row.tick.isChecked() and problem is not None and not self.session.record.is_locked
        text = self.tr("The text message needs the recipient's phone number.") if lacks else ""
        row.set_remark(text, self.tr("Enter the phone number") if lacks else "")

    def _sentence(self, quote: Quote, kind: str) -> str:
        """What protection means in pounds for these goods; the general words for the others."""
        if known(kind) not in {ExtraKind.COVER, ExtraKind.EXTENDED_BASE_COVER}:
            return extra_sentence(kind)
        value = self.session.shipment.value or Decimal(0)
        covered = cover_with(quote, (kind,), value)
        if known(kind) is ExtraKind.EXTENDED_BASE_COVER:
            words = self.tr("Covers up to {covered} if the parcel is lost or broken.")
        elif covered >= value:
            words = self.tr("Covers the goods in full, {value}, if they are lost or broken.")
        else:
            words = self.tr("Covers {covered} of the goods' {value} if they are lost or broken.")
        return words.format(covered=format_money(covered), value=format_money(value))

    def _show_cover(self, quote: Quote) -> None:
        shipment = self.session.shipment
        value, gap = shipment.value or Decimal(0), uncovered(quote, shipment)
        self._cover.setVisible(gap > 0)
        words = (
            self.tr("The goods are worth {value}, and only {covered} of that is covered.")
            if gap < value
            else self.tr("The goods are worth {value} and not covered if they are lost or broken.")
        )
        self._cover.setText(
            words.format(value=format_money(value), covered=format_money(value - gap))
        )

    def _show_sums(self, quote: Quote) -> None:
        whole = quote.price_with(self.session.shipment.extras)
        self._base_name.setText(quote.service.name)
        self._base.set_amount(quote.price.total)
        self._added.set_amount(whole.total - quote.price.total)
        self.total.set_amount(whole.total)

    def _show_missing(self, kinds: tuple[str, ...]) -> None:
        if kinds == self._shown_missing:
            return
        self._shown_missing = kinds
        while item := self._missing.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for kind in kinds:
            self._missing.addWidget(self._missing_row(kind))

    def _missing_row(self, kind: str) -> QWidget:
        made = Banner()
        take_off = made.add_action(self.tr("Take it off"), name="takeOff")
        take_off.clicked.connect(partial(self._take_off, kind))
        words = self.tr("“{extra}” is not on offer with this service.")
        made.show_message(words.format(extra=extra_name(kind)), "warning")
        return made

    def _why_none(self, quote: Quote | None) -> str:
        if quote is None:
            return self.tr("Choose a service first. Its extras appear here.")
        return self.tr("This service offers no extras.")

    # Making

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(M, S, M, S + 4)
        inside.setSpacing(S)
        self._list.setSpacing(0)
        inside.addWidget(self._none)
        inside.addLayout(self._list)
        inside.addWidget(self._cover)
        inside.addWidget(line())
        inside.addLayout(self._sum(self._base_name, self._base))
        inside.addLayout(self._sum(body(self.tr("Extras")), self._added))
        inside.addLayout(self._sum(body(self.tr("Total with VAT"), strong=True), self.total))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.banner)
        column.addLayout(self._missing)
        column.addWidget(card)
        column.addStretch()

    def _sum(self, name: QWidget, amount: MoneyLabel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.addWidget(amount)
        return row
