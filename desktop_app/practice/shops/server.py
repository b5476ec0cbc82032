"""Runs a practice shop on loopback in a thread of its own."""

from types import TracebackType
from typing import Protocol, Self

from starlette.applications import Starlette

from desktop_app.practice.connections import Connections
from desktop_app.practice.loop import HOST, Loop, listen


class PracticeShop(Protocol):
    """One of the three shops."""

    @property
    def credentials(self) -> dict[str, str]:
        """What opens it."""

    def app(self) -> Starlette:
        """Return it as an application."""


class ShopServer:
    """`with ShopServer(shop, root) as server:` serves at `server.base_url` until the block ends.

    Raises `OSError` when `port` is taken; port 0 takes any free one.
    """

    def __init__(self, shop: PracticeShop, root: str, port: int = 0) -> None:
        self.shop = shop
        self.base_url = ""
        self._root = root
        self._port = port
        connections = Connections()
        self._loop = Loop(shop.app(), connections)

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

    def start(self) -> None:
        """Listen and answer."""
        listener = listen(self._port)
        self.base_url = f"http://{HOST}:{listener.getsockname()[1]}{self._root}"
        self._loop.start(listener)

    def stop(self) -> None:
        """Cut every connection and end the thread."""
        self._loop.stop()
