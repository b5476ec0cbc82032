"""Each client against its practice shop over HTTP: orders in, one entered, a parcel told of."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, cast

import pytest

from desktop_app.domain.errors import NotSignedIn, Refused, TooManyRequests
from desktop_app.domain.shop import LeftOutReason, NewShopOrder, Platform, ShopSecret, shop_account
from desktop_app.domain.shop_despatch import DespatchNews
from desktop_app.practice.shops.centra import CentraPractice
from desktop_app.practice.shops.epages import EpagesPractice
from desktop_app.practice.shops.geins import GeinsPractice
from desktop_app.practice.shops.opening import shop_server
from desktop_app.practice.shops.server import ShopServer
from desktop_app.services.ports import Shop
from desktop_app.shops.centra.client import CentraShop
from desktop_app.shops.epages.client import EpagesShop
from desktop_app.shops.geins.client import GeinsShop
from tests.shops.geins.test_geins_new_order import DRAFT
from tests.shops.listening import Listening

CLIENTS: dict[str, Any] = {"epages": EpagesShop, "geins": GeinsShop, "centra": CentraShop}
NEWS = {
    "numbers": ("PA123GB",),
    "tracking_url": "https://track.example/PA123GB",
    "carrier": "Evri",
    "sent_at": datetime(2026, 11, 24, tzinfo=UTC),
}


def secret_of(server: ShopServer) -> ShopSecret:
    keys = server.shop.credentials
    secret = keys.get("token") or keys.get("password") or keys["secret"]
    return ShopSecret(secret=secret, api_key=keys.get("api_key", ""))


def opened(name: str, server: ShopServer, secret: ShopSecret) -> Shop:
    account = shop_account(Platform(name), server.base_url, server.shop.credentials.get("user", ""))
    return cast("Shop", CLIENTS[name](account, secret))


@pytest.fixture(params=CLIENTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server(name: str) -> Iterator[ShopServer]:
    with shop_server(name) as running:
        yield running


@pytest.fixture
def shop(name: str, server: ShopServer) -> Iterator[Shop]:
    client = opened(name, server, secret_of(server))
    yield client
    client.close()


def test_orders_of_all_kinds_come_in(name: str, shop: Shop, progress: Listening) -> None:
    shop.check()
    found = shop.orders_to_send(None, progress)
    assert len(found.orders) >= 20
    assert len({order.key for order in found.orders}) == len(found.orders)
    assert all(order.recipient.country and order.lines for order in found.orders)
    assert {"GBR", "SWE", "USA", "HKG"} <= {order.recipient.country for order in found.orders}
    assert {"GBP", "EUR", "NOK"} <= {one for order in found.orders for one in order.currencies}
    assert LeftOutReason.NO_ADDRESS in {one.reason for one in found.left_out}
    socks = next(order for order in found.orders if len(order.lines) == 4)
    assert socks.weight_kg
    assert abs(socks.weight_kg - Decimal("3.770")) < Decimal("0.01")


def test_every_left_out_order_has_its_reason(name: str, shop: Shop, progress: Listening) -> None:
    reasons = {one.reason for one in shop.orders_to_send(None, progress).left_out}
    expected = {
        "epages": {LeftOutReason.CANCELLED, LeftOutReason.RETURNED, LeftOutReason.CLOSED},
        "geins": set(),  # a query names the statuses that it wants
        "centra": {LeftOutReason.ON_HOLD, LeftOutReason.UNPAID},
    }
    assert expected[name] <= reasons


def told_in(server: ShopServer, source_id: str) -> str:
    """Where the practice shop shows the tracking number of an order."""
    held = server.shop
    if isinstance(held, EpagesPractice):
        assert held.orders[source_id]["dispatchedOn"]
        return str(held.orders[source_id]["internalNote"])
    if isinstance(held, GeinsPractice):
        order = held.orders[int(source_id)]
        assert order["Status"] == "completed"
        return str(order["ShippingDetails"][0]["ParcelNumber"])
    assert isinstance(held, CentraPractice)
    assert held.shipments[source_id]["_status"] == "completed"
    return str(held.shipments[source_id]["trackingNumber"])


def test_the_shop_is_told_once_and_shows_it(
    server: ShopServer, shop: Shop, progress: Listening
) -> None:
    before = shop.orders_to_send(None, progress)
    order = before.orders[0]
    news = DespatchNews.model_validate({**NEWS, "source_id": order.source_id})
    result = shop.despatch(news)
    assert (result.was_known, result.notes) == (False, ())
    assert "PA123GB" in told_in(server, order.source_id)
    assert shop.despatch(news).was_known
    after = shop.orders_to_send(None, progress)
    assert {one.key for one in before.orders} - {one.key for one in after.orders} == {order.key}


def test_money_is_taken_only_if_it_is_asked_for(
    server: ShopServer, name: str, shop: Shop, progress: Listening
) -> None:
    orders = shop.orders_to_send(None, progress).orders
    for order, capture in zip(orders, (False, True), strict=False):
        sent = {**NEWS, "source_id": order.source_id, "capture": capture, "send_email": False}
        shop.despatch(DespatchNews.model_validate(sent))
    if isinstance(server.shop, CentraPractice):
        assert server.shop.captured == [orders[1].source_id]
        assert server.shop.mailed == []
    if isinstance(server.shop, GeinsPractice):
        assert [group["Emailed"] for group in server.shop.groups] == [False, False]


def test_an_order_is_entered_and_comes_back(
    server: ShopServer, name: str, shop: Shop, progress: Listening
) -> None:
    keys = server.shop.credentials
    cart = {"cartId": keys.get("cart_id"), "cartToken": keys.get("cart_token")}
    wanted = NewShopOrder(draft=DRAFT, details=cart if name == "epages" else {})
    made = shop.create_order(wanted)
    assert len(made.numbers) == 1
    if name != "centra":  # an order there has no shipment yet
        numbers = {one.order_number for one in shop.orders_to_send(None, progress).orders}
        assert made.numbers[0] in numbers
    if name == "epages":
        with pytest.raises(Refused, match="order already"):
            shop.create_order(wanted)


def test_wrong_keys_are_told(name: str, server: ShopServer) -> None:
    stranger = opened(name, server, ShopSecret(secret="wrong", api_key="wrong"))
    with pytest.raises(NotSignedIn):
        stranger.check()
    stranger.close()


def test_an_order_that_is_being_edited_waits(progress: Listening) -> None:
    with shop_server("epages") as server:
        held = server.shop
        assert isinstance(held, EpagesPractice)
        (locked,) = held.locked
        shop = opened("epages", server, secret_of(server))
        news = DespatchNews.model_validate({**NEWS, "source_id": locked})
        with pytest.raises(Refused, match="open for editing"):
            shop.despatch(news)
        held.locked.clear()
        assert not shop.despatch(news).was_known
        shop.close()


def test_a_geins_account_without_pending_orders_is_told(progress: Listening) -> None:
    held = GeinsPractice(takes_pending=False)
    with ShopServer(held, "/API") as server:
        shop = opened("geins", server, secret_of(server))
        found = shop.orders_to_send(None, progress)
        assert {order.is_on_hold for order in found.orders} == {True, False}
        assert any("by its order number" in note.message for note in found.notes)
        assert shop.order("5001", progress).orders
        shop.close()


def test_no_calls_left_means_a_pause(progress: Listening) -> None:
    held = EpagesPractice(allowance=0)
    with ShopServer(held, "/rs/shops/PracticeShop") as server:
        shop = opened("epages", server, secret_of(server))
        with pytest.raises(TooManyRequests, match="in 60 min"):
            shop.order("1", progress)
        shop.close()
    assert len(held.seen.requests) == 1
