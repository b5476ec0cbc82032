"""Makes the httpx client of a shop: what the system trusts, through the system's proxy."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from desktop_app.domain.errors import ProxyRefused
from desktop_app.shops.web.call import Deadline

if TYPE_CHECKING:
    import ssl

_IDLE_SECONDS = 3.0


def new_client(base_url: str, headers: Mapping[str, str]) -> httpx.Client:
    """A client that follows no redirect by itself: a key must not wander to another host.

    A shop on this computer is never asked through a proxy. Raises ProxyRefused when the system
    names a proxy that cannot be used.
    """
    try:
        return httpx.Client(
            headers=dict(headers),
            verify=_trust(),
            trust_env=urlsplit(base_url).scheme == "https",
            follow_redirects=False,
            limits=httpx.Limits(keepalive_expiry=_IDLE_SECONDS),
        )
    except (ImportError, ValueError, httpx.InvalidURL) as failure:
        message = "The proxy in the system's settings is of a kind that cannot be used."
        raise ProxyRefused(message, may_have_arrived=False) from failure


def timed(deadline: Deadline) -> dict[str, object]:
    """httpx's extensions that give each part of an exchange only what is left of its time.

    httpx itself knows a time-out for each part; `trace` is called before each of them.
    """
    left: dict[str, float] = {}

    def update(_event: str, _info: Mapping[str, object]) -> None:
        # To a socket, 0 would mean "do not block".
        left.update(dict.fromkeys(("connect", "read", "write", "pool"), deadline.left() or 0.001))

    update("", {})
    return {"timeout": left, "trace": update}


def _trust() -> "ssl.SSLContext":
    import ssl  # noqa: PLC0415 - with the first request, not before

    import truststore  # noqa: PLC0415

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
