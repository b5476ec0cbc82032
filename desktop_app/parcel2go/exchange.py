"""One request and its whole answer over httpx: within its time, not too large, and logged."""

import logging
import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from desktop_app.domain.account import Account
from desktop_app.domain.errors import AnswerNotUnderstood, Cancelled, PostroomError
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.call import Deadline
from desktop_app.parcel2go.connecting import new_client, timed
from desktop_app.parcel2go.errors import failure_of

MOST_BYTES = 30 * 1024 * 1024
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Request:
    """What goes out; `what` says in the user's words what is asked for."""

    method: str
    url: str
    what: str
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes | None = None


class Exchange:
    """The one httpx client of an account, made when it is first used; safe for all threads."""

    def __init__(self, account: Account, app_version: str = "") -> None:
        self._account = account
        self._headers = {"User-Agent": "Postroom", "ClientApp": "Postroom"}
        if app_version:
            self._headers["AppVersion"] = app_version
        self._client: httpx.Client | None = None
        self._lock = threading.Lock()
        self._closed = threading.Event()

    def url(self, target: str) -> str:
        """The address of a path below the account's own."""
        return self._account.base_url.rstrip("/") + target

    def send(self, request: Request, deadline: Deadline) -> Answer:
        """Sends it once; raises what the connection brings, but nothing for a status."""
        note = _Note(request)
        try:
            answer = self._answer(request, deadline)
        except PostroomError as failure:
            note.failed(type(failure).__name__)
            raise
        note.answered(answer)
        return answer

    def wait(self, seconds: float) -> None:
        """Waits; raises Cancelled as soon as the connections are let go of."""
        if self._closed.wait(seconds):
            raise Cancelled

    def close(self) -> None:
        """Lets go of all connections; a pause under way ends, and nothing more is sent."""
        self._closed.set()
        with self._lock:
            client, self._client = self._client, None
        if client:
            client.close()

    def _answer(self, request: Request, deadline: Deadline) -> Answer:
        client = self._open()
        try:
            return _exchange(client, request, deadline)
        except (httpx.HTTPError, httpx.InvalidURL) as failure:
            raise failure_of(failure) from failure
        except RuntimeError as failure:  # what httpx says of a client that was closed meanwhile
            if self._closed.is_set():
                raise Cancelled from failure
            raise

    def _open(self) -> httpx.Client:
        with self._lock:
            if self._closed.is_set():
                raise Cancelled
            if self._client is None:
                self._client = new_client(self._account, self._headers)
            return self._client


def _exchange(client: httpx.Client, request: Request, deadline: Deadline) -> Answer:
    built = client.build_request(
        request.method, request.url, headers=dict(request.headers), content=request.content,
        extensions=timed(deadline),
    )  # fmt: skip
    response = client.send(built, stream=True)
    try:
        content = _whole(response, request.what, deadline)
    finally:
        response.close()
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, content, request.what, headers)


def _whole(response: httpx.Response, what: str, deadline: Deadline) -> bytes:
    """The whole body; raises AnswerNotUnderstood past 30 MB, TimedOut past its time."""
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > MOST_BYTES:
            message = f"The answer about {what} is far too large."
            raise AnswerNotUnderstood(message, status=response.status_code)
        deadline.check()
        parts.append(part)
    return b"".join(parts)


class _Note:
    """The log's line about one request: an id, the path without its query, status and time."""

    def __init__(self, request: Request) -> None:
        self._name = f"{uuid.uuid4().hex[:8]} {request.method} {urlsplit(request.url).path}"
        self._started = time.perf_counter()

    def answered(self, answer: Answer) -> None:
        """It has an answer."""
        _log.info("%s: %d, %d bytes, %s", self._name, answer.status, len(answer.content), self._ms)

    def failed(self, how: str) -> None:
        """It has none."""
        _log.info("%s: %s, %s", self._name, how, self._ms)

    @property
    def _ms(self) -> str:
        return f"{(time.perf_counter() - self._started) * 1000:.0f} ms"
