"""What taking in webhooks needs from outside."""

from datetime import datetime
from typing import Protocol

from desktop_app.domain.webhook import WebhookEvent


class WebhookInbox(Protocol):
    """Webhooks that came in: each call is on disk, synced, before it returns."""

    def add(self, account_id: str, event: WebhookEvent, at: datetime) -> bool:
        """Keeps one; False, and nothing kept, when its id is known already."""

    def waiting(self, account_id: str) -> tuple[WebhookEvent, ...]:
        """What was not followed up yet, oldest first."""

    def applied(self, account_id: str, event_id: str) -> None:
        """Writes that one was followed up."""

    def cases(self, account_id: str) -> tuple[WebhookEvent, ...]:
        """Every event of an enquiry or claim."""

    def forget(self, account_id: str, before: datetime) -> None:
        """Takes away what came before and was followed up; cases stay."""
