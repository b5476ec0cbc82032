"""Parcel2Go tells of a parcel: the webhook is stored, then the service itself is asked."""

import threading
from collections.abc import Iterator

import httpx
import pytest

from desktop_app.listeners.webhooks import webhook_listener
from desktop_app.services.clock import SystemClock
from desktop_app.services.webhooks import Webhooks, WebhookWork
from desktop_app.storage.database import Database, open_database
from desktop_app.storage.webhook_inbox import SqlWebhookInbox
from tests.e2e.desk import NO_WAIT, Desk
from tests.fakes.office import WHOLE

SECRET = "whsec"


@pytest.fixture
def database(desk: Desk) -> Iterator[Database]:
    """A database of its own for what comes in."""
    opened = open_database(desk.folder / "webhooks.db").database
    yield opened
    opened.close()


def heard(desk: Desk, receiver: Webhooks, **event: str) -> list[int]:
    """Has the practice service send one event to a port of ours; the statuses it got."""
    statuses: list[int] = []
    came = threading.Event()

    def receive(body: bytes) -> int:
        statuses.append(receiver.receive(body))
        came.set()
        return statuses[-1]

    listener = webhook_listener(receive, 0)
    try:
        site = f"{desk.practice.base_url}/practice/webhooks"
        wish = {"Url": f"http://127.0.0.1:{listener.port}/", "Secret": SECRET}
        httpx.post(site, json=wish).raise_for_status()
        httpx.post(f"{site}/send", json=event).raise_for_status()
        assert came.wait(10)
    finally:
        listener.close()
    return statuses


def test_an_event_sets_off_one_reading_of_its_shipment(desk: Desk, database: Database) -> None:
    office, account = desk.office, desk.office.accounts.current.id
    record = desk.order(WHOLE)
    assert record.price
    office.paying.pay_with_prepay(record.id, record.price.total, NO_WAIT)
    line = office.tracking.lines(record.id)[0]
    inbox, clock = SqlWebhookInbox(database), SystemClock()
    work = WebhookWork(inbox, office.drafts._listing, office.tracking, clock)
    receiver = Webhooks(inbox, lambda: SECRET, clock, account)
    assert heard(desk, receiver, OrderLineId=line) == [200]
    assert not desk.has_seen("/tracking/")
    assert work.apply(account) == (record.id,)
    assert desk.has_seen(f"/tracking/{line}")
    assert work.apply(account) == ()


def test_a_webhook_of_another_secret_is_not_kept(desk: Desk, database: Database) -> None:
    inbox = SqlWebhookInbox(database)
    receiver = Webhooks(inbox, lambda: "another", SystemClock(), "a")
    assert heard(desk, receiver, OrderLineId="7")[0] == 401
    assert inbox.waiting("a") == ()
