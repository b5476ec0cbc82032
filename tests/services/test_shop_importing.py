"""Orders of the connected shops: drafts that are linked, so that the shop can be told."""

from collections.abc import Callable

import pytest

from desktop_app.domain.again import Again
from desktop_app.domain.errors import InputError, NameNotFound
from desktop_app.domain.import_batch import Brought
from desktop_app.domain.shop import (
    LeftOutOrder,
    LeftOutReason,
    Platform,
    ShopOrders,
    ShopSecret,
    shop_account,
)
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from tests.fakes.fake_shop import FakeShop
from tests.fakes.office import FakeOffice, make_office
from tests.services.conftest import NoWaiting

TO = ShopRecipient(name="Ann Field", address_lines=("11 Road",), town="York", country="GBR")


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def connect(fake: FakeOffice) -> Callable[[str], FakeShop]:
    """Connects a shop of this name, with one order and one that is left out."""

    def connected(name: str) -> FakeShop:
        account = shop_account(Platform.EPAGES, f"https://{name}.example/rs/shops/{name}")
        fake.office.shops.connect(account, ShopSecret(secret="token"))
        shop = fake.office.shops.shop(account.id)
        assert isinstance(shop, FakeShop)
        order = ShopOrder(
            platform="epages", order_number=f"{name}-1", recipient=TO,
            lines=(ShopLine(description="Mug"),), shop_id=account.id, source_id=f"guid-{name}",
        )  # fmt: skip
        left = LeftOutOrder(order_number=f"{name}-2", reason=LeftOutReason.UNPAID)
        shop.found = ShopOrders(orders=(order,), left_out=(left,))
        return shop

    return connected


def test_all_shops_are_read_and_nothing_is_kept(
    fake: FakeOffice, connect: Callable[[str], FakeShop]
) -> None:
    connect("one")
    connect("two")
    found = fake.office.shop_importing.read(NoWaiting())
    assert [order.order_number for order in found.orders] == ["one-1", "two-1"]
    assert [order.order_number for order in found.left_out] == ["one-2", "two-2"]
    assert fake.office.drafts.rows() == []


def test_a_draft_is_linked_to_its_order(
    fake: FakeOffice, connect: Callable[[str], FakeShop]
) -> None:
    connect("one")
    office = fake.office
    found = office.shop_importing.read(NoWaiting())
    made = office.shop_importing.bring_in(found.orders, Again.SKIP, NoWaiting())
    (row,) = office.drafts.rows()
    linked = fake.shop_orders.of_shipment(row.id)
    assert linked is not None
    assert linked.source_id == "guid-one"
    assert made.count(Brought.MADE) == 1
    again = office.shop_importing.read(NoWaiting())
    assert again.known == {again.orders[0].key: row.id}


def test_a_shop_that_does_not_answer_keeps_no_other_back(
    fake: FakeOffice, connect: Callable[[str], FakeShop]
) -> None:
    connect("one").fails_with = NameNotFound("No such host.")
    connect("two")
    found = fake.office.shop_importing.read(NoWaiting())
    assert [order.order_number for order in found.orders] == ["two-1"]
    assert "No such host." in found.notes[0].message


def test_the_only_shop_says_itself_what_is_wrong(
    fake: FakeOffice, connect: Callable[[str], FakeShop]
) -> None:
    connect("one").fails_with = NameNotFound("No such host.")
    with pytest.raises(NameNotFound):
        fake.office.shop_importing.read(NoWaiting())


def test_without_a_shop_it_says_where_to_connect_one(fake: FakeOffice) -> None:
    with pytest.raises(InputError, match="No shop is connected"):
        fake.office.shop_importing.read(NoWaiting())
