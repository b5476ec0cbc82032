"""Makes the httpx client of an account: what the system trusts, through the system's proxy."""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from desktop_app.domain.account import Account
from desktop_app.domain.errors import ProxyRefused
from desktop_app.parcel2go.call import Deadline

if TYPE_CHECKING:
    import ssl

# Shorter than any service keeps a silent connection: a payment must not go into a closing one.
_IDLE_SECONDS = 3.0


def new_client(account: Account, headers: Mapping[str, str]) -> httpx.Client:
    """A client that follows no redirect by itself.

    The practice service on this computer is never asked through a proxy. Raises ProxyRefused when
    the system names a proxy that cannot be used, such as SOCKS.
    """
    try:
        return httpx.Client(
            headers=dict(headers),
            verify=_trust(),
            trust_env=urlsplit(account.base_url).scheme == "https",
            follow_redirects=False,
            limits=httpx.Limits(keepalive_expiry=_IDLE_SECONDS),
        )
    except (ImportError, ValueError, httpx.InvalidURL) as failure:
        message = "The proxy in the system's settings is of a kind that cannot be used."
        raise ProxyRefused(message, may_have_arrived=False) from failure


def timed(deadline: Deadline) -> dict[str, object]:
    """httpx's extensions that give each part of an exchange only what is left of its time.

    httpx itself knows a time-out for each part, so that four parts could take four times as long;
    `trace` is called before each of them.
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
