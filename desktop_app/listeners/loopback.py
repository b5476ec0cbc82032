"""Serves one small application on 127.0.0.1 in a thread of its own, until it is closed."""

import asyncio
import os
import socket
import threading
from typing import TYPE_CHECKING

import uvicorn

from desktop_app.domain.errors import InputError
from desktop_app.domain.problem import error

if TYPE_CHECKING:
    from starlette.types import ASGIApp

HOST = "127.0.0.1"
_MOST_CALLERS = 16


class Loopback:
    """Listens from the start; `close` ends the thread and every connection."""

    def __init__(self, app: "ASGIApp", port: int = 0) -> None:
        """Listens on a port, 0 for any; raises InputError when another program has it."""
        self._listener = _listen(port)
        self.port = int(self._listener.getsockname()[1])
        config = uvicorn.Config(
            app, loop="asyncio", http="h11", ws="none", lifespan="off", log_config=None,
            access_log=False, proxy_headers=False, date_header=False, server_header=False,
            limit_concurrency=_MOST_CALLERS, timeout_graceful_shutdown=1,
        )  # fmt: skip
        self._server = _Server(config)
        self._thread = threading.Thread(target=self._run, name="loopback-listener", daemon=True)
        self._thread.start()
        self._server.serving.wait()

    def close(self) -> None:
        """Ends it; what is being answered is answered to its end, for a second."""
        self._server.end()
        self._thread.join()
        self._listener.close()

    def _run(self) -> None:
        asyncio.run(self._server.serve(sockets=[self._listener]))


class _Server(uvicorn.Server):
    """Starts and ends at once, instead of looking round ten times a second."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.serving = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over = asyncio.Event()

    def end(self) -> None:
        """Asks from another thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._over.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts, then says so."""
        self._loop = asyncio.get_running_loop()
        try:
            await super().startup(sockets)
        finally:
            self.serving.set()

    async def main_loop(self) -> None:
        """Waits until asked to end."""
        await self._over.wait()


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        # On Windows the same option would share a port that is in use.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(_MOST_CALLERS)
    except (OSError, OverflowError) as failure:
        listener.close()
        message = f"Port {port} is used by another program. Choose another port."
        raise InputError(message, [error("port", message)]) from failure
    return listener
