"""Fills the WebhookInbox port: on the disk before the sender hears that it has arrived."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.webhook import WebhookEvent
from desktop_app.storage.database import Database
from desktop_app.storage.moments import to_text
from desktop_app.storage.tables import webhooks
from desktop_app.storage.tolerant import read_value


class SqlWebhookInbox:
    """Each call is one transaction; an id is taken once because it is the key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, account_id: str, event: WebhookEvent, at: datetime) -> bool:
        """Keeps one; False, and nothing kept, when its id is known already."""
        row = {
            "account_id": account_id, "id": event.id, "at": to_text(at),
            "is_case": bool(event.case_id), "is_applied": False, "event": event.model_dump_json(),
        }  # fmt: skip
        with self._database.writing() as connection:
            try:
                with connection.begin_nested():
                    connection.execute(insert(webhooks).values(row))
            except IntegrityError:
                return False
        return True

    def waiting(self, account_id: str) -> tuple[WebhookEvent, ...]:
        """What was not followed up yet, oldest first."""
        return self._events(account_id, webhooks.c.is_applied == 0)

    def applied(self, account_id: str, event_id: str) -> None:
        """Writes that one was followed up."""
        this = (webhooks.c.account_id == account_id) & (webhooks.c.id == event_id)
        with self._database.writing() as connection:
            connection.execute(update(webhooks).where(this).values(is_applied=1))

    def cases(self, account_id: str) -> tuple[WebhookEvent, ...]:
        """Every event of an enquiry or claim."""
        return self._events(account_id, webhooks.c.is_case == 1)

    def forget(self, account_id: str, before: datetime) -> None:
        """Takes away what came before and was followed up; cases stay."""
        old = (
            (webhooks.c.account_id == account_id)
            & (webhooks.c.at < to_text(before))
            & (webhooks.c.is_applied == 1)
            & (webhooks.c.is_case == 0)
        )
        with self._database.writing() as connection:
            connection.execute(delete(webhooks).where(old))

    def _events(self, account_id: str, which: ColumnElement[bool]) -> tuple[WebhookEvent, ...]:
        wanted = select(webhooks.c.event).where(webhooks.c.account_id == account_id, which)
        with self._database.reading() as connection:
            texts = connection.scalars(wanted.order_by(webhooks.c.at, webhooks.c.id)).all()
        return tuple(read_value(WebhookEvent, text) for text in texts)
