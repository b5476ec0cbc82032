"""The outbox in the window: each shop hears of each parcel once, and agreed to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.again import Again
from desktop_app.domain.errors import NameNotFound
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.shop import Platform, ShopOrders, ShopSecret, shop_account
from desktop_app.domain.shop_despatch import DespatchState
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.outbox.outbox_dialog import OutboxDialog
from tests.fakes.fake_shop import FakeShop
from tests.fakes.office import WHOLE, FakeOffice, make_office
from tests.services.conftest import NoWaiting

TO = ShopRecipient(
    name="Ann Field", address_lines=("11 Road",), town="York", postcode="YO1 9AA", country="GBR"
)


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def shop(fake: FakeOffice) -> FakeShop:
    """A connected shop, one of whose orders was sent and printed."""
    office, progress = fake.office, NoWaiting()
    account = shop_account(Platform.EPAGES, "https://www.example.com/rs/shops/Mason")
    office.shops.connect(account, ShopSecret(secret="token"))
    made = office.shops.shop(account.id)
    assert isinstance(made, FakeShop)
    order = ShopOrder(
        platform="epages", order_number="17", recipient=TO, shop_id=account.id,
        source_id="guid", lines=(ShopLine(description="Mug"),),
    )  # fmt: skip
    made.found = ShopOrders(orders=(order,))
    found = office.shop_importing.read(progress)
    office.shop_importing.bring_in(found.orders, Again.SKIP, progress)
    (row,) = office.drafts.rows()
    whole = WHOLE.model_copy(update={"reference": "17"})
    office.drafts.save(row.id, whole)
    ordered = office.booking.order(office.drafts.get(row.id), "cheapest", progress)
    assert ordered.price
    office.paying.pay_with_prepay(row.id, ordered.price.total, progress)
    office.labelling.fetch(row.id, progress)
    office.labelling.mark_printed(row.id, "Bench 4x6", LabelPaper.A4)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, background: Background, fake: FakeOffice) -> Iterator[OutboxDialog]:
    def no_page(_url: str) -> bool:
        return False

    made = OutboxDialog(Context(fake.office, background, no_page, lambda _text, _undo: None))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not background.running)
    yield made
    made.close()


def press(qtbot: QtBot, background: Background, pressed: QPushButton) -> None:
    assert pressed.isEnabled()
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not background.running)


def states(dialog: OutboxDialog) -> list[DespatchState]:
    return [one.state for one in dialog.model.all_rows()]


def test_nothing_to_tell_says_how_it_comes(dialog: OutboxDialog) -> None:
    assert states(dialog) == []
    assert not dialog.go.isEnabled()


@pytest.mark.usefixtures("shop")
def test_what_was_printed_waits_and_nothing_is_sent_yet(
    request: pytest.FixtureRequest, fake: FakeOffice
) -> None:
    dialog: OutboxDialog = request.getfixturevalue("dialog")
    assert states(dialog) == [DespatchState.WAITING]
    assert dialog.go.text() == "Tell of 1 parcel"
    (one,) = fake.office.despatching.all
    assert one.news.source_id == "guid"


def test_what_it_sets_off_is_agreed_to_once_and_it_is_told_once(
    shop: FakeShop, request: pytest.FixtureRequest, qtbot: QtBot, background: Background
) -> None:
    dialog: OutboxDialog = request.getfixturevalue("dialog")
    press(qtbot, background, dialog.go)
    assert "marked as dispatched" in dialog.question.text
    assert shop.told == []
    press(qtbot, background, dialog.agree)
    assert states(dialog) == [DespatchState.SENT]
    assert len(shop.told) == 1
    dialog.look()
    qtbot.waitUntil(lambda: not background.running)
    assert not dialog.go.isEnabled()


def test_what_failed_says_why_and_is_sent_again(
    shop: FakeShop,
    fake: FakeOffice,
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    background: Background,
) -> None:
    dialog: OutboxDialog = request.getfixturevalue("dialog")
    fake.office.despatching.agree(shop.account.id)
    shop.fails_with = NameNotFound("No such host.")
    press(qtbot, background, dialog.go)
    assert states(dialog) == [DespatchState.FAILED]
    assert "No such host." in dialog.banner.text
    shop.fails_with = None
    dialog.table.selectRow(0)
    qtbot.waitUntil(dialog.again.isEnabled)
    press(qtbot, background, dialog.again)
    assert states(dialog) == [DespatchState.SENT]
