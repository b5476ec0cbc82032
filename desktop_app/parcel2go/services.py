"""`GET /api/services`: all services that can be booked."""

from decimal import Decimal

from desktop_app.domain.quote import CourierService, Speed
from desktop_app.parcel2go.call import get
from desktop_app.parcel2go.plain_text import plain_text
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.reading import read_each, required_list
from desktop_app.parcel2go.wire.services import WireService

_SPEEDS = {speed.value.casefold(): speed for speed in Speed}


def services(transport: Transport) -> tuple[CourierService, ...]:
    """Every active service."""
    answer = transport.answer(get("/api/services", "the services"))
    rows = read_each(WireService, required_list(answer, "Results", "Services"), answer)
    return tuple(map(service_of, rows))


def service_of(wire: WireService) -> CourierService:
    """A service as the rest of Postroom knows it: centimetres, plain text."""
    return CourierService(
        slug=wire.slug,
        name=wire.name,
        courier=wire.courier_name or wire.name,
        courier_slug=wire.courier_slug,
        collection=wire.collection_type or "Collection",
        delivery=wire.delivery_type or "Door",
        drop_off_provider=wire.drop_off_provider_code,
        max_weight_kg=wire.max_weight or None,
        max_length_cm=_centimetres(wire.max_length),
        max_width_cm=_centimetres(wire.max_width),
        max_height_cm=_centimetres(wire.max_height),
        max_cover=wire.max_cover,
        printer_required=wire.is_printer_required,
        requires_dimensions=wire.requires_dimensions,
        speed=_SPEEDS.get(wire.classification.casefold(), Speed.UNKNOWN),
        description=plain_text(wire.short_descriptions or wire.overview),
        features=plain_text(wire.features),
    )


def _centimetres(metres: Decimal | None) -> Decimal | None:
    """The wire's limits are metres; 0 and null mean that there is none."""
    return Decimal(format((metres * 100).normalize(), "f")) if metres else None
