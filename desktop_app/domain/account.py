"""The accounts a user may work with: Practice, Sandbox, Live."""

import re
from enum import StrEnum
from urllib.parse import urlsplit

from desktop_app.domain.value import Value

LIVE_URL = "https://www.parcel2go.com"
SANDBOX_URL = "https://sandbox.parcel2go.com"
PRACTICE_ID = "practice"
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Environment(StrEnum):
    """Which service an account belongs to; it decides the colour and the word on the banner."""

    PRACTICE = "practice"
    SANDBOX = "sandbox"
    LIVE = "live"


class Account(Value):
    """An account without its secret, which stays in the key vault under `id`.

    `base_url` has no path: `/auth` and `/api` are below it. `by_browser`: its user signs in at
    Parcel2Go's own page, which comes back to `return_port` of this computer, 0 for any.
    """

    id: str
    environment: Environment
    name: str
    base_url: str
    client_id: str = ""
    by_browser: bool = False
    return_port: int = 0

    @property
    def is_practice(self) -> bool:
        """Whether no real money can move."""
        return self.environment is Environment.PRACTICE


PRACTICE = Account(
    id=PRACTICE_ID, environment=Environment.PRACTICE, name="Practice", base_url="http://127.0.0.1"
)


def is_safe_base(url: str) -> bool:
    """Whether an API may be spoken to at this address: https, or plain http on this machine."""
    try:
        parts = urlsplit(url)
        if parts.username or parts.password or not parts.hostname or parts.port == 0:
            return False
    except ValueError:  # no IPv6 address, no port, or letters that only look like others
        return False
    if not _HOST.fullmatch(parts.netloc):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def is_own_page(url: str, account: Account) -> bool:
    """Whether a link leads to the account's own host, safely: only then is it opened or fetched."""
    try:
        link, base = urlsplit(url), urlsplit(account.base_url)
        if account.is_practice:
            return is_safe_base(url) and link.scheme == "http" and link.hostname == base.hostname
        return is_safe_base(url) and (link.scheme, link.hostname, link.port) == (
            base.scheme,
            base.hostname,
            base.port,
        )
    except ValueError:
        return False
