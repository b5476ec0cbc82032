"""Whatever a Centra shop answers, nothing but the domain's own errors comes out."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.shop import NewShopOrder, Platform, ShopSecret, shop_account
from desktop_app.shops.centra.answers import judge
from desktop_app.shops.centra.client import CentraShop
from desktop_app.shops.web.transport import Manner
from tests.shops.centra.samples import DOCUMENTED, listed
from tests.shops.centra.test_centra_calls import NEWS
from tests.shops.geins.test_geins_new_order import DRAFT
from tests.shops.listening import Listening
from tests.shops.wild import CannedTransport, spoilt, survives, text, wild

ACCOUNT = shop_account(Platform.CENTRA, "http://127.0.0.1:1/api/x")
NAMES = [
    "status", "msg", "code", "order", "orders", "shipments", "shipmentId", "orderId", "products",
    "qty", "price", "weight", "weightUnit", "bundle", "isBundle", "isPartOfBundle", "harmCode",
    "countryOfOrigin", "deliveryCity", "deliveryCountry", "orderDate", "trackingNumber", "paid",
    "hold", "errorMessages", "address", "payment", "createdFromOrigin", "voucherValue",
]  # fmt: skip
CALLS: dict[str, Callable[[CentraShop], object]] = {
    "check": lambda shop: shop.check(),
    "orders": lambda shop: shop.orders_to_send(None, Listening()),
    "order": lambda shop: shop.order("83651", Listening()),
    "create": lambda shop: shop.create_order(NewShopOrder(draft=DRAFT)),
    "despatch": lambda shop: shop.despatch(NEWS),
}
every_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
anything = wild(NAMES)


def canned(body: bytes, status: int = 200) -> CentraShop:
    shop = CentraShop(ACCOUNT, ShopSecret(secret="t"))
    transport = CannedTransport(ACCOUNT, Manner(judge=judge))
    transport.can(body, status)
    shop._to = transport
    return shop


@every_call
@given(anything)
def test_any_json(call: Callable[[CentraShop], object], answer: object) -> None:
    survives(lambda: call(canned(text(answer))))


@every_call
@given(st.binary(max_size=40))
def test_any_bytes(call: Callable[[CentraShop], object], body: bytes) -> None:
    survives(lambda: call(canned(body)))


@every_call
@given(anything, st.integers(100, 599))
def test_any_refusal(call: Callable[[CentraShop], object], answer: object, status: int) -> None:
    survives(lambda: call(canned(text(answer), status)))


@every_call
@given(st.data())
def test_a_shipment_with_one_wrong_thing(
    call: Callable[[CentraShop], object], data: st.DataObject
) -> None:
    sent = data.draw(st.composite(lambda draw: spoilt(listed(DOCUMENTED), draw, anything))())
    survives(lambda: call(canned(text(sent))))


@given(st.dictionaries(st.sampled_from(NAMES), anything, max_size=4))
def test_any_details(details: dict[str, object]) -> None:
    shop = canned(b'{"status": "ok", "order": 1}')
    survives(lambda: shop.create_order(NewShopOrder(draft=DRAFT, details=details)))


@every_call
def test_json_that_is_too_deep(call: Callable[[CentraShop], object]) -> None:
    survives(lambda: call(canned(b"[" * 200_000)))
