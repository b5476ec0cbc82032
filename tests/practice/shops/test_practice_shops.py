"""The practice shops by themselves, asked with a bare client as their documents say."""

from collections.abc import Iterator

import httpx
import pytest

from desktop_app.practice.shops.centra import CentraPractice
from desktop_app.practice.shops.epages import ACCEPT, PATCH, EpagesPractice
from desktop_app.practice.shops.geins import GeinsPractice
from desktop_app.practice.shops.opening import shop_server


@pytest.fixture
def epages() -> Iterator[httpx.Client]:
    with shop_server("epages") as server:
        headers = {"Authorization": f"Bearer {EpagesPractice.token}", "Accept": ACCEPT}
        with httpx.Client(base_url=server.base_url, headers=headers) as client:
            yield client


@pytest.fixture
def geins() -> Iterator[httpx.Client]:
    with shop_server("geins") as server:
        pair = (GeinsPractice.user, GeinsPractice.password)
        headers = {"X-ApiKey": GeinsPractice.api_key}
        with httpx.Client(base_url=server.base_url, auth=pair, headers=headers) as client:
            yield client


@pytest.fixture
def centra() -> Iterator[httpx.Client]:
    headers = {"API-Authorization": CentraPractice.secret}
    with (
        shop_server("centra") as server,
        httpx.Client(base_url=server.base_url, headers=headers) as client,
    ):
        yield client


def test_epages_lists_newest_first_without_lines(epages: httpx.Client) -> None:
    page = epages.get("/orders", params={"resultsPerPage": "7"}).json()
    assert (page["results"], page["page"], len(page["items"])) == (30, 1, 7)
    dates = [one["creationDate"] for one in page["items"]]
    assert dates == sorted(dates, reverse=True)
    assert "lineItemContainer" not in page["items"][0]
    assert "lineItemContainer" in epages.get(f"/orders/{page['items'][0]['orderId']}").json()
    assert len(epages.get("/orders").json()["items"]) == 10


def test_epages_filters_by_what_was_done(epages: httpx.Client) -> None:
    count = {
        wanted: epages.get("/orders", params={"dispatchedOn": wanted}).json()["results"]
        for wanted in ("true", "false")
    }
    assert count == {"true": 1, "false": 29}


def test_epages_is_particular_about_headers(epages: httpx.Client) -> None:
    assert epages.get("/orders", headers={"Accept": "application/json"}).status_code == 406
    answer = epages.get("/orders", headers={"Authorization": "Bearer x"})
    assert (answer.status_code, answer.json()["status"]) == (403, "403")
    assert epages.get("/orders").headers["X-RateLimit-Remaining"] == "5999"


def test_epages_takes_a_patch_whole_or_not_at_all(epages: httpx.Client) -> None:
    path = f"/orders/{epages.get('/orders').json()['items'][-1]['orderId']}"
    note = {"op": "add", "path": "/internalNote", "value": "n"}
    for wrong in ({"op": "move", "path": "/internalNote"}, {"op": "add", "path": "/grandTotal"}):
        refused = epages.patch(path, json=[note, wrong], headers={"Content-Type": PATCH})
        assert refused.status_code == 400
    assert epages.get(path).json()["internalNote"] != "n"
    assert epages.patch(path, json=[note]).status_code == 400  # not sent as a JSON Patch
    done = epages.patch(path, json=[note], headers={"Content-Type": PATCH})
    assert done.json()["internalNote"] == "n"


def test_epages_makes_one_order_of_a_cart(epages: httpx.Client) -> None:
    path, token = f"/carts/{EpagesPractice.cart}/order", EpagesPractice.cart_token
    named = {"X-epages-Cart-Token": token}
    bare = f"/carts/{EpagesPractice.bare_cart}/order"
    assert epages.post(path).status_code == 403
    assert epages.post("/carts/none/order", headers=named).status_code == 404
    assert epages.post(bare, headers=named).status_code == 400
    assert [epages.post(path, headers=named).status_code for _ in range(2)] == [201, 410]


def test_geins_queries_in_batches(geins: httpx.Client) -> None:
    wanted = {"StatusList": "pending,partial"}
    first = geins.post("/Order/Query/1", json=wanted).json()
    assert (first["PageResult"]["HasMoreRows"], len(first["Resource"])) == (True, 10)
    batch = {"BatchId": first["PageResult"]["BatchId"]}
    second = geins.post("/Order/Query/2", json=batch).json()["Resource"]
    again = geins.post("/Order/Query/2", json=wanted).json()["Resource"]
    assert second[0]["Id"] != first["Resource"][0]["Id"] == again[0]["Id"]
    assert isinstance(geins.post("/Order/Query", json=wanted).json(), list)


@pytest.mark.parametrize("wanted", [{}, {"StatusList": "inactive"}, {"Include": "rows"}])
def test_geins_has_database_errors_of_its_own(geins: httpx.Client, wanted: dict[str, str]) -> None:
    answer = geins.post("/Order/Query/1", json=wanted)
    assert (answer.status_code, answer.json()["Message"]) == (500, "A database error occured.")


def test_geins_groups_rows_once(geins: httpx.Client) -> None:
    wanted = {"OrderIds": [5001], "MarkAsDelivered": True}
    assert geins.post("/Shipping/ParcelGroup", json=wanted).json()["Resource"] == 2
    assert geins.post("/Shipping/ParcelGroup", json=wanted).status_code == 400
    assert geins.get("/Order/5001/rows").json()["Status"] == "completed"
    found = geins.post("/Shipping/ParcelGroup/Query", json={"OrderIds": [5001]}).json()["Resource"]
    assert found[0]["Parcels"][0]["OrderId"] == 5001


def test_geins_wants_both_credentials(geins: httpx.Client) -> None:
    for headers in ({"X-ApiKey": "x"}, {"Authorization": "Basic eDp5"}):
        answer = geins.request("GET", "/Order/Statuses", headers=headers, auth=None)
        assert (answer.status_code, answer.json()) == (401, {"Message": "Unauthorized"})


def test_centra_completes_what_is_paid_and_takes_money_unless_told(centra: httpx.Client) -> None:
    first = centra.get("/shipments", params={"limit": "1"}).json()["shipments"][0]
    named = {"order": int(first["orderId"]), "shipment": first["shipmentId"], "shipped": True}
    assert centra.put("/shipment", json=named).json()["status"] == "ok"
    assert centra.put("/shipment", json=named).json()["status"] == "no"
    listed = centra.get("/shipments", params={"order": first["orderId"], "status": "completed"})
    assert listed.json()["shipments"][0]["shipmentId"] == first["shipmentId"]


def test_centra_says_no_with_200(centra: httpx.Client) -> None:
    codes = {
        -3: {"products": []},
        -1: {"products": [{"qty": 1}]},
        -2: {"products": [{"qty": 1, "sku": "SOLD-OUT"}]},
        -4: {"products": [{"qty": 1, "sku": "A"}]},
    }
    for code, body in codes.items():
        answer = centra.post("/order", json=body)
        assert answer.status_code == 200
        assert (answer.json()["status"], answer.json()["code"]) == ("no", code)
    whole = {"products": [{"qty": 1, "sku": "A"}], "address": {"country": "SE"}, "orderNumber": 7}
    assert centra.post("/order", json=whole).json() == {"status": "ok", "orders": [7]}
    assert centra.post("/order", json=whole).json()["code"] == -5
    assert centra.get("/shipments", headers={"API-Authorization": "x"}).status_code == 403


def test_requests_can_be_looked_at(centra: httpx.Client) -> None:
    centra.get("/shipments")
    root = str(centra.base_url).partition("/api")[0]
    (seen,) = httpx.get(f"{root}/practice/requests").json()
    assert seen == {"method": "GET", "target": "/api/order-api/shipments", "body": ""}
