"""Runs the practice service on loopback in a thread of its own, and ends it without a trace."""

import asyncio
import os
import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn

from desktop_app.practice.bad_days import BadDays
from desktop_app.practice.connections import Connections
from desktop_app.practice.context import Practice
from desktop_app.practice.settings import Settings
from desktop_app.practice.state import State

HOST = "127.0.0.1"


class PracticeServer:
    """`with PracticeServer() as server:` serves at `server.base_url` until the block ends.

    A `state` handed in stays open afterwards; without one there is a fresh state in memory.
    Raises `OSError` when `port` is taken; port 0 takes any free one.
    """

    def __init__(
        self, *, state: State | None = None, settings: Settings | None = None, port: int = 0
    ) -> None:
        self.state = state or State()
        self._own_state = state is None
        self.practice = Practice(self.state, settings or Settings())
        self._port = port
        self._loop = _Loop(self.practice)
        self.base_url = ""

    @property
    def client_id(self) -> str:
        """The id to ask for tokens with."""
        return self.state.client_id

    @property
    def client_secret(self) -> str:
        """The secret that belongs to it."""
        return self.state.client_secret

    def __enter__(self) -> Self:
        """Start; requests are answered from here on."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()

    def start(self, *, any_port_if_taken: bool = False) -> None:
        """Listen and answer."""
        try:
            listener = _listen(self._port)
        except OSError:
            if not any_port_if_taken:
                raise
            listener = _listen(0)
        self.base_url = f"http://{HOST}:{listener.getsockname()[1]}"
        self._loop.start(listener)

    def stop(self) -> None:
        """Cut every connection, end the thread, close a state of its own."""
        self._loop.stop()
        if self._own_state:
            self.state.close()


class _Loop:
    """The thread, with uvicorn in it."""

    def __init__(self, practice: Practice) -> None:
        from desktop_app.practice.service import practice_app  # noqa: PLC0415

        connections = Connections()
        app = BadDays(practice_app(practice), practice, connections)
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


def _listen(port: int) -> socket.socket:
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
