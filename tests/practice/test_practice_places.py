"""Countries, services, collection days, drop shops and tracking of the practice service."""

import re
from datetime import date

import httpx
import pytest

from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings
from tests.practice.caller import Caller

MONDAY = 1_795_435_200.0  # 2026-11-23


def test_countries_are_a_plain_list_of_rows(caller: Caller) -> None:
    rows = caller.get("/api/countries").json()
    assert {"Name", "Iso2Code", "Iso3Code", "RequiresCustoms", "Subdivision"} <= set(rows[0])
    main = [row for row in rows if row["Iso3Code"] == "GBR" and row["Subdivision"] is None]
    assert [row["Name"] for row in main] == ["UK - Mainland"]


def test_a_region_may_stand_before_its_country(caller: Caller) -> None:
    spain = [row for row in caller.get("/api/countries").json() if row["Iso3Code"] == "ESP"]
    assert spain[0]["Subdivision"] == "ES-TEN"
    assert spain[-1]["Name"] == "Spain (Mainland Only)"
    assert spain[0]["PostcodeRegex"] == "^.*$"


def test_customs_are_everywhere_but_at_home(caller: Caller) -> None:
    for row in caller.get("/api/countries").json():
        assert row["RequiresCustoms"] == (row["Iso3Code"] != "GBR")


def test_postcode_patterns_are_sound(caller: Caller) -> None:
    rows = caller.get("/api/countries").json()
    patterns = {row["Iso3Code"]: row.get("PostcodeRegex") for row in rows if not row["Subdivision"]}
    for code, pattern in patterns.items():
        assert pattern is None or re.compile(pattern), code
    assert re.match(patterns["GBR"], "YO17 7LL")
    assert not re.match(patterns["GBR"], "84095")
    assert patterns["HKG"] is None


def test_services_tell_where_they_collect(caller: Caller) -> None:
    services = caller.get("/api/services").json()["Results"]
    assert len(services) >= 12
    assert all(one["CollectionCountries"] == ["GBR"] for one in services)


def dates(caller: Caller, slug: str) -> dict[str, float]:
    """Return the surcharge of each day offered."""
    wish = {"ServiceSlug": slug, "Postcode": "YO12 7JZ", "CountryISO3Code": "GBR"}
    answer = caller.post("/api/collectiondates", json=wish)
    return {day["CollectionDate"]: day["Surcharge"] for day in answer.json()["CollectionDates"]}


def test_a_van_comes_from_tomorrow_on_and_saturdays_cost_more() -> None:
    with PracticeServer(settings=Settings(clock=lambda: MONDAY)) as server, Caller(server) as one:
        days = dates(one, "dpd")
        assert next(iter(days)) == "2026-11-24T00:00:00"
        assert days["2026-11-28T00:00:00"] == 4.5
        assert "2026-11-29T00:00:00" not in days
        assert sum(days.values()) == 4.5
        dropped = dates(one, "dpd-drop-off")
        assert next(iter(dropped)) == "2026-11-23T00:00:00"
        assert sum(dropped.values()) == 0


def test_collection_days_need_a_known_service_and_country(caller: Caller) -> None:
    wish = {"ServiceSlug": "dpd", "CountryISO3Code": "GBR"}
    for wrong in ({**wish, "ServiceSlug": "none"}, {**wish, "CountryISO3Code": "IMN"}, {}):
        assert caller.post("/api/collectiondates", json=wrong).status_code == 400
    assert date.fromisoformat(next(iter(dates(caller, "DPD")))[:10])


def test_shops_near_a_postcode(caller: Caller) -> None:
    query = {"location": "YO12 7JZ", "iso3CountryCode": "GBR"}
    shops = caller.get("/api/dropshops/MYHRMS/location", params=query).json()["Results"]
    assert set(shops[0]) == {
        "Id", "Name", "Address1", "Address2", "Postcode", "Latitude", "Longitude", "Distance",
        "ConcatenatedTimes",
    }  # fmt: skip
    assert len({shop["Id"] for shop in shops}) == len(shops) - 1
    assert {shop["ConcatenatedTimes"] for shop in shops} >= {": "}
    assert "<br/>" in shops[0]["ConcatenatedTimes"]
    again = caller.get("/api/dropshops/myhrms/location", params={"LOCATION": "yo127jz"}).json()
    assert again["Results"][0]["Latitude"] == shops[0]["Latitude"]


def test_shops_near_a_position(caller: Caller) -> None:
    query = {"latitude": "54.28", "longitude": "-0.4", "iso3CountryCode": "GBR"}
    shops = caller.get("/api/dropshops/INPOST/geolocation", params=query).json()["Results"]
    assert shops[0]["Latitude"] == pytest.approx(54.28, abs=0.1)


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("MYHRMS/location", {}, 400),
        ("MYHRMS/geolocation", {"latitude": "north"}, 400),
        ("MYHRMS/geolocation", {"latitude": "nan", "longitude": "1"}, 400),
        ("NOBODY/location", {"location": "York"}, 404),
    ],
)
def test_bad_places_are_refused(
    caller: Caller, path: str, query: dict[str, str], status: int
) -> None:
    assert caller.get(f"/api/dropshops/{path}", params=query).status_code == status


def test_abroad_there_are_no_shops(caller: Caller) -> None:
    query = {"location": "Paris", "iso3CountryCode": "FRA"}
    assert caller.get("/api/dropshops/DPD/location", params=query).json() == {"Results": []}


def test_tracking_moves_on_newest_first() -> None:
    now = [MONDAY]
    settings = Settings(tracking_step=60, clock=lambda: now[0])
    with PracticeServer(settings=settings) as server, Caller(server) as caller:
        made = caller.order()
        path = f"/api/tracking/{made['OrderlineIdMap'][0]['OrderLineId']}"
        assert caller.get(path).json() == {"Results": []}
        caller.post(made["Links"]["PayWithPrePay"])
        codes = []
        for _ in range(8):
            codes.append([event["StatusCode"] for event in caller.get(path).json()["Results"]])
            now[0] += 60
    assert codes[0] == ["LabelCreated"]
    assert codes[2] == ["InTransit", "Collected", "LabelCreated"]
    assert codes[6] == codes[7]
    assert codes[7][0] == "Delivered"


def test_an_event_has_the_documented_fields(caller: Caller) -> None:
    made = caller.paid_order()
    line = made["OrderlineIdMap"][0]["OrderLineId"]
    [event] = caller.get(f"/api/tracking/P2G{line}").json()["Results"]
    assert set(event) == {
        "Timestamp", "Description", "Details", "StatusCode", "ParcelNumber", "CourierId",
        "DeliveryType",
    }  # fmt: skip
    assert event["ParcelNumber"] == caller.books()["orders"][0]["consignments"][0]


def test_the_help_link_leads_somewhere(caller: Caller) -> None:
    assert "practice service" in httpx.get(caller.order()["Links"]["help"]).text


def test_an_unknown_parcel_is_not_found(caller: Caller) -> None:
    assert caller.get("/api/tracking/1").status_code == 404
    assert httpx.get(f"{caller.server.base_url}/tracking/1").status_code == 404
    assert caller.get(f"/api/tracking/{'9' * 40}").status_code == 404
