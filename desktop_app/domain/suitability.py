"""Why a quoted service cannot be chosen for a shipment, or what to know before it is."""

from decimal import Decimal

from desktop_app.domain.parcel import Parcel
from desktop_app.domain.quote import CourierService, Quote
from desktop_app.domain.shipment import Shipment


def obstacles(quote: Quote, shipment: Shipment) -> tuple[str, ...]:
    """Sentences that say why the service cannot take these parcels; empty when it can."""
    found: list[str] = []
    if quote.service.delivery.casefold() != "door":
        found.append("Delivers to a shop or locker, not to the recipient's door.")
    for number, parcel in enumerate(shipment.parcels, start=1):
        label = f"Parcel {number}" if len(shipment.parcels) > 1 else "The parcel"
        found += [f"{label} {reason}" for reason in _too_much(quote.service, parcel)]
    return tuple(found)


def not_offered(quote: Quote, shipment: Shipment) -> tuple[str, ...]:
    """The extras the shipment wants and this service does not have."""
    wanted = dict.fromkeys(shipment.extras)
    return tuple(kind for kind in wanted if quote.extra(kind) is None)


def _too_much(service: CourierService, parcel: Parcel) -> list[str]:
    reasons = []
    if service.max_weight_kg is not None and (parcel.weight_kg or 0) > service.max_weight_kg:
        reasons.append(f"is heavier than {_plain(service.max_weight_kg)} kg.")
    limits = (service.max_length_cm, service.max_width_cm, service.max_height_cm)
    if not _fits((parcel.length_cm, parcel.width_cm, parcel.height_cm), limits):
        sides = " × ".join("any" if side is None else _plain(side) for side in limits)
        reasons.append(f"is larger than {sides} cm.")
    return reasons


def _fits(sides: tuple[Decimal | None, ...], limits: tuple[Decimal | None, ...]) -> bool:
    """Whether a box fits whichever way it is turned: longest side against longest limit."""
    boxes = sorted((side or Decimal(0) for side in sides), reverse=True)
    room = sorted((Decimal("Infinity") if top is None else top for top in limits), reverse=True)
    return all(side <= top for side, top in zip(boxes, room, strict=True))


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
