"""Hears webhooks: a body of at most 64 KiB goes to the receiver, whose status is the answer."""

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.domain.webhook import MOST_BYTES
from desktop_app.listeners.loopback import Loopback

_TOO_LARGE = 413
_BAD = 400


def webhook_listener(receive: Callable[[bytes], int], port: int) -> Loopback:
    """Listens for `POST` on every path, since a tunnel may add one of its own.

    `receive` is called in threads of its own; the status it returns is answered.
    """

    async def hear(request: Request) -> Response:
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=_BAD)
        if body is None:
            return Response(status_code=_TOO_LARGE, headers={"Connection": "close"})
        return Response(status_code=await run_in_threadpool(receive, body))

    return Loopback(Starlette(routes=[Route("/{path:path}", hear, methods=["POST"])]), port)


async def _body(request: Request) -> bytes | None:
    """The body; None as soon as it is too large."""
    parts = b""
    async for part in request.stream():
        parts += part
        if len(parts) > MOST_BYTES:
            return None
    return parts
