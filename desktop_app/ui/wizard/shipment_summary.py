"""The summary that is always there: from, to, what, the price line by line, what is missing."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.account import Environment
from desktop_app.domain.address import Address
from desktop_app.domain.country_names import english_name
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.measures import format_money, format_weight
from desktop_app.domain.quote import Quote
from desktop_app.flow.steps import Step
from desktop_app.ui.theme.space import M
from desktop_app.ui.widgets.badge import Badge, BadgeTone
from desktop_app.ui.widgets.summary_panel import SummaryPanel
from desktop_app.ui.wizard.extra_words import extra_name
from desktop_app.ui.wizard.missing import missing
from desktop_app.ui.wizard.session import Session

_TONES: dict[Environment, BadgeTone] = {
    Environment.PRACTICE: "practice",
    Environment.SANDBOX: "sandbox",
    Environment.LIVE: "live",
}


@dataclass(frozen=True)
class _Line:
    """One line as the panel is told it; compared, so that nothing is built twice."""

    kind: str
    label: str = ""
    value: str = ""
    amount: Decimal | None = None
    path: str = ""


class ShipmentSummary(QScrollArea):
    """`chosen(path)`: go to that field."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: tuple[_Line, ...] = ()
        self.setObjectName("shipmentSummary")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panel = SummaryPanel()
        self.panel.chosen.connect(self.chosen)
        column = QWidget()
        column.setProperty("role", "page")
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._account_mark())
        rows.addWidget(self.panel, 1)
        self.setWidget(column)

    def refresh(self, visited: AbstractSet[Step]) -> None:
        """Show the draft as it is now; what is missing in `visited` steps field by field."""
        lines = (*self._what(), *self._price(), *self._missing(visited))
        if lines != self._lines:
            self._lines = lines
            self._build()

    def _account_mark(self) -> QWidget:
        mark = QWidget()
        row = QVBoxLayout(mark)
        row.setContentsMargins(M, M, M, 0)
        try:
            account = self._session.office.accounts.named(self._session.record.account_id)
        except PostroomError:
            mark.hide()
            return mark
        words = {
            Environment.PRACTICE: self.tr("Practice"),
            Environment.SANDBOX: self.tr("Sandbox"),
            Environment.LIVE: account.name,
        }
        badge = Badge(words[account.environment], _TONES[account.environment])
        badge.setObjectName("accountMark")
        row.addWidget(badge)
        return mark

    def _build(self) -> None:
        self.panel.clear()
        for line in self._lines:
            match line.kind:
                case "heading":
                    self.panel.heading(line.label)
                case "row":
                    self.panel.row(line.label, line.value, line.path)
                case "money":
                    strong = line.value == "strong"
                    self.panel.money(line.label, line.amount, line.path, strong=strong)
                case "missing":
                    self.panel.link(line.label, line.path, line.value)
                case _:
                    self.panel.line()

    def _what(self) -> Iterator[_Line]:
        shipment = self._session.shipment
        yield _Line("heading", self.tr("This shipment"))
        for label, place, path in (
            (self.tr("From"), shipment.sender, "sender.name"),
            (self.tr("To"), shipment.recipient, "recipient.name"),
        ):
            yield _Line("row", label, _in_a_line(place) or self.tr("not entered yet"), path=path)
        yield _Line("row", self.tr("Parcels"), self._parcels(), path="parcels[0].weight_kg")

    def _parcels(self) -> str:
        shipment = self._session.shipment
        count = len(shipment.parcels)
        said = [self.tr("1 parcel") if count == 1 else self.tr("{} parcels").format(count)]
        if shipment.total_weight_kg:
            said.append(format_weight(shipment.total_weight_kg))
        if shipment.value:
            said.append(format_money(shipment.value))
        return ", ".join(said)

    def _price(self) -> Iterator[_Line]:
        record = self._session.record
        choice, price = record.live_choice, record.price
        if choice is None or price is None:
            return
        yield _Line("line")
        quote = choice.quote
        yield _Line("money", _service_name(quote), amount=quote.price.net, path="quote")
        yield from self._extras(quote)
        yield _Line("money", self.tr("VAT"), amount=price.vat)
        verified = record.live_verification
        total = verified.cost if verified and record.order is None else price.total
        yield _Line("money", self.tr("Total"), "strong", amount=total)

    def _extras(self, quote: Quote) -> Iterator[_Line]:
        for kind in dict.fromkeys(self._session.shipment.extras):
            if offer := quote.extra(kind):
                name = extra_name(offer.kind)
                yield _Line("money", name, amount=offer.price.net, path="extras")

    def _missing(self, visited: AbstractSet[Step]) -> Iterator[_Line]:
        found = missing(self._session, visited)
        if found:
            only_warnings = all(one.tint == "warning" for one in found)
            words = self.tr("Worth a look") if only_warnings else self.tr("Still missing")
            yield _Line("line")
            yield _Line("heading", words)
        for one in found:
            yield _Line("missing", one.words, one.tint, path=one.path)


def _service_name(quote: Quote) -> str:
    """With its courier, where the name does not say it already."""
    name, courier = quote.service.name, quote.service.courier
    return name if courier.casefold() in name.casefold() else f"{courier} {name}"


def _in_a_line(address: Address) -> str:
    """Who and where, as far as it is known."""
    if address.is_blank:
        return ""
    place = " ".join(part for part in (address.town, address.postcode) if part)
    who = address.name or address.organisation
    country = english_name(address.country) if address.country else ""
    return ", ".join(part for part in (who, place, country) if part)
