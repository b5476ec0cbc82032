"""The prices: fetched when they are due, sorted, filtered, and one of them kept."""

import threading
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import NoConnection, Refused
from desktop_app.domain.problem import error
from desktop_app.ui.background import Background
from desktop_app.ui.wizard.quotes_page import QuotesPage
from tests.fakes.office import PARCEL, FakeOffice, make_office
from tests.ui.wizard.opened import Opened, chosen, enter_page, held, open_page, paid, part, raising


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def opened(qtbot: QtBot, background: Background, fake: FakeOffice) -> Opened[QuotesPage]:
    return open_page(qtbot, background, fake, QuotesPage)


def shown(page: QuotesPage) -> list[str]:
    return [row.slug for row in page.table.rows_model.rows()]


def test_prices_are_sorted_with_the_cheapest_that_suits_selected(
    opened: Opened[QuotesPage],
) -> None:
    page = opened.page
    assert shown(page) == ["evri-drop-off", "dpd-next-day", "ups-tiny"]
    assert page.primary().text == "Continue with Evri ParcelShop, £3.11"
    assert page.strip.text.endswith(", just now")
    assert page.details.isVisible()


def test_enter_in_the_table_keeps_the_service_and_goes_on(opened: Opened[QuotesPage]) -> None:
    for _ in range(20):
        opened.qtbot.keyClick(opened.page.table, Qt.Key.Key_Return)
    opened.wait()
    choice = opened.kept().live_choice
    assert choice
    assert choice.quote.service.slug == "evri-drop-off"
    assert len(opened.ready) == 1


def test_what_cannot_be_chosen_says_why(opened: Opened[QuotesPage]) -> None:
    page = opened.page
    page.table.select(["ups-tiny"])
    opened.qtbot.waitUntil(lambda: not page.primary().enabled)
    assert page.primary().text == "Choose another service"
    page.go_on()
    opened.wait()
    assert opened.kept().choice is None


def test_filters_hide_rows_and_can_be_cleared(opened: Opened[QuotesPage]) -> None:
    page = opened.page
    page.filters.suiting.setChecked(True)
    assert shown(page) == ["evri-drop-off", "dpd-next-day"]
    page.filters.hand_over.setCurrentIndex(1)
    assert shown(page) == ["dpd-next-day"]
    assert page.primary().text == "Continue with DPD Next Day, £7.38"
    page.filters.no_printer.setChecked(True)
    assert shown(page) == []
    assert page.empty.isVisible()
    opened.qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == 3


def test_sorting_by_arrival(opened: Opened[QuotesPage]) -> None:
    opened.page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert shown(opened.page)[0] == "dpd-next-day"


def test_fetching_can_be_stopped_and_tried_again(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    gate = threading.Event()
    fake.broker.before["quotes"] = held(gate)
    opened = enter_page(qtbot, background, fake, QuotesPage)
    page = opened.page
    assert not page.primary().enabled
    page.strip.tick()
    page.strip.tick()
    assert page.strip.text.startswith("Asking all couriers for their prices…")
    qtbot.mouseClick(page.strip.cancel_button, Qt.MouseButton.LeftButton)
    gate.set()
    assert page.banner.text == "Getting prices was stopped."
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    opened.wait()
    assert len(shown(page)) == 3


def test_without_a_connection_it_says_so_and_the_old_choice_can_be_kept(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = chosen(fake)
    fake.broker.before["quotes"] = raising(NoConnection("Parcel2Go was not reached."))
    opened = open_page(qtbot, background, fake, QuotesPage, record)
    assert opened.page.banner.text.startswith("Parcel2Go was not reached.")
    assert opened.page.primary().text == "Keep Evri ParcelShop, £3.11"
    opened.page.go_on()
    assert opened.ready


def test_a_refusal_links_to_its_field(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    refusal = Refused("No.", [error("recipient.postcode", "No such postcode.")])
    fake.broker.before["quotes"] = raising(refusal)
    opened = open_page(qtbot, background, fake, QuotesPage)
    link = part(opened.page.links, QPushButton, "link:recipient.postcode")
    link.click()
    assert opened.wanted == ["recipient.postcode"]


def test_a_changed_draft_fetches_again_and_says_so(opened: Opened[QuotesPage]) -> None:
    heavier = PARCEL.model_copy(update={"weight_kg": Decimal(2)})
    opened.session.edit(opened.session.shipment.model_copy(update={"parcels": (heavier,)}))
    assert shown(opened.page) == []
    opened.page.enter()
    opened.wait()
    assert "fetched again" in opened.page.banner.text
    assert opened.fake.broker.calls.count("quotes") == 2


def test_prices_are_kept_for_half_an_hour(opened: Opened[QuotesPage]) -> None:
    opened.fake.clock.move(minutes=29)
    opened.page.enter()
    opened.wait()
    assert opened.page.strip.text.endswith("29 min ago")
    opened.fake.clock.move(minutes=2)
    opened.page.enter()
    opened.wait()
    assert opened.fake.broker.calls.count("quotes") == 2


def test_a_paid_shipment_asks_for_no_prices(
    qtbot: QtBot, background: Background, fake: FakeOffice
) -> None:
    record = paid(fake)
    asked = fake.broker.calls.count("quotes")
    opened = open_page(qtbot, background, fake, QuotesPage, record)
    opened.page.go_on()
    assert fake.broker.calls.count("quotes") == asked
    assert opened.ready


def test_columns_give_way_where_there_is_no_room(opened: Opened[QuotesPage]) -> None:
    page = opened.page
    header = page.table.horizontalHeader()
    page.resize(1100, 560)
    opened.qtbot.waitUntil(lambda: header.hiddenSectionCount() == 0)
    page.resize(460, 560)
    opened.qtbot.waitUntil(lambda: header.hiddenSectionCount() > 0)
    page.leave()
    assert '"hidden":[]' in opened.fake.settings.load().layouts["wizard.quotes"]
