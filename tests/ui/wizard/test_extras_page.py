"""The extras: only what is on offer, the sum at once, and protection that fits the goods."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.background import Background
from desktop_app.ui.wizard.chosen_extras import uncovered, with_extra, without_extra
from desktop_app.ui.wizard.extra_words import extra_name, extra_sentence
from desktop_app.ui.wizard.extras_page import ExtrasPage
from tests.fakes.fake_broker import QUOTES, offer
from tests.fakes.office import RECIPIENT, WHOLE, FakeOffice, make_office
from tests.ui.wizard.opened import Opened, chosen, open_page, paid, part


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def opened(qtbot: QtBot, background: Background, fake: FakeOffice) -> Opened[ExtrasPage]:
    return open_page(qtbot, background, fake, ExtrasPage, chosen(fake))


def tick(opened: Opened[ExtrasPage], kind: str) -> None:
    opened.page.rows[kind].tick.setFocus()
    opened.qtbot.keyClick(opened.page.rows[kind].tick, Qt.Key.Key_Space)


def wanted(opened: Opened[ExtrasPage]) -> list[str]:
    return list(opened.session.shipment.extras)


def test_each_tick_moves_the_sum_and_is_kept(opened: Opened[ExtrasPage]) -> None:
    assert list(opened.page.rows) == ["Sms", "Signature", "Cover"]
    tick(opened, "Sms")
    tick(opened, "Signature")
    assert opened.page.total.text() == "£4.66"
    assert opened.page.primary().text == "Continue, £4.66"
    assert wanted(opened) == ["Sms", "Signature"]
    tick(opened, "Sms")
    assert wanted(opened) == ["Signature"]
    assert opened.page.total.text() == "£4.30"


def test_goods_worth_more_than_the_cover_are_pointed_out(opened: Opened[ExtrasPage]) -> None:
    cover = part(opened.page, QLabel, "coverNote")
    assert cover.text() == "The goods are worth £45.00, and only £20.00 of that is covered."
    tick(opened, "Cover")
    assert not cover.isVisible()


def test_the_two_protections_exclude_each_other() -> None:
    assert with_extra(("Sms", "ExtendedBaseCover"), "Cover") == ("Sms", "Cover")
    assert with_extra(("Cover",), "ExtendedBaseCover") == ("ExtendedBaseCover",)
    assert without_extra(("SMS", "Cover"), "Sms") == ("Cover",)


def test_cover_ends_where_the_service_ends() -> None:
    dear = WHOLE.model_copy(update={"value_gbp": Decimal(500), "extras": ("Cover",)})
    assert uncovered(QUOTES[0], dear) == Decimal(200)
    assert uncovered(QUOTES[0], WHOLE.model_copy(update={"value_gbp": None})) == 0


def test_what_is_not_on_offer_can_be_taken_off(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, ExtrasPage, chosen(fake))
    wanting = opened.session.shipment.model_copy(update={"extras": ("DeliveryGuarantee",)})
    opened.session.edit(wanting)
    opened.page.go_on()
    assert not opened.ready
    take_off = part(opened.page, QPushButton, "takeOff")
    qtbot.mouseClick(take_off, Qt.MouseButton.LeftButton)
    assert opened.session.shipment.extras == ()
    opened.page.go_on()
    assert opened.ready


def test_a_text_message_asks_for_the_phone_number(opened: Opened[ExtrasPage]) -> None:
    silent = RECIPIENT.model_copy(update={"phone": ""})
    opened.session.edit(opened.session.shipment.model_copy(update={"recipient": silent}))
    assert opened.page.rows["Sms"].remark == ""
    tick(opened, "Sms")
    assert "phone number" in opened.page.rows["Sms"].remark
    opened.page.rows["Sms"].link.click()
    assert opened.wanted == ["recipient.phone"]


def test_an_extra_nobody_documented_keeps_its_own_name(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    odd = QUOTES[0].model_copy(update={"extras": (offer("CarbonOffset", "0.10"),)})
    fake.broker.offered = (odd,)
    opened = open_page(qtbot, background, fake, ExtrasPage, chosen(fake))
    assert opened.page.rows["CarbonOffset"].tick.text() == "CarbonOffset"
    assert extra_sentence("CarbonOffset") == ""
    assert extra_name("printinstore") == "Label printed in the shop"


def test_a_service_without_extras_says_so(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    fake.broker.offered = (QUOTES[0].model_copy(update={"extras": ()}),)
    opened = open_page(qtbot, background, fake, ExtrasPage, chosen(fake))
    texts = [label.text() for label in opened.page.findChildren(QLabel) if label.isVisible()]
    assert "This service offers no extras." in texts


def test_a_paid_shipment_keeps_its_extras(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    opened = open_page(qtbot, background, fake, ExtrasPage, paid(fake))
    assert not any(row.tick.isEnabled() for row in opened.page.rows.values())
