"""Stands before the service, notes each request, and lets the ordered bad days happen."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desktop_app.practice.connections import Connections
from desktop_app.practice.context import Practice, Seen
from desktop_app.practice.scenarios import Scenario

HTML = "<!DOCTYPE html><html><head><title>Oops</title></head><body><h1>Oops</h1></body></html>"
NO_LABELS = {"SuccessfulLabels": 0, "FailedLabels": 0, "Base64EncodedLabels": []}
MEGABYTE = 1024 * 1024


@dataclass
class Call:
    """One request on its way through."""

    app: ASGIApp
    scope: Scope
    receive: Receive
    send: Send
    practice: Practice
    connections: Connections

    async def go_on(self) -> None:
        """Let the service answer it."""
        await self.app(self.scope, self.receive, self.send)

    async def read_ahead(self) -> None:
        """Read the request to its end, and keep it for the service."""
        pieces = [await self.receive()]
        while pieces[-1].get("more_body"):
            pieces.append(await self.receive())
        rest = self.receive

        async def replay() -> Message:
            return pieces.pop(0) if pieces else await rest()

        self.receive = replay

    async def work(self) -> "Held":
        """Let the service do the work, and hold its answer back."""
        held = Held()
        await self.app(self.scope, self.receive, held.take)
        return held

    async def say(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        """Answer something."""
        await self.start(status, kind, **{"content-length": str(len(body)), **headers})
        await self.send({"type": "http.response.body", "body": body})

    async def start(self, status: int, kind: str, **headers: str) -> None:
        """Answer the head alone."""
        fields = [(b"content-type", kind.encode())]
        fields += [
            (name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()
        ]
        await self.send({"type": "http.response.start", "status": status, "headers": fields})

    async def cut(self) -> None:
        """Break the connection off below HTTP, and see it gone."""
        self.connections.cut(self.scope["client"])
        while (await self.receive())["type"] != "http.disconnect":
            pass


@dataclass
class Held:
    """An answer that the service gave and nobody saw yet."""

    status: int = 500
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    async def take(self, message: Message) -> None:
        """Keep a piece of it."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {k.decode().lower(): v.decode() for k, v in message["headers"]}
        else:
            self.body += message.get("body", b"")

    @property
    def kind(self) -> str:
        """Its content type."""
        return self.headers.get("content-type", "application/json")


class BadDays:
    """The outermost layer of the service."""

    def __init__(self, app: ASGIApp, practice: Practice, connections: Connections) -> None:
        self._app = app
        self._practice = practice
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, well or badly."""
        if scope["type"] != "http" or scope["path"].startswith("/practice/"):
            await self._app(scope, receive, send)
            return
        seen = Seen(method=scope["method"], path=scope["path"], status=0)
        self._practice.requests.append(seen)
        call = Call(
            self._app, scope, receive, _noting(send, seen), self._practice, self._connections
        )
        scenario = self._practice.scenarios.take(seen["method"], seen["path"])
        # A client that left, and a service that ends: the connection is gone, nobody is to be told.
        with contextlib.suppress(ClientDisconnect, asyncio.CancelledError):
            await (_work(call) if scenario is None else ACTS[scenario.kind](call, scenario))


async def _work(call: Call) -> None:
    """As ever, unless somebody watches: then the work goes on as far as that one lets it."""
    watch = call.practice.settings.watch
    if watch is None:
        await call.go_on()
        return
    method, path = call.scope["method"], call.scope["path"]
    await call.read_ahead()
    if not watch("before", method, path):
        await call.cut()
        return
    held = await call.work()
    if not watch("after", method, path):
        await call.cut()
        return
    more = {name: text for name, text in held.headers.items() if name == "location"}
    await call.say(held.status, held.body, held.kind, **more)


def _noting(send: Send, seen: Seen) -> Send:
    async def noting(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            seen["status"] = message["status"]
        await send(message)

    return noting


async def _latency(call: Call, scenario: Scenario) -> None:
    # What was asked for is done even when the client has lost its patience meanwhile.
    await call.read_ahead()
    await asyncio.sleep(scenario.seconds)
    await call.go_on()


async def _status(call: Call, scenario: Scenario) -> None:
    await call.read_ahead()
    body = json.dumps({"Message": scenario.body or "An error has occurred."}).encode()
    await call.say(scenario.status or 500, body, "application/json")


async def _retry_after(call: Call, scenario: Scenario) -> None:
    await call.read_ahead()
    body = b'{"Message":"Too many requests."}'
    wait = f"{scenario.seconds:g}"
    await call.say(scenario.status or 429, body, "application/json", retry_after=wait)


async def _cut_before(call: Call, _scenario: Scenario) -> None:
    await call.read_ahead()
    await call.cut()


async def _cut_after(call: Call, _scenario: Scenario) -> None:
    await call.work()
    await call.cut()


async def _cut_during(call: Call, _scenario: Scenario) -> None:
    held = await call.work()
    await call.start(held.status, held.kind, content_length=str(len(held.body)))
    half = held.body[: len(held.body) // 2]
    await call.send({"type": "http.response.body", "body": half, "more_body": True})
    await call.cut()


async def _body(call: Call, scenario: Scenario) -> None:
    held = await call.work()
    status = scenario.status or held.status
    if scenario.body is not None:
        await call.say(status, scenario.body.encode("utf-8", "replace"), scenario.content_type)
        return
    kind = "text/html; charset=utf-8" if scenario.shape == "html" else held.kind
    await call.say(status, _spoilt(held.body, scenario), kind)


def _spoilt(body: bytes, scenario: Scenario) -> bytes:
    spoilt: dict[str | None, Callable[[], bytes]] = {
        "html": HTML.encode,
        "cut_json": lambda: body[: len(body) // 2],
        "missing_fields": lambda: _without(body, scenario.fields),
        "bytes": lambda: bytes(range(256)) * 4,
    }
    return spoilt.get(scenario.shape, bytes)()


def _without(body: bytes, fields: tuple[str, ...]) -> bytes:
    answer = json.loads(body)
    if not isinstance(answer, dict):
        return b"{}"
    kept = {name: value for name, value in answer.items() if fields and name not in fields}
    return json.dumps(kept).encode()


async def _huge(call: Call, scenario: Scenario) -> None:
    held = await call.work()
    await call.start(held.status, "application/json")
    for place in range(scenario.megabytes):
        piece = (b'{"Quotes":"' if place == 0 else b"").ljust(MEGABYTE, b"x")
        await call.send({"type": "http.response.body", "body": piece, "more_body": True})
    await call.send({"type": "http.response.body", "body": b'"}'})


async def _no_labels(call: Call, scenario: Scenario) -> None:
    body = json.dumps(NO_LABELS).encode()
    await call.say(scenario.status or 200, body, "application/json")


async def _expire_tokens(call: Call, _scenario: Scenario) -> None:
    call.practice.state.tokens.expire_all()
    await call.go_on()


ACTS: dict[str, Callable[[Call, Scenario], Awaitable[None]]] = {
    "latency": _latency,
    "status": _status,
    "retry_after": _retry_after,
    "cut_before": _cut_before,
    "cut_after": _cut_after,
    "cut_during": _cut_during,
    "body": _body,
    "huge": _huge,
    "no_labels": _no_labels,
    "expire_tokens": _expire_tokens,
}
