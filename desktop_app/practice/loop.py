"""Serves an application on loopback in a thread of its own, and ends it without a trace."""

import asyncio
import os
import socket
import threading

import uvicorn
from starlette.types import ASGIApp

from desktop_app.practice.connections import Connections

HOST = "127.0.0.1"


class Loop:
    """A thread with uvicorn in it."""

    def __init__(self, app: ASGIApp, connections: Connections) -> None:
        config = uvicorn.Config(
            app, http=connections.protocol(), loop="asyncio", ws="none", lifespan="off",
            log_config=None, access_log=False, proxy_headers=False, date_header=False,
            server_header=False,
        )  # fmt: skip
        self._server = _Uvicorn(config, connections)
        self._thread = threading.Thread(target=self._run, name="practice-service", daemon=True)
        self._listener: socket.socket | None = None

    def start(self, listener: socket.socket) -> None:
        """Start the thread and wait until it serves."""
        self._listener = listener
        self._thread.start()
        self._server.serving.wait()

    def stop(self) -> None:
        """End the thread."""
        self._server.ask_to_stop()
        self._thread.join()

    def _run(self) -> None:
        sockets = [self._listener] if self._listener else []
        asyncio.run(self._server.serve(sockets=sockets))


class _Uvicorn(uvicorn.Server):
    """A server that starts and stops at once instead of looking round ten times a second."""

    def __init__(self, config: uvicorn.Config, connections: Connections) -> None:
        super().__init__(config)
        self.serving = threading.Event()
        self._connections = connections
        self._asyncio: asyncio.AbstractEventLoop | None = None
        self._over: asyncio.Event | None = None

    def ask_to_stop(self) -> None:
        """Ask from another thread."""
        if self._asyncio is not None and self._over is not None:
            self._asyncio.call_soon_threadsafe(self._over.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        self._asyncio, self._over = asyncio.get_running_loop(), asyncio.Event()
        try:
            await super().startup(sockets)
        finally:
            self.serving.set()

    async def main_loop(self) -> None:
        """Wait until asked to stop."""
        if self._over is not None:
            await self._over.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close everything now; a practice answer under way is not worth a wait."""
        for server in self.servers:
            server.close()
        self._connections.cut_all()
        for task in self.server_state.tasks:
            task.cancel()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)
        for one in sockets or []:
            one.close()


def listen(port: int) -> socket.socket:
    """Listen on loopback; raises `OSError` when the port is taken, 0 takes any free one."""
    # The protocol is named because asyncio sends small answers at once only where it sees TCP.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        # Else a port stays taken for minutes after a service that had callers. On Windows the same
        # option would share a port that is in use.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(64)
    except OSError:
        listener.close()
        raise
    return listener
