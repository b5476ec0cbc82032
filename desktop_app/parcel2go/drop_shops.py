"""`GET /api/dropshops/{provider}/location` and `/geolocation`: where a parcel is handed in."""

from decimal import Decimal

from desktop_app.domain.place import DropShop
from desktop_app.parcel2go.call import get, segment
from desktop_app.parcel2go.plain_text import plain_text
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.drop_shops import WireDropShop
from desktop_app.parcel2go.wire.exact_json import plain
from desktop_app.parcel2go.wire.reading import read_each, required_list

_FAR = Decimal(10) ** 9


def drop_shops(
    transport: Transport, provider: str, location: str, country: str
) -> tuple[DropShop, ...]:
    """Shops near a postcode or place, nearest first; the service may name one twice."""
    query = {"location": location, "iso3CountryCode": country}
    return _shops(transport, f"{segment(provider)}/location", query)


def drop_shops_at(
    transport: Transport, provider: str, latitude: Decimal, longitude: Decimal, country: str
) -> tuple[DropShop, ...]:
    """Shops near a position in degrees, in the same order."""
    query = {
        "latitude": plain(latitude), "longitude": plain(longitude), "iso3CountryCode": country,
    }  # fmt: skip
    return _shops(transport, f"{segment(provider)}/geolocation", query)


def _shops(transport: Transport, path: str, query: dict[str, str]) -> tuple[DropShop, ...]:
    answer = transport.answer(get(f"/api/dropshops/{path}", "the drop shops", query))
    rows = read_each(WireDropShop, required_list(answer, "Results"), answer)
    once = {row.id: row for row in reversed(rows)}
    return tuple(sorted(map(_shop, once.values()), key=_distance))


def _distance(shop: DropShop) -> Decimal:
    return _FAR if shop.distance_m is None else shop.distance_m


def _shop(wire: WireDropShop) -> DropShop:
    times = plain_text(wire.concatenated_times).splitlines()
    return DropShop(
        shop_id=wire.id,
        name=wire.name,
        address=", ".join(part for part in (wire.address1, wire.address2) if part),
        postcode=wire.postcode,
        latitude=wire.latitude,
        longitude=wire.longitude,
        distance_m=wire.distance,
        opening_times=tuple(line for line in times if line.strip(" :")),
    )
