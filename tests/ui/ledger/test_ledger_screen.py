"""The ledger on screen: looked through, added up, asked back, and saved."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.errors import StorageError
from desktop_app.domain.ledger import EntryKind, EntryState
from desktop_app.ui.ledger.filter_row import Kinds
from desktop_app.ui.ledger.refund_dialogs import AskDialog, ReceivedDialog
from tests.fakes.office import FakeOffice
from tests.ui.ledger.bench import Bench, Open
from tests.ui.wizard.opened import ordered, paid


@pytest.fixture
def due(bench: Open, fake: FakeOffice) -> Bench:
    """Opened on a payment twenty days old whose parcel no courier has seen."""
    paid(fake)
    fake.clock.move(days=20)
    return bench()


def test_an_empty_ledger_says_what_will_be_in_it(bench: Open) -> None:
    opened = bench()
    assert opened.screen.empty.isVisible()
    assert not opened.screen.empty.button.isVisible()
    assert not opened.screen.save.isEnabled()
    assert opened.screen.totals.gross.text() == "Spent £0.00"


def test_orders_and_payments_are_listed_and_added_up(bench: Open, fake: FakeOffice) -> None:
    paid(fake)
    ordered(fake)
    opened = bench()
    assert sorted(opened.kinds) == [EntryKind.ORDER, EntryKind.ORDER, EntryKind.PAYMENT]
    assert opened.screen.totals.gross.text() == "Spent £3.11"
    assert opened.screen.totals.about.text() == "1 payment"


def test_a_filter_takes_its_part_and_the_sums_follow(bench: Open, fake: FakeOffice) -> None:
    paid(fake)
    opened = bench()
    kinds = opened.screen.filters.kinds
    kinds.setCurrentIndex(kinds.findText("Orders"))
    opened.wait()
    assert opened.kinds == [EntryKind.ORDER]
    assert opened.screen.totals.gross.text() == "Spent £0.00"
    kinds.setCurrentIndex(kinds.findText("Payments"))
    opened.wait()
    assert opened.kinds == [EntryKind.PAYMENT]


def test_a_search_without_a_find_can_be_taken_back(bench: Open, fake: FakeOffice) -> None:
    paid(fake)
    opened = bench()
    opened.screen.filters.search.focus()
    QTest.keyClicks(opened.screen.filters.search, "nobody")
    opened.qtbot.waitUntil(lambda: not opened.lines)
    opened.wait()
    opened.press(opened.screen.empty.button)
    assert len(opened.lines) == 2
    assert not opened.screen.filters.is_narrowed


def test_a_month_is_chosen_by_its_name(bench: Open, fake: FakeOffice) -> None:
    paid(fake)
    fake.clock.move(days=31)
    paid(fake)
    opened = bench()
    period = opened.screen.filters.period
    assert [period.itemText(at) for at in range(period.count())] == [
        "All time", "2026", "Dec 2026", "Nov 2026",
    ]  # fmt: skip
    period.setCurrentIndex(3)
    opened.wait()
    assert {line.entry.month for line in opened.lines} == {"2026-11"}


def test_a_filter_that_is_gone_is_let_go(bench: Open, fake: FakeOffice) -> None:
    first = paid(fake)
    fake.clock.move(days=31)
    paid(fake)
    opened = bench()
    opened.screen.filters.period.choose("2026-11")
    opened.screen.filters.changed.emit()
    opened.wait()
    for key in [one.key for one in fake.journal.attempts.values() if one.shipment_id == first.id]:
        del fake.journal.attempts[key]
    opened.read()
    assert {line.entry.month for line in opened.lines} == {"2026-12"}


def test_what_was_never_scanned_is_told_with_its_last_day(due: Bench) -> None:
    assert due.screen.due.text == (
        "A paid parcel was never scanned. Ask for its refund by 21 Dec 2026."
    )
    due.press(due.screen.show_due)
    assert due.kinds == [EntryKind.PAYMENT]
    assert due.screen.filters.kinds.value is Kinds.DUE


def test_a_refund_is_asked_for_on_the_right_page_and_kept(due: Bench) -> None:
    due.choose(EntryKind.PAYMENT)
    with due.dialog(due.screen.ask, AskDialog) as dialog:
        dialog.go.click()
    assert len(due.pages) == 1
    assert due.told == ["Kept: £3.11 asked back."]
    assert EntryKind.REFUND_ASKED in due.kinds
    assert not due.screen.due.isVisible()


def test_a_refund_asked_for_by_mistake_is_taken_back(due: Bench) -> None:
    due.choose(EntryKind.PAYMENT)
    with due.dialog(due.screen.ask, AskDialog) as dialog:
        dialog.go.click()
    assert due.undo is not None
    due.undo()
    due.wait()
    assert EntryKind.REFUND_ASKED not in due.kinds
    assert due.screen.due.isVisible()


def test_nothing_is_kept_when_the_question_is_left(due: Bench) -> None:
    due.choose(EntryKind.PAYMENT)
    with due.dialog(due.screen.ask, AskDialog) as dialog:
        dialog.cancel.click()
    assert due.pages == []
    assert EntryKind.REFUND_ASKED not in due.kinds


@pytest.fixture
def asked(due: Bench) -> Bench:
    """With the refund asked for, and its entry selected."""
    due.choose(EntryKind.PAYMENT)
    with due.dialog(due.screen.ask, AskDialog) as dialog:
        dialog.go.click()
    due.choose(EntryKind.REFUND_ASKED)
    return due


def test_a_refund_that_came_is_no_spending_any_more(asked: Bench) -> None:
    with asked.dialog(asked.screen.received, ReceivedDialog) as dialog:
        assert dialog.amount.value() == Decimal("3.11")
        dialog.go.click()
    assert EntryKind.REFUND in asked.kinds
    assert asked.screen.totals.gross.text() == "Spent £0.00"
    assert asked.screen.totals.about.text() == "1 payment · £3.11 refunded"


@pytest.mark.parametrize("typed", ["", "0", "4"])
def test_an_amount_that_cannot_be_is_not_taken(asked: Bench, typed: str) -> None:
    with asked.dialog(asked.screen.received, ReceivedDialog) as dialog:
        dialog.amount.selectAll()
        QTest.keyClick(dialog.amount, Qt.Key.Key_Delete)
        QTest.keyClicks(dialog.amount, typed)
        dialog.go.click()
        assert dialog.isVisible()
        dialog.cancel.click()
    assert EntryKind.REFUND not in asked.kinds


def test_a_refund_that_was_refused_says_so(asked: Bench) -> None:
    asked.press(asked.screen.refused)
    (line,) = (one for one in asked.lines if one.entry.kind is EntryKind.REFUND_ASKED)
    assert line.entry.state is EntryState.REFUSED
    assert asked.told[-1] == "Kept: the refund was refused."


def test_enter_opens_the_shipment(bench: Open, fake: FakeOffice) -> None:
    record = paid(fake)
    opened = bench()
    opened.choose(EntryKind.PAYMENT)
    QTest.keyClick(opened.screen.table, Qt.Key.Key_Return)
    assert opened.opened == [record.id]


def test_an_order_cannot_be_asked_back(bench: Open, fake: FakeOffice) -> None:
    ordered(fake)
    opened = bench()
    opened.choose(EntryKind.ORDER)
    assert not opened.screen.ask.isEnabled()
    assert not opened.screen.received.isVisible()


def test_the_sums_say_what_each_courier_got(bench: Open, fake: FakeOffice) -> None:
    paid(fake)
    paid(fake)
    opened = bench()
    opened.press(opened.screen.added_up)
    assert opened.screen.sums.isVisible()
    opened.screen.sums.by.setCurrentIndex(1)
    opened.wait()
    (one,) = opened.screen.sums.model.rows()
    assert (one.title, one.group.price.total) == ("Evri", Decimal("6.22"))


def test_a_column_of_the_chart_says_its_month(bench: Open, fake: FakeOffice) -> None:
    paid(fake)
    opened = bench()
    opened.press(opened.screen.added_up)
    chart = opened.screen.sums.chart
    (month,) = chart.shown
    words = {chart.words_at(QPointF(x, chart.height() / 2)) for x in range(chart.width())}
    assert words == {"", "Nov 2026: £3.11 (£2.59 and £0.52 VAT)"}
    assert chart.accessibleDescription() == "Nov 2026: £3.11"
    assert month.share == 1.0


def test_what_is_shown_is_saved_and_the_folder_kept(
    bench: Open, fake: FakeOffice, tmp_path: Path
) -> None:
    paid(fake)
    opened = bench()
    kinds = opened.screen.filters.kinds
    kinds.setCurrentIndex(kinds.findText("Payments"))
    opened.wait()
    opened.answers = [str(tmp_path / "mine.csv")]
    opened.press(opened.screen.save)
    text = (tmp_path / "mine.csv").read_text(encoding="utf-8-sig")
    assert [row["Kind"] for row in csv.DictReader(text.splitlines())] == ["Payment"]
    assert opened.told == ["Saved as mine.csv."]
    opened.press(opened.screen.save)
    assert opened.asked[-1] == tmp_path / "ledger.xlsx"
    assert len(opened.told) == 1


def test_a_file_that_cannot_be_written_is_told(
    bench: Open, fake: FakeOffice, tmp_path: Path
) -> None:
    paid(fake)
    opened = bench()
    (tmp_path / "ledger.csv").mkdir()
    opened.answers = [str(tmp_path / "ledger.csv")]
    opened.press(opened.screen.save)
    assert opened.screen.banner.isVisible()
    assert opened.told == []


def test_a_ledger_that_cannot_be_read_is_told(bench: Open, fake: FakeOffice) -> None:
    paid(fake)
    opened = bench()
    fake.purchases.failure = StorageError("The disk does not answer.")
    opened.read()
    assert opened.screen.banner.isVisible()
    assert opened.screen.busy.isHidden()
