"""Shops are told of parcels: once each, agreed to first, and again only when it failed."""

from datetime import timedelta

import pytest

from desktop_app.domain.errors import EffectsNotAgreed, InputError, NoConnection, Refused
from desktop_app.domain.label import Consignment
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shop import Platform, ShopAccount, ShopSecret, shop_account
from desktop_app.domain.shop_despatch import DespatchNews, DespatchResult, DespatchState
from desktop_app.domain.shop_order import ShopOrder
from desktop_app.services.despatching import Despatching, Wishes
from desktop_app.services.progress import QuietProgress
from desktop_app.services.shops import Shops
from tests.fakes.fake_shop import FakeShop
from tests.fakes.memory_shops import MemoryOutbox, MemoryShopOrders, MemoryShops
from tests.fakes.memory_stores import MemorySecrets, MemoryShipments
from tests.fakes.office import NOW, WHOLE, FakeClock

SHOP = shop_account(Platform.CENTRA, "https://x.centra.example/api/order-api")
ORDER = ShopOrder(platform="centra", order_number="83651", shop_id=SHOP.id, source_id="83651-1")
NEWS = DespatchNews(source_id="83651-9", numbers=("PA9",), sent_at=NOW)


class Desk:
    """A connected shop, an order of it that became a shipment, and the outbox."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.book, self.orders, self.outbox = MemoryShops(), MemoryShopOrders(), MemoryOutbox()
        self.shipments = MemoryShipments()
        self.client = FakeShop(SHOP, ShopSecret(secret="s"))
        shops = Shops(self.book, self.orders, MemorySecrets(), self._make, self.clock)
        shops.connect(SHOP, ShopSecret(secret="s"))
        self.despatching = Despatching(
            shops, self.book, self.orders, self.outbox, self.shipments, self.clock
        )
        self.orders.keep([ORDER], NOW)
        self.orders.link(SHOP.id, "83651-1", "a1")
        self.shipments.add(shipment("a1", "PA123GB", "PA124GB"))

    def _make(self, account: ShopAccount, secret: ShopSecret) -> FakeShop:
        return self.client


def shipment(shipment_id: str, *numbers: str, reference: str = "") -> ShipmentRecord:
    consignments = tuple(Consignment(number=number) for number in (*numbers, ""))
    return ShipmentRecord(
        id=shipment_id,
        account_id="practice",
        created_at=NOW,
        updated_at=NOW,
        shipment=WHOLE.model_copy(update={"reference": reference}),
        consignments=consignments,
    )


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def agreed(desk: Desk) -> Desk:
    desk.despatching.agree(SHOP.id)
    return desk


def test_what_it_sets_off_is_named_before_the_first_time(desk: Desk) -> None:
    waiting = desk.despatching.put_in("a1")
    with pytest.raises(EffectsNotAgreed) as question:
        desk.despatching.send(waiting.key)
    assert any("captured only if you ask" in effect for effect in question.value.effects)
    assert desk.client.told == []
    desk.despatching.agree(SHOP.id)
    assert desk.despatching.send(waiting.key).state is DespatchState.SENT
    agreed_at = desk.book.get(SHOP.id).agreed_at
    desk.clock.move(days=1)
    desk.despatching.agree(SHOP.id)
    assert desk.book.get(SHOP.id).agreed_at == agreed_at


def test_the_shop_is_told_once(agreed: Desk) -> None:
    waiting = agreed.despatching.put_in("a1")
    assert agreed.despatching.put_in("a1") == waiting
    sent = agreed.despatching.send(waiting.key)
    assert (sent.state, sent.sent_at, sent.tries) == (DespatchState.SENT, NOW, 1)
    assert agreed.despatching.send(waiting.key) == sent
    assert agreed.despatching.put_in("a1") == sent
    (told,) = agreed.client.told
    assert (told.source_id, told.order_number) == ("83651-1", "83651")
    assert told.numbers == ("PA123GB", "PA124GB")
    assert (told.send_email, told.capture) == (None, False)


def test_a_failure_says_why_and_can_be_sent_again(agreed: Desk) -> None:
    key = agreed.despatching.put_in("a1").key
    agreed.client.fails_with = Refused("The order is open.", advice="Close it.")
    with pytest.raises(Refused):
        agreed.despatching.send(key)
    (failed,) = agreed.despatching.of_shipment("a1")
    assert (failed.state, failed.why) == (DespatchState.FAILED, "The order is open. Close it.")
    agreed.client.fails_with = None
    agreed.client.result = DespatchResult(was_known=True, notes=("It knew.",))
    sent = agreed.despatching.send(key, Wishes(capture=True))
    assert (sent.state, sent.tries, sent.why) == (DespatchState.SENT, 2, "It knew.")
    assert [told.capture for told in agreed.client.told] == [False, True]


def test_what_is_cut_short_can_be_sent_again(agreed: Desk) -> None:
    key = agreed.despatching.put_in("a1").key
    agreed.client.fails_with = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        agreed.despatching.send(key)
    assert agreed.despatching.all[0].state is DespatchState.FAILED


def test_what_another_window_sends_is_left_to_it(agreed: Desk) -> None:
    waiting = agreed.despatching.put_in("a1")
    agreed.outbox.claim(waiting.key, waiting.news, NOW)
    with pytest.raises(InputError, match="another window"):
        agreed.despatching.send(waiting.key)
    agreed.outbox.end(waiting.key, DespatchState.SENT, NOW)
    assert agreed.despatching.send(waiting.key).state is DespatchState.SENT
    assert agreed.client.told == []


def test_all_that_waits_is_sent_and_what_failed_is_not(agreed: Desk) -> None:
    first = agreed.despatching.put_in_news(SHOP.id, NEWS)
    agreed.client.fails_with = NoConnection("Offline.")
    with pytest.raises(NoConnection):
        agreed.despatching.send(first.key)
    agreed.client.fails_with = None
    agreed.despatching.put_in("a1")
    done = agreed.despatching.send_waiting(QuietProgress())
    assert [one.shipment_id for one in done] == ["a1"]
    assert agreed.despatching.send_waiting(QuietProgress()) == ()


def test_an_order_is_found_by_the_number_that_the_draft_refers_to(desk: Desk) -> None:
    desk.shipments.add(shipment("b2", "PA1", reference="83651"))
    assert desk.despatching.order_of("b2") == ORDER
    twin = ORDER.model_copy(update={"source_id": "83651-2"})
    desk.orders.keep([twin], NOW)
    assert desk.despatching.order_of("b2") is None
    assert desk.despatching.order_of("a1") == ORDER


def test_what_cannot_be_told_yet_says_what_is_missing(desk: Desk) -> None:
    desk.shipments.add(shipment("b2", "PA1"))
    with pytest.raises(InputError, match="came from no shop"):
        desk.despatching.put_in("b2")
    desk.orders.link(SHOP.id, "83651-1", "c3")
    desk.shipments.add(shipment("c3"))
    with pytest.raises(InputError, match="no tracking number"):
        desk.despatching.put_in("c3")
    assert desk.despatching.all == ()


def test_another_parcel_of_the_same_order_is_news_of_its_own(agreed: Desk) -> None:
    first = agreed.despatching.put_in_news(SHOP.id, NEWS)
    second = agreed.despatching.put_in_news(SHOP.id, NEWS.model_copy(update={"numbers": ("PA10",)}))
    same = agreed.despatching.put_in_news(
        SHOP.id, NEWS.model_copy(update={"numbers": (" pa9",), "sent_at": NOW + timedelta(1)})
    )
    assert first.key != second.key
    assert same == first


def test_an_order_may_be_named_by_its_number(agreed: Desk) -> None:
    named = agreed.despatching.put_in_news(SHOP.id, NEWS.model_copy(update={"source_id": "83651"}))
    assert named.news.source_id == "83651-1"
    other = NEWS.model_copy(update={"source_id": "unknown"})
    assert agreed.despatching.put_in_news(SHOP.id, other).news.source_id == "unknown"
