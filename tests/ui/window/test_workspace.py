"""The window as a whole: first start, list, undo, what happens by itself."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.account import Account, Environment
from desktop_app.domain.errors import NameNotFound, StorageError
from desktop_app.domain.record import Stage
from desktop_app.domain.settings import Settings
from desktop_app.services.draft_file import write_draft
from desktop_app.services.progress import QuietProgress
from desktop_app.ui.shipments.filters import Filter
from desktop_app.ui.welcome import Welcome
from tests.fakes.fake_broker import PAID_AT
from tests.fakes.office import SENDER, WHOLE, make_office
from tests.ui.window.windows import Opener, labelled, quiet, stages
from tests.ui.wizard.opened import ordered, paid


def test_a_first_start_offers_practice_and_an_empty_list_the_next_step(
    qtbot: QtBot, opened: Opener
) -> None:
    fake = make_office(Settings())
    window = opened(fake)
    welcome = window.findChild(Welcome)
    assert welcome is not None
    assert welcome.isVisible()

    QTest.keyClick(welcome.practice, Qt.Key.Key_Space)
    quiet(qtbot, window)
    assert fake.settings.settings.welcomed
    assert window.list.isVisible()
    assert window.list.empty.button.text() == "Try it with a practice parcel"

    QTest.keyClick(window.list.empty.button, Qt.Key.Key_Space)
    assert window.wizard is not None
    assert window.wizard.session.shipment.recipient.name == "Ann Field"


def test_practice_can_never_be_mistaken_for_live(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    window = opened(fake)
    assert window.windowTitle() == "PRACTICE – Postroom"
    assert window.strip.isVisible()
    assert any(label.text() == "PRACTICE" for label in window.strip.findChildren(QLabel))

    live = Account(
        id="live-1", environment=Environment.LIVE, name="Live · shop",
        base_url="https://www.parcel2go.com", client_id="x",
    )  # fmt: skip
    fake.settings.settings = Settings(welcomed=True, accounts=(live,), account_id="live-1")
    window.show_account()
    assert window.windowTitle() == "Postroom"
    assert not window.strip.isVisible()
    quiet(qtbot, window)


def test_the_list_shows_counts_and_filters(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    fake.office.drafts.new(WHOLE)
    ordered(fake)
    labelled(fake)
    window = opened(fake)
    assert sorted(stages(window)) == sorted([Stage.DRAFT, Stage.TO_PAY, Stage.TO_PRINT])

    window.list.filters.choose(Filter.TO_PAY)
    assert stages(window) == [Stage.TO_PAY]
    window.list.filters.choose(Filter.PROBLEMS)
    assert stages(window) == []
    assert window.list.empty.isVisible()
    window.list.filters.choose(Filter.ALL)
    window.list.search.setText("nobody")
    qtbot.waitUntil(lambda: stages(window) == [])
    window.list.search.setText("malton")
    qtbot.waitUntil(lambda: len(stages(window)) == 3)


def test_deleting_a_draft_can_be_undone(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    record = fake.office.drafts.new(WHOLE)
    window = opened(fake)
    window.list.table.select([record.id])
    QTest.keyClick(window.list.table, Qt.Key.Key_Delete)
    quiet(qtbot, window)
    assert stages(window) == []
    assert window.toast.text == "Shipment deleted."

    window.toast.undo_now()
    quiet(qtbot, window)
    assert [row.id for row in window.list.model.rows()] == [record.id]


def test_a_paid_shipment_is_not_deleted(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    record = labelled(fake)
    window = opened(fake)
    window.list.table.select([record.id])
    QTest.keyClick(window.list.table, Qt.Key.Key_Delete)
    quiet(qtbot, window)
    assert len(stages(window)) == 1
    assert "A paid shipment is kept" in window.list.banner.text


def test_send_again_makes_a_new_draft_and_opens_it(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    record = labelled(fake)
    window = opened(fake)
    window.list.table.select([record.id])
    QTest.keyClick(window.list.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, window)
    assert window.wizard is not None
    assert window.wizard.session.record.id != record.id
    assert window.wizard.session.shipment == WHOLE
    assert len(fake.shipments.records) == 2


def test_enter_opens_and_escape_keeps_the_draft(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    record = fake.office.drafts.new(WHOLE)
    window = opened(fake)
    window.list.table.select([record.id])
    QTest.keyClick(window.list.table, Qt.Key.Key_Return)
    assert window.wizard is not None
    changed = WHOLE.model_copy(update={"reference": "TYPED"})
    window.wizard.session.edit(changed)
    QTest.keyClick(window.wizard, Qt.Key.Key_Escape)
    quiet(qtbot, window)
    assert window.screens.currentWidget() is window.list
    assert fake.shipments.records[record.id].shipment.reference == "TYPED"


def test_leaving_by_the_navigation_keeps_the_draft_too(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    window = opened(fake)
    window.new_shipment(WHOLE)
    assert window.wizard is not None
    window.wizard.session.edit(WHOLE.model_copy(update={"reference": "TYPED"}))
    window.rail.chosen.emit("address-book")
    quiet(qtbot, window)
    (record,) = fake.shipments.records.values()
    assert record.shipment.reference == "TYPED"


def test_late_labels_are_fetched_by_themselves(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    paid(fake)
    window = opened(fake)
    qtbot.waitUntil(lambda: stages(window) == [Stage.TO_PRINT], timeout=10_000)
    assert "is here" in window.toast.text


def test_labels_come_while_the_wizard_is_open_on_another_shipment(
    opened: Opener, qtbot: QtBot
) -> None:
    fake = make_office()
    window = opened(fake)
    window.new_shipment(WHOLE)
    assert window.wizard is not None
    other = paid(fake)
    window.list.reload()
    qtbot.waitUntil(
        lambda: fake.office.drafts.get(other.id).stage is Stage.TO_PRINT, timeout=10_000
    )
    assert window.wizard is not None
    quiet(qtbot, window)


def test_the_labels_of_the_open_shipment_are_left_to_its_wizard(
    opened: Opener, qtbot: QtBot
) -> None:
    fake = make_office()
    record = ordered(fake)
    window = opened(fake)
    window.open_shipment(record.id)
    quiet(qtbot, window)
    assert record.price
    fake.office.paying.pay_with_prepay(record.id, record.price.total, QuietProgress())
    window.list.reload()
    quiet(qtbot, window)
    assert fake.office.drafts.get(record.id).stage is Stage.PAID

    window.rail.chosen.emit("address-book")
    qtbot.waitUntil(
        lambda: fake.office.drafts.get(record.id).stage is Stage.TO_PRINT, timeout=10_000
    )
    quiet(qtbot, window)


def test_a_payment_in_the_browser_ends_by_itself(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    record = ordered(fake)
    assert record.price
    assert record.order
    fake.office.paying.start_browser_payment(record.id, record.price.total)
    window = opened(fake)
    assert stages(window) == [Stage.WAITING]

    fake.broker.paid[record.order.order_id] = PAID_AT
    window.upkeep.settle()
    qtbot.waitUntil(lambda: stages(window) == [Stage.TO_PRINT], timeout=10_000)


def test_without_a_network_drafts_are_made_and_it_says_so(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()

    def offline() -> None:
        raise NameNotFound("No address is known.", may_have_arrived=False)

    fake.broker.before["prepay_balance"] = offline
    window = opened(fake)
    assert any(
        label.isVisible() and label.text() == "Offline, drafts are kept"
        for label in window.status.findChildren(QLabel)
    )
    window.new_shipment(WHOLE)
    assert window.wizard is not None
    quiet(qtbot, window)
    assert len(fake.shipments.records) == 1


def test_a_list_that_cannot_be_read_says_why(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()

    def fail(_account: str) -> list[object]:
        raise StorageError("The database is locked by another program.")

    fake.shipments.rows = fail  # type: ignore[assignment,method-assign]
    window = opened(fake)
    assert window.list.banner.text.startswith("The database is locked")
    quiet(qtbot, window)


def test_a_draft_file_is_opened_and_a_wrong_one_named(
    opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    fake = make_office()
    window = opened(fake)
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(write_draft(WHOLE), encoding="utf-8")
    bad.write_text('{"recipient": {"country": "Atlantis"}}', encoding="utf-8")

    window.drafts.read([bad])
    quiet(qtbot, window)
    assert "Atlantis" in window.list.banner.text
    window.drafts.read([good])
    quiet(qtbot, window)
    assert window.wizard is not None
    assert window.wizard.session.shipment == WHOLE
    quiet(qtbot, window)


def test_several_labels_are_printed_one_after_the_other(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office()
    records = [labelled(fake), labelled(fake)]
    window = opened(fake)
    window.list.table.select([record.id for record in records])
    window.printing.print_labels(window.list.selected())
    quiet(qtbot, window)
    assert len(fake.printers.printed) == 2
    assert stages(window) == [Stage.SENT, Stage.SENT]


def test_the_window_stands_as_it_was_left(opened: Opener, qtbot: QtBot) -> None:
    fake = make_office(Settings(welcomed=True, sender=SENDER))
    window = opened(fake)
    window.rail.set_folded(True)
    window.close()
    again = opened(fake)
    assert again.rail.is_folded
    assert fake.settings.settings.layouts["window.geometry"]
    quiet(qtbot, again)


def test_ten_thousand_shipments_are_listed(opened: Opener) -> None:
    fake = make_office()
    record = fake.office.drafts.new(WHOLE)
    for number in range(10_000):
        copy = record.model_copy(update={"id": f"s{number}"})
        fake.shipments.records[copy.id] = copy
    window = opened(fake)
    assert len(stages(window)) == 10_001
