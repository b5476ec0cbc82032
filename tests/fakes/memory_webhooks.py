"""In-memory stand-in for the webhooks' inbox: the same promises, no disk."""

from dataclasses import dataclass, field
from datetime import datetime

from desktop_app.domain.webhook import WebhookEvent


@dataclass
class MemoryWebhooks:
    """Fills `WebhookInbox` for one account; `failure` is raised instead of keeping."""

    events: dict[str, tuple[WebhookEvent, datetime]] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    failure: Exception | None = None

    def add(self, _account_id: str, event: WebhookEvent, at: datetime) -> bool:
        if self.failure:
            raise self.failure
        is_new = event.id not in self.events
        self.events.setdefault(event.id, (event, at))
        return is_new

    def waiting(self, _account_id: str) -> tuple[WebhookEvent, ...]:
        return tuple(event for event, _at in self.events.values() if event.id not in self.done)

    def applied(self, _account_id: str, event_id: str) -> None:
        self.done.add(event_id)

    def cases(self, _account_id: str) -> tuple[WebhookEvent, ...]:
        return tuple(event for event, _at in self.events.values() if event.case_id)

    def forget(self, _account_id: str, before: datetime) -> None:
        old = [one for one, (_event, at) in self.events.items() if at < before and one in self.done]
        for one in old:
            del self.events[one]
