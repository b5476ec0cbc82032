"""What the three shops' orders are read with: countries, weights, texts, and what to look at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from desktop_app.domain.country_names import is_alpha3, to_alpha3
from desktop_app.domain.shop import LeftOutOrder, LeftOutReason, ShopOrders
from desktop_app.domain.shop_order import ImportNote, ShopOrder

_KILOGRAMS = {
    "mg": Decimal("0.000001"),
    "g": Decimal("0.001"),
    "kg": Decimal(1),
    "t": Decimal(1000),
    "oz": Decimal("0.028349523125"),
    "lb": Decimal("0.45359237"),  # exact by definition: the international avoirdupois pound
}
_KILOGRAMS["lbs"] = _KILOGRAMS["lb"]
_GRAM = Decimal("0.001")


def alpha3(country: str) -> str:
    """The alpha-3 code for a code or name; "" for none and for one that nobody knows."""
    try:
        code = to_alpha3(country)
    except ValueError:
        return ""
    return code if is_alpha3(code) else ""


def kilograms(amount: Decimal | None, unit: str) -> Decimal | None:
    """A weight in kilograms, to the gram and never less than one; None where it is unknown.

    0 counts as unknown: the shops write it where nobody has entered a weight.
    """
    factor = _KILOGRAMS.get(unit.strip().casefold())
    if amount is None or amount <= 0 or factor is None:
        return None
    return in_grams(amount * factor)


def in_grams(weight_kg: Decimal) -> Decimal:
    """To the gram, rounded up to one gram where there is any weight at all."""
    return max(weight_kg.quantize(_GRAM), _GRAM)


def centimetres(millimetres: Decimal | None) -> Decimal | None:
    """A length in centimetres; None where it is unknown, which 0 means too."""
    return millimetres / 10 if millimetres and millimetres > 0 else None


def sides(
    length_mm: Decimal | None, width_mm: Decimal | None, height_mm: Decimal | None
) -> tuple[Decimal, Decimal, Decimal] | None:
    """Length, width and height in centimetres, if all three are known."""
    length, width, height = map(centimetres, (length_mm, width_mm, height_mm))
    if length is None or width is None or height is None:
        return None
    return length, width, height


def joined(*parts: str, by: str = " ") -> str:
    """The parts that say something."""
    return by.join(part for part in (one.strip() for one in parts) if part)


def first(*texts: str) -> str:
    """The first that says something; "" if none does."""
    return next((text for text in texts if text), "")


@dataclass
class Found:
    """Gathers what came in from a shop; the same order may come twice at the edge of a page."""

    _orders: dict[str, ShopOrder] = field(default_factory=dict)
    _left_out: list[LeftOutOrder] = field(default_factory=list)
    _notes: list[ImportNote] = field(default_factory=list)

    def take(self, order: ShopOrder, notes: Iterable[str] = ()) -> None:
        """Keeps an order; one without an address is left out."""
        if not order.recipient.is_somewhere:
            self.leave(order.order_number, LeftOutReason.NO_ADDRESS)
        elif not order.lines:
            self.leave(order.order_number, LeftOutReason.NOTHING_TO_SEND)
        else:
            self._orders[order.source_id] = order
            for sentence in notes:
                self.note(sentence, order.order_number)

    def leave(self, number: str, reason: LeftOutReason) -> None:
        """Names an order that is left out."""
        left = LeftOutOrder(order_number=number, reason=reason)
        if left not in self._left_out:
            self._left_out.append(left)

    def lost(self, count: int) -> None:
        """Says how many entries of a list could not be read at all."""
        if count:
            what = "One entry" if count == 1 else f"{count} entries"
            self.note(f"{what} of the shop's list could not be read: look in the shop.")

    def note(self, sentence: str, number: str = "") -> None:
        """Something to look at, said once."""
        note = ImportNote(message=sentence, order_number=number)
        if note not in self._notes:
            self._notes.append(note)

    def all(self) -> ShopOrders:
        """What was gathered."""
        return ShopOrders(
            orders=tuple(self._orders.values()),
            left_out=tuple(self._left_out),
            notes=tuple(self._notes),
        )
