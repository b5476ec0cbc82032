"""`POST /api/quotes`: what every service costs for a shipment."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from desktop_app.domain.address import Address
from desktop_app.domain.customs import VatStatus
from desktop_app.domain.errors import InputError
from desktop_app.domain.money import Price
from desktop_app.domain.parcel import Parcel
from desktop_app.domain.problem import Problem, error
from desktop_app.domain.quote import OfferedExtra, Quote
from desktop_app.domain.quote_wishes import QuoteWishes, WantedExtra
from desktop_app.domain.shipment import Shipment, parcel_values
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.call import QUOTE_SECONDS, Call
from desktop_app.parcel2go.services import service_of
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.uk_time import uk_day, uk_moment
from desktop_app.parcel2go.wire.quotes import WireExtra, WireQuote
from desktop_app.parcel2go.wire.reading import read_each, read_good, required_list

NO_WISHES = QuoteWishes()


def quotes(
    transport: Transport, shipment: Shipment, service: str = "", wishes: QuoteWishes = NO_WISHES
) -> tuple[Quote, ...]:
    """All services that take it, or the one with this slug; () when there are none.

    Raises InputError for a shipment without countries or weights, else what the call brings.
    """
    call = Call(
        "POST", "/api/quotes", "the prices", body=request(shipment, service, wishes),
        seconds=QUOTE_SECONDS, repeatable=True, draft=shipment,
    )  # fmt: skip
    answer = transport.answer(call)
    rows = read_each(WireQuote, required_list(answer, "Quotes"), answer)
    return tuple(_quote(row, answer) for row in rows)


def request(
    shipment: Shipment, service: str = "", wishes: QuoteWishes = NO_WISHES
) -> dict[str, Any]:
    """The documented body. Without wishes no extras are asked for, and all come with prices."""
    if problems := tuple(_missing(shipment)):
        raise InputError(problems[0].message, problems)
    customs = shipment.customs
    values = parcel_values(shipment)
    body: dict[str, Any] = {
        "CollectionAddress": _address(shipment.sender, customs.vat_status),
        "DeliveryAddress": _address(shipment.recipient, customs.recipient_vat_status),
        "Parcels": [
            _parcel(parcel, value) for parcel, value in zip(shipment.parcels, values, strict=True)
        ],
    }
    return body | ({"Service": service} if service else {}) | _wishes(wishes)


def _wishes(wishes: QuoteWishes) -> dict[str, Any]:
    """The fields of facts, section 3; each only where something is wished."""
    tags = {
        "IncludeServiceTags": list(wishes.include_tags),
        "ExcludeServiceTags": list(wishes.exclude_tags),
    }
    said = {
        "Extras": [_wanted(extra) for extra in wishes.extras],
        "IncludedDropShopDistances": wishes.drop_shop_distances,
        "ServiceFilter": {name: words for name, words in tags.items() if words},
    }
    return {name: value for name, value in said.items() if value}


def _wanted(extra: WantedExtra) -> dict[str, Any]:
    return {"Type": extra.kind, **({"Values": dict(extra.values)} if extra.values else {})}


def _missing(shipment: Shipment) -> Iterator[Problem]:
    for where, address in (("sender", shipment.sender), ("recipient", shipment.recipient)):
        if not address.country:
            yield error(f"{where}.country", "Choose a country.")
    if not shipment.parcels:
        yield error("parcels", "Add a parcel.")
    for index, parcel in enumerate(shipment.parcels):
        if not parcel.weight_kg:
            yield error(f"parcels[{index}].weight_kg", "Enter the weight, more than 0 kg.")


def _address(address: Address, vat_status: VatStatus | None) -> dict[str, Any]:
    """`Country` here is what orders call `CountryIsoCode`; the rest only where it is known."""
    said = {
        "Country": address.country,
        "Postcode": address.postcode,
        "Property": address.property,
        "Town": address.town,
        "VatStatus": vat_status.value if vat_status else None,
        "Subdivision": address.subdivision,
    }
    return {name: value for name, value in said.items() if value}


def _parcel(parcel: Parcel, value: Decimal) -> dict[str, Any]:
    said = {
        "Value": value,
        "Weight": parcel.weight_kg,
        "Length": parcel.length_cm,
        "Width": parcel.width_cm,
        "Height": parcel.height_cm,
    }
    return {name: number for name, number in said.items() if number}


def _quote(wire: WireQuote, answer: Answer) -> Quote:
    customs = wire.requires_customs
    return Quote(
        service=service_of(wire.service),
        price=Price(net=wire.total_price_ex_vat, vat=wire.total_vat, total=wire.total_price),
        vat_rate=wire.vat_rate,
        discount=wire.discount,
        collection_date=uk_day(wire.collection),
        cut_off=uk_moment(wire.cut_off),
        estimated_delivery=uk_day(wire.estimated_delivery_date),
        included_cover=wire.included_cover,
        extras=tuple(map(_extra, read_good(WireExtra, wire.available_extras, answer))),
        requires_customs=wire.requires_commercial_invoice if customs is None else customs,
        requires_commercial_invoice=wire.requires_commercial_invoice,
        country_of_manufacture_required=wire.country_of_manufacture_required,
        export_reason_required=wire.export_reason_required,
        tariff_code_required=wire.tariff_code_required,
        drop_shop_distance_m=wire.distance,
    )


def _extra(wire: WireExtra) -> OfferedExtra:
    details = wire.details
    return OfferedExtra(
        kind=wire.type,
        price=Price(net=wire.price, vat=wire.vat, total=wire.total),
        included_cover=details.included_cover if details else None,
        max_weight_kg=details.max_weight if details else None,
    )
