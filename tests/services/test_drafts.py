"""Drafts are made, changed, copied, deleted and brought back, all without a network."""

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.customs import CustomsDeclaration, VatStatus
from desktop_app.domain.errors import (
    AlreadyBought,
    DraftChanged,
    InputError,
    MayBePaid,
    PostroomError,
)
from desktop_app.domain.journal import AttemptState
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.settings import Settings
from desktop_app.domain.shipment import Shipment
from tests.fakes.office import NOW, RECIPIENT, SENDER, WHOLE, FakeOffice, make_office
from tests.services.conftest import NoWaiting

OTHER = WHOLE.model_copy(update={"reference": "ORD-2"})


@pytest.fixture
def draft(fake: FakeOffice) -> ShipmentRecord:
    return fake.office.drafts.new(WHOLE)


def test_a_new_draft_knows_what_the_settings_know() -> None:
    customs = CustomsDeclaration(vat_status=VatStatus.REGISTERED, vat_number="GB123")
    fake = make_office(Settings(sender=SENDER, customs=customs, extras=("Sms",)))
    record = fake.office.drafts.new()
    assert record.shipment == Shipment(sender=SENDER, customs=customs, extras=("Sms",))
    assert record.stage is Stage.DRAFT
    assert record.account_id == "practice"
    assert fake.office.drafts.get(record.id) == record
    assert fake.broker.calls == []


def test_the_list_shows_the_newest_first(fake: FakeOffice, draft: ShipmentRecord) -> None:
    fake.clock.move(seconds=1)
    newer = fake.office.drafts.new(OTHER)
    assert [row.id for row in fake.office.drafts.rows()] == [newer.id, draft.id]
    assert len({draft.id, newer.id}) == 2


def test_a_shipment_that_is_not_there_is_said(fake: FakeOffice) -> None:
    with pytest.raises(InputError, match="no shipment gone"):
        fake.office.drafts.get("gone")


def test_saving_keeps_the_change_and_its_time(fake: FakeOffice, draft: ShipmentRecord) -> None:
    fake.clock.move(minutes=1)
    saved = fake.office.drafts.save(draft.id, OTHER)
    assert saved.shipment == OTHER
    assert (saved.created_at, saved.updated_at) == (NOW, fake.clock.now())
    assert fake.office.drafts.get(draft.id) == saved


def test_what_another_desk_has_saved_meanwhile_is_not_written_over(
    fake: FakeOffice, draft: ShipmentRecord
) -> None:
    drafts, mine = fake.office.drafts, WHOLE.model_copy(update={"notes": "mine"})
    theirs = drafts.save(draft.id, OTHER, draft.shipment)
    with pytest.raises(DraftChanged, match="at another desk"):
        drafts.save(draft.id, mine, draft.shipment)
    assert drafts.get(draft.id) == theirs
    assert drafts.save(draft.id, OTHER, draft.shipment) == theirs, "they agree"
    assert drafts.save(draft.id, mine, OTHER).shipment == mine


def test_saving_the_same_is_no_change(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    fake.clock.move(minutes=1)
    assert fake.office.drafts.save(ordered.id, ordered.shipment) == ordered


def test_a_disk_that_is_full_keeps_the_draft_as_it_was(
    fake: FakeOffice, draft: ShipmentRecord
) -> None:
    fake.shipments.fails_with = PostroomError("disk full")
    with pytest.raises(PostroomError, match="disk full"):
        fake.office.drafts.save(draft.id, OTHER)
    assert fake.office.drafts.get(draft.id) == draft


def test_a_paid_shipment_can_neither_be_changed_nor_deleted(
    fake: FakeOffice, paid: ShipmentRecord, draft: ShipmentRecord
) -> None:
    with pytest.raises(AlreadyBought, match="no longer be changed"):
        fake.office.drafts.save(paid.id, OTHER)
    assert fake.office.drafts.save(paid.id, paid.shipment) == paid
    with pytest.raises(AlreadyBought, match="label belongs to it"):
        fake.office.drafts.delete([draft.id, paid.id])
    assert len(fake.office.drafts.rows()) == 2


def test_so_it_is_while_the_browser_is_waited_for(
    fake: FakeOffice, ordered: ShipmentRecord
) -> None:
    assert ordered.price
    fake.office.paying.start_browser_payment(ordered.id, ordered.price.total)
    with pytest.raises(AlreadyBought):
        fake.office.drafts.save(ordered.id, OTHER)
    with pytest.raises(AlreadyBought):
        fake.office.drafts.delete([ordered.id])


def test_a_draft_whose_payment_page_was_opened_is_not_forgotten(
    fake: FakeOffice, ordered: ShipmentRecord
) -> None:
    assert ordered.price
    fake.office.paying.start_browser_payment(ordered.id, ordered.price.total)
    fake.office.paying.stop_waiting(ordered.id)
    second = fake.office.drafts.new(OTHER)
    with pytest.raises(AlreadyBought, match="payment page was opened"):
        fake.office.drafts.delete([second.id, ordered.id])
    changed = fake.office.drafts.save(ordered.id, OTHER)
    with pytest.raises(AlreadyBought, match="payment page was opened"):
        fake.office.drafts.delete([changed.id])
    assert {row.id for row in fake.office.drafts.rows()} == {ordered.id, second.id}


def test_what_can_still_be_paid_for_is_named_and_deleted_on_purpose_only(
    fake: FakeOffice, ordered: ShipmentRecord
) -> None:
    assert ordered.price
    fake.office.paying.start_browser_payment(ordered.id, ordered.price.total)
    with pytest.raises(AlreadyBought, match="paid shipment is kept"):
        fake.office.drafts.delete([ordered.id], anyway=True)
    left = fake.office.paying.stop_waiting(ordered.id)
    with pytest.raises(MayBePaid, match=r"ORD-1001 \(Ann Field\) can still be paid"):
        fake.office.drafts.delete([ordered.id])
    assert fake.office.drafts.delete([ordered.id], anyway=True) == (left,)
    fake.office.drafts.restore([left])
    assert fake.office.drafts.get(ordered.id).opened == left.opened


def test_what_can_be_bought_is_everything_not_paid_the_oldest_first(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.clock.move(minutes=1)
    first = fake.office.drafts.new(OTHER)
    fake.clock.move(minutes=1)
    second = fake.office.booking.order(fake.office.drafts.new(WHOLE), "cheapest", progress)
    assert [one.id for one in fake.office.drafts.to_buy(progress)] == [first.id, second.id]
    assert paid.id not in {one.id for one in fake.office.drafts.to_buy(progress)}


def test_deleted_drafts_come_back_as_they_were(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    second = fake.office.drafts.new(OTHER)
    gone = fake.office.drafts.delete([ordered.id, second.id])
    assert fake.office.drafts.rows() == []
    fake.office.drafts.restore(gone)
    assert fake.office.drafts.get(ordered.id) == ordered
    assert fake.office.drafts.get(second.id) == second


def test_a_restored_order_is_paid_once(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    gone = fake.office.drafts.delete([ordered.id])
    assert ordered.price
    with pytest.raises(InputError):
        fake.office.paying.pay_with_prepay(ordered.id, ordered.price.total, progress)
    fake.office.drafts.restore(gone)
    fake.office.paying.pay_with_prepay(ordered.id, ordered.price.total, progress)
    with pytest.raises(AlreadyBought):
        fake.office.paying.pay_with_prepay(ordered.id, ordered.price.total, progress)
    assert len(fake.broker.charged) == 1


def test_undoing_twice_takes_nothing_back(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    gone = fake.office.drafts.delete([ordered.id])
    fake.office.drafts.restore(gone)
    assert ordered.price
    paid = fake.office.paying.pay_with_prepay(ordered.id, ordered.price.total, progress)

    fake.office.drafts.restore(gone)

    assert fake.office.drafts.get(ordered.id) == paid


def test_one_that_cannot_come_back_keeps_no_other_away(
    fake: FakeOffice, draft: ShipmentRecord
) -> None:
    second = fake.office.drafts.new(OTHER)
    gone = fake.office.drafts.delete([draft.id, second.id])
    fake.shipments.fails_with = PostroomError("disk full")
    with pytest.raises(PostroomError, match="disk full"):
        fake.office.drafts.restore(gone)
    assert fake.office.drafts.get(second.id) == second


def test_send_again_is_a_shipment_of_its_own(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    copy = fake.office.drafts.send_again(paid.id)
    assert copy.id != paid.id
    assert copy.shipment == paid.shipment
    assert (copy.stage, copy.order, copy.choice) == (Stage.DRAFT, None, None)

    again = fake.office.booking.order(copy, "cheapest", progress)
    assert fake.office.paying.pay_with_prepay(again.id, Decimal("3.11"), progress).is_paid
    assert len(set(fake.broker.charged)) == 2
    states = [one.state for one in fake.journal.attempts.values()]
    assert states == [AttemptState.DONE] * 4


@pytest.mark.parametrize(
    ("day", "kept"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True), (None, True)]
)
def test_send_again_leaves_out_a_day_that_is_over(
    fake: FakeOffice, day: date | None, kept: bool
) -> None:
    record = fake.office.drafts.new(WHOLE.model_copy(update={"collection_date": day}))
    copied = fake.office.drafts.send_again(record.id).shipment.collection_date
    assert copied == (day if kept else None)


def test_the_recipient_changed_after_the_order_makes_the_order_void(
    fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting
) -> None:
    moved = RECIPIENT.model_copy(update={"street": "Castle Street"})
    saved = fake.office.drafts.save(ordered.id, WHOLE.model_copy(update={"recipient": moved}))
    assert saved.order is None
    assert saved.choice == ordered.choice
    with pytest.raises(InputError, match="no order to pay"):
        fake.office.paying.pay_with_prepay(ordered.id, Decimal("3.11"), progress)
