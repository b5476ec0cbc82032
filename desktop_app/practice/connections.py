"""Every TCP connection to the service, so that one can be broken off below HTTP."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

Peer = tuple[str, int]


class Connections:
    """Open connections by the client's address and port."""

    def __init__(self) -> None:
        self._open: dict[Peer, asyncio.Transport] = {}

    def cut(self, peer: Peer) -> None:
        """Close one at once; whatever was not sent yet is lost."""
        self._open[peer].abort()

    def cut_all(self) -> None:
        """Close all of them at once."""
        for transport in list(self._open.values()):
            transport.abort()

    def protocol(self) -> type[H11Protocol]:
        """Return uvicorn's HTTP/1.1, which reports its connections here."""
        known = self._open

        class ReportingProtocol(H11Protocol):
            """HTTP/1.1 whose connections are known."""

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                if self.client is not None:
                    known[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.client is not None:
                    known.pop(self.client, None)
                super().connection_lost(exc)

        return ReportingProtocol
