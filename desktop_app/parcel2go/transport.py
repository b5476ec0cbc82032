"""The one way to the service: TLS by the system's certificates, time-outs, retries, size limits.

What is asked for again: GETs, and the few POSTs that create nothing. Orders and payments are sent
once. Each call is logged with an id, its time and its status, never with a query or a body.
"""

import json
import logging
import random
import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast
from urllib.parse import urlsplit

import httpx

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    NoConnection,
    PostroomError,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.errors import connection_error, refusal

_log = logging.getLogger(__name__)

USUAL_S, QUOTES_S = 20.0, 45.0
TOO_MANY, BROKEN = 429, 500
_LARGEST_ANSWER = 30_000_000
_TRIES = 4
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.4, 20.0


@dataclass(frozen=True)
class Call:
    """One request: `path` below the account's address; `again` says that repeating it is safe."""

    method: str
    path: str
    query: Mapping[str, str] | None = None
    body: Any = None
    again: bool = False
    seconds: float = USUAL_S


class Transport:
    """Sends calls to one account's address."""

    def __init__(
        self,
        base_url: str,
        *,
        wait: Callable[[float], None] = time.sleep,
        version: str = "",
    ) -> None:
        self._base = base_url
        self._host = urlsplit(base_url).hostname or base_url
        self._wait = wait
        self._client = httpx.Client(
            verify=_certificates(base_url),
            headers={"ClientApp": "Postroom", "AppVersion": version, "Accept": "application/json"},
            follow_redirects=False,
        )

    def json(self, call: Call, token: str) -> Any:  # noqa: ANN401 - any JSON
        """The JSON of a success; raises what `domain/errors.py` draws."""
        return self._repeated(call, lambda: self._once(call, token))

    def post_form(self, path: str, form: Mapping[str, str]) -> tuple[int, Any]:
        """Status and JSON of a posted form; every status is an answer here but 429 and 5xx."""

        def once() -> tuple[int, Any]:
            answer = self._send(self._request("POST", path, data=dict(form)), USUAL_S)
            if answer.status == TOO_MANY or answer.status >= BROKEN:
                raise refusal(answer)
            return answer.status, answer.json

        return cast("tuple[int, Any]", self._repeated(Call("POST", path, again=True), once))

    def bytes(self, url: str) -> bytes:
        """A document by its whole address, without a token."""

        def once() -> bytes:
            answer = self._send(self._client.build_request("GET", url), USUAL_S)
            if answer.is_success:
                return answer.content
            raise refusal(answer)

        return cast("bytes", self._repeated(Call("GET", urlsplit(url).path, again=True), once))

    def close(self) -> None:
        """Lets go of the connections."""
        self._client.close()

    def _request(self, method: str, path: str, **more: Any) -> httpx.Request:  # noqa: ANN401
        return self._client.build_request(method, f"{self._base}{path}", **more)

    def _once(self, call: Call, token: str) -> Any:  # noqa: ANN401 - any JSON
        headers = {"Authorization": f"Bearer {token}"}
        content = None
        if call.body is not None:
            headers["Content-Type"] = "application/json"
            content = to_json(call.body).encode()
        request = self._request(
            call.method, call.path, params=call.query, content=content, headers=headers
        )
        answer = self._send(request, call.seconds)
        if not answer.is_success:
            raise refusal(answer)
        if answer.json is None:
            raise AnswerNotUnderstood("Parcel2Go's answer is not JSON. It may be a proxy's page.")
        return answer.json

    def _repeated(self, call: Call, once: Callable[[], object]) -> object:
        for attempt in range(1, _TRIES):
            try:
                return once()
            except (NoConnection, ServiceBroken, TooManyRequests) as failure:
                pause = _pause(failure, attempt) if call.again else None
                if pause is None:
                    raise
                self._wait(pause)
        return once()

    def _send(self, request: httpx.Request, seconds: float) -> Answer:
        call_id, begun, outcome = uuid.uuid4().hex[:8], time.monotonic(), "-"
        request.extensions["timeout"] = httpx.Timeout(seconds).as_dict()
        try:
            response = self._client.send(request, stream=True)
            outcome = str(response.status_code)
            with closing(response):
                content = _read_limited(response, begun + 2 * seconds)
            return Answer(response.status_code, response.headers, content)
        except (httpx.HTTPError, httpx.InvalidURL) as failure:
            outcome = type(failure).__name__
            raise connection_error(failure, self._host) from failure
        finally:
            taken = (time.monotonic() - begun) * 1000
            path = request.url.path  # the query holds hashes and places
            _log.info("%s %s %s %s %.0f ms", call_id, request.method, path, outcome, taken)


def _certificates(base_url: str) -> Any:  # noqa: ANN401 - an SSLContext or a bool
    """The system's own certificates, so that a company's proxy works as in its browsers."""
    if urlsplit(base_url).scheme == "http":
        return False
    import ssl  # noqa: PLC0415 - plain http on this computer needs none of it

    import truststore  # noqa: PLC0415

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def to_json(value: Any) -> str:  # noqa: ANN401 - any JSON
    """JSON in which a Decimal is a plain number: 1.5, 10, never 1E+1 or 10.0."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}:{to_json(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(to_json(one) for one in value) + "]"
    if isinstance(value, Decimal):
        plain = format(value, "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return json.dumps(value)


def _read_limited(response: httpx.Response, until: float) -> bytes:
    """The whole answer, unless it is too large or drips in for too long."""
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > _LARGEST_ANSWER:
            raise AnswerNotUnderstood("Parcel2Go's answer is far too large.")
        if time.monotonic() > until:
            raise httpx.ReadTimeout("the answer does not end")
        parts.append(part)
    return b"".join(parts)


def _pause(failure: PostroomError, attempt: int) -> float | None:
    """How long to wait before the next try; None: nobody waits that long, or it is no use."""
    if isinstance(failure, TooManyRequests) and failure.retry_after is not None:
        return failure.retry_after if failure.retry_after <= _LONGEST_PAUSE_S else None
    if isinstance(failure, AnswerNotUnderstood):
        return None
    spread = random.uniform(0.8, 1.2)  # noqa: S311 - no secret
    return _FIRST_PAUSE_S * float(2 ** (attempt - 1)) * spread
