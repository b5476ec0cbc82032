"""One row of the day as it is shown: a draft, what its check found, and what became of it."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.country_names import english_name
from desktop_app.domain.day_run import DayRow, RowState
from desktop_app.domain.likeness import Likeness
from desktop_app.domain.measures import format_size, format_weight
from desktop_app.domain.money import Price
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.service_rule import (
    CHEAPEST,
    CHEAPEST_TRACKED,
    FASTEST,
    ServiceRule,
)
from desktop_app.services.preflight import DayLine
from desktop_app.ui.widgets.badge import BadgeTone

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Entry:
    """`line` once it was checked, `row` once the day was confirmed; `wanted`: its box is ticked.

    What takes long to read off the record is read once: cells are painted often.
    """

    record: ShipmentRecord
    line: DayLine | None = None
    row: DayRow | None = None
    wanted: bool = True

    @property
    def id(self) -> str:
        """The shipment's."""
        return self.record.id

    @property
    def is_ready(self) -> bool:
        """Whether it can be bought now."""
        return self.row is None and self.line is not None and self.line.price is not None

    @property
    def can_be_wanted(self) -> bool:
        """Whether there is a choice: not once it is confirmed, nor while something is wrong."""
        return self.row is None and not (self.line and self.line.failure)

    @property
    def is_bought(self) -> bool:
        """Whether it is certainly paid."""
        return self.row is not None and self.row.state is RowState.DONE

    @cached_property
    def price(self) -> Price | None:
        """What it costs, where that is known."""
        if self.line:
            return self.line.price
        return self.record.exact_price or self.record.price

    @cached_property
    def service(self) -> str:
        """The service its rule, or the user, has chosen."""
        choice = self.record.live_choice
        return choice.quote.service.name if choice else ""

    @cached_property
    def courier(self) -> str:
        """Whose service that is."""
        choice = self.record.live_choice
        return choice.quote.service.courier if choice else ""

    @property
    def field(self) -> str:
        """The first field that stands in its way; ""."""
        return self.line.problems[0].field if self.line and self.line.problems else ""


def stands(entry: Entry) -> tuple[str, BadgeTone]:
    """How it stands in a word."""
    if entry.row is not None:
        return _booked_words(entry.row.state)
    if entry.line is None:
        return translate("Day", "Not checked"), "neutral"
    if entry.line.failure:
        return translate("Day", "Look at it"), "danger"
    if entry.line.twins:
        return translate("Day", "Twice?"), "warning"
    return translate("Day", "Ready"), "success"


def _booked_words(state: RowState) -> tuple[str, BadgeTone]:
    match state:
        case RowState.DONE:
            return translate("Day", "Booked"), "success"
        case RowState.FAILED:
            return translate("Day", "Not booked"), "danger"
        case RowState.UNCERTAIN:
            return translate("Day", "Not certain"), "warning"
        case _:
            return translate("Day", "Waiting"), "neutral"


def remark(entry: Entry) -> str:
    """What is wrong with it, or what to know of it; ""."""
    if entry.row is not None and entry.row.words:
        return entry.row.words
    if entry.row is not None or entry.line is None:
        return ""
    if entry.line.failure:
        return _first_problem(entry.line)
    return _twins(entry.line)


def _first_problem(line: DayLine) -> str:
    if line.problems:
        more = len(line.problems) - 1
        first = line.problems[0].message
        return translate("Day", "{0} And {1} more.").format(first, more) if more else first
    return line.failure.message if line.failure else ""


def _twins(line: DayLine) -> str:
    if not line.twins:
        return ""
    twin = line.twins[0]
    words = (
        translate("Day", "The same order as {0}.")
        if twin.why is Likeness.ORDER
        else translate("Day", "The same goods to the same person as {0}.")
    )
    other = twin.reference or translate("Day", "another shipment")
    bought = translate("Day", "It is bought already.") if line.is_doubtful else ""
    return f"{words.format(other)} {bought}".strip()


def parcels(count: int) -> str:
    """So many shipments in words; a shop calls each of them a parcel."""
    one = translate("Day", "1 parcel")
    return one if count == 1 else translate("Day", "{0} parcels").format(f"{count:,}")


def destination(entry: Entry) -> str:
    """The town, and the country where it is abroad."""
    to, home = entry.record.shipment.recipient, entry.record.shipment.sender.country
    country = "" if to.country in {"", home} else english_name(to.country)
    return ", ".join(part for part in (to.town, country) if part)


def parcel(entry: Entry) -> str:
    """The weight, and how many there are."""
    shipment = entry.record.shipment
    if not shipment.total_weight_kg:
        return ""
    weight = format_weight(shipment.total_weight_kg)
    count = len(shipment.parcels)
    return translate("Day", "{0} in {1}").format(weight, count) if count > 1 else weight


def size(entry: Entry) -> str:
    """The size of each parcel, a line each."""
    boxes = entry.record.shipment.parcels
    sizes = (
        format_size(box.length_cm, box.width_cm, box.height_cm)
        for box in boxes
        if box.length_cm and box.width_cm and box.height_cm
    )
    return "\n".join(sizes)


def rule_words(rule: ServiceRule | None) -> str:
    """Who has chosen the service."""
    if rule is None:
        return translate("Day", "Chosen by you")
    words = {
        CHEAPEST: translate("Day", "The cheapest"),
        FASTEST: translate("Day", "The fastest"),
        CHEAPEST_TRACKED: translate("Day", "The cheapest with tracking"),
    }
    return words.get(rule.service, translate("Day", "Named by a rule"))
