"""Which parcels are asked about, and what the answers change."""

import pytest

from desktop_app.domain.errors import Cancelled, InputError, NoConnection, NotFound
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.tracking import TrackingEvent, TrackingStage
from desktop_app.services.tracking import newly_delivered
from tests.fakes.office import FakeOffice
from tests.services.conftest import NoWaiting

ACCOUNT = "practice"


def test_only_paid_shipments_are_due(fake: FakeOffice, ordered: ShipmentRecord) -> None:
    assert fake.office.tracking.due(ACCOUNT) == ()
    with pytest.raises(InputError, match="paid"):
        fake.office.tracking.refresh(ordered.id)


def test_a_sweep_tells_what_is_new_once(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    tracking = fake.office.tracking
    assert [record.id for record in tracking.sweep(ACCOUNT, progress)] == [paid.id]
    assert fake.shipments.get(paid.id).events[0].stage is TrackingStage.COLLECTED
    assert tracking.sweep(ACCOUNT, progress) == []
    fake.clock.move(days=1)
    assert tracking.due(ACCOUNT) == (paid.id,)
    assert tracking.sweep(ACCOUNT, progress) == []


def test_polling_stops_at_delivered(fake: FakeOffice, paid: ShipmentRecord) -> None:
    delivered = (TrackingEvent(stage=TrackingStage.DELIVERED),)
    after = fake.shipments.update(paid.id, lambda now: now.model_copy(update={"events": delivered}))
    fake.clock.move(days=1)
    assert fake.office.tracking.due(ACCOUNT) == ()
    assert newly_delivered(paid, after)
    assert not newly_delivered(after, after)


def test_a_parcel_that_is_not_known_is_passed_over(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting
) -> None:
    fake.broker.before["tracking"] = lambda: _raise(NotFound("No such parcel."))
    assert fake.office.tracking.sweep(ACCOUNT, progress) == []
    assert fake.broker.calls.count("tracking") == 1
    assert fake.shipments.get(paid.id).events == ()


@pytest.mark.parametrize("failure", [NoConnection("Offline."), Cancelled()])
def test_what_would_meet_every_parcel_ends_the_sweep(
    fake: FakeOffice, paid: ShipmentRecord, progress: NoWaiting, failure: Exception
) -> None:
    assert paid.order
    fake.broker.before["tracking"] = lambda: _raise(failure)
    with pytest.raises(type(failure)):
        fake.office.tracking.sweep(ACCOUNT, progress)


def _raise(failure: Exception) -> None:
    raise failure
