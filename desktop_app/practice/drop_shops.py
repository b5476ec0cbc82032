"""`GET /api/dropshops/{provider}/…`: shops near a place, made up but always the same."""

import math
import zlib
from decimal import Decimal
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, not_found, not_valid
from desktop_app.practice.catalogue import SERVICES
from desktop_app.practice.finding import query
from desktop_app.practice.guard import signed_in

PROVIDERS = frozenset(service.drop_off_code for service in SERVICES) - {""}
NAMES = ("Corner News", "Station Kiosk", "Market Pharmacy", "Harbour Stores", "Green Lane Garage")
STREETS = ("High Street", "Station Road", "Market Place", "Quay Street", "Green Lane")
METRES = (180, 420, 640, 1150, 2300)
METRES_A_DEGREE = 111_320
TIMES = "Mon-Fri: 07:00-21:00<br/>Sat: 08:00-20:00<br/>Sun: 10:00-16:00"
# Some shops come without opening times, and then as this.
NO_TIMES = ": "


@signed_in("public-api")
async def shops_at_location(request: Request) -> Response:
    """Answer shops near a postcode or place."""
    place = " ".join(query(request, "location").split()).upper()
    if not place:
        return not_valid()
    seed = zlib.crc32(place.replace(" ", "").encode("utf-8", "replace"))
    latitude = 50.5 + seed % 5000 / 1000
    longitude = -4.5 + seed // 5000 % 5000 / 1000
    return _answer(request, latitude, longitude, place)


@signed_in("public-api")
async def shops_at_position(request: Request) -> Response:
    """Answer shops near a latitude and longitude."""
    try:
        latitude, longitude = float(query(request, "latitude")), float(query(request, "longitude"))
    except ValueError:
        return not_valid()
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return not_valid()
    return _answer(request, latitude, longitude, "YO12 7JZ")


def _answer(request: Request, latitude: float, longitude: float, place: str) -> Response:
    provider = request.path_params["provider"].upper()
    if provider not in PROVIDERS:
        return not_found()
    if query(request, "iso3CountryCode").upper() not in {"", "GBR"}:
        return Answer({"Results": []})
    shops = [_shop(provider, at, latitude, longitude, place) for at in range(len(NAMES))]
    # The real list was seen with the same shop twice.
    return Answer({"Results": [*shops, shops[1]]})


def _shop(provider: str, at: int, latitude: float, longitude: float, place: str) -> dict[str, Any]:
    turn = 2 * math.pi * at / len(NAMES)
    reach = METRES[at] / METRES_A_DEGREE
    seed = zlib.crc32(f"{provider}{place}{at}".encode("utf-8", "replace"))
    return {
        "Id": f"{provider}-{seed % 1_000_000:06d}",
        "Name": f"{NAMES[at]} (practice)",
        "Address1": f"{seed % 180 + 1} {STREETS[at]}",
        "Address2": None if at % 2 else "Practice Town",
        "Postcode": place,
        "Latitude": _degrees(latitude + reach * math.sin(turn)),
        "Longitude": _degrees(longitude + reach * math.cos(turn)),
        "Distance": METRES[at],
        "ConcatenatedTimes": NO_TIMES if at == 3 else TIMES,
    }


def _degrees(value: float) -> Decimal:
    return Decimal(value).quantize(Decimal("0.000001"))
