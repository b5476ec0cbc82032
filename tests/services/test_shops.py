"""Shops are connected, read and left again."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from desktop_app.domain.errors import InputError, KeyVaultError, NotFound, NotSignedIn
from desktop_app.domain.shop import (
    NewShopOrder,
    Platform,
    ShopAccount,
    ShopOrders,
    ShopSecret,
    shop_account,
)
from desktop_app.domain.shop_order import ShopOrder
from desktop_app.services.progress import QuietProgress
from desktop_app.services.shops import Shops
from tests.fakes.fake_shop import FakeShop
from tests.fakes.memory_shops import MemoryShopOrders, MemoryShops
from tests.fakes.memory_stores import MemorySecrets
from tests.fakes.office import FakeClock

EPAGES = shop_account(Platform.EPAGES, "https://shop.example/rs/shops/Mason")
GEINS = shop_account(Platform.GEINS, "", user="ann")
TOKEN = ShopSecret(secret="t0k3n")
ORDER = ShopOrder(platform="epages", order_number="N-1", shop_id=EPAGES.id, source_id="S-1")


@dataclass
class Desk:
    """Shops on fakes, to look into."""

    book: MemoryShops = field(default_factory=MemoryShops)
    orders: MemoryShopOrders = field(default_factory=MemoryShopOrders)
    secrets: MemorySecrets = field(default_factory=MemorySecrets)
    clock: FakeClock = field(default_factory=FakeClock)
    made: list[FakeShop] = field(default_factory=list)
    fails_with: BaseException | None = None

    def make(self, account: ShopAccount, secret: ShopSecret) -> FakeShop:
        shop = FakeShop(account, secret)
        shop.fails_with = self.fails_with
        self.made.append(shop)
        return shop

    def shops(self) -> Shops:
        return Shops(self.book, self.orders, self.secrets, self.make, self.clock)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_shop_is_checked_and_kept_without_its_keys(desk: Desk) -> None:
    shops = desk.shops()
    kept = shops.connect(EPAGES, TOKEN)
    assert shops.all == (kept,)
    assert "t0k3n" not in kept.model_dump_json()
    assert shops.shop(EPAGES.id) is desk.made[0]
    again = desk.shops().shop(EPAGES.id)
    assert isinstance(again, FakeShop)
    assert again.secret == TOKEN


def test_wrong_keys_are_not_kept(desk: Desk) -> None:
    desk.fails_with = NotSignedIn("Wrong.")
    with pytest.raises(NotSignedIn):
        desk.shops().connect(EPAGES, TOKEN)
    assert desk.shops().all == ()
    assert desk.made[0].is_closed


def test_a_wrong_address_is_explained(desk: Desk) -> None:
    desk.fails_with = NotFound("ePages does not have the list of orders.")
    with pytest.raises(NotFound) as failure:
        desk.shops().connect(EPAGES, TOKEN)
    assert "/rs/shops/" in failure.value.advice


def test_a_locked_vault_is_told_and_the_shop_works_for_this_run(desk: Desk) -> None:
    desk.secrets.fails_with = KeyVaultError("Locked.")
    shops = desk.shops()
    with pytest.raises(KeyVaultError):
        shops.connect(EPAGES, TOKEN)
    assert shops.named("epages").account == EPAGES
    assert shops.shop(EPAGES.id) is desk.made[0]


@pytest.mark.parametrize(
    ("account", "secret", "fields"),
    [
        (EPAGES, ShopSecret(secret=" "), ["secret"]),
        (GEINS, ShopSecret(secret="p"), ["api_key"]),
        (shop_account(Platform.GEINS, ""), ShopSecret(secret=""), ["secret", "user", "api_key"]),
    ],
)
def test_what_is_missing_is_named(
    desk: Desk, account: ShopAccount, secret: ShopSecret, fields: list[str]
) -> None:
    with pytest.raises(InputError) as wrong:
        desk.shops().connect(account, secret)
    assert [problem.field for problem in wrong.value.problems] == fields
    assert desk.made == []


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("http://shop.example/rs/shops/X", Platform.EPAGES),
        ("https://user:pw@shop.example", Platform.CENTRA),
        ("https://shop.example/api/x?a=1", Platform.CENTRA),
        ("", Platform.EPAGES),
        ("shop.example", Platform.EPAGES),
    ],
)
def test_an_address_that_is_not_safe_is_refused(url: str, platform: Platform) -> None:
    with pytest.raises(InputError) as wrong:
        shop_account(platform, url)
    assert wrong.value.problems[0].field == "url"


def test_a_geins_address_ends_in_api_and_others_stay() -> None:
    assert GEINS.base_url == "https://mgmtapi.geins.io/API"
    assert shop_account(Platform.GEINS, "http://127.0.0.1:9/").base_url == "http://127.0.0.1:9/API"
    assert shop_account(Platform.GEINS, "https://x.example/api").base_url.endswith("/api")
    assert EPAGES.base_url == "https://shop.example/rs/shops/Mason"


def test_a_shop_has_several_names(desk: Desk) -> None:
    shops = desk.shops()
    shops.connect(EPAGES, TOKEN)
    for name in (EPAGES.id, "ePages · Mason", "EPAGES"):
        assert shops.named(name).account == EPAGES
    second = shop_account(Platform.EPAGES, "https://other.example/rs/shops/Two")
    shops.connect(second, TOKEN)
    with pytest.raises(InputError, match="“ePages · Mason”"):
        shops.named("epages")


def test_orders_are_kept_and_the_next_list_may_be_of_changes_only(desk: Desk) -> None:
    shops = desk.shops()
    shops.connect(EPAGES, TOKEN)
    desk.made[0].found = ShopOrders(orders=(ORDER,))
    assert shops.orders_to_send(EPAGES.id, QuietProgress()).orders == (ORDER,)
    assert desk.orders.get(EPAGES.id, "S-1") == ORDER
    read_at = desk.clock.now()
    desk.clock.move(days=1)
    shops.orders_to_send(EPAGES.id, QuietProgress(), changed_only=True)
    shops.orders_to_send(EPAGES.id, QuietProgress())
    assert desk.made[0].since == [None, read_at - timedelta(hours=1), None]


def test_a_list_that_failed_does_not_count_as_read(desk: Desk) -> None:
    shops = desk.shops()
    shops.connect(EPAGES, TOKEN)
    desk.made[0].fails_with = NotSignedIn("Gone.")
    with pytest.raises(NotSignedIn):
        shops.orders_to_send(EPAGES.id, QuietProgress())
    assert desk.book.get(EPAGES.id).read_at is None


def test_a_shop_for_this_run_is_kept_nowhere(desk: Desk) -> None:
    shops = desk.shops()
    shops.lend(EPAGES, TOKEN)
    desk.made[0].found = ShopOrders(orders=(ORDER,))
    shops.orders_to_send(EPAGES.id, QuietProgress())
    assert shops.create_order(EPAGES.id, NewShopOrder()).numbers == ("1",)
    assert shops.all == ()
    assert desk.secrets.secrets == {}


def test_a_shop_is_forgotten_with_its_keys(desk: Desk) -> None:
    shops = desk.shops()
    shops.connect(EPAGES, TOKEN)
    shops.disconnect(EPAGES.id)
    assert (shops.all, desk.secrets.secrets) == ((), {})
    assert desk.made[0].is_closed
    with pytest.raises(InputError):
        shops.shop(EPAGES.id)


def test_a_shop_without_its_keys_is_asked_for_them(desk: Desk) -> None:
    desk.shops().connect(EPAGES, TOKEN)
    desk.secrets.secrets.clear()
    with pytest.raises(NotSignedIn, match="No keys"):
        desk.shops().shop(EPAGES.id)
