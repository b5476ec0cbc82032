"""Webhooks taken in, and what they set going."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain.errors import DiskFull, NoConnection
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.tracking import TrackingStage
from desktop_app.domain.webhook import signature
from desktop_app.services.webhooks import Webhooks, WebhookWork
from tests.fakes.memory_webhooks import MemoryWebhooks
from tests.fakes.office import FakeOffice

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SECRET = "whsec"


@dataclass
class Watch:
    """A clock that a test sets."""

    time: datetime = NOW

    def now(self) -> datetime:
        return self.time


@dataclass
class Desk:
    """A receiver on an inbox in memory."""

    inbox: MemoryWebhooks = field(default_factory=MemoryWebhooks)
    clock: Watch = field(default_factory=Watch)

    @property
    def receiver(self) -> Webhooks:
        return Webhooks(self.inbox, lambda: SECRET, self.clock, "practice")


def sent(number: int = 1, kind: str = "Tracking", at: datetime = NOW, **payload: object) -> bytes:
    """A signed webhook."""
    signed = signature(str(number), at.strftime("%Y-%m-%d %H:%M:%S"), kind, SECRET)
    return json.dumps(
        {"Id": str(number), "Timestamp": at.isoformat(), "Signature": signed, "Type": kind,
         "Payload": payload}
    ).encode()  # fmt: skip


def test_a_repeat_is_answered_but_kept_once() -> None:
    desk = Desk()
    assert [desk.receiver.receive(sent()) for _ in range(2)] == [200, 200]
    assert len(desk.inbox.events) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (sent().replace(b"Tracking", b"Case"), 401),
        (sent(at=NOW - timedelta(days=2)), 401),
        (b"no", 400),
        (b"x" * 70_000, 413),
    ],
)
def test_what_is_refused_is_not_kept(body: bytes, status: int) -> None:
    desk = Desk()
    assert desk.receiver.receive(body) == status
    assert desk.inbox.events == {}


def test_what_could_not_be_stored_is_to_be_sent_again() -> None:
    desk = Desk(MemoryWebhooks(failure=DiskFull("The disk is full.")))
    assert desk.receiver.receive(sent()) == 503


def test_each_case_is_listed_once_with_its_latest_state() -> None:
    desk = Desk()
    for number, case, status in ((1, "5", "Open"), (2, "5", "Approved"), (3, "6", "Open")):
        at = NOW + timedelta(seconds=number)
        desk.receiver.receive(sent(number, "Case", at, CaseId=case, Status=status))
    assert [(one.case_id, one.status) for one in desk.receiver.cases()] == [
        ("6", "Open"), ("5", "Approved"),
    ]  # fmt: skip


def offline() -> None:
    raise NoConnection("Parcel2Go could not be reached.")


def work(fake: FakeOffice, desk: Desk) -> WebhookWork:
    return WebhookWork(desk.inbox, fake.shipments, fake.office.tracking, desk.clock)


def test_an_event_only_triggers_a_read(fake: FakeOffice, paid: ShipmentRecord) -> None:
    """Its payload says Delivered; what is kept is what the API says."""
    assert paid.order
    desk = Desk()
    line = paid.order.lines[0].order_line_id
    for number in (1, 2):
        desk.receiver.receive(sent(number, OrderLineId=line, TrackingStage="Delivered"))
    assert work(fake, desk).apply("practice") == (paid.id,)
    events = fake.shipments.get(paid.id).events
    assert [event.stage for event in events] == [TrackingStage.COLLECTED]
    assert desk.inbox.waiting("practice") == ()


def test_an_event_of_an_order_made_elsewhere_is_done_with(
    fake: FakeOffice, paid: ShipmentRecord
) -> None:
    desk = Desk()
    desk.receiver.receive(sent(OrderLineId=1))
    assert paid.order
    assert work(fake, desk).apply("practice") == ()
    assert desk.inbox.waiting("practice") == ()


def test_an_event_that_could_not_be_followed_up_waits(
    fake: FakeOffice, paid: ShipmentRecord
) -> None:
    assert paid.order
    desk = Desk()
    desk.receiver.receive(sent(OrderLineId=paid.order.lines[0].order_line_id))
    fake.broker.before["tracking"] = offline
    assert work(fake, desk).apply("practice") == ()
    assert len(desk.inbox.waiting("practice")) == 1
    fake.broker.before.clear()
    assert work(fake, desk).apply("practice") == (paid.id,)
