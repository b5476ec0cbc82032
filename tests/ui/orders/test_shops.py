"""Shops in the window: connected in the settings, and read like order files."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import NotSignedIn
from desktop_app.domain.shop import LeftOutOrder, LeftOutReason, Platform, ShopOrders
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.orders.import_dialog import ImportDialog
from desktop_app.ui.settings.shops_page import ShopsPage
from desktop_app.ui.workspace import Workspace
from tests.fakes.fake_shop import FakeShop
from tests.fakes.office import FakeOffice, make_office
from tests.ui.window.windows import quiet

TO = ShopRecipient(name="Ann Field", address_lines=("11 Road",), town="York", country="GBR")
URL = "https://www.example.com/rs/shops/Mason"


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def page(qtbot: QtBot, background: Background, fake: FakeOffice) -> Iterator[ShopsPage]:
    def no_page(_url: str) -> bool:
        return False

    made = ShopsPage(Context(fake.office, background, no_page, lambda _text, _undo: None))
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not background.running)


def fill(page: ShopsPage, platform: Platform, **typed: str) -> None:
    page.form.platform.setCurrentIndex(list(Platform).index(platform))
    for name, text in typed.items():
        edit: QLineEdit = getattr(page.form, name)
        edit.setText(text)
    QTest.mouseClick(page.form.connect_button, Qt.MouseButton.LeftButton)


def test_a_shop_is_connected_and_disconnected(
    page: ShopsPage, fake: FakeOffice, qtbot: QtBot
) -> None:
    fill(page, Platform.EPAGES, url=URL, secret="token")
    qtbot.waitUntil(lambda: "is connected" in page.form.banner.text)
    (shop,) = fake.office.shops.all
    assert shop.account.base_url == URL
    assert page.form.secret.text() == ""
    out = page.findChild(QPushButton, f"disconnect:{shop.account.id}")
    assert out is not None
    QTest.mouseClick(out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fake.office.shops.all == ())


def test_only_what_the_system_has_is_asked(page: ShopsPage) -> None:
    assert not page.form.user.isVisible()
    page.form.platform.setCurrentIndex(list(Platform).index(Platform.GEINS))
    assert page.form.user.isVisible()
    assert page.form.api_key.isVisible()
    assert page.form.api_key.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("", "token", "Enter the shop's API address."),
        ("http://shop.example", "token", "Use an https address."),
        (URL, "", "Enter the access token."),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    page: ShopsPage, fake: FakeOffice, qtbot: QtBot, url: str, secret: str, words: str
) -> None:
    fill(page, Platform.EPAGES, url=url, secret=secret)
    qtbot.waitUntil(lambda: words in page.form.banner.text)
    assert fake.office.shops.all == ()


@pytest.fixture
def window(qtbot: QtBot, fake: FakeOffice) -> Iterator[Workspace]:
    made = Workspace(fake.office)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    quiet(qtbot, made)
    yield made
    made.close()


def connected(fake: FakeOffice, qtbot: QtBot) -> FakeShop:
    from desktop_app.domain.shop import ShopSecret, shop_account  # noqa: PLC0415

    account = shop_account(Platform.EPAGES, URL)
    fake.office.shops.connect(account, ShopSecret(secret="token"))
    shop = fake.office.shops.shop(account.id)
    assert isinstance(shop, FakeShop)
    order = ShopOrder(
        platform="epages", order_number="17", recipient=TO, shop_id=account.id,
        source_id="guid", lines=(ShopLine(description="Mug"),),
    )  # fmt: skip
    left = LeftOutOrder(order_number="16", reason=LeftOutReason.UNPAID)
    shop.found = ShopOrders(orders=(order,), left_out=(left,))
    return shop


def test_a_shops_orders_are_looked_through_and_become_drafts(
    window: Workspace, fake: FakeOffice, qtbot: QtBot
) -> None:
    connected(fake, qtbot)
    window.orders.ask_shops()
    quiet(qtbot, window)
    (dialog,) = (one for one in window.findChildren(ImportDialog) if one.isVisible())
    model = dialog.left_out.model()
    assert (model.index(0, 0).data(), model.index(0, 1).data()) == ("16", "Not paid yet")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    quiet(qtbot, window)
    (row,) = fake.office.drafts.rows()
    assert row.reference == "17"
    assert fake.shop_orders.of_shipment(row.id) is not None


def test_without_a_shop_it_says_so(window: Workspace, qtbot: QtBot) -> None:
    window.orders.ask_shops()
    quiet(qtbot, window)
    assert "No shop is connected." in window.list.banner.text


def test_a_shop_that_refuses_the_keys_is_told(
    window: Workspace, fake: FakeOffice, qtbot: QtBot
) -> None:
    connected(fake, qtbot).fails_with = NotSignedIn("The shop does not take the keys.")
    window.orders.ask_shops()
    quiet(qtbot, window)
    assert "does not take the keys" in window.list.banner.text
