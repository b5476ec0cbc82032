"""Combining drafts of a day: offered with its saving, done, and taken back."""

from decimal import Decimal

import pytest

from desktop_app.domain.errors import DiskFull, DraftChanged, NameNotFound, Refused
from desktop_app.domain.shipment import Shipment
from desktop_app.services.combining import Offer
from tests.fakes.office import WHOLE, FakeOffice
from tests.services.conftest import NoWaiting


def order(number: int, weight: str = "1.5") -> Shipment:
    box = WHOLE.parcels[0].model_copy(update={"weight_kg": Decimal(weight)})
    return WHOLE.model_copy(update={"reference": f"ORD-{number}", "parcels": (box,)})


def offers(fake: FakeOffice, progress: NoWaiting, *shipments: Shipment) -> tuple[Offer, ...]:
    ids = []
    for one in shipments:
        fake.clock.move(seconds=1)
        ids.append(fake.office.drafts.new(one).id)
    plan = fake.office.preflight.check(ids, progress)
    return fake.office.combining.offers(plan.lines, progress)


def test_the_saving_is_what_they_cost_apart_less_the_one_box(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    (offer,) = offers(fake, progress, order(1), order(2), order(3))
    assert (offer.apart, offer.together.total, offer.saving) == (
        Decimal("9.33"),
        Decimal("3.11"),
        Decimal("6.22"),
    )
    assert offer.shipment.reference == "ORD-1 + ORD-2 + ORD-3"
    assert "create_order" not in fake.broker.calls


def test_what_is_too_heavy_together_is_not_offered(fake: FakeOffice, progress: NoWaiting) -> None:
    assert offers(fake, progress, order(1, "20"), order(2, "20")) == ()


def test_what_no_courier_takes_together_is_not_offered(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    def refuse() -> None:
        if fake.broker.calls.count("quotes") > 2:
            raise Refused("No.")

    fake.broker.before["quotes"] = refuse
    assert offers(fake, progress, order(1), order(2)) == ()


def test_no_connection_is_said(fake: FakeOffice, progress: NoWaiting) -> None:
    def cut() -> None:
        if fake.broker.calls.count("quotes") > 2:
            raise NameNotFound("No such host.")

    fake.broker.before["quotes"] = cut
    with pytest.raises(NameNotFound):
        offers(fake, progress, order(1), order(2))


def test_combined_drafts_make_place_for_one_and_come_back(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    found = offers(fake, progress, order(1), order(2))
    before = {row.id for row in fake.office.drafts.rows()}
    take_back = fake.office.combining.combine(found)
    (row,) = fake.office.drafts.rows()
    assert row.reference == "ORD-1 + ORD-2"
    assert fake.office.drafts.get(row.id).shipment.total_weight_kg == Decimal(3)
    take_back()
    assert {row.id for row in fake.office.drafts.rows()} == before


def test_a_full_disk_leaves_all_drafts(fake: FakeOffice, progress: NoWaiting) -> None:
    found = offers(fake, progress, order(1), order(2))
    fake.shipments.fails_with = DiskFull("Full.")
    with pytest.raises(DiskFull):
        fake.office.combining.combine(found)
    assert len(fake.office.drafts.rows()) == 2


def test_what_has_an_order_already_stays_apart(fake: FakeOffice, progress: NoWaiting) -> None:
    ordered = fake.office.booking.order(fake.office.drafts.new(order(1)), "cheapest", progress)
    other = fake.office.drafts.new(order(2))
    plan = fake.office.preflight.check([ordered.id, other.id], progress)
    assert fake.office.combining.offers(plan.lines, progress) == ()


def test_a_draft_that_was_changed_since_is_left_alone(
    fake: FakeOffice, progress: NoWaiting
) -> None:
    found = offers(fake, progress, order(1), order(2))
    fake.office.drafts.save(found[0].drafts[0].id, order(7))
    with pytest.raises(DraftChanged):
        fake.office.combining.combine(found)
    assert len(fake.office.drafts.rows()) == 2
