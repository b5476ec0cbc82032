"""The rules that choose a service: added, put in order, corrected, removed, and kept at once."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import NameNotFound
from desktop_app.domain.service_rule import CHEAPEST, FASTEST, Reach, ServiceRule
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.settings.rules_page import RulesPage
from tests.fakes.office import FakeOffice, make_office


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


def opened(qtbot: QtBot, background: Background, fake: FakeOffice) -> RulesPage:
    context = Context(fake.office, background, lambda _url: True, lambda _text, _undo: None)
    page = RulesPage(context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: not background.running)
    return page


@pytest.fixture
def page(qtbot: QtBot, background: Background, fake: FakeOffice) -> Iterator[RulesPage]:
    made = opened(qtbot, background, fake)
    yield made
    made.close()


def rules(fake: FakeOffice) -> tuple[ServiceRule, ...]:
    return fake.settings.load().rules


def pick(box: QComboBox, value: str) -> None:
    """As a person who chooses from the list."""
    place = box.findData(value)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_a_rule_is_kept_as_it_is_made(page: RulesPage, fake: FakeOffice) -> None:
    page.new.click()
    assert rules(fake) == (ServiceRule(),)
    row = page.rows[0]
    pick(row.where, Reach.ABROAD.value)
    pick(row.service, "dpd-next-day")
    QTest.keyClicks(row.over, "2lb")
    QTest.keyClick(row.over, Qt.Key.Key_Return)
    (kept,) = rules(fake)
    assert (kept.reach, kept.service, kept.service_name) == (
        Reach.ABROAD,
        "dpd-next-day",
        "DPD Next Day",
    )
    assert kept.over_kg == Decimal("0.907")


def test_countries_are_named_in_any_way(page: RulesPage, fake: FakeOffice) -> None:
    page.new.click()
    row = page.rows[0]
    pick(row.where, "some")
    QTest.keyClicks(row.countries, "Deutschland, fr, USA")
    QTest.keyClick(row.countries, Qt.Key.Key_Return)
    assert rules(fake)[0].countries == ("DEU", "FRA", "USA")
    row.countries.clear()
    QTest.keyClicks(row.countries, "Germany, Atlantis")
    QTest.keyClick(row.countries, Qt.Key.Key_Return)
    assert row._named.problem
    assert "Atlantis" in row._named.problem.message
    assert rules(fake)[0].countries == ("DEU", "FRA", "USA"), "what cannot be read changes nothing"


def test_their_order_decides_and_can_be_changed(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    one, two = ServiceRule(service=FASTEST), ServiceRule(service=CHEAPEST)
    fake.settings.save(fake.settings.load().model_copy(update={"rules": (one, two)}))
    page = opened(qtbot, background, fake)
    assert not page.rows[0].up.isEnabled()
    assert not page.rows[1].down.isEnabled()
    page.rows[1].up.click()
    assert [rule.service for rule in rules(fake)] == [CHEAPEST, FASTEST]
    page.rows[0].down.click()
    assert [rule.service for rule in rules(fake)] == [FASTEST, CHEAPEST]
    page.rows[0].remove.click()
    assert [rule.service for rule in rules(fake)] == [CHEAPEST]


def test_without_a_connection_a_named_service_keeps_its_name(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    def cut() -> None:
        raise NameNotFound("No such host.")

    fake.broker.before["services"] = cut
    named = ServiceRule(service="dpd-next-day", service_name="DPD Next Day")
    fake.settings.save(fake.settings.load().model_copy(update={"rules": (named,)}))
    page = opened(qtbot, background, fake)
    assert page.banner.text.startswith("No such host.")
    assert page.rows[0].service.currentText() == "DPD Next Day"
    pick(page.rows[0].where, Reach.HOME.value)
    assert rules(fake) == (named.model_copy(update={"reach": Reach.HOME}),)
