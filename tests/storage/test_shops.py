"""Shops, their orders and the outbox on the disk."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.errors import InputError
from desktop_app.domain.shop import ConnectedShop, Platform, shop_account
from desktop_app.domain.shop_despatch import Despatch, DespatchNews, DespatchState
from desktop_app.domain.shop_order import ShopLine, ShopOrder
from desktop_app.storage.database import Database, open_database
from desktop_app.storage.outbox import LONGEST_SENDING, SqlOutbox
from desktop_app.storage.shop_orders import SqlShopOrders
from desktop_app.storage.shops import SqlShops
from tests.storage.samples import NOW

SHOP = ConnectedShop(account=shop_account(Platform.GEINS, "", user="ann"), connected_at=NOW)
ORDER = ShopOrder(
    platform="geins", order_number="1001", shop_id="s-1", source_id="1001", lines=(ShopLine(),)
)
NEWS = DespatchNews(source_id="1001", numbers=("PA1",), sent_at=NOW)
DESPATCH = Despatch(key="k", shop_id="s-1", shipment_id="a1", news=NEWS, made_at=NOW)


@pytest.fixture
def orders(database: Database) -> SqlShopOrders:
    return SqlShopOrders(database)


@pytest.fixture
def outbox(database: Database) -> SqlOutbox:
    return SqlOutbox(database)


def test_a_shop_comes_back_as_it_was(database: Database) -> None:
    shops = SqlShops(database)
    shops.put(SHOP)
    agreed = SHOP.model_copy(update={"read_at": NOW, "agreed_at": NOW + timedelta(1)})
    shops.put(agreed)
    assert shops.all() == (agreed,)
    assert shops.get(SHOP.account.id) == agreed
    shops.delete(SHOP.account.id)
    assert shops.all() == ()
    with pytest.raises(InputError, match="not connected"):
        shops.get(SHOP.account.id)


def test_an_order_keeps_its_shipment_when_it_is_read_again(orders: SqlShopOrders) -> None:
    orders.keep([ORDER], NOW)
    orders.link("s-1", "1001", "a1")
    again = ORDER.model_copy(update={"note": "Ring twice"})
    orders.keep([again], NOW + timedelta(1))
    assert orders.of_shipment("a1") == again
    assert orders.get("s-1", "1001") == again
    assert orders.get("s-2", "1001") is None
    assert orders.of_shipment("other") is None


def test_orders_of_two_shops_may_have_one_number(orders: SqlShopOrders) -> None:
    other = ORDER.model_copy(update={"shop_id": "s-2"})
    orders.keep([ORDER, other], NOW)
    assert set(orders.numbered("1001")) == {ORDER, other}
    assert orders.numbered("7") == ()


def test_the_same_news_is_kept_once(outbox: SqlOutbox) -> None:
    assert outbox.add(DESPATCH) == DESPATCH
    outbox.claim("k", NEWS, NOW)
    outbox.end("k", DespatchState.SENT, NOW)
    again = outbox.add(DESPATCH.model_copy(update={"made_at": NOW + timedelta(1)}))
    assert (again.state, again.made_at) == (DespatchState.SENT, NOW)
    assert len(outbox.all()) == 1


def test_one_at_a_time_takes_it_in_hand(outbox: SqlOutbox) -> None:
    outbox.add(DESPATCH)
    newer = NEWS.model_copy(update={"carrier": "Evri"})
    taken = outbox.claim("k", newer, NOW)
    assert taken
    assert (taken.state, taken.tries, taken.news.carrier) == (DespatchState.SENDING, 1, "Evri")
    assert outbox.claim("k", NEWS, NOW + timedelta(minutes=1)) is None
    assert outbox.get("k") == taken


def test_what_a_crash_left_in_hand_is_free_after_a_while(outbox: SqlOutbox) -> None:
    outbox.add(DESPATCH)
    outbox.claim("k", NEWS, NOW)
    later = NOW + LONGEST_SENDING + timedelta(seconds=1)
    taken = outbox.claim("k", NEWS, later)
    assert taken
    assert taken.tries == 2


def test_the_outbox_survives_a_restart(path: Path) -> None:
    first = open_database(path).database
    SqlOutbox(first).add(DESPATCH)
    SqlOutbox(first).claim("k", NEWS, NOW)
    first.close()
    second = open_database(path).database
    (kept,) = SqlOutbox(second).all()
    assert (kept.state, kept.news, kept.tries) == (DespatchState.SENDING, NEWS, 1)
    second.close()


def test_what_failed_can_be_sent_again_and_what_is_sent_cannot(outbox: SqlOutbox) -> None:
    outbox.add(DESPATCH)
    outbox.claim("k", NEWS, NOW)
    failed = outbox.end("k", DespatchState.FAILED, NOW, "The order is open.")
    assert (failed.why, failed.sent_at) == ("The order is open.", None)
    taken = outbox.claim("k", NEWS, NOW)
    assert taken
    assert taken.why == ""
    assert outbox.end("k", DespatchState.SENT, NOW).sent_at == NOW
    assert outbox.claim("k", NEWS, NOW + timedelta(days=9)) is None
    assert outbox.end("k", DespatchState.FAILED, NOW, "late").state is DespatchState.SENT


def test_the_newest_stand_first_and_a_shipments_own_apart(outbox: SqlOutbox) -> None:
    outbox.add(DESPATCH)
    other = {"key": "z", "shipment_id": "b2", "made_at": NOW + timedelta(1)}
    outbox.add(DESPATCH.model_copy(update=other))
    assert [one.key for one in outbox.all()] == ["z", "k"]
    assert [one.key for one in outbox.of_shipment("a1")] == ["k"]
    with pytest.raises(InputError, match="outbox"):
        outbox.get("none")
