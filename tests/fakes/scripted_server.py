"""A server that answers what a test wrote down, records every request, and can behave badly."""

import json
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

UNTRUSTED = Path(__file__).with_name("untrusted.pem")
TOKEN_PATH = "/auth/connect/token"


@dataclass(frozen=True)
class Received:
    """A request as it came: header names as they were sent."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON as it came
        """The body read as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Reply:
    """An answer. `cut_at`: break the connection after so many bytes of the whole answer;
    `endless`: go on sending `body`; `silent`: say nothing until the server is closed."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut_at: int | None = None
    endless: bool = False
    silent: bool = False

    def whole(self) -> bytes:
        """The bytes on the wire, the length told unless there is none."""
        headers = dict(self.headers)
        if not self.endless and "Transfer-Encoding" not in headers:
            headers.setdefault("Content-Length", str(len(self.body)))
        lines = [f"HTTP/1.1 {self.status} Said", *(f"{k}: {v}" for k, v in headers.items())]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


def said(value: object, status: int = 200, **headers: str) -> Reply:
    """JSON."""
    names = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json", **names})


TOKEN = said({"access_token": "T0ken", "expires_in": 7200, "token_type": "Bearer"})


class ScriptedServer:
    """`server.on("GET /api/prepay", said(1), said(2))`: the last reply is repeated.

    Tokens are granted unless the test scripts that path too; anything else is a bare 404.
    """

    def __init__(self, *, tls: bool = False) -> None:
        self.requests: list[Received] = []
        self._scripts: dict[str, deque[Reply]] = {f"POST {TOKEN_PATH}": deque([TOKEN])}
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._context = _untrusted() if tls else None
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self.host = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.base_url = f"{'https' if tls else 'http'}://{self.host}"

    def __enter__(self) -> Self:
        """Listen."""
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Break everything off and wait for the threads."""
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def on(self, call: str, *replies: Reply) -> None:
        """Answer a method and path, its query left out, with these in turn."""
        self._scripts[call] = deque(replies)

    def calls(self, path: str = "/api") -> list[Received]:
        """The requests below a path, in their order."""
        return [one for one in self.requests if one.target.startswith(path)]

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, name="scripted-server", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while not self._over.is_set():
                connection, _ = self._listener.accept()
                self._open.append(connection)
                self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError):
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            while (request := _receive(connection)) and self._answer(connection, request):
                pass
        connection.close()

    def _answer(self, connection: socket.socket, request: Received) -> bool:
        """Whether the connection stays open."""
        self.requests.append(request)
        path = request.target.partition("?")[0]
        script = self._scripts.get(f"{request.method} {path}")
        reply = Reply(404) if not script else script.popleft() if len(script) > 1 else script[0]
        if reply.silent:
            self._over.wait()
            return False
        whole = reply.whole()
        connection.sendall(whole if reply.cut_at is None else whole[: reply.cut_at])
        while reply.endless and not self._over.is_set():
            connection.sendall(reply.body)
        if reply.cut_at is not None:
            # Without lingering the other side sees a reset, not an orderly end.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        return True


def _receive(connection: socket.socket) -> Received | None:
    buffer = b""
    while b"\r\n\r\n" not in buffer:
        part = connection.recv(65536)
        if not part:
            return None
        buffer += part
    head, _, body = buffer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    length = int(headers.get("Content-Length", "0"))
    while len(body) < length:
        body += connection.recv(65536)
    method, target, _version = first.split(" ")
    return Received(method, target, headers, body)


def _untrusted() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(UNTRUSTED)
    return context
