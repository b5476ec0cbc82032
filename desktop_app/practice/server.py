"""Runs the practice service on loopback in a thread of its own, and ends it without a trace."""

from types import TracebackType
from typing import Self

from desktop_app.practice.bad_days import BadDays
from desktop_app.practice.connections import Connections
from desktop_app.practice.context import Practice
from desktop_app.practice.loop import HOST, Loop, listen
from desktop_app.practice.settings import Settings
from desktop_app.practice.state import State


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
        self._loop = _loop(self.practice)
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
            listener = listen(self._port)
        except OSError:
            if not any_port_if_taken:
                raise
            listener = listen(0)
        self.base_url = f"http://{HOST}:{listener.getsockname()[1]}"
        self._loop.start(listener)

    def stop(self) -> None:
        """Cut every connection, end the threads, close a state of its own."""
        self._loop.stop()
        self.practice.webhooks.stop()
        if self._own_state:
            self.state.close()


def _loop(practice: Practice) -> Loop:
    from desktop_app.practice.service import practice_app  # noqa: PLC0415

    connections = Connections()
    return Loop(BadDays(practice_app(practice), practice, connections), connections)
