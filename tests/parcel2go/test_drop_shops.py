"""Drop shops near a place."""

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
