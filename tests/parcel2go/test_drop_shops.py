"""Drop shops near a place."""

from decimal import Decimal

import pytest

from desktop_app.domain.errors import NotFound, Refused
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import ScriptedServer, said

CALL = "GET /api/dropshops/MYHRMS/location"


def shop(number: object, distance: object, times: str = ": ") -> dict[str, object]:
    return {
        "Id": number, "Name": f"Shop {number}", "Address1": "1 High St", "Address2": None,
        "Postcode": "YO12 7JZ", "Latitude": 54.2, "Longitude": -0.4, "Distance": distance,
        "ConcatenatedTimes": times,
    }  # fmt: skip


def test_the_nearest_come_first_and_each_once(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    shops = [shop(3, None), shop(2, 640), shop(1, 180), shop(2, 640)]
    server.on(CALL, said({"Results": shops}))
    found = broker.drop_shops("MYHRMS", "YO12 7JZ", "GBR")
    assert [one.shop_id for one in found] == ["1", "2", "3"]
    assert server.calls()[0].target == (
        "/api/dropshops/MYHRMS/location?location=YO12%207JZ&iso3CountryCode=GBR"
    )


def test_opening_times_are_plain_lines(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    times = "Mon: 07:00-21:00<br/>Sun: closed<br>"
    server.on(CALL, said({"Results": [shop(1, 1, times), shop(2, 2)]}))
    first, second = broker.drop_shops("MYHRMS", "York", "GBR")
    assert first.opening_times == ("Mon: 07:00-21:00", "Sun: closed")
    assert second.opening_times == ()


def test_shops_near_a_position(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on("GET /api/dropshops/DPD/geolocation", said({"Results": [shop(2, 9), shop(1, 3)]}))
    found = broker.drop_shops_at("DPD", Decimal("54.280"), Decimal("-0.4"), "GBR")
    assert [one.shop_id for one in found] == ["1", "2"]
    assert server.calls()[0].target == (
        "/api/dropshops/DPD/geolocation?latitude=54.28&longitude=-0.4&iso3CountryCode=GBR"
    )


def test_a_position_that_is_none_is_refused(practised: Parcel2GoBroker) -> None:
    with pytest.raises(Refused):
        practised.drop_shops_at("DPD", Decimal(99), Decimal(0), "GBR")
    with pytest.raises(NotFound):
        practised.drop_shops_at("NOBODY", Decimal(50), Decimal(0), "GBR")
    assert practised.drop_shops_at("DPD", Decimal(50), Decimal(0), "GBR")
