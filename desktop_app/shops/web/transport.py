"""Calls to a shop: with its keys, repeated where that is harmless, failures in our own words."""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx

from desktop_app.domain.errors import AnswerNotUnderstood, Cancelled, PostroomError
from desktop_app.domain.shop import ShopAccount
from desktop_app.shops.web import exact_json
from desktop_app.shops.web.call import Answer, Call, Deadline
from desktop_app.shops.web.connecting import new_client, timed
from desktop_app.shops.web.failures import failure_of
from desktop_app.shops.web.retrying import repeat
from desktop_app.shops.web.statuses import raise_for

MOST_BYTES = 64 * 1024 * 1024
JSON = "application/json"
Wait = Callable[[float], None]
_log = logging.getLogger(__name__)


class Pace:
    """How fast a shop may be asked; this one sets no limit."""

    def hold(self, wait: Wait) -> None:
        """Before each request: waits while the shop's allowance is used up."""

    def note(self, answer: Answer) -> None:
        """After each answer: reads what it says of the allowance."""


@dataclass(frozen=True)
class Manner:
    """What is a platform's own in every call: its headers, its pace, what its statuses mean.

    `judge` raises what an answer means on this platform alone, and else lets it pass.
    """

    headers: Mapping[str, str] = field(default_factory=dict)
    judge: Callable[[Answer], None] = lambda _answer: None
    pace: Pace = field(default_factory=Pace)


class Transport:
    """Everything a shop's client needs of the network; safe for several threads."""

    def __init__(
        self,
        account: ShopAccount,
        manner: Manner,
        *,
        wait: Wait | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        app_version: str = "",
    ) -> None:
        self.account = account
        self._manner = manner
        self._wait = wait or self._pause
        self._monotonic = monotonic
        agent = f"Postroom/{app_version}" if app_version else "Postroom"
        self._headers = {"User-Agent": agent, "Accept": JSON, **manner.headers}
        self._client: httpx.Client | None = None
        self._lock = threading.Lock()
        self._closed = threading.Event()

    @property
    def shop(self) -> str:
        """The platform's name, as sentences use it."""
        return self.account.platform.maker

    def answer(self, call: Call, wait: Wait | None = None) -> Answer:
        """The answer to a call, its status one of success; any other raises what it means.

        A call that is not repeatable is sent exactly once. `wait` pauses between two tries, and
        may raise Cancelled.
        """
        pause = wait or self._wait
        if call.repeatable:
            return repeat(lambda: self._once(call, pause), pause)
        return self._once(call, pause)

    def close(self) -> None:
        """Lets go of all connections; a pause under way ends, and nothing more is sent."""
        self._closed.set()
        with self._lock:
            client, self._client = self._client, None
        if client:
            client.close()

    def _once(self, call: Call, pause: Wait) -> Answer:
        self._manner.pace.hold(pause)
        answer = self._logged(call)
        self._manner.pace.note(answer)
        self._manner.judge(answer)
        raise_for(answer, self.shop)
        return answer

    def _logged(self, call: Call) -> Answer:
        """The answer; the log has an id, the path, status and time, and nothing of the content."""
        name = f"{uuid.uuid4().hex[:8]} {self.account.platform} {call.method} {call.path}"
        started = time.perf_counter()
        try:
            answer = self._sent(call)
        except PostroomError as failure:
            _log.info("%s: %s, %.3f s", name, type(failure).__name__, time.perf_counter() - started)
            raise
        size, seconds = len(answer.content), time.perf_counter() - started
        _log.info("%s: %d, %d bytes, %.3f s", name, answer.status, size, seconds)
        return answer

    def _sent(self, call: Call) -> Answer:
        client, deadline = self._open(), Deadline(call.seconds, self._monotonic)
        try:
            return self._exchange(client, call, deadline)
        except (httpx.HTTPError, httpx.InvalidURL) as failure:
            raise failure_of(self.shop, failure) from failure
        except RuntimeError as failure:  # what httpx says of a client that was closed meanwhile
            if self._closed.is_set():
                raise Cancelled from failure
            raise

    def _exchange(self, client: httpx.Client, call: Call, deadline: Deadline) -> Answer:
        headers = dict(call.headers)
        content = None if call.body is None else exact_json.write(call.body)
        if content is not None:
            headers.setdefault("Content-Type", JSON)
        built = client.build_request(
            call.method, self.account.base_url + call.target, headers=headers, content=content,
            extensions=timed(deadline),
        )  # fmt: skip
        response = client.send(built, stream=True)
        try:
            body = self._whole(response, call.what, deadline)
        finally:
            response.close()
        found = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status_code, body, call.what, found)

    def _whole(self, response: httpx.Response, what: str, deadline: Deadline) -> bytes:
        """The whole body; raises AnswerNotUnderstood past 64 MB, TimedOut past its time."""
        parts, size = [], 0
        for part in response.iter_bytes():
            size += len(part)
            if size > MOST_BYTES:
                message = f"{self.shop}'s answer about {what} is far too large."
                raise AnswerNotUnderstood(message, status=response.status_code)
            deadline.check(self.shop)
            parts.append(part)
        return b"".join(parts)

    def _open(self) -> httpx.Client:
        with self._lock:
            if self._closed.is_set():
                raise Cancelled
            if self._client is None:
                self._client = new_client(self.account.base_url, self._headers)
            return self._client

    def _pause(self, seconds: float) -> None:
        if self._closed.wait(seconds):
            raise Cancelled
