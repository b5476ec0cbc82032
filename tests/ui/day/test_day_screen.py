"""Book the day: checked, confirmed once, paused, halted, gone on with, and paid once."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.day_run import RowState
from desktop_app.domain.errors import NameNotFound, PostroomError, Refused
from desktop_app.domain.problem import error
from desktop_app.domain.settings import SpendingLimits
from desktop_app.ui.day.day_state import Phase
from desktop_app.ui.day.entries import remark, stands
from tests.fakes.office import WHOLE, FakeOffice
from tests.ui.day.bench import Open, add, held, named


def test_a_day_from_check_to_labels(bench: Open, fake: FakeOffice) -> None:
    ids = add(fake, *(named(number) for number in range(5)))
    opened = bench()
    assert [one.id for one in opened.entries] == ids
    assert opened.button == "Check prices"
    opened.press()
    assert fake.broker.charged == []
    assert opened.button == "Pay £15.55 for 5 parcels"
    assert opened.screen.foot.second.text() == (
        "£12.95 without VAT, £2.60 VAT  ·  PrePay £100.00, £84.45 after it"
    )
    opened.press()
    assert len(fake.broker.charged) == 5
    assert opened.phase is Phase.BOOKED
    assert opened.screen.foot.first.text() == "5 parcels booked for £15.55"
    assert all(fake.office.drafts.get(one).documents for one in ids)
    opened.stop()
    opened.wait()
    assert opened.entries == ()
    assert opened.screen.foot.isHidden()


def test_twenty_presses_pay_each_parcel_once(bench: Open, fake: FakeOffice) -> None:
    add(fake, *(named(number) for number in range(3)))
    opened = bench()
    opened.press()
    for _ in range(20):
        QTest.mouseClick(opened.screen.foot.primary, Qt.MouseButton.LeftButton)
        QTest.keyClick(opened.screen.foot.primary, Qt.Key.Key_Return)
        opened.screen._pay()
    opened.wait()
    assert sorted(fake.broker.charged) == sorted(set(fake.broker.charged))
    assert len(fake.broker.charged) == 3


def test_what_is_not_ticked_is_not_bought(bench: Open, fake: FakeOffice) -> None:
    ids = add(fake, *(named(number) for number in range(3)))
    opened = bench()
    opened.press()
    table = opened.screen.table
    box = table.visualRect(opened.screen.model.index(1, 0))
    where = QPoint(box.left() + 14, box.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.button == "Pay £6.22 for 2 parcels"
    table.setCurrentIndex(opened.screen.model.index(0, 2))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert opened.button == "Pay £3.11 for 1 parcel"
    opened.press()
    assert opened.states() == [None, None, RowState.DONE]
    assert fake.office.drafts.get(ids[2]).is_paid


def test_what_is_wrong_leads_to_its_field(bench: Open, fake: FakeOffice) -> None:
    nameless = WHOLE.recipient.model_copy(update={"postcode": ""})
    ids = add(fake, WHOLE.model_copy(update={"recipient": nameless}), named(1))
    opened = bench()
    opened.press()
    assert stands(opened.entries[0])[0] == "Look at it"
    assert remark(opened.entries[0])
    place = [column.name for column in opened.screen.model.columns].index("remark")
    cell = opened.screen.table.visualRect(opened.screen.model.index(0, place))
    viewport = opened.screen.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=cell.center())
    assert opened.opened == [(ids[0], "recipient.postcode")]
    assert opened.button == "Pay £3.11 for 1 parcel"


def test_a_draft_that_was_mended_is_checked_again_and_no_other(
    bench: Open, fake: FakeOffice
) -> None:
    nameless = WHOLE.recipient.model_copy(update={"postcode": ""})
    ids = add(fake, WHOLE.model_copy(update={"recipient": nameless}), named(1))
    opened = bench()
    opened.press()
    fake.office.drafts.save(ids[0], WHOLE)
    opened.read()
    assert opened.button == "Check prices"
    opened.press()
    assert fake.broker.calls.count("quotes") == 2
    assert opened.button == "Pay £6.22 for 2 parcels"


def test_the_same_order_twice_is_flagged_and_only_the_first_is_ticked(
    bench: Open, fake: FakeOffice
) -> None:
    add(fake, named(1), named(1))
    opened = bench()
    opened.press()
    assert [stands(one)[0] for one in opened.entries] == ["Twice?", "Twice?"]
    assert [one.wanted for one in opened.entries] == [True, False]
    assert opened.button == "Pay £3.11 for 1 parcel"


def test_too_small_a_balance_asks_for_a_top_up_before_anything(
    bench: Open, fake: FakeOffice
) -> None:
    fake.broker.balance = Decimal(5)
    add(fake, named(1), named(2))
    opened = bench()
    opened.press()
    assert not opened.screen.foot.primary.isEnabled()
    assert opened.screen.foot.top_up.text() == "Top up £5 in the browser"
    opened.screen.foot.top_up.click()
    opened.wait()
    assert opened.pages == ["http://127.0.0.1:9/topup?amount=5"]
    fake.broker.balance = Decimal(10)
    opened.screen.again.click()
    opened.wait()
    opened.press()
    assert len(fake.broker.charged) == 2


def test_a_check_can_be_stopped_and_begun_again(bench: Open, fake: FakeOffice) -> None:
    add(fake, *(named(number) for number in range(12)))
    opened = bench()
    waits, go = held(fake, "verify")
    QTest.mouseClick(opened.screen.foot.primary, Qt.MouseButton.LeftButton)
    opened.qtbot.waitUntil(waits.is_set)
    assert opened.screen.foot.stop.text() == "Stop"
    opened.stop()
    go.set()
    opened.wait()
    assert opened.button == "Check prices"
    opened.press()
    assert opened.button == "Pay £37.32 for 12 parcels"


def test_a_pause_finishes_what_is_in_hand_and_continue_goes_on(
    bench: Open, fake: FakeOffice
) -> None:
    add(fake, *(named(number) for number in range(12)))
    opened = bench()
    opened.press()
    waits, go = held(fake, "pay_with_prepay")
    QTest.mouseClick(opened.screen.foot.primary, Qt.MouseButton.LeftButton)
    opened.qtbot.waitUntil(waits.is_set)
    opened.stop()
    assert opened.screen.foot.stop.text() == "Pausing…"
    go.set()
    opened.wait()
    done = opened.states().count(RowState.DONE)
    assert 1 <= done <= 6
    assert opened.button == "Continue"
    assert opened.screen.banner.text.startswith(f"The day is not finished: {done} of 12 booked.")
    opened.press()
    assert opened.states() == [RowState.DONE] * 12
    assert len(set(fake.broker.charged)) == len(fake.broker.charged) == 12


def test_a_day_that_was_cut_short_is_found_at_the_next_start(bench: Open, fake: FakeOffice) -> None:
    add(fake, *(named(number) for number in range(6)))
    first = bench()
    first.press()

    def cut() -> None:
        raise NameNotFound("No such host.")

    fake.broker.before["create_order"] = cut
    first.press()
    assert first.phase is Phase.HALTED
    assert first.screen.banner.text.startswith("No such host.")
    del fake.broker.before["create_order"]
    second = bench()
    assert second.button == "Continue"
    assert len(second.entries) == 6
    second.press()
    assert second.states() == [RowState.DONE] * 6
    assert len(fake.broker.charged) == 6


def test_what_is_left_can_stay_drafts(bench: Open, fake: FakeOffice) -> None:
    add(fake, *(named(number) for number in range(3)))
    opened = bench()
    opened.press()

    def cut() -> None:
        raise NameNotFound("No such host.")

    fake.broker.before["create_order"] = cut
    opened.press()
    opened.screen.leave.click()
    opened.wait()
    assert opened.button == "Check prices"
    assert opened.states() == [None] * 3
    assert fake.office.day.unfinished("practice") is None


@pytest.mark.parametrize("failure", [Refused("No.", [error("recipient.postcode", "Not there.")])])
def test_what_could_not_be_booked_says_why(
    bench: Open, fake: FakeOffice, failure: PostroomError
) -> None:
    add(fake, *(named(number) for number in range(3)))
    opened = bench()
    opened.press()
    left = [failure]

    def refuse_one() -> None:
        if left:
            raise left.pop()

    fake.broker.before["create_order"] = refuse_one
    opened.press()
    (bad,) = [one for one in opened.entries if one.row and one.row.state is RowState.FAILED]
    assert (stands(bad)[0], remark(bad)) == ("Not booked", "No.")
    assert opened.screen.banner.text.startswith("1 parcel could not be booked")
    assert opened.screen.foot.first.text() == "2 parcels booked for £6.22"


def test_a_limit_is_asked_about_once_for_the_day(bench: Open, fake: FakeOffice) -> None:
    limits = SpendingLimits(one_day=Decimal(5))
    fake.settings.save(fake.settings.load().model_copy(update={"spending": limits}))
    add(fake, named(1), named(2))
    opened = bench()
    opened.press()
    opened.press()
    assert fake.broker.charged == []
    assert "your limit for one day is £5.00" in opened.screen.banner.text
    assert opened.screen.all_the_same.text() == "Pay £6.22 for 2 parcels"
    opened.screen.all_the_same.click()
    opened.wait()
    assert len(fake.broker.charged) == 2


def test_no_connection_while_checking_is_said_and_tried_again(
    bench: Open, fake: FakeOffice
) -> None:
    add(fake, named(1))
    opened = bench()

    def cut() -> None:
        raise NameNotFound("No such host.")

    fake.broker.before["quotes"] = cut
    opened.press()
    assert opened.screen.banner.text.startswith("No such host.")
    assert opened.button == "Check prices"
    del fake.broker.before["quotes"]
    opened.press()
    assert opened.button == "Pay £3.11 for 1 parcel"
    assert opened.screen.banner.text == ""


def test_nothing_to_book_says_what_belongs_here(bench: Open) -> None:
    opened = bench()
    assert not opened.screen.empty.isHidden()
    with opened.qtbot.waitSignal(opened.screen.new_asked):
        opened.screen.empty.button.click()
