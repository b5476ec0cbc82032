"""Sends signed webhooks, each again and again with growing pauses until it is answered 200."""

import hashlib
import hmac
import json
import threading
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

PATIENCE_S = 10.0
TAKEN = 200


@dataclass
class Sending:
    """One webhook and the statuses its tries were answered with; 0: no answer."""

    id: str
    type: str
    statuses: list[int] = field(default_factory=list)
    over: bool = False

    def shown(self) -> dict[str, Any]:
        """Return it for the books."""
        return {"Id": self.id, "Type": self.type, "Statuses": self.statuses, "Over": self.over}


def signed(event_id: str, at: float, kind: str, secret: str) -> str:
    """Return the documented signature: HMAC-SHA256 of `Id:yyyy-MM-dd HH:mm:ss:Type` in hex."""
    text = f"{event_id}:{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M:%S}:{kind}"
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def stamp(at: float) -> str:
    """Write a time with seven digits of a second and an offset, as the service does."""
    moment = datetime.fromtimestamp(at, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond:06d}0+00:00"


class WebhookSender:
    """Posts to one address, each webhook in a thread of its own."""

    def __init__(self, pauses: tuple[float, ...], clock: Callable[[], float]) -> None:
        self._pauses = pauses
        self._clock = clock
        self._target: tuple[str, str] | None = None
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self.sendings: list[Sending] = []

    def subscribe(self, url: str, secret: str) -> None:
        """Send to an address from now on, signed with a secret."""
        self._target = (url, secret)

    def unsubscribe(self) -> None:
        """Send no more new ones."""
        self._target = None

    def send(self, kind: str, payload: dict[str, Any]) -> Sending | None:
        """Begin to send one; `None` when nobody asked for webhooks."""
        if self._target is None:
            return None
        sending = Sending(str(uuid.uuid4()), kind)
        self.sendings.append(sending)
        work = threading.Thread(
            target=self._deliver, args=(sending, payload, *self._target), daemon=True,
            name="practice-webhook",
        )  # fmt: skip
        self._threads.append(work)
        work.start()
        return sending

    def stop(self) -> None:
        """Give up what is under way, and wait for its threads."""
        self._over.set()
        for work in self._threads:
            work.join()

    def _deliver(self, sending: Sending, payload: dict[str, Any], url: str, secret: str) -> None:
        for pause in (*self._pauses, None):
            sending.statuses.append(post(url, self._body(sending, payload, secret)))
            if sending.statuses[-1] == TAKEN or pause is None or self._over.wait(pause):
                break
        sending.over = True

    def _body(self, sending: Sending, payload: dict[str, Any], secret: str) -> bytes:
        """Return the envelope; each try bears its own time, and the same id."""
        now = self._clock()
        envelope = {
            "Id": sending.id,
            "Timestamp": stamp(now),
            "Signature": signed(sending.id, now, sending.type, secret),
            "Type": sending.type,
            "Payload": payload,
        }
        return json.dumps(envelope).encode()


def post(url: str, body: bytes) -> int:
    """Post once; the status, or 0 when nobody answered."""
    request = urllib.request.Request(  # noqa: S310 — subscribing allows http and https alone
        url, body, {"Content-Type": "application/json"}, method="POST"
    )
    # No proxy of the system stands between two programs of one computer.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=PATIENCE_S) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code
    except (OSError, ValueError):
        return 0
