"""The review: the exact price, everything that will be ordered, and every refusal."""

import threading
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.address import Address
from desktop_app.domain.errors import Refused
from desktop_app.domain.problem import error
from desktop_app.domain.quote import Quote
from desktop_app.domain.shipment import Shipment
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.review_page import ReviewPage
from desktop_app.ui.wizard.wait_strip import WaitStrip
from tests.fakes.fake_broker import FakeBroker
from tests.fakes.office import FakeOffice, make_office
from tests.ui.wizard.opened import Opened, chosen, enter_page, held, open_page, paid, part, raising


class DearerBroker(FakeBroker):
    """The exact price is 24 pence more than quoted."""

    def verify(self, shipment: Shipment, quote: Quote) -> Decimal:
        return super().verify(shipment, quote) + Decimal("0.24")


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def opened(qtbot: QtBot, background: Background, fake: FakeOffice) -> Opened[ReviewPage]:
    return open_page(qtbot, background, fake, ReviewPage, chosen(fake))


def test_the_order_is_checked_once_when_entered(opened: Opened[ReviewPage]) -> None:
    page = opened.page
    assert page.primary().text == "Order, £3.11"
    assert page.price.badge.text() == "as quoted"
    page.enter()
    opened.wait()
    assert opened.fake.broker.calls.count("verify") == 1


def test_everything_that_will_be_ordered_is_there(opened: Opened[ReviewPage]) -> None:
    cards = opened.page.cards
    assert list(cards) == ["sender", "recipient", "parcels", "service", "extras"]
    assert cards["recipient"].text.startswith("Ann Field\n11 Saville Street\nMalton YO17 7LL")
    assert "1.5 kg, 30 × 20 × 10 cm, Slippers" in cards["parcels"].text
    assert "Arrives by Fri 27 Nov" in cards["service"].text


@pytest.mark.parametrize(
    ("name", "path"),
    [("sender", "sender.name"), ("service", "quote"), ("extras", "extras")],
)
def test_each_group_leads_back_to_its_page(
    opened: Opened[ReviewPage], name: str, path: str
) -> None:
    opened.page.cards[name].edit.click()
    assert opened.wanted == [path]


def test_a_higher_price_is_told_before_it_is_ordered(qtbot: QtBot, background: Background) -> None:
    fake = make_office(broker=DearerBroker())
    opened = open_page(qtbot, background, fake, ReviewPage, chosen(fake))
    assert opened.page.primary().text == "Order, £3.35"
    assert opened.page.price.badge.text() == "£0.24 more"
    assert "£0.24 more than quoted" in opened.page.banner.text


def test_ordering_goes_on_and_makes_one_order(opened: Opened[ReviewPage]) -> None:
    for _ in range(20):
        opened.page.go_on()
    opened.wait()
    assert len(opened.fake.broker.orders) == 1
    assert len(opened.ready) == 1
    assert opened.page.primary().text == "Continue to pay"
    opened.page.go_on()
    assert len(opened.ready) == 2


def test_a_refusal_stands_at_its_group_and_can_be_checked_again(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    refusal = Refused("No.", [error("recipient.postcode", "No such postcode.")])
    fake.broker.before["verify"] = raising(refusal)
    opened = open_page(qtbot, background, fake, ReviewPage, chosen(fake))
    links = opened.page.cards["recipient"].links
    part(links, QPushButton, "link:recipient.postcode").click()
    assert opened.wanted == ["recipient.postcode"]
    assert opened.page.primary().text == "Check again"
    del fake.broker.before["verify"]
    opened.page.go_on()
    opened.wait()
    assert opened.page.primary().text == "Order, £3.11"
    assert links.problems == ()


def test_a_refusal_that_names_no_field_stands_at_the_top(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    fake.broker.before["verify"] = raising(Refused("No.", [error("", "Not today.")]))
    opened = open_page(qtbot, background, fake, ReviewPage, chosen(fake))
    assert [one.message for one in opened.page.links.problems] == ["Not today."]


def test_what_the_draft_lacks_is_mended_before_anything_is_asked(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, ReviewPage, chosen(fake))
    opened.session.edit(
        opened.session.shipment.model_copy(update={"recipient": Address(country="GBR")})
    )
    assert opened.page.primary().text == "Go to what is missing"
    opened.page.go_on()
    assert opened.wanted[0].startswith("recipient.")


def test_leaving_while_it_orders_does_not_drag_the_user_back(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, ReviewPage, chosen(fake))
    gate = threading.Event()
    fake.broker.before["create_order"] = held(gate)
    opened.page.go_on()
    opened.page.hide()
    gate.set()
    opened.wait()
    assert opened.kept().order
    assert not opened.ready


def test_a_paid_order_is_shown_and_not_edited(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = paid(fake)
    checked = fake.broker.calls.count("verify")
    opened = enter_page(qtbot, background, fake, ReviewPage, record)
    assert not any(card.edit.isVisible() for card in opened.page.cards.values())
    assert fake.broker.calls.count("verify") == checked
    opened.page.go_on()
    assert opened.ready


def test_a_wait_says_what_for_after_two_seconds(qtbot: QtBot) -> None:
    strip = WaitStrip("Refresh")
    qtbot.addWidget(strip)
    strip.set_idle("Prices from 10:42")
    strip.start("Asking all couriers")
    strip.tick()
    assert strip.text == ""
    strip.tick()
    assert strip.text == "Asking all couriers… 2 s"
    strip.say("Reading the answer")
    assert strip.text == "Reading the answer… 2 s"
    strip.stop()
    assert strip.text == "Prices from 10:42"
