"""Paying: once, named by its amount; waited for; and settled where nobody is sure."""

import threading
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.account import LIVE_URL, Account, Environment
from desktop_app.domain.errors import (
    NameNotFound,
    NoConnection,
    ScopeMissing,
    ServiceBroken,
)
from desktop_app.domain.journal import AttemptKind
from desktop_app.domain.order import PaymentMethod, PaymentState
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.settings import SpendingLimits
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.elapsed import elapsed
from desktop_app.ui.wizard.pay_page import PayPage
from desktop_app.ui.wizard.pay_prepay import top_up
from tests.fakes.fake_broker import PAID_AT
from tests.fakes.office import NOW, FakeOffice, make_office
from tests.ui.wizard.opened import (
    Opened,
    enter_page,
    held,
    open_page,
    ordered,
    paid,
    raising,
    waiting,
)


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def opened(qtbot: QtBot, background: Background, fake: FakeOffice) -> Opened[PayPage]:
    return open_page(qtbot, background, fake, PayPage, ordered(fake))


def uncertain(fake: FakeOffice) -> ShipmentRecord:
    """As it is found after a crash while the payment was being sent."""
    record = waiting(fake)
    assert record.payment
    update = {"method": PaymentMethod.PREPAY, "state": PaymentState.UNCERTAIN}
    payment = record.payment.model_copy(update=update)
    (attempt,) = fake.journal.live()
    prepay = attempt.model_copy(update={"kind": AttemptKind.PREPAY})
    fake.journal.attempts[attempt.key] = prepay
    return fake.shipments.update(record.id, lambda now: now.model_copy(update={"payment": payment}))


def test_prepay_shows_the_balance_before_and_after(opened: Opened[PayPage]) -> None:
    page = opened.page
    card = page.choice.prepay
    assert card._before.text() == "£100.00"
    assert card._after.text() == "£96.89"
    assert page.primary().text == "Pay £3.11 from PrePay"
    assert page.primary().enabled


def test_twenty_presses_pay_once(opened: Opened[PayPage]) -> None:
    for _ in range(20):
        opened.page.go_on()
    opened.wait()
    assert len(opened.fake.broker.charged) == 1
    assert opened.kept().is_paid
    assert len(opened.ready) == 1
    assert opened.page.paid.text.startswith("£3.11 paid from PrePay")


def test_a_press_after_it_was_paid_goes_on_and_pays_nothing(opened: Opened[PayPage]) -> None:
    opened.page.go_on()
    opened.wait()
    for _ in range(20):
        opened.page.go_on()
    opened.wait()
    assert len(opened.fake.broker.charged) == 1


@pytest.mark.parametrize("method", list(PaymentMethod))
def test_a_limit_is_asked_about_before_it_is_passed(
    qtbot: QtBot, background: Background, fake: FakeOffice, method: PaymentMethod
) -> None:
    limits = SpendingLimits(one_order=Decimal(3))
    fake.settings.save(fake.settings.load().model_copy(update={"spending": limits}))
    opened = open_page(qtbot, background, fake, PayPage, ordered(fake))
    page = opened.page
    page.choice.pick(method)
    page.go_on()
    opened.wait()
    assert opened.kept().payment is None
    assert page.notice.text.startswith("£3.11 is more than your limit of £3.00 for one order.")
    assert not page.all_the_same.isHidden()
    assert page.all_the_same.text() == page.primary().text
    page.all_the_same.click()
    opened.wait()
    assert opened.kept().payment
    assert len(fake.broker.charged) == (1 if method is PaymentMethod.PREPAY else 0)


def test_too_small_a_balance_offers_a_top_up_and_the_browser(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    fake.broker.balance = Decimal(1)
    opened = open_page(qtbot, background, fake, PayPage, ordered(fake))
    page, card = opened.page, opened.page.choice.prepay
    assert page.primary().text == "Open the payment page, £3.11"
    assert card.trouble == "£2.11 is missing."
    assert card.top_up.text() == "Top up £5 in the browser"
    card.top_up.click()
    opened.wait()
    assert opened.pages == ["http://127.0.0.1:9/topup?amount=5"]
    card.choose()
    assert not page.primary().enabled
    page.go_on()
    fake.broker.balance = Decimal(6)
    card.again.click()
    opened.wait()
    assert page.primary().enabled
    assert fake.broker.charged == []


def test_a_balance_that_shrank_meanwhile_is_read_again(opened: Opened[PayPage]) -> None:
    opened.fake.broker.balance = Decimal(1)
    opened.page.go_on()
    opened.wait()
    assert opened.fake.broker.charged == []
    assert opened.page.choice.prepay.trouble == "£2.11 is missing."


def test_credentials_without_the_right_propose_the_browser(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    fake.broker.before["prepay_balance"] = raising(ScopeMissing("Not allowed."))
    opened = open_page(qtbot, background, fake, PayPage, ordered(fake))
    assert "may not read PrePay" in opened.page.choice.prepay.trouble
    assert opened.page.choice.method is PaymentMethod.LINK


def test_paying_without_the_right_proposes_the_browser(opened: Opened[PayPage]) -> None:
    opened.fake.broker.before["pay_with_prepay"] = raising(ScopeMissing("Not allowed."))
    opened.page.go_on()
    opened.wait()
    assert opened.kept().payment is None
    assert opened.page.primary().text == "Open the payment page, £3.11"


def test_without_a_connection_nothing_is_paid_and_it_can_be_tried_again(
    opened: Opened[PayPage],
) -> None:
    opened.fake.broker.before["pay_with_prepay"] = raising(
        NameNotFound("No such host.", may_have_arrived=False)
    )
    opened.page.go_on()
    opened.wait()
    assert opened.kept().payment is None
    del opened.fake.broker.before["pay_with_prepay"]
    opened.page.go_on()
    opened.wait()
    assert len(opened.fake.broker.charged) == 1


def test_a_balance_that_cannot_be_read_says_why(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    fake.broker.before["prepay_balance"] = raising(NoConnection("Parcel2Go was not reached."))
    opened = open_page(qtbot, background, fake, PayPage, ordered(fake))
    assert "was not reached" in opened.page.choice.prepay.trouble
    assert opened.page.primary().text == "Pay £3.11 from PrePay"


def test_live_is_named_on_the_button(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    live = Account(id="live", environment=Environment.LIVE, name="Shop", base_url=LIVE_URL)
    record = ordered(fake).model_copy(update={"account_id": "live"})
    settings = fake.settings.load()
    fake.settings.save(settings.model_copy(update={"accounts": (live,)}))
    opened = open_page(qtbot, background, fake, PayPage, record)
    assert opened.page.primary().text == "Pay £3.11 from PrePay (Live)"


def test_the_browser_is_opened_and_waiting_ends_by_itself(opened: Opened[PayPage]) -> None:
    page = opened.page
    page.choice.pick(PaymentMethod.LINK)
    for _ in range(20):
        page.go_on()
    opened.wait()
    assert len(opened.pages) == 1
    assert opened.pages[0].startswith("http://127.0.0.1:9/order/payment")
    assert page.waiting.isVisible()
    assert page.watch.timer.isActive()
    page.watch.look()
    opened.wait()
    assert not opened.ready
    opened.fake.broker.paid[opened.kept().order.order_id] = PAID_AT  # type: ignore[union-attr]
    page.watch.look()
    opened.wait()
    assert len(opened.ready) == 1
    assert not page.watch.timer.isActive()
    assert "paid in the browser" in page.paid.text


def test_looks_come_less_often_and_at_once_when_asked(opened: Opened[PayPage]) -> None:
    page = opened.page
    page.choice.pick(PaymentMethod.LINK)
    page.go_on()
    opened.wait()
    pauses = []
    for _ in range(9):
        page.watch.look()
        opened.wait()
        pauses.append(page.watch.timer.interval())
    assert pauses == sorted(pauses)
    assert pauses[0] == 4500
    assert pauses[-1] == 30_000
    page.go_on()
    opened.wait()
    assert page.watch.timer.interval() == 4500


def test_waiting_goes_on_after_a_restart(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = waiting(fake)
    fake.clock.move(seconds=42)
    opened = open_page(qtbot, background, fake, PayPage, record)
    assert opened.page.waiting.isVisible()
    assert opened.page.primary().text == "Check now"
    fake.broker.paid[record.order.order_id] = PAID_AT  # type: ignore[union-attr]
    opened.page.go_on()
    opened.wait()
    assert opened.ready


def test_a_look_that_fails_is_told_and_tried_again(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = waiting(fake)
    fake.broker.before["read_order"] = raising(NoConnection("Parcel2Go was not reached."))
    opened = open_page(qtbot, background, fake, PayPage, record)
    assert opened.page.waiting.trouble.startswith("Parcel2Go was not reached.")
    assert opened.page.watch.timer.isActive()
    del fake.broker.before["read_order"]
    opened.page.watch.look()
    opened.wait()
    assert opened.page.waiting.trouble == ""


def test_the_page_can_be_opened_again_and_its_address_copied(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, PayPage, waiting(fake))
    opened.browser_opens = False
    opened.page.waiting.page.click()
    opened.wait()
    assert "did not open" in opened.page.notice.text
    opened.page.copy_address.click()
    assert QGuiApplication.clipboard().text() == opened.pages[-1]


def test_waiting_is_stopped_only_after_the_page_is_closed(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, PayPage, waiting(fake))
    page = opened.page
    page.waiting.stop.click()
    assert "Close the payment page first" in page.waiting.confirm.text
    assert opened.kept().payment
    qtbot.mouseClick(page.waiting._sure, Qt.MouseButton.LeftButton)
    opened.wait()
    assert opened.kept().payment is None
    assert page.choice.isVisible()
    assert page.primary().text == "Pay £3.11 from PrePay"


def test_stopping_finds_out_that_it_was_paid(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = waiting(fake)
    opened = open_page(qtbot, background, fake, PayPage, record)
    fake.broker.paid[record.order.order_id] = PAID_AT  # type: ignore[union-attr]
    opened.page.waiting.stop.click()
    opened.page.waiting._sure.click()
    opened.wait()
    assert opened.ready


def test_an_uncertain_payment_cannot_be_paid_and_is_settled(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = uncertain(fake)
    opened = open_page(qtbot, background, fake, PayPage, record)
    page = opened.page
    assert "It is not known yet whether £3.11 was paid" in page.waiting.text
    assert not page.waiting.page.isVisible()
    for _ in range(20):
        page.go_on()
    opened.wait()
    assert fake.broker.charged == []
    fake.broker.paid[record.order.order_id] = PAID_AT  # type: ignore[union-attr]
    page.watch.look()
    opened.wait()
    assert opened.ready
    assert opened.kept().is_paid


def test_an_uncertain_payment_that_was_not_made_can_be_made(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, PayPage, uncertain(fake))
    fake.clock.move(minutes=6)
    opened.page.watch.look()
    opened.wait()
    assert opened.page.notice.text.startswith("It was not paid")
    assert opened.page.primary().text == "Pay £3.11 from PrePay"


def test_a_fault_that_paid_nothing_leaves_both_ways_open(opened: Opened[PayPage]) -> None:
    fault = ServiceBroken("Fault.", status=500)
    opened.fake.broker.before["pay_with_prepay"] = raising(fault)
    opened.page.go_on()
    opened.wait()
    assert opened.kept().payment is None
    assert opened.page.choice.isVisible()


def test_nothing_else_starts_while_it_pays(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, PayPage, ordered(fake))
    gate = threading.Event()
    fake.broker.before["pay_with_prepay"] = held(gate)
    opened.page.go_on()
    assert opened.session.is_busy
    assert opened.page.primary().busy_text == "Pay £3.11 from PrePay"
    opened.page.watch.look_now()
    assert not opened.page.watch.is_looking
    gate.set()
    opened.wait()
    assert len(fake.broker.charged) == 1


def test_without_an_order_it_leads_to_the_review(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = enter_page(qtbot, background, fake, PayPage)
    opened.page.go_on()
    assert opened.wanted == ["order"]


def test_a_paid_shipment_only_goes_on(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = enter_page(qtbot, background, fake, PayPage, paid(fake))
    assert opened.page.primary().text == "Continue to the labels"
    opened.page.go_on()
    assert opened.ready
    assert not opened.page.choice.isVisible()


def test_amounts_and_times_in_words() -> None:
    assert top_up(Decimal("0.01")) == 5
    assert top_up(Decimal("5.00")) == 5
    assert top_up(Decimal("5.01")) == 10
    later = make_office().clock
    for by, words in ((42, "42 s"), (120, "2 min"), (3600, "1 h 0 min")):
        later.moment = NOW
        later.move(seconds=by)
        assert elapsed(NOW, later.now()) == words
    assert elapsed(later.now(), NOW) == "0 s"
