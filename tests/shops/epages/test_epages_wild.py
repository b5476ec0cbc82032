"""Whatever an ePages shop answers, nothing but the domain's own errors comes out."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.shop import Platform, ShopSecret, shop_account
from desktop_app.shops.epages.client import EpagesShop
from desktop_app.shops.web.transport import Manner
from tests.shops.epages.samples import DOCUMENTED, listed
from tests.shops.epages.test_epages_calls import CART, NEWS
from tests.shops.listening import Listening
from tests.shops.wild import CannedTransport, spoilt, survives, text, wild

ACCOUNT = shop_account(Platform.EPAGES, "http://127.0.0.1:1/rs/shops/X")
NAMES = [
    "items", "results", "resultsPerPage", "orderId", "orderNumber", "billingAddress", "country",
    "lineItemContainer", "productLineItems", "quantity", "amount", "unit", "deliveryWeight",
    "singleItemPrice", "dispatchedOn", "internalNote", "creationDate", "message", "errors",
    "productLength", "productWidth", "productHeight", "street", "name", "productId",
]  # fmt: skip
CALLS: dict[str, Callable[[EpagesShop], object]] = {
    "check": lambda shop: shop.check(),
    "orders": lambda shop: shop.orders_to_send(None, Listening()),
    "order": lambda shop: shop.order("1", Listening()),
    "create": lambda shop: shop.create_order(CART),
    "despatch": lambda shop: shop.despatch(NEWS),
}
every_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
anything = wild(NAMES)


def canned(body: bytes, status: int = 200) -> EpagesShop:
    shop = EpagesShop(ACCOUNT, ShopSecret(secret="t"))
    transport = CannedTransport(ACCOUNT, Manner())
    transport.can(body, status)
    shop._to = transport
    return shop


@every_call
@given(anything)
def test_any_json(call: Callable[[EpagesShop], object], answer: object) -> None:
    survives(lambda: call(canned(text(answer))))


@every_call
@given(st.binary(max_size=40))
def test_any_bytes(call: Callable[[EpagesShop], object], body: bytes) -> None:
    survives(lambda: call(canned(body)))


@given(anything, st.integers(100, 599))
def test_any_refusal(answer: object, status: int) -> None:
    survives(lambda: CALLS["despatch"](canned(text(answer), status)))


@every_call
@given(st.data())
def test_an_order_with_one_wrong_thing(
    call: Callable[[EpagesShop], object], data: st.DataObject
) -> None:
    sent = data.draw(st.composite(lambda draw: spoilt(DOCUMENTED, draw, anything))())
    survives(lambda: call(canned(text(sent))))
    survives(lambda: call(canned(text(listed(sent)) if isinstance(sent, dict) else b"")))


@every_call
def test_json_that_is_too_deep(call: Callable[[EpagesShop], object]) -> None:
    survives(lambda: call(canned(b"[" * 200_000)))
