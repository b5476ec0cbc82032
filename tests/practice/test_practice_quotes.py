"""Quotes of the practice service: prices, limits, extras, and the forms of a request."""

from typing import Any

import pytest

from tests.practice.caller import Caller
from tests.practice.orders_sent import Body, quote

Quotes = dict[str, Any]


def quotes(caller: Caller, body: Body) -> Quotes:
    """Ask for quotes and return them by slug."""
    answer = caller.post("/api/quotes", json=body)
    assert answer.status_code == 200, answer.text
    return {one["Service"]["Slug"]: one for one in answer.json()["Quotes"]}


def test_at_home_many_couriers_offer(caller: Caller) -> None:
    found = quotes(caller, quote(weight=0.8))
    assert len(found) >= 12
    assert len({one["Service"]["CourierName"] for one in found.values()}) >= 6


def test_two_countries_and_a_weight_are_enough(caller: Caller) -> None:
    assert quotes(caller, quote(Parcels=[{"Weight": 2.4}]))


def test_recorded_prices_come_out_exactly(caller: Caller) -> None:
    text = caller.post("/api/quotes", json=quote(weight=1)).text
    assert '"TotalPrice":13.19,"TotalPriceExVat":10.99,"TotalVat":2.2' in text
    assert '"TotalPrice":7.38,"TotalPriceExVat":6.15,"TotalVat":1.23' in text


def test_a_heavier_parcel_costs_more(caller: Caller) -> None:
    light, heavy = quotes(caller, quote(weight=1)), quotes(caller, quote(weight=9))
    assert all(heavy[slug]["TotalPrice"] > light[slug]["TotalPrice"] for slug in heavy)


def test_a_bulky_parcel_costs_more_where_volume_counts(caller: Caller) -> None:
    flat = {"Weight": 1, "Length": 60, "Width": 50, "Height": 2}
    small, bulky = (
        quotes(caller, quote(Parcels=[{**flat, "Height": height}]))["fedex-uk-express"]
        for height in (2, 50)
    )
    assert bulky["TotalPrice"] > small["TotalPrice"]


def test_what_is_too_heavy_or_too_long_is_not_offered(caller: Caller) -> None:
    assert "inpost" in quotes(caller, quote(weight=15))
    assert "inpost" not in quotes(caller, quote(weight="15.01"))
    long = {"Weight": 1, "Length": 121, "Width": 10, "Height": 10}
    assert "dpd" not in quotes(caller, quote(Parcels=[long]))
    assert "dpd" in quotes(caller, quote(Parcels=[{**long, "Length": 120}]))


def test_limits_are_metres_and_kilograms(caller: Caller) -> None:
    service = quotes(caller, quote())["dpd"]["Service"]
    assert (service["MaxLength"], service["MaxWeight"]) == (1.2, 30)


def test_a_region_has_its_own_price(caller: Caller) -> None:
    mainland = quotes(caller, quote("ESP"))["dpd-classic"]["TotalPrice"]
    tenerife = {"Country": "ESP", "Subdivision": "es-ten"}
    island = quotes(caller, quote(DeliveryAddress=tenerife))["dpd-classic"]["TotalPrice"]
    assert island - mainland == pytest.approx(18.90)


def test_a_service_of_one_region_is_offered_only_there(caller: Caller) -> None:
    ulster = {"Country": "GBR", "Subdivision": "NIR"}
    assert "yodel-northern-ireland" in quotes(caller, quote(DeliveryAddress=ulster))
    assert "yodel-northern-ireland" not in quotes(caller, quote())


def test_every_extra_is_offered_somewhere_and_none_everywhere(caller: Caller) -> None:
    offers = [
        {extra["Type"] for extra in one["AvailableExtras"]}
        for one in quotes(caller, quote(weight=1)).values()
    ]
    everywhere = set.intersection(*offers) - {"Cover"}
    assert set.union(*offers) == {
        "Sms", "Signature", "Cover", "DeliveryGuarantee", "ExtendedBaseCover", "PrintInStore",
    }  # fmt: skip
    assert everywhere == set()


def test_an_extra_asked_for_is_in_the_price(caller: Caller) -> None:
    plain = quotes(caller, quote())["dpd"]
    with_sms = quotes(caller, quote(Extras=[{"type": "sms"}]))["dpd"]
    assert with_sms["Extras"] == [{"Amount": 0.3, "Type": "Sms"}]
    assert "Sms" not in {extra["Type"] for extra in with_sms["AvailableExtras"]}
    assert with_sms["TotalPrice"] - plain["TotalPrice"] == pytest.approx(0.36)


def test_cover_costs_a_part_of_the_value_above_what_is_included(caller: Caller) -> None:
    [cover] = [
        e for e in quotes(caller, quote())["inpost"]["AvailableExtras"] if e["Type"] == "Cover"
    ]
    assert (cover["Price"], cover["Vat"], cover["Total"]) == (7.5, 1.5, 9)
    both = quotes(caller, quote(Extras=["ExtendedBaseCover", "Cover"]))["inpost"]
    assert {e["Type"]: e["Amount"] for e in both["Extras"]} == {
        "Cover": 6.5,
        "ExtendedBaseCover": 0.2,
    }
    assert both["IncludedCover"] == 20


def test_extended_cover_tells_its_limits_as_words(caller: Caller) -> None:
    extras = {e["Type"]: e for e in quotes(caller, quote())["inpost"]["AvailableExtras"]}
    assert extras["ExtendedBaseCover"]["Details"] == {
        "IncludedCover": "20.0000",
        "MaxWeight": "5.00",
    }
    heavy = quotes(caller, quote(weight=6))["inpost"]["AvailableExtras"]
    assert "ExtendedBaseCover" not in {extra["Type"] for extra in heavy}


def test_vat_is_rounded_once_for_the_line(caller: Caller) -> None:
    parcel = {"Weight": 1, "Length": 9, "Width": 8, "Height": 2}
    found = quotes(caller, quote(Parcels=[parcel] * 3))["myhermes-parcelshop-postable"]
    assert (found["TotalPriceExVat"], found["TotalVat"]) == (6.57, 1.31)


def test_the_service_object_is_spelt_as_the_real_one(caller: Caller) -> None:
    service = quotes(caller, quote())["myhermes-parcelshop"]["Service"]
    assert {"Imagelarge", "ImageSmall", "ImageSvg"} <= set(service["Links"])
    assert service["DropOffProviderCode"] == "MYHRMS"
    assert service["Overview"].startswith("<p>")
    assert service["Features"].startswith("<ul>")


def test_collection_and_drop_off_and_printing_all_occur(caller: Caller) -> None:
    services = [one["Service"] for one in quotes(caller, quote()).values()]
    assert {one["CollectionType"] for one in services} == {"Collection", "Shop", "Locker"}
    assert {one["DeliveryType"] for one in services} == {"Door", "Shop"}
    assert {one["IsPrinterRequired"] for one in services} == {True, False}
    assert {one["Classification"] for one in services} == {"Fast", "Medium", "Slow"}


def test_days_have_no_time_zone(caller: Caller) -> None:
    found = quotes(caller, quote())["dpd"]
    for name in ("Collection", "CutOff", "EstimatedDeliveryDate"):
        assert len(found[name]) == len("2021-02-15T00:00:00")


def test_abroad_needs_customs_papers(caller: Caller) -> None:
    assert all(one["RequiresCustoms"] for one in quotes(caller, quote("FRA")).values())
    assert not any(one["RequiresCustoms"] for one in quotes(caller, quote()).values())


def test_services_can_be_filtered(caller: Caller) -> None:
    assert set(quotes(caller, quote(Service="dpd"))) == {"dpd"}
    wanted = quotes(caller, quote(ServiceFilter={"IncludeServiceTags": ["dpd"]}))
    assert set(wanted) == {"dpd", "dpd-drop-off"}
    others = quotes(caller, quote(ServiceFilter={"ExcludeServiceTags": ["DPD"]}))
    assert "dpd" not in others
    assert "inpost" in others


def test_a_distance_comes_only_when_asked_for(caller: Caller) -> None:
    asked = quotes(caller, quote(IncludedDropShopDistances=True))
    assert asked["dpd-drop-off"]["Distance"] == 640
    assert asked["dpd"]["Distance"] is None
    assert quotes(caller, quote())["dpd-drop-off"]["Distance"] is None


def test_nothing_fits_is_an_empty_list(caller: Caller) -> None:
    assert quotes(caller, quote(weight=900)) == {}


def test_names_are_read_in_any_casing(caller: Caller) -> None:
    body = {
        "collectionaddress": {"COUNTRY": "gbr"},
        "deliveryAddress": {"country": "gbr"},
        "parcels": [{"weight": "2"}],
    }
    assert set(quotes(caller, body)) == set(quotes(caller, quote(Parcels=[{"Weight": 2}])))


def test_form_fields_with_nested_names_are_read(caller: Caller) -> None:
    answer = caller.post(
        "/api/quotes",
        data={
            "CollectionAddress[Country]": "GBR",
            "DeliveryAddress[Country]": "GBR",
            "Parcels[0][Weight]": "2",
            "Parcels[1][Weight]": "2",
        },
    )
    assert len(answer.json()["Quotes"]) == len(quotes(caller, quote()))


def test_the_name_of_the_country_on_orders_is_not_taken_here(caller: Caller) -> None:
    answer = caller.post("/api/quotes", json=quote(DeliveryAddress={"CountryIsoCode": "GBR"}))
    assert answer.status_code == 400
    assert answer.json()["Message"] == "The request is invalid."
    assert "request.DeliveryAddress.Country" in answer.json()["ModelState"]


@pytest.mark.parametrize("country", ["IMN", "XXX", "GB"])
def test_an_unknown_country_is_refused(caller: Caller, country: str) -> None:
    answer = caller.post("/api/quotes", json=quote(country))
    assert answer.status_code == 400
    [error] = answer.json()["Errors"]
    assert error["Error"] == "Invalid delivery country"
