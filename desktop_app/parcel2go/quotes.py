"""`POST /api/quotes`: all services that take a shipment, with their prices."""

import logging
from decimal import Decimal
from typing import Any

from desktop_app.domain.address import Address
from desktop_app.domain.errors import AnswerNotUnderstood
from desktop_app.domain.money import Price
from desktop_app.domain.quote import CourierService, OfferedExtra, Quote, Speed
from desktop_app.domain.shipment import Shipment, parcel_values
from desktop_app.parcel2go.moments import read_day, read_moment
from desktop_app.parcel2go.plain_text import plain_text
from desktop_app.parcel2go.session import Session
from desktop_app.parcel2go.transport import QUOTES_S, Call
from desktop_app.parcel2go.wire.quotes import (
    AvailableExtra,
    QuoteAnswer,
    QuotedService,
    WireQuote,
)

_log = logging.getLogger(__name__)


def ask_quotes(session: Session, shipment: Shipment, service: str = "") -> tuple[Quote, ...]:
    """All quotes; one that cannot be read is left out, and logged by the place that is wrong."""
    body = quote_request(shipment, service)
    call = Call("POST", "/api/quotes", body=body, again=True, seconds=QUOTES_S)
    found = []
    for one in QuoteAnswer.read(session.json(call)).quotes:
        try:
            found.append(_quote(WireQuote.read(one)))
        except AnswerNotUnderstood as wrong:
            _log.warning("a quote was left out: %s", wrong)
    return tuple(found)


def quote_request(shipment: Shipment, service: str = "") -> dict[str, Any]:
    """The documented body. Extras are left out, so that all that are offered come with prices."""
    vat_status = shipment.customs.vat_status
    body: dict[str, Any] = {
        "CollectionAddress": _place(shipment.sender)
        | ({"VatStatus": vat_status.value} if vat_status else {}),
        "DeliveryAddress": _place(shipment.recipient),
        "Parcels": [
            {
                "Value": value,
                "Weight": parcel.weight_kg,
                "Length": parcel.length_cm,
                "Width": parcel.width_cm,
                "Height": parcel.height_cm,
            }
            for parcel, value in zip(shipment.parcels, parcel_values(shipment), strict=True)
        ],
    }
    return body | ({"Service": service} if service else {})


def _place(address: Address) -> dict[str, Any]:
    place = {
        "Country": address.country,
        "Postcode": address.postcode,
        "Property": address.property,
        "Town": address.town,
        "Subdivision": address.subdivision,
    }
    return {name: value for name, value in place.items() if value}


def _quote(wire: WireQuote) -> Quote:
    total = wire.total_price
    vat = wire.total_vat
    net = wire.total_price_ex_vat
    if net is None:
        net = total - (vat or Decimal(0))
    return Quote(
        service=service_of(wire.service),
        price=Price(net=net, vat=total - net if vat is None else vat, total=total),
        vat_rate=wire.vat_rate,
        discount=wire.discount,
        collection_date=read_day(wire.collection),
        cut_off=read_moment(wire.cut_off),
        estimated_delivery=read_day(wire.estimated_delivery_date),
        included_cover=wire.included_cover,
        extras=_extras(wire.available_extras),
        requires_customs=wire.requires_customs,
        requires_commercial_invoice=wire.requires_commercial_invoice,
        country_of_manufacture_required=wire.country_of_manufacture_required,
        export_reason_required=wire.export_reason_required,
        tariff_code_required=wire.tariff_code_required,
        drop_shop_distance_m=wire.distance,
    )


def service_of(wire: QuotedService) -> CourierService:
    """A service with its limits in centimetres and its texts without HTML."""
    speed = wire.classification.capitalize()
    return CourierService(
        slug=wire.slug,
        name=wire.name or wire.slug,
        courier=wire.courier_name or wire.slug,
        courier_slug=wire.courier_slug,
        collection=wire.collection_type or "Collection",
        delivery=wire.delivery_type or "Door",
        drop_off_provider=wire.drop_off_provider_code,
        max_weight_kg=wire.max_weight,
        max_length_cm=_cm(wire.max_length),
        max_width_cm=_cm(wire.max_width),
        max_height_cm=_cm(wire.max_height),
        max_cover=wire.max_cover,
        printer_required=wire.is_printer_required,
        requires_dimensions=wire.requires_dimensions,
        speed=Speed(speed) if speed in set(Speed) else Speed.UNKNOWN,
        description=plain_text(wire.short_descriptions or wire.overview),
        features=plain_text(wire.features),
    )


def _cm(metres: Decimal | None) -> Decimal | None:
    return None if metres is None else metres * 100


def _extras(listed: tuple[Any, ...]) -> tuple[OfferedExtra, ...]:
    found = []
    for one in listed:
        try:
            found.append(_extra(AvailableExtra.read(one)))
        except AnswerNotUnderstood as wrong:
            _log.warning("an extra was left out: %s", wrong)
    return tuple(found)


def _extra(wire: AvailableExtra) -> OfferedExtra:
    total = wire.price + wire.vat if wire.total is None else wire.total
    details = wire.details
    return OfferedExtra(
        kind=wire.type,
        price=Price(net=wire.price, vat=wire.vat, total=total),
        included_cover=details.included_cover if details else None,
        max_weight_kg=details.max_weight if details else None,
    )
