"""What every answer can reach: the state, the settings and the scenarios of this service."""

from collections import deque
from dataclasses import dataclass, field
from typing import TypedDict, cast

from starlette.requests import Request

from desktop_app.practice.scenarios import ScenarioBook
from desktop_app.practice.settings import Settings
from desktop_app.practice.state import State
from desktop_app.practice.webhooks import WebhookSender

REQUESTS_KEPT = 5000


class Seen(TypedDict):
    """A request that came in; `status` is 0 when it was cut off."""

    method: str
    path: str
    status: int


@dataclass
class Practice:
    """One running service."""

    state: State
    settings: Settings
    scenarios: ScenarioBook = field(default_factory=ScenarioBook)
    webhooks: WebhookSender = field(init=False)
    requests: deque[Seen] = field(default_factory=lambda: deque(maxlen=REQUESTS_KEPT))

    def __post_init__(self) -> None:
        """Make the sender of webhooks; it does nothing before somebody asks for them."""
        self.webhooks = WebhookSender(self.settings.webhook_pauses, self.settings.clock)

    @property
    def labels_delay(self) -> float:
        """Seconds from payment to labels; a scenario may have changed them."""
        late = self.scenarios.labels_delay
        return self.settings.labels_delay if late is None else late


def practice_of(request: Request) -> Practice:
    """Return the service a request came to."""
    return cast("Practice", request.app.state.practice)


def base_url(request: Request) -> str:
    """Return the address this service is reached at, without a slash at its end."""
    return str(request.base_url).rstrip("/")
