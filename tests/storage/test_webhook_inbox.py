"""What is kept of webhooks."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.domain.webhook import WebhookEvent
from desktop_app.storage.database import Database, open_database
from desktop_app.storage.webhook_inbox import SqlWebhookInbox

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
ONE = WebhookEvent(id="1", at=AT, type="Tracking", order_line_id="7")
CASE = WebhookEvent(id="2", at=AT, type="Case", case_id="5")


def test_an_id_is_taken_once_for_each_account(database: Database) -> None:
    inbox = SqlWebhookInbox(database)
    assert [inbox.add("a", ONE, AT), inbox.add("a", ONE, AT), inbox.add("b", ONE, AT)] == [
        True, False, True,
    ]  # fmt: skip
    assert inbox.waiting("a") == (ONE,)


def test_an_id_is_known_after_a_restart(path: Path) -> None:
    taken = []
    for _ in range(2):
        database = open_database(path).database
        taken.append(SqlWebhookInbox(database).add("a", ONE, AT))
        database.close()
    assert taken == [True, False]


def test_what_was_followed_up_waits_no_more(database: Database) -> None:
    inbox = SqlWebhookInbox(database)
    inbox.add("a", ONE, AT)
    inbox.add("a", CASE, AT)
    inbox.applied("a", "1")
    assert inbox.waiting("a") == (CASE,)
    assert inbox.cases("a") == (CASE,)


def test_old_events_are_forgotten_but_no_cases(database: Database) -> None:
    inbox = SqlWebhookInbox(database)
    for event in (ONE, CASE):
        inbox.add("a", event, AT)
        inbox.applied("a", event.id)
    inbox.forget("a", AT)
    assert not inbox.add("a", ONE, AT)
    inbox.forget("a", AT + timedelta(days=1))
    assert inbox.add("a", ONE, AT)
    assert inbox.cases("a") == (CASE,)
